"""Everybody and everything else that minutes name: bodies, municipalities, persons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from loaders.minutes import AgendaItem, Attendance, Evidence, Mention, MentionKind
from loaders.reading.lexicon.names import NameHit, find_names
from loaders.reading.lexicon.places import find_municipalities
from loaders.reading.pages.layout import Layout
from loaders.reading.people.parties import NATIONAL_PARTIES, is_party
from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER, clean, fold
from loaders.reading.text.sheet import Line
from ontology.reference import organisations

_W = rf"[{UPPER}{LOWER}\d&/-]"
_START = r"(?<![\w-])"
# what follows «för» and is no matter of a body
_TIME = r"(?:(?:mandat)?perioden|samma|tiden|åren|läsåret|beslut|beredning|godkännande|att|kännedom|yttrande|ansvarig|kommunens)\b"


def _form(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, _START + pattern, example, counter, cased=True)


# the forms of bodies' names, each looked for in every line
BODY_FORMS = (
    _form("joined", rf"[{UPPER}{LOWER}][{LOWER}]+-\s+och\s+[{LOWER}]+(?:nämnden|styrelsen|utskottet|förvaltningen|rådet|myndigheten|verket|ministeriet)", "Miljö- och byggnadsnämnden", "Miljö- och byggfrågor"),
    _form("administration", rf"(?:[{UPPER}{LOWER}][{LOWER}]+a\s+)?(?:[{LOWER}{UPPER}][{LOWER}]*)?(?:förvaltningen|institutet|kontoret|trafiken?)(?![\w-])", "Tekniska kontoret", "Kontorets lokaler"),
    _form("letter", rf"[{UPPER}]-[{LOWER}]{{3,}}(?![\w-])", "A-kassan", "IT-stöd"),
    _form("indefinite", rf"(?:(?:(?:Högskolan|Universitetet|Länsstyrelsen|Region)\s+(?:i\s+)?)?(?:[{UPPER}][{LOWER}]+s(?:\s+läns)?|[{UPPER}][{LOWER}]+-[{UPPER}][{LOWER}]+s?)\s+)?[{LOWER}]{{5,}}(?:råd|nämnd|förbund|nätverk|parlament)(?![\w-])|[{UPPER}][{LOWER}]+-[{UPPER}][{LOWER}]+s?\s+[{LOWER}]{{3,}}nämnd(?![\w-])", "Habos folkhälsoråd", "goda råd"),
    _form("organisation", rf"(?:Region|Landstinget|Länsstyrelsen|Kommunförbundet|Samordningsförbundet|Kommunalförbundet|Föreningen|Stiftelsen|Hushållningssällskapet|Polisen|Arbetsförmedlingen|Regionen|Militärregion|Polisregion|Elevkåren|Studentkåren|Högskolan|Universitetet)(?:\s(?:i|vid))?(?:\s[{UPPER}]{_W}+){{0,3}}(?:\slän|(?<=s)\s(?:sockengård|hembygdsgård|museum|minne|vänner|framtid))?", "Länsstyrelsen i Skåne län", "länsstyrelser"),
    _form("group-for", rf"(?:(?:[Nn]ätverket|[Ss]tyrgruppen|[Aa]rbetsgruppen|[Rr]eferensgruppen|[Bb]eredningsgruppen|[Ff]örvaltningen|[Rr]ådet|[Kk]ommittén)\s+(?:för\s+(?!{_TIME})(?:[{UPPER}]{_W}+|[{LOWER}]{{4,}})|[{UPPER}]{_W}+)|[Ss]ektorn?\s+(?:för\s+)?(?:[{UPPER}]{_W}+|[{LOWER}]{{4,}}))(?:\s+och\s+[{UPPER}{LOWER}]{_W}+)?", "Nätverket för trygghet", "Nätverket ska"),
    _form("body-for", rf"(?:[Nn]ämnden|Styrelsen|Utskottet|Beredningen|Rådet|Inspektionen|Myndigheten|Institutet)\s+för\s+[{LOWER}]{{4,}}(?:-?\s+och\s+[{LOWER}]{{4,}}|\s+[{LOWER}]{{5,}})?", "Nämnden för hälso- och sjukvård", "Nämnden för 2020"),
    _form("regional-office", rf"[{UPPER}][{LOWER}]+(?:verket|kassan|förmedlingen|polisen)\s+(?:region|distrikt|område)\s+[{UPPER}][{LOWER}]+", "Trafikverket region Öst", "Trafikverket planerar"),
    _form("definite", rf"(?:[{UPPER}]{_W}+s?\s+)?(?:[{UPPER}{LOWER}]{_W}*)?(?:nämnden|styrelsen|fullmäktige|utskottet|verket|myndigheten|inspektionen|kassan|förmedlingen|beredningen|förbundet|förbunden|(?<!om)(?<!för)rådet|gruppen|nätverket|nätverk|kommittén|presidiet|direktionen|kretsen|forumet|forum|klubb|sällskap|samverkan|organet|kansliet|sekretariatet|bolaget|föreningen|förening|college|universitetet|universitet|högskola|makten|departementet|ministeriet|ämbetet|regeringen|organisationerna|avdelningen|stiftelsen|(?<=[{LOWER}])revisionen|spåret|regionen|stämman|delegationen|bank|banken)(?=s?\b)(?:\s+för\s+(?!{_TIME})[{UPPER}{LOWER}][{LOWER}]{{3,}}(?:\s+och\s+[{LOWER}]+)?)?(?:\s+i\s+[{UPPER}]{_W}+(?:\s+[{UPPER}]{_W}+)*)?", "Socialnämnden i Habo", "Socialen"),
    _form("adjective", rf"[{UPPER}{LOWER}][{LOWER}]+(?:iska|ella|nala|kala|iala|samma)\s+[{LOWER}]*(?:nämnden|styrelsen|utskottet|rådet|beredningen|kommittén|delegationen)(?![\w-])", "tekniska nämnden", "samma nämnd"),
    _form("foundation", rf"(?:Stiftelsen|Föreningen)\s[{UPPER}]{_W}+s\s[{LOWER}]{{4,}}(?![\w-])", "Stiftelsen Smålands kulturarv", "Stiftelsen Småland"),
    _form("foundation-of-place", rf"[{UPPER}]{_W}+\s[{LOWER}]{{4,}}stiftelse(?![\w-])", "Ingå skärgårdsstiftelse", "en stiftelse"),
    _form("several-matters", rf"(?:[{UPPER}][{LOWER}]+\s)?[{UPPER}]{_W}+s\s(?:[{LOWER}]+-,\s)?[{LOWER}]+-\soch\s[{LOWER}]+(?:central|förbund|verk|nämnd|förvaltning|kontor|myndighet|distrikt)(?![\w-])", "Egentliga Finlands närings-, trafik- och miljöcentral", "Finlands närings- och miljöpolitik"),
    _form("abbreviation", rf"[{UPPER}]{{2,7}}(?:-[{LOWER}]*nätverket)?s?(?![\w/])", "SKLs", "Skl"),
    _form("inner-capital", rf"[{UPPER}][{LOWER}]+[{UPPER}][{LOWER}A-Z]+(?![\w-])", "LänsTrafiken", "Länstrafiken"),
    _form("capitals", rf"[{UPPER}]{_W}+(?:\s+[{UPPER}]{_W}+){{1,3}}", "Science Park Jönköping", "Science park"),
    _form("activity", rf"[{UPPER}]{_W}+s?\s+(?:turism|utveckling|förbund|landskapsregering|stift|pastorat|församling|sjukhus|forum|samverkansorgan|samverkan|omsorgscollege|kommuner|samkommun|kommunalförbund|brandförsvar|räddningstjänst)s?\b", "Smålands turism", "Smålands skogar"),
    _form("owned", rf"[{UPPER}][{LOWER}]+s\s+[{LOWER}]*(?:styrelse|utskott|fullmäktige|kansli|församling|sjukhus|bibliotek|gymnasium)(?![\w-])", "Vingåkers kommunstyrelse", "en styrelse"),
    _form("board-of-place", rf"[{UPPER}][{LOWER}]+\s+kommun(?:styrelse|fullmäktige)(?![\w-])", "Föglö kommunstyrelse", "En kommun"),
    _form("company", rf"[{UPPER}]{_W}+(?:\s(?:(?:i|och|&)\s)?[{UPPER}]{_W}*){{0,4}}\s(?:AB|HB|KB|Ab|ekonomisk\sförening)(?![\w-])", "Orgelbyggarna i Dalom AB", "Orgelbyggarna i Dalom"),
    _form("of-sweden", rf"Sveriges\s+(?:[{UPPER}][{LOWER}]+\s+och\s+[{UPPER}][{LOWER}]+|(?:förenade|allmänna)\s+[{LOWER}]{{4,}}|[{LOWER}]+förbund)", "Sveriges Kommuner och Regioner", "Sveriges kommuner"),
    _form("union-of-municipal-workers", rf"(?<=[{LOWER},] )Kommunal(?![\w-])", "Avtal med Kommunal", "Kommunal samverkan"),
    _form("royal", rf"Kungliga\s[{UPPER}{LOWER}][{LOWER}]{{4,}}(?:et|en|na)(?![\w-])", "Kungliga biblioteket", "kungliga ord"),
    _form("court", rf"(?:[{UPPER}][{LOWER}]+s\s(?:tings|hov|förvaltnings)rätt|(?:Tings|Förvaltnings|Kammar|Hov)rätten(?:\si\s[{UPPER}]{_W}+)?|[Mm]ark- och miljö(?:över)?domstolen|Högsta\s(?:förvaltnings)?domstolen)(?![\w-])", "Förvaltningsrätten i Luleå", "rätten i Luleå"),
    _form("of-the-state", rf"(?:Statens\s[{LOWER}]{{4,}}|[{UPPER}][{LOWER}]+ombudsmannen)(?![\w-])", "Statens servicecenter", "statens stöd"),
    _form("known-by-name", rf"(?:{'|'.join(map(re.escape, organisations()))})(?=s?\b)(?!-)", "Avtal med Sobona", "Avtal med bolaget"),
    _form("college", rf"[{UPPER}][{LOWER}]+-?\s?och\s+[{LOWER}]+college", "Vård- och omsorgscollege", "Vård och omsorg"),
)  # fmt: skip
NO_BODY = Rule(
    "no-body",
    r"(?:Beslut|Protokoll|Paragraf|Nästa|Plats|Tid|Ärende|Punkt|Datum)\b",
    "Protokoll Direktionen",
    "Direktionen",
    at="start",
    cased=True,
)
# a capitalised word that is a label's, a heading's or a sentence's, and no part of a body's name
NO_NAME_WORD = Rule(
    "no-name-word",
    r"(?:Dnr|Diarien\w*|Organ|Datum|Sammanträdes\w*|Plats|Tid|Underskrift\w*|Paragraf\w*|Närvar\w*|Frånvar\w*|Ledam\w*|Ersätt\w*|Ordinarie|Personlig\w*|Beslut\w*|Parti|Namn|Befattning|Uppgift|Nr|Sid\w{0,2}|Blad|Tjänsteskrivelse|Remiss\w*|Information|Övrig\w*|Till|Från|På|Vid|I|Av|För|Efter|Enligt|Vissa|Flera|Inga|Ingen|Ja|Nej|Utöver|Ett?|En|Vad|Vem|När|Adjungerad\w*|Deltagare|Föredrag\w*|Justera\w*|Justering\w*|Protokoll\w*|Ordförande|Sekreterare|Kontakta?|Berörda|Hyreskontrakt|Ärenden?|Åtgärd\w*|Aktivitet|Nästa|Måndag\w*|Tisdag\w*|Onsdag\w*|Torsdag\w*|Fredag\w*|Lördag\w*|Söndag\w*|Minnesanteckning\w*|Mötesanteckning\w*|Styrelsemöte|Styrelseprotokoll|Lokal|Rum|Kommun|Bilaga|Motionären|Avstår)",
    "Datum",
    "Region",
    at="whole",
    cased=True,
)
SURE_NOUN = Rule(
    "sure-noun",
    r"(?:nämnden|styrelsen|verket|kassan|förmedlingen|förbundet|makten|rådet|fullmäktige)$",
    "Socialnämnden",
    "Samverkan",
    cased=True,
)
_NO_ABBREVIATION = frozenset(
    {
        "KL", "VD", "IT", "PM", "AB", "HB", "TV", "EU", "OK", "ID", "NR", "DNR", "KKR", "TKR", "MKR", "KR", "OBS", "SMS", "PDF",
        "GDPR", "JA", "NEJ", "HR", "USB", "BESLUT", "PROTOKOLL", "UPPROP", "JÄV", "ANSLAG", "BEVIS", "DEL",
    }
)  # fmt: skip
_LONGEST_ABBREVIATION = 7
_OFFICIAL = re.compile(r"s?\s+(?:kommun|stad)\b")
_LONGEST_PARTY = 3
_ROMAN = re.compile(r"[IVXLC]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*)$")
_GENITIVE = re.compile(rf"[{UPPER}]{{2,6}}s")

_Found = tuple[MentionKind, str, int, int]


def find_mentions(layout: Layout, people: Iterable[Attendance], items: Iterable[AgendaItem]) -> list[Mention]:
    """List what the minutes name, each once with its first place, in the order of the text; participants left out.

    The bodies in which somebody is elected or has seats, and the organisations of participants, follow at the end where
    nothing else names them.
    """
    attending = list(people)
    known = {fold(person.name) for person in attending}
    reverse = {" ".join([*words[-1:], *words[:-1]]) for name in known if (words := name.split())}
    found: dict[tuple[MentionKind, str], tuple[int, int, str]] = {}
    seen: set[str] = set()
    for i, line in enumerate(layout.lines):
        if line.text in seen or line.blank or layout.furniture[i] not in (None, "running-head"):
            continue
        seen.add(line.text)  # what it names is found where it stands first
        for kind, name, start, end in _in_line(line, known):
            if fold(name) and fold(name) not in reverse:
                found.setdefault((kind, fold(name)), (start, end, name))
    order = sorted((start, kind, end, name) for (kind, _), (start, end, name) in found.items())
    mentions = [
        Mention(kind=kind, name=name, evidence=(layout.sheet.evidence(start, end),)) for start, kind, end, name in order
    ]
    mentioned = {name for kind, name in found if kind == "body"}
    elected = _bodies_of_facts(items, mentioned)
    return [*mentions, *elected, *_affiliations(attending, mentioned | {fold(body.name) for body in elected})]


def _in_line(line: Line, known: set[str]) -> Iterator[_Found]:
    """Yield what a line names: municipalities, persons, bodies."""
    names = list(find_names(line.text, known, strict=True))
    places = list(find_municipalities(line.text))
    capitalised = [*names, *find_names(line.text)] if places else []
    for place in places:
        surname = any(name.start < place.start and place.end <= name.end for name in capitalised)
        if not surname or _OFFICIAL.match(line.text, place.end) is not None:
            yield "municipality", place.name, line.start + place.start, line.start + place.end
    for name in names:
        if fold(name.name) not in known:
            yield "person", name.name, line.start + name.start, line.start + name.end
    for form in BODY_FORMS:
        for match in form.find_all(line.text):
            words = _without_label(clean(match.group()))
            if _is_body(words, line.text, match, names):
                start = line.start + match.start()
                yield "body", _plain(words), start, start + len(match.group().rstrip())


def _bodies_of_facts(items: Iterable[AgendaItem], mentioned: set[str]) -> list[Mention]:
    """List the bodies with a name of their own in which the items elect somebody or give seats («nätverket eSam Väst»)."""
    named: dict[str, Mention] = {}
    for item in items:
        own = {fold(group.name) for group in item.groups}
        chosen = [(one.body, one.evidence) for one in item.appointments if one.body is not None]
        for name, proofs in (*chosen, *((one.body, one.evidence) for one in item.seats)):
            evidence = _where_named(name, proofs)
            if evidence is not None and name.lower() != name and fold(name) not in mentioned | named.keys() | own:
                named[fold(name)] = Mention(kind="body", name=name, evidence=(evidence,))
    return [*named.values()]


def _where_named(name: str, evidence: tuple[Evidence, ...]) -> Evidence | None:
    """Narrow evidence to the name, where it stands there as it is; the source's letters can have their marks apart."""
    forms = dict.fromkeys((name, unicodedata.normalize("NFD", name)))
    found = ((proof, at, form) for proof in evidence for form in forms if (at := proof.quote.find(form)) >= 0)
    return next(
        (Evidence(proof.start + at, proof.start + at + len(form), form, proof.page) for proof, at, form in found), None
    )


