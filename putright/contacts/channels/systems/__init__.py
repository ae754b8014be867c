"""Other systems: what a force's website or the national form sends us by the API."""
