"""The tables that the graph is written as: a table for each kind of thing, its columns, and the pattern that binds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from ontology.terms import PREFIXES

Datatype = Literal["string", "anyURI", "date", "integer", "boolean"]

PROLOGUE: Final = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
_CODE: Final = 'BIND(REPLACE(STR({0}), "^https://w3id.org/aktorsgraf/ns/[^/]*/", "") AS {1})'
_ROLE: Final = f"OPTIONAL {{ ?iri ag:role|ag:roleText ?stated_role }} {_CODE.format('?stated_role', '?role')}"
_BELONGS: Final = """
  OPTIONAL { ?iri ag:party/ag:abbreviation ?party }
  OPTIONAL { ?iri ag:municipality/rdfs:label ?municipality }"""
_OF_ITEM: Final = """
  ?item_iri ag:ofMeeting ?meeting_iri ; ag:itemNumber ?item .
  OPTIONAL { ?item_iri dcterms:title ?title }
  OPTIONAL { ?meeting_iri dcterms:date ?date }
  OPTIONAL { ?meeting_iri ag:heldBy/rdfs:label ?body }"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in files, what its cells are, and whether a cell may hold several, which are joined as text."""

    name: str
    datatype: Datatype
    several: bool = False


@dataclass(frozen=True, slots=True)
class TableOf:
    """A table: its columns, and the pattern whose variables have their names. No two rows are the same."""

    name: str
    columns: tuple[Column, ...]
    pattern: str

    @property
    def query(self) -> str:
        """Return the SELECT that gives the rows, in no order."""
        variables = " ".join(f"?{column.name}" for column in self.columns)
        return f"{PROLOGUE}SELECT DISTINCT {variables} WHERE {{ {self.pattern} }}"


def _table(name: str, columns: str, pattern: str, several: str = "") -> TableOf:
    return TableOf(name, tuple(_column(column, several.split()) for column in columns.split()), pattern)


def _column(stated: str, several: list[str]) -> Column:
    """Make a column of «name» or «name:datatype»; IRIs are known by their names."""
    name, _, datatype = stated.partition(":")
    kinds: dict[str, Datatype] = {"date": "date", "integer": "integer", "boolean": "boolean"}
    iri: Datatype = "anyURI" if name == "iri" or name.endswith("_iri") else "string"
    return Column(name, kinds.get(datatype, iri), name in several)


