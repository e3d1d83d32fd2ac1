"""File formats: from bytes to text, a file each."""
