"""Queries: the pack of questions as SPARQL files, the runner that answers them, and queries of one's own."""
