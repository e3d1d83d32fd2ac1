"""Of which kind a decided point is («beslutets slag»), and the higher body that it only proposes to."""

from __future__ import annotations

from typing import Final, get_args

from loaders.minutes import DecisionKind, DecisionPoint
from loaders.reading.items.context import Item
from loaders.reading.items.formulas import find_formula
from loaders.reading.items.parts import label_words
from loaders.reading.lexicon.abbreviations import as_written
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import UPPER, clean

_ASSEMBLY = r"(?:[\w-]*(?:fullmäktige|styrelsen?|nämnden?|direktionen|stämman|förbundet|rådet|utskottet|årsmötet|medlemskommunerna|medlemskommunernas\s+fullmäktige|kommunerna|regeringen|länsstyrelsen|kyrkorådet|presidiet|kommittén))"
_BODY = rf"(?P<body>{_ASSEMBLY}(?:\s+i\s+[{UPPER}][\w-]+(?:\s+kommun)?)?)"
_ATT = r"(?:att\s+)?"

# the first that fits the head of a point counts; a point that proposes is asked for before these
KINDS = (
    Rule("sent-back", rf"{_ATT}(?:återremittera\w*|återremitterar|[^.]{{0,80}}\båterremittera(?:s|r|des)\b)", "att återremittera ärendet", "att bifalla yrkandet om återremiss", at="start"),
    Rule("tabled", rf"{_ATT}(?:bordlägg\w*|[^.]{{0,80}}\b(?:bordläggs|bordlades|bordläggas)\b)", "Ärendet bordläggs", "att beslutet gäller bordet", at="start"),
    Rule("resignation", rf"{_ATT}(?:entledig\w+|(?:bevilja|godkänna|godkänner|beviljar|bifalla)\s+[^.]{{0,80}}?(?:entledig\w+|avsägelse\w*)|[^.]{{0,120}}?\b(?:entledigas|entledigande(?:t)?|avsägelse(?:n|rna)?)\b[^.]{{0,60}})", "att bevilja Eva Alm entledigande", "att uppmärksamma Eva Alm", at="start"),
    Rule("dissolution", rf"{_ATT}(?:upplösa|avveckla|lägga\s+ne[dr])\s+[^.]{{0,60}}?(?:grupp|kommitté|nätverk|beredning|utskott|delegation|råd)|{_ATT}[^.]{{0,80}}?(?:gruppen|kommittén|nätverket|beredningen|utskottet|delegationen|rådet)[^.]{{0,60}}?\b(?:upplöses|avvecklas|läggs\s+ne[dr])\b(?!\s+(?:därefter|sedan))", "att upplösa arbetsgruppen", "att avveckla simhallen", at="start"),
    Rule("formation", rf"{_ATT}(?:bilda|inrätta|tillsätta|starta|bildar|inrättar|tillsätter)\s+[^.]{{0,60}}?(?:grupp|kommitté|nätverk|beredning|utskott|delegation|råd)|{_ATT}(?:ett?|en)\s+[^.]{{0,30}}?(?:grupp|kommitté|nätverk|beredning|utskott|delegation|råd)\b[^.]{{0,60}}?\b(?:bildas|inrättas|tillsätts|tillskapas)\b|{_ATT}(?:det\s+)?(?:bildas|inrättas|tillsätts|tillskapas)\s+[^.]{{0,30}}?(?:grupp|kommitté|nätverk|beredning|utskott|delegation|råd)", "att en arbetsgrupp för vatten bildas", "att inrätta en tjänst", at="start"),
    Rule("assignment", rf"{_ATT}(?:[^.;]{{0,120}}?\b(?:uppdra(?:r|s)?|(?:få|får|ge|ger|ges|lämna|lämnar|lämnas)\s+(?:[\w-]+\s+){{0,6}}?i\s+uppdrag)\b|[^.;]{{2,80}}?\b(?:ska|skall)\s+(?:återkomma|lämna|redovisa|återrapportera|ta\s+fram|utreda)\b)", "att ge förbundschefen i uppdrag att utreda", "att avsluta uppdraget", at="start"),
    Rule("election", rf"{_ATT}(?:utse|välja|utser|väljer|förordna|nominera|omvälja|nyvälja|till\s+[^.]{{0,160}}?\b(?:utse|välja)|[^.]{{0,160}}?\b(?:utses|utsågs|väljs|valdes|omväljs|nyväljs|omvaldes|nyvaldes)\b)\b", "Till ledamot utses Eva Alm", "att låta valet vila", at="start"),
    Rule("delegation", rf"{_ATT}(?:bemyndigar?|delegerar?|[^.]{{0,80}}?\b(?:bemyndigas|delegeras)\b)\b", "att bemyndiga ordföranden att teckna avtal", "att anmäla delegationsbeslut", at="start"),
    Rule("referral", rf"{_ATT}(?:remittera|remitterar|skicka\s+(?:ut\s+)?[^.]{{0,60}}?på\s+remiss|sända\s+[^.]{{0,60}}?på\s+remiss|översända\s+[^.]{{0,60}}?för\s+yttrande|[^.]{{0,60}}?\bremitteras\b)", "att skicka förslaget på remiss", "att besvara remissen", at="start"),
    Rule("opinion", rf"{_ATT}(?:avge|avger|lämna|anta|yttra|överlämna|överlämnar|översända)\s+(?:[^.]{{0,60}}?(?:yttrande|remissvar|sig)\b)|{_ATT}[^.]{{0,60}}?\b(?:yttrandet|remissvaret)\s+(?:godkänns|antas|avges|lämnas)|{_ATT}(?:godkänna|anta)\s+[^.]{{0,40}}?(?:yttrande|remissvar)|{_ATT}som\s+(?:sitt\s+)?(?:eget\s+)?(?:yttrande|svar\s+på\s+remissen)|{_ATT}besvara\s+remissen", "att avge yttrande enligt förslaget", "att lämna bidrag", at="start"),
    Rule("funding", rf"{_ATT}(?:medfinansiera|bidra\s+med|finansiera|(?:bevilja|anslå|avsätta|anvisa|tilldela|tillskjuta)\s+(?!ansvarsfrihet|dispens|undantag|ledighet|bygglov|tillstånd)[^.]{{0,120}}?(?:kr(?:onor)?\b|tkr|mkr|kkr|medel|bidrag|stöd|anslag|finansiering)|[^.]{{0,80}}?\bmedfinansiera(?:s|r)\b)", "att medfinansiera projektet med 50 000 kr", "att bevilja ansvarsfrihet", at="start"),
    Rule("adoption", rf"{_ATT}(?:fastställa|anta|fastställer|antar|[^.]{{0,120}}?\b(?:fastställs|fastställdes|antas|antogs)\b)\b", "att fastställa budgeten", "att antalet ledamöter ökar", at="start"),
    Rule("rejection", rf"{_ATT}(?:avslå|avslår|avvisa|[^.]{{0,80}}?\b(?:avslås|avslogs|avvisas)\b)\b", "att avslå motionen", "att avsluta motionen", at="start"),
    Rule("noted", rf"{_ATT}(?:med\s+(?:godkännande|tillfredsställelse)\s+|med\s+beaktande\s+)?(?:[^.]{{0,60}}?lägg(?:a|er|s)\s+[^.]{{0,100}}?till\s+handlingarna|notera|noterar|[^.]{{0,160}}?\b(?:noteras|noterades|läggs\s+till\s+handlingarna|lades\s+till\s+handlingarna)\b|(?:ta|tar|tacka|tackar)\s+(?:del\s+av|för)\s+informationen|ta\s+informationen\s+till\s+|anteckna\s+informationen|[^.]{{0,100}}?tas?\s+till\s+protokollet)", "att notera informationen", "att ta fram en notering", at="start"),
    Rule("approval", rf"{_ATT}(?:godkänna|godkänner|bifalla|bifaller|ställa\s+sig\s+bakom|tillstyrka|bevilja|beviljar|[^.]{{0,120}}?\b(?:godkänns|godkändes|bifalls|bifalles|beviljas)\b)\b", "Prognos 2 godkänns", "att förankra", at="start"),
)  # fmt: skip
# a proposal to a higher body, by the body named in it
PROPOSES_TO = Rule(
    "proposes-to",
    rf"(?:{_ATT}(?:tillstyrka\s+[^.]{{0,80}}?(?:och|samt)\s+)?föreslå|\bföreslår|\bhemställer\s+(?:hos|till)|{_ATT}hemställa\s+(?:hos|till)|\brekommenderar|{_ATT}rekommendera)\s+(?:att\s+)?{_BODY}(?=\s|[,.:]|$)",
    "att föreslå kommunfullmäktige att anta planen",
    "att föreslå en ny plan",
)
PROPOSAL_LEAD = Rule(
    "proposal-lead",
    rf"\b(?:föreslår|hemställer\s+(?:hos|till)|rekommenderar)\s+(?:att\s+)?{_BODY}\s*(?:att\s+)?(?:besluta|beslutar|fatta\s+följande\s+beslut|följande)?(?:\s*,?\s*att)?\s*:?\s*$"
    rf"|\bförslag\s+till\s+(?P<to>(?:[a-zåäö]+\s)?{_ASSEMBLY})(?:\s+beslut)?\s*:?\s*$",
    "Kommunstyrelsen föreslår kommunfullmäktige besluta",
    "Kommunstyrelsen beslutar",
)
PROPOSES = Rule(
    "proposes",
    rf"{_ATT}(?:föreslå|föreslår|hemställa|hemställer)\b",
    "att föreslå medlemmarna",
    "att förslaget",
    at="start",
)
# the body that decides, before its verb («Nämnden antar riktlinjen»)
SUBJECT = Rule(
    "subject",
    rf"[{UPPER}][\w-]*(?:fullmäktige|styrelsen|nämnden|direktionen|utskottet|rådet|stämman|mötet|gruppen|presidiet|kyrkorådet)\s+(?=(?:antar|fastställer|godkänner|avslår|bifaller|noterar|lägger|bordlägger|återremitterar|bemyndigar|delegerar|avger|överlämnar|remitterar|beviljar|ställer|avsätter|anslår|utser|väljer|entledigar|bildar|inrättar|tillsätter)\b)",
    "Socialnämnden antar riktlinjen",
    "Socialnämnden diskuterar riktlinjen",
    at="start",
    cased=True,
)
_KINDS: Final[dict[str, DecisionKind]] = {kind: kind for kind in get_args(DecisionKind)}
_LONGEST = 400  # characters of a point that tell its kind


