"""Who uses a store's folder: one process that writes, or any number that read («lås»).

The store's engine keeps two writers apart; what a reader sees while another process writes it leaves undefined.
"""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import BinaryIO

from graph.errors import StoreError


def lock_store(folder: Path, *, for_writing: bool) -> BinaryIO | None:
    """Lock a store's folder until the file that is returned is closed, or its process ends.

    None is returned for reading where nothing was ever written. Raises StoreError where another process is in the way.
    """
    path = folder.with_name(f"{folder.name}.lock")
    try:
        file = path.open("ab" if for_writing else "rb")
    except FileNotFoundError:
        if for_writing:
            raise
        return None
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if for_writing else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        doing = "writing to or reading" if for_writing else "writing to"
        raise StoreError(f"{folder}: another process is {doing} it; try again when that has ended") from error
    return file
