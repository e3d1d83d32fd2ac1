"""What the reader made of a source, shown character by character («förklaring»)."""
