"""How people heard of us: leaflets and their short links, what people say, and the pages that led them here."""
