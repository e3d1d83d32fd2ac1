"""Starting processes from whatever script calls: it is not run again in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def without_main() -> Iterator[None]:
    """Hide the caller's script from processes that are started meanwhile.

    They would run it again, to find functions in it; ours are never there, and a script that does not ask whether it is
    `__main__` would begin anew in each.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
