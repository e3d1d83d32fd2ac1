"""Who convenes or chairs a group («med X som sammankallande», «X är gruppens ordförande»)."""

from __future__ import annotations

from dataclasses import replace

from loaders.reading.facts.group_drafts import Draft, Member
from loaders.reading.items.context import Context
from loaders.reading.lexicon.places import find_municipalities
from loaders.reading.people.grammar import read_people
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import clean, fold

_OFFICE = r"(?P<office>sammankallande|sammankallare|ordförande)\b"
_ALSO = r"(?:[\w-]+\s+(?:och|tillika)\s+)?"  # another office held with it: «som projektledare och sammankallande»
_WHO = r"(?P<who>[^,.;:]{2,60}?)"
_WHO_AFTER = r"(?P<who>(?-i:[A-ZÅÄÖ])[^,.;:]{3,40}?)(?=\s*(?:[,.;:]|$|\bsom\b|\boch\b))"
OFFICE_WORD = Rule(
    "office-word",
    r"\b(?:sammankallande|sammankallare|ordförande|sekreterare|koordinator|sammankallar|sammankallas|kallar\s+(?:samman|(?:gruppen\s+)?till)|leder|leda|leds)\b",
    "Eva Alm är sammankallande",
    "Eva Alm är ledamot",
)
# «who» holds the office «office»; who convenes or leads by a verb has none in words
GROUP_OFFICES = (
    Rule("office-is", rf"\b{_OFFICE}\s+(?:är|blir|utses|väljs|utsågs|valdes)\s+{_WHO_AFTER}", "Sammankallande är Eva Alm", "Sammankallande utses senare"),
    Rule("to-office", rf"\b(?:till|som)\s+(?:(?:ny\s+)?(?:ledamot|medlem)\s+och\s+)?(?:\w+ns\s+|ny\s+)?{_OFFICE}\s+(?:(?:för|i)\s+(?:[\w-]+\s+){{0,2}}[\w-]+(?:en|et|n|t)\s+)?(?:(?:efter|i\s+stället\s+för)\s+(?:(?-i:[A-ZÅÄÖ])[\w-]+\s+){{2,3}})?(?:utses|väljs|utsågs|valdes|utse|välja)\s+{_WHO_AFTER}", "Till ordförande för kommittén utsågs Eva Alm", "Till ordförande i kommittén föreslogs ingen"),
    Rule("labelled", rf"(?:^|[.;]\s*){_OFFICE}\s*:\s*{_WHO_AFTER}", "Sammankallande: Eva Alm.", "Sammankallande: utses senare"),
    Rule("latter", rf"\b(?:varav\s+|av\s+vilka\s+|med\s+)?(?P<who>(?:den\s+)?(?:sistnämnd[ae]|förstnämnd[ae]|senare|förra))\s+(?:(?:som|är|blir|tillika|utses\s+till)\s+)?(?:gruppens\s+|ny\s+)?{_OFFICE}", "Eva Alm och Bo Ek, den sistnämnde sammankallande", "den senare ledamot", cased=True),
    Rule("functions", rf"\bsom\s+{_OFFICE}\s+(?:fungerar|verkar|utses|utsågs|väljs|valdes)\s+{_WHO_AFTER}", "Som sammankallare fungerar Eva Alm", "Som sammankallare fungerar ingen"),
    Rule("chosen-to", rf"\b(?:utse|utser|välja|väljer|utsågs|valdes|att)\s+(?P<who>(?-i:[A-ZÅÄÖ])[^,.;:]{{3,40}}?)\s+(?:till|som|att\s+vara|(?:ska|skall)\s+vara|är)\s+(?:\w+ns\s+)?{_OFFICE}", "att välja Eva Alm till sammankallande", "att välja en sammankallande"),
    Rule("who-is-also", rf"(?P<who>(?-i:[A-ZÅÄÖ])[^,.;:]{{3,40}}?)\s*,\s+som\s+(?:också\s+|även\s+)?(?:är|blir|ska\s+vara)\s+{_OFFICE}", "Bo Ek och Eva Alm, som också är sammankallande", "Eva Alm, som är ledamot"),
    Rule("by", rf"\b(?:sammankallas|leds)\s+av\s+{_WHO_AFTER}", "Gruppen leds av Eva Alm", "Gruppen leds väl"),
    Rule("with-as", rf"\bmed\s+(?P<who>[^,.;]{{3,50}}?)\s+som\s+{_ALSO}{_OFFICE}", "med Habo som sammankallande", "med Habo och Mullsjö", cased=True),
    Rule("is", rf"(?P<who>(?:(?!\smed\s)[^,.;:]){{2,60}}?)\s+(?:är|blir|utses\s+till|som|väljs\s+till|ska\s+vara)\s+(?:\w+ns\s+|gruppens\s+|ny\s+|värd\s+(?:för\s+)?och\s+)?{_OFFICE}", "Eva Alm är gruppens ordförande", "Eva Alm är ledamot", cased=True),
    Rule("beside", r"[,;–]\s(?P<who>(?-i:[A-ZÅÄÖ])[\w-]+(?:\s(?-i:[A-ZÅÄÖ])[\w-]+){0,2})(?:\s\([^()]{1,9}\))?\s(?P<office>sammankallande|sammankallare)(?=\s*[.,;]|$)", "utses Eva Alm och Bo Ek, Eva Alm sammankallande", "utses Eva Alm och Bo Ek"),
    Rule("to-lead", r"\b(?:utse|utser|utsågs|välja|väljer)\s+(?P<who>(?-i:[A-ZÅÄÖ])[^,.;:]{3,40}?)\s+(?:till\s+)?att\s+leda\s+(?:gruppen|arbetet|\w*(?:gruppens|kommitténs|nätverkets|delegationens)\s+arbete)", "att utse Eva Alm att leda gruppens arbete", "att utse Eva Alm att leda mötet"),
    Rule("convenes", rf"{_WHO}\s+(?:sammankallar|kallar\s+samman|kallar\s+(?:gruppen\s+)?till\s+(?:ett\s+|det\s+)?första\s+mötet?)\b", "Eva Alm kallar samman gruppen", "Eva Alm kallar till möte", cased=True),
    Rule("leads", rf"{_WHO}\s+(?:leder|(?:ska|skall)\s+leda)\s+(?:gruppen|arbetet|\w*(?:gruppens|kommitténs|nätverkets))\b", "Eva Alm leder arbetet", "Eva Alm leder mötet", cased=True),
)  # fmt: skip
OFFICIAL = Rule(
    "official",
    r"\w+(?:chefen|direktören|samordnaren|strategen|avdelningen|kontoret|kansliet|sekretariatet|ledaren)",
    "förbundskansliet",
    "kansliet i Habo",
    at="whole",
    cased=True,
)
LAST_OR_FIRST = Rule(
    "last-or-first",
    r"\b(?:sistnämnd[ae]|förstnämnd[ae]|den\s+(?:senare|förra))\b",
    "den sistnämnde",
    "den nämnde",
    cased=True,
)


