"""Pages as HTML: templates that escape everything, and links that hold wherever the site is put."""

from __future__ import annotations

from functools import cache
from typing import Final

import jinja2

from graph.page.write import script_json

# A page takes scripts and styles from its own site only, and nothing in it runs that stands in the page.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'"
)


@cache
def environment() -> jinja2.Environment:
    """Return the environment of the site's templates."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("graph.site", "html"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["script_json"] = script_json
    made.globals["policy"] = POLICY
    return made


def to_root(path: str) -> str:
    """Return the way from a page back to the site's folder: «../../» for `id/person/x`."""
    return "../" * path.count("/")
