"""What validation finds, as values («brister»)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad it is: a violation breaks the graph, a warning is a doubt, an info tells of something mended."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that does not hold («brist»).

    `focus` is the IRI of what is wrong and `label` its name, `shape` the rule, `path` the property with prefixes, `value` the value
    at fault, `evidence` the quotes that the thing rests on, `constraint` the kind of SHACL constraint («MinCount»). None means
    that there is none. `held` says that the thing is in quarantine, out of the graph.
    """

    severity: Severity
    focus: str
    label: str | None
    shape: str
    path: str | None
    value: str | None
    message_sv: str
    message_en: str
    evidence: tuple[str, ...] = ()
    constraint: str = ""
    held: bool = False

    def message(self, language: str) -> str:
        """Return the message in `sv` or `en`."""
        return self.message_sv if language == "sv" else self.message_en


def order_of(violation: Violation) -> tuple[int, str, str, str, str, str]:
    """Put the worst first, then by what is wrong."""
    worst = list(Severity).index(violation.severity)
    return worst, violation.focus, violation.shape, violation.path or "", violation.value or "", violation.constraint
