"""Numbers of waiting that were worked out elsewhere, and how far a queue played out may be from what is calculated."""

from putright.staffing.rules.erlang import Wait

# Calls an hour, seconds, people; Erlang C: waits, mean wait, within 20 s, busy; Erlang A at two minutes: waits, given up.
VECTORS = [
    (60, 360, 7, "0.6138", "221.0", "41.9%", "85.7%", "0.3150", "12.9%"),
    (60, 360, 8, "0.3570", "64.3", "68.1%", "75.0%", "0.2082", "7.7%"),
    (60, 360, 9, "0.1960", "23.5", "83.4%", "66.7%", "0.1271", "4.3%"),
    (39, 348, 4, "0.8755", "1324.7", "13.6%", "94.3%", "0.4264", "22.0%"),
    (39, 348, 6, "0.2317", "36.2", "79.6%", "62.8%", "0.1523", "6.1%"),
    (39, 348, 7, "0.1053", "11.3", "91.3%", "53.9%", "0.0765", "2.8%"),
]
PATIENCE, WITHIN = 120, 20
NEAR = 0.02  # two percentage points


def shares(wait: Wait) -> tuple[float, ...]:
    return wait.waits, wait.in_time, wait.busy, wait.abandoned


def farthest(calculated: Wait, seen: Wait) -> float:
    return max(abs(one - other) for one, other in zip(shares(calculated), shares(seen), strict=True))
