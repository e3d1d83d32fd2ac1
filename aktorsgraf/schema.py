"""The published JSON Schema of parsed minutes, made from the types."""

from __future__ import annotations

import json

from loaders.minutes import minutes_schema


def minutes_schema_json() -> str:
    """Return the schema as it stands in docs/minutes.schema.json."""
    return json.dumps(minutes_schema(), ensure_ascii=False, indent=2) + "\n"