def read_decisions(item: Item) -> tuple[DecisionPoint, ...]:
    """Make the decided points of an item, in order, each with its kind and the body that it proposes to."""
    found = []
    leads = _leads(item)
    for point in item.points:
        words = clean(point.text)
        subject = SUBJECT.find(words)
        head = words[subject.end() if subject is not None else 0 :][:_LONGEST]
        proposes = PROPOSES_TO.find(head)
        own = clean(proposes["body"]) if proposes is not None and proposes.start() <= 60 else None
        to = own or leads.get(point.places[0])
        kind = "proposal" if to is not None or PROPOSES.holds(head) else None
        rule = first_rule(KINDS, head) if kind is None else None
        found.append(
            DecisionPoint(
                text=words_of(point),
                kind=_KINDS.get(kind or (rule.name if rule is not None else "")),
                proposal_to=to,
                evidence=point.evidence(),
            )
        )
    return tuple(found)


def words_of(point: Flow) -> str:
    """Write a point on one line."""
    return " ".join(as_written(point).split())


def _leads(item: Item) -> dict[int, str]:
    """Tell for points, by where they begin, the body that the words above them propose to («… föreslår fullmäktige besluta»)."""
    found: dict[int, str] = {}
    points = sorted(item.points, key=lambda point: point.places[0])
    for part in (part for part in item.parts if part.kind == "decision"):
        above = PROPOSAL_LEAD.find(label_words(item.title.sheet, part))
        to = clean(above["body"] or above["to"]) if above is not None else None
        k = 0
        for stretch in part.stretches:
            line = item.title.sheet.text[stretch.start : stretch.end].strip()
            while k < len(points) and points[k].places[0] < stretch.start:
                k += 1
            starts = points[k].places[0] if k < len(points) else stretch.end
            before = item.title.sheet.text[stretch.start : starts].strip() if starts < stretch.end else line
            lead = PROPOSAL_LEAD.find(before[-200:])
            if lead is not None:
                to = clean(lead["body"] or lead["to"])
            elif find_formula(line) is not None:
                to = None
            if to is not None and starts < stretch.end:
                found |= {p.places[0]: to for p in points[k:] if p.places[0] < stretch.end}
    return found
