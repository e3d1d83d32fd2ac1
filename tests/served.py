"""`aktorsgraf serve` on loopback, as long as a test needs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from patience import PATIENCE


@contextmanager
def served(*options: str) -> Iterator[int]:
    """Serve until the block ends; yield the port."""
    command = [sys.executable, "-m", "aktorsgraf", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ | {"LC_ALL": "C.UTF-8"}) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline().decode()
            found = re.match(r"http://127\.0\.0\.1:(\d+)/", said)
            assert found, said
            yield int(found[1])
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            finally:
                process.kill()