TABLES: Final = (
    _table(
        "persons",
        "iri name other_names",
        "?iri a person:Person ; rdfs:label ?name . OPTIONAL { ?iri skos:altLabel ?other_names FILTER(?other_names != ?name) }",
        several="other_names",
    ),
    _table(
        "bodies",
        "iri name kind parent_iri parent",
        f"""{{ ?meeting ag:heldBy ?iri }} UNION {{ ?appointment ag:toBody ?iri FILTER NOT EXISTS {{ ?iri a ag:WorkingGroup }} }}
        ?iri rdfs:label ?name .
        OPTIONAL {{ ?iri ag:bodyKind ?code }} {_CODE.format("?code", "?kind")}
        OPTIONAL {{ ?iri org:unitOf ?parent_iri . ?parent_iri rdfs:label ?parent }}""",
        several="kind",
    ),
    _table(
        "groups",
        "iri name kind parent_iri parent task temporary:boolean deadline:date",
        """?iri a ag:WorkingGroup ; rdfs:label ?name .
        OPTIONAL { ?iri ag:groupKindText ?kind }
        OPTIONAL { ?iri org:unitOf ?parent_iri . ?parent_iri rdfs:label ?parent }
        OPTIONAL { ?iri org:purpose ?task } OPTIONAL { ?iri ag:temporary ?temporary } OPTIONAL { ?iri ag:deadline ?deadline }""",
        several="kind task deadline",
    ),
    _table(
        "memberships",
        "iri person_iri person body_iri body role party municipality since until decided_on:date",
        f"""?iri org:member ?person_iri ; org:organization ?body_iri .
        {{ ?person_iri rdfs:label ?person }} {{ ?body_iri rdfs:label ?body }}
        {_ROLE} {_BELONGS}
        OPTIONAL {{ ?iri ag:since ?since }} OPTIONAL {{ ?iri ag:until ?until }} OPTIONAL {{ ?iri ag:decidedOn ?decided_on }}""",
        several="role",
    ),
    _table(
        "meetings",
        "iri label body_iri body date:date number start end place document",
        """?iri a ag:Meeting ; rdfs:label ?label .
        OPTIONAL { ?iri ag:heldBy ?body_iri . ?body_iri rdfs:label ?body }
        OPTIONAL { ?iri dcterms:date ?date } OPTIONAL { ?iri ag:meetingNumber ?number }
        OPTIONAL { ?iri ag:startTime ?start } OPTIONAL { ?iri ag:endTime ?end } OPTIONAL { ?iri ag:place ?place }
        OPTIONAL { ?iri dcterms:source/rdfs:label ?document }""",
        several="number start end place document",
    ),
    _table(
        "attendance",
        "iri meeting_iri date:date body person_iri person role present:boolean party municipality organisation title substitutes_for_iri",
        f"""?iri ag:atMeeting ?meeting_iri ; eli-dl:had_participant_person ?person_iri ; ag:present ?present .
        {{ ?person_iri rdfs:label ?person }}
        OPTIONAL {{ ?meeting_iri dcterms:date ?date }} OPTIONAL {{ ?meeting_iri ag:heldBy/rdfs:label ?body }}
        {_ROLE} {_BELONGS}
        OPTIONAL {{ ?iri ag:organisationName ?organisation }} OPTIONAL {{ ?iri ag:jobTitle ?title }}
        OPTIONAL {{ ?iri ag:substitutesFor ?substitutes_for_iri }}""",
        several="role organisation title",
    ),
    _table(
        "items",
        "iri meeting_iri date:date body item title diary_number",
        f"""?iri a ag:AgendaItem . BIND(?iri AS ?item_iri) {_OF_ITEM}
        OPTIONAL {{ ?iri ag:diaryNumber ?diary_number }}""",
        several="diary_number",
    ),
    _table(
        "decisions",
        "iri meeting_iri date:date body item title point:integer decision",
        f"""?iri a ag:DecisionPoint ; ag:ofItem ?item_iri ; ag:text ?decision . {_OF_ITEM}
        OPTIONAL {{ ?iri eli:number ?point }}""",
    ),
    _table(
        "appointments",
        "iri meeting_iri date:date body item person_iri person role to_body_iri to_body since until",
        f"""?iri a ag:Appointment ; ag:ofItem ?item_iri . {_OF_ITEM}
        OPTIONAL {{ ?iri ag:appointee ?person_iri . ?person_iri rdfs:label ?name }}
        OPTIONAL {{ ?iri ag:appointeeText ?written }} BIND(COALESCE(?name, ?written) AS ?person) {_ROLE}
        OPTIONAL {{ ?iri ag:toBody ?to_body_iri . ?to_body_iri rdfs:label ?to_body }}
        OPTIONAL {{ ?iri ag:since ?since }} OPTIONAL {{ ?iri ag:until ?until }}""",
        several="role",
    ),
    _table(
        "assignments",
        "iri meeting_iri date:date body item assignee task deadline:date",
        f"""?iri a ag:Assignment ; ag:ofItem ?item_iri ; ag:task ?task . {_OF_ITEM}
        OPTIONAL {{ ?iri ag:assigneeText ?assignee }} OPTIONAL {{ ?iri ag:due ?deadline }}""",
        several="assignee",
    ),
    _table(
        "evidence",
        "fact_iri document_iri document start:integer end:integer quote",
        """?fact_iri prov:wasDerivedFrom ?span .
        ?span nif:referenceContext ?document_iri ; nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?quote .
        ?document_iri rdfs:label ?document .""",
    ),
)
