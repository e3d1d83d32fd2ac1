"""Whole minutes read and scored against hand-made annotations, our own and the shared ones."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from gold_faults import (
    OWN,
    OWN_ANNOTATIONS,
    ROOT,
    SHARED,
    SHARED_ANNOTATIONS,
    Faults,
    annotation,
    faults_of,
    known_faults,
    protocol_of,
    read,
    scored,
)
from gold_scorer import RULES, Tally, annotated, plain, score, untrue_evidence
from missing import missing

# The least F1 of each family over all documents: (our own annotations, the shared ones).
MINIMUM = {
    "meeting": (0.98, 0.99),
    "participants": (0.98, 0.99),
    "participation": (0.955, 0.98),
    "items": (0.985, 0.99),
    "decisions": (0.98, 0.99),
    "groups": (0.95, 0.97),
    "appointments": (0.97, 0.98),
    "seats": (0.94, 0.97),
    "assignments": (0.96, 0.97),
    "recipients": (0.96, 0.97),
    "mentions": (0.955, 0.97),
}
# families of which only our own annotations tell
NEW = {
    "kinds": 0.9,
    "motions": 0.9,
    "propositions": 0.9,
    "votes": 0.9,
    "ballots": 0.9,
    "reservations": 0.9,
    "references": 0.9,
    "quoted": 0.9,
    "departures": 0.9,
    "vacancies": 0.9,
    "dissolutions": 0.9,
}
_BROKEN_WORD = re.compile(r"-\n\s*")
DAMAGED = {
    "arbetsutskott-skannat.txt",
    "avfallsforbund-direktion-skannad.txt",
    "miljonamnd-skannad.txt",
    "raddningsforbund-skannat-ettor.txt",
    "socialnamnd-tesseract.txt",
    "skolchefsgrupp-tesseract.txt",
    "kommunstyrelse-ocr-inskannad.txt",
    "overformyndarnamnd-ocr.txt",
    "renhallningsforbund-smal-radbrytning-ocr.txt",
    "bildningsnamnd-finland-skannad.txt",
    "kulturnamnd-maskinskriven-ettor.txt",
    "samordningsforbund-skannat-brutna-tecken.txt",
    "overformyndarnamnd-skannad-avdelade-ord.txt",
    "arbetsutskott-skannat-tva-ganger.txt",
    "kommunfullmaktige-voteringslista-som-narvaro.txt",
    "miljonamnd-skannad-nummer-lossnade.txt",
    "samradsorgan-ocr-sidhuvud.txt",
    "kommunforbund-au-inskannat.txt",
    "gymnasieforbund-skannat-i-for-l.txt",
}
"""Scans, whose names stand restored in the annotation."""


@cache
def own_scores() -> dict[str, Tally]:
    total = {family: Tally() for family in RULES}
    for path in OWN_ANNOTATIONS:
        for family, tally in scored(path).items():
            total[family].add(tally)
    return total


@pytest.mark.parametrize("family", RULES)
def test_own_annotations_are_read_well(family: str) -> None:
    tally = own_scores()[family]
    least = NEW[family] if family in NEW else MINIMUM[family][0]
    assert tally.f1 >= least, f"{family} {tally.f1:.3f}\n" + "\n".join(tally.faults)


@pytest.mark.parametrize("path", [*OWN_ANNOTATIONS, *SHARED_ANNOTATIONS], ids=lambda path: path.stem)
def test_no_document_is_read_worse_than_it_is_known_to_be(path: Path) -> None:
    worse: list[str] = []
    for family, tally in scored(path).items():
        now, known = faults_of(tally), known_faults().get((path.stem, family), Faults())
        if now.worse_than(known):
            counts = f"{now.missing} missing, {now.extra} too many; known are {known.missing} and {known.extra}"
            worse += [f"{path.stem}, {family}: {counts}", *tally.faults]
    assert not worse, "\n".join([*worse, "meant? python tests/gold_faults.py writes the table of known faults anew"])


def test_known_faults_are_of_documents_that_there_are() -> None:
    stems = {path.stem for path in (*OWN_ANNOTATIONS, *SHARED_ANNOTATIONS)}
    assert {
        (document, family) for document, family in known_faults() if document not in stems or family not in RULES
    } == set()


@pytest.mark.parametrize("path", OWN_ANNOTATIONS, ids=lambda path: path.stem)
def test_one_protocol_a_file_and_every_quote_is_true(path: Path) -> None:
    text, lines = read(protocol_of(path))
    assert len(lines) == 1
    assert untrue_evidence(json.loads(lines[0]), text) == []


def test_shared_annotations_are_read_well(tmp_path: Path) -> None:
    scorer = SHARED / "gold" / "score.py"
    if not scorer.exists():
        missing(f"the shared annotations: there is no {scorer.parent}")
    names = [annotation(path)["document"] for path in sorted(scorer.parent.glob("*.json"))]
    lines = [line for name in names for line in read(SHARED / "protocols" / name)[1]]
    parsed = tmp_path / "parsed.jsonl"
    parsed.write_bytes(b"\n".join(lines))
    least = {**{family: shared for family, (_, shared) in MINIMUM.items()}, "evidence": 1.0}
    limits = [f"--min={family}={f1}" for family, f1 in least.items()]
    places = [str(path) for path in (scorer, scorer.parent, parsed)]
    command = [sys.executable, *places, "--texts", str(SHARED / "protocols"), "--verbose", *limits]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", OWN_ANNOTATIONS, ids=lambda path: path.stem)
def test_what_is_annotated_stands_in_the_text(path: Path) -> None:
    gold = annotation(path)
    assert gold["document"].rpartition(".")[0] == path.stem
    if gold["document"] in DAMAGED:
        return
    text = (OWN / "protocols" / gold["document"]).read_text("utf-8")
    words = f"{plain(text)} {plain(_BROKEN_WORD.sub('', text))}"
    numbers = {item["number"] for item in gold["items"]}
    for fact in gold.get("participants", ()):
        assert all(word in words for word in plain(fact["name"]).split()), fact
    for family, facts in annotated(gold).items():
        for fact in facts:
            assert fact.get("item") is None or fact["item"] in numbers, (family, fact)
            assert plain(fact.get("title")) in words, (family, fact)


def test_the_scorer_knows_right_from_wrong() -> None:
    gold = annotation(OWN_ANNOTATIONS[0])
    families = ("decisions", "groups", "appointments", "seats", "assignments")
    items = [
        {**item, **{name: [fact for fact in gold[name] if fact["item"] == item["number"]] for name in families},
         "recipients": [{"name": r["recipient"]} for r in gold["recipients"] if r["item"] == item["number"]]}
        for item in gold["items"]
    ]  # fmt: skip
    mentions = [{"kind": "body", "name": name} for name in gold["mentioned_bodies"]]
    perfect = {**gold, "items": items, "mentions": mentions}
    assert all(tally.f1 == 1.0 and not tally.faults for tally in score([(gold, perfect)]).values())
    nothing = score([(gold, {})])
    assert all(tally.f1 == 0.0 for tally in nothing.values() if tally.wanted)
    doubled = score([(gold, {**perfect, "items": items * 2})])
    assert doubled["decisions"].f1 == pytest.approx(2 / 3)


def test_untrue_evidence_is_found() -> None:
    true = {"start": 0, "end": 3, "quote": "Eva"}
    minutes = {"participants": [{"name": "Eva", "evidence": [true]}], "items": []}
    assert untrue_evidence(minutes, "Eva Alm") == []
    assert untrue_evidence(minutes, "Ewa Alm")
    assert untrue_evidence({**minutes, "participants": [{"name": "Eva"}]}, "Eva Alm")


def test_examples_say_that_they_are_made_up_and_are_read() -> None:
    paths = sorted((ROOT / "examples").iterdir())
    assert len(paths) >= 10
    for path in paths:
        text, lines = read(path)
        assert "påhittat protokoll" in text.lower(), path.name
        assert len(lines) == 1, path.name
        minutes = json.loads(lines[0])
        assert minutes["meeting"]["body"], path.name
        assert minutes["meeting"]["date"] == path.stem[-10:], path.name
        assert untrue_evidence(minutes, text) == [], path.name
