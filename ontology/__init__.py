"""The ontology: classes, properties, code lists and shapes as Turtle, reference data as CSV, and the minting of IRIs.

Imports none of the other rooms.
"""