def read_offices(draft: Draft, text: Flow, context: Context) -> None:
    """Note who convenes or chairs the group by this sentence, as a member where it is a person of the group."""
    found = sorted(
        (
            (match.start(), k, rule.name, match)
            for k, rule in enumerate(GROUP_OFFICES)
            if (match := rule.find(text.text))
        ),
        key=lambda one: one[:2],
    )
    held = ((form, match, _holder(draft, clean(match["who"]), form, text, context)) for _, _, form, match in found)
    form, match, member = next((one for one in held if one[2] is not None), (None, None, None))
    if form is None or match is None or member is None:
        return
    leads = form in ("leads", "to-lead") or (form == "by" and "leds" in match.group())
    office = (match.groupdict().get("office") or "sammankallande").lower()
    role = "chair" if office == "ordförande" else "convener"
    known = draft.members.get(fold(member.name))
    if known is not None:
        draft.members[fold(member.name)] = replace(known, role=role)
    elif member.person is not None and (draft.members or draft.decided):
        draft.members[fold(member.name)] = replace(member, role=role)
    if role == "convener" or (leads and draft.convener is None):
        draft.convener = member.name
    draft.prove(text)


def _by_first_name(members: list[Member], who: str) -> Member | None:
    """Find the only member with that first name («Eva är sammankallande»)."""
    named = [member for member in members if member.person is not None and member.name.split()[0] == who]
    return named[0] if len(named) == 1 else None


def _holder(draft: Draft, who: str, form: str, text: Flow, context: Context) -> Member | None:
    """Find whom the words for the holder mean: a member, another person, a municipality, an official."""
    members = list(draft.members.values())
    if members and LAST_OR_FIRST.holds(who):
        return members[0 if "för" in who else -1]
    person = next((p for p in read_people(text, context.known) if p.name in who), None)
    within = [member for member in members if fold(member.name) in fold(who)]
    within = [
        member for member in within if member.role in ("convener", "chair")
    ] or within  # told beside the name already
    named = next(iter(within[-1:] if form == "who-is-also" else within), None) or _by_first_name(members, who)
    place = next((place.name for place in find_municipalities(who)), None)
    first = context.by_first_name(who)
    if first is not None and person is None:
        person = Phrase(first, 0, 0, 0)
    name = (named and named.name) or (person and person.name) or place or (who if OFFICIAL.holds(who) else None)
    return Member(name, "member", person, text) if name else None
