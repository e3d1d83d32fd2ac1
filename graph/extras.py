"""What to say where a package is missing that an extra brings."""

from __future__ import annotations

import sys


def how_to_install(extra: str) -> str:
    """Return the command that installs an extra for the Python that runs: an installed package and a clone take the same."""
    return f"{sys.executable} -m pip install 'aktorsgraf[{extra}]'"
