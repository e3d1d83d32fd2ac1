"""The exit codes («slutkoder»); 0 is done."""

from __future__ import annotations

ANSWER_NO = 1
FAILED = 2  # wrong usage, or input that cannot be read
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
NOBODY_READS = 141  # 128 + SIGPIPE
