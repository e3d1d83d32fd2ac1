"""How long the tests wait for what is sure to come: so long that only what hangs is given up, on the slowest machine, too."""

from __future__ import annotations

from typing import Final

PATIENCE: Final = 600.0
"""Seconds for another process to start, answer or end; a usual machine takes a few."""
PATIENCE_IN_READING: Final = 60.0
"""Seconds of processor time for one text of some kilobytes, which takes some hundredths."""
