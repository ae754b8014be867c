"""Numbers drawn as accessible SVG, each with the table of the same numbers."""
