"""Being assessed: the cycle, the frozen pack, the assessor's way in, who may be invited, and what was recommended."""
