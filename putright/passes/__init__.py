"""The codes that open a case's own page to those it is about. Nothing here knows what the page shows."""
