"""The text and its places: from the raw document to lines, pages and flows that can always be traced back."""
