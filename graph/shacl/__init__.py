"""The SHACL that the ontology's shapes use, evaluated fast.

pyshacl checks some twenty documents a second, and every document is checked when it is built; this checks them some fifty times as
fast. It knows the constraints that stand in `ontology/shapes*.ttl` and refuses any other; the tests compare it with pyshacl.
"""

from graph.shacl.check import check
from graph.shacl.data import Data
from graph.shacl.faults import Result
from graph.shacl.read import read_shapes

__all__ = ["Data", "Result", "check", "read_shapes"]