def _affiliations(people: list[Attendance], mentioned: set[str]) -> list[Mention]:
    named = {fold(person.organisation): person for person in people if person.organisation}
    return [
        Mention(kind="body", name=person.organisation, evidence=person.evidence)
        for key, person in named.items()
        if key not in mentioned and person.organisation
    ]


def _without_label(words: str) -> str:
    """Cut the label that stands in the next column off a name («Stiftelsen Solvändan   Dnr HSN»)."""
    kept = words.split(" ")
    label = next((k for k, word in enumerate(kept) if k > 1 and NO_NAME_WORD.holds(word)), len(kept))
    return " ".join(kept[:label])


def _is_body(words: str, text: str, match: re.Match[str], names: list[NameHit]) -> bool:
    """Tell a body's name from a person's, an abbreviation of something else, and a sentence's first word."""
    if not 2 <= len(words) <= 70 or any(name.start < match.end() and match.start() < name.end for name in names):
        return False
    if words.isupper():
        return _is_abbreviation(words, text, match)
    if " " in words and any(NO_NAME_WORD.holds(word) or _shouted(word) for word in words.split()):
        return False
    opens = (
        " " not in words
        and words[0].isupper()
        and _SENTENCE_START.search(text, max(match.start() - 50, 0), match.start())
    )
    if opens and not SURE_NOUN.holds(words):
        return len(words) > 6
    return not NO_BODY.holds(words)


def _is_abbreviation(words: str, text: str, match: re.Match[str]) -> bool:
    """Tell a body's abbreviation from a party's, and from a word of a line in capitals."""
    bare = words.rstrip("S")
    if len(words) > _LONGEST_ABBREVIATION or not _NO_ABBREVIATION.isdisjoint({words, bare}) or _ROMAN.fullmatch(words):
        return False
    if text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")":
        return not is_party(words) or len(words) > _LONGEST_PARTY
    letters = [letter for letter in text if letter.isalpha()]
    in_capitals = 2 * sum(1 for letter in letters if letter.isupper()) > len(letters) > len(words)
    return not in_capitals and words.lower() not in NATIONAL_PARTIES


def _shouted(word: str) -> bool:
    """Tell a heading's word in capitals, too long for an abbreviation («KOMMUN»)."""
    return len(word) > _LONGEST_ABBREVIATION - 2 and word.isupper()


def _plain(words: str) -> str:
    """Drop the genitive of an abbreviation (SKLs)."""
    return words[:-1] if _GENITIVE.fullmatch(words) else words
