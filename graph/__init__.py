"""The graph: its store, its validation, its network and its exports («graf»)."""
