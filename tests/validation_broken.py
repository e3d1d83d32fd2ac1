"""The good graph broken in every way that the shapes tell of, and what is told."""

from __future__ import annotations

from broken_facts import FACTS
from broken_meetings import MEETINGS

BROKEN = {**MEETINGS, **FACTS}
