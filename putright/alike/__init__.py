"""Cases and contacts that belong together: likely duplicates, links between cases, and who is often in touch."""
