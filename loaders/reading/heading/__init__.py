"""The meeting's own facts («protokollshuvud»)."""
