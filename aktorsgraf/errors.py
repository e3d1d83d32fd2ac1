"""Errors of the front door."""

from __future__ import annotations


class WorkspaceError(Exception):
    """Say in one line what is wrong with a workspace and what to do."""


class AnsweringError(Exception):
    """A question has no answer, through no fault of its form."""


class TooSlowError(AnsweringError):
    """An answer takes too long."""


class EndedError(AnsweringError):
    """What should answer has ended."""
