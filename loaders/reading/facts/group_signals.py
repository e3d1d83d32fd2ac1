"""By which words a sentence sets up, staffs or enlarges a group («bilda en arbetsgrupp», «ingå i styrgruppen»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from loaders.reading.lexicon.acts import SELECT
from loaders.reading.rules import Rule

_SETTABLE = r"(?:grupp|stab|kommitté|kommitte|nätverk|delegation|beredning|utskott|råd|team|forum|panel|kommission|task[\s-]?force|jury)"
_SET_UP = r"(?:bilda(?:s|r|t|des|de)?|tillsätt(?:a|as|er|s)|tillsattes?|tillsatt|inrätta(?:s|r|t|des|de)?|starta(?:s|r|t|des|de)?|utse(?:s|r|tt)?|utsågs?|skapa(?:s|r|t|des)?|upprätta(?:s|r)|etablera(?:s|r|des)?|tillskapa(?:s|r|des)?|välj(?:a|as|er|s)|valdes?|forma(?:s|r)?|införa?(?:s|r)?|sätt(?:a|s|er)\s+(?:upp|samman)|bemanna(?:s|r)?|återuppta(?:r|s|gs)?|återbilda(?:s|r)?|ombilda(?:s|r)?|kny(?:ta|ter|ts|tes)|koppla(?:s|r)?)"
_ARTICLE = r"(?:(?:en|ett|den)\s+)?"


def _words(most: int) -> str:
    return rf"(?:[\w-]+\s+){{0,{most}}}"


GROUP_NOUN = Rule(
    "group-noun",
    rf"(?<![\w-])(?P<noun>(?:ad[\s-]hoc[\s-]+)?[\w-]*?{_SETTABLE})(?P<ending>ens|ets|ns|en|et|n|t|er|s)?(?![\w-])",
    "Styrgruppens arbete",
    "Gruppera ärendena",
)
NOT_A_GROUP = Rule(
    "no-group",
    r"(?:mål|ålders|yrkes|personal|parti|bolags|koncern|patient|brukar|elev|kund|inkomst|riks|resurs)grupp|(?:sam|för|kommunal|region|oppositions|lands|upp|å)råd(?!s\w)|fil?kommitté|data?nätverk|kommundirektörsgrupp",
    "målgruppen",
    "styrgruppen",
)
KIND = Rule(
    "kind",
    r"(?:grupp|stab|kommitté|kommitte|nätverk|programråd|task[\s-]?force|jury|valberedning)$",
    "arbetsgrupp",
    "folkhälsoråd",
)

# a nominating committee is elected by its own body; by this it is another's
OTHERS_BEFORE = Rule(
    "others-before", r"\b[A-ZÅÄÖ][\w-]*(?:[sS]|a\s[\w-]+s)\s+$", "Nationella nätverkets ", "till ny ", cased=True
)
OTHERS_AFTER = Rule(
    "others-after", r"\s+(?:för|i|inom)\s+[A-ZÅÄÖ]", " för Ekby byalag", " för tiden", at="start", cased=True
)

# what stands before the noun
SETS_UP = Rule(
    "sets-up",
    rf"\b{_SET_UP}\s+(?:härmed\s+|också\s+|även\s+)?(?:(?:en|ett|två|följande)\s+)?(?:(?!(?:till|i|som|av|från|att|om|på|med)\s)[\w-]+\s+){{0,3}}$",
    "att bilda en liten ",
    "att leda en liten ",
)
INDEFINITE = Rule(
    "indefinite", rf"(?:^|^(?:samt\s+)?att\s+{_words(1)}|\b(?:en|ett|två)\s+{_words(3)})$", "att en liten ", "om den "
)
# what has a name of its own is set up by a verb that founds: «inrätta Beredningen för miljö», «att Östra Nylands råd inrättas»
_FOUND = "(?:bilda|inrätta|starta|skapa|tillskapa|etablera|upprätta)"  # «-s» is founded, «-des» was
_IS_FOUNDED, _WAS_FOUNDED = rf"{_FOUND}s|tillsätts", rf"{_FOUND}des|tillsattes"
FOUNDS = Rule(
    "founds", rf"\b(?:{_FOUND}|tillsätta|tillsätt|återuppta|återbilda|ombilda)(?:s|r|er)?\s+$", "inrätta ", "utse "
)
REVIVES = Rule("revives", r"\båter(?:uppta|bilda)\s+$|\bombilda\s+$", "återuppta ", "ta upp ")
FOUNDED_AFTER = Rule(
    "founded-after",
    rf"(?:\s+(?-i:[A-ZÅÄÖ])[\w-]+){{0,3}}(?:\s+för\s[^.;:]{{0,60}}?)?\s+(?:{_IS_FOUNDED})\b",
    " Mittlandet inrättas",
    " Mittlandet utses",
    at="start",
)
ALSO_SET_UP = Rule(
    "also-set-up",
    r"\b(?:och|samt)\s+(?:(?:en|ett)\s+(?:[\w-]+\s+){0,2})?$",
    "Beredningen för miljö och ",
    "Beredningen för ",
)
PROPER_BEFORE = Rule("proper-before", r"(?:^|\s)[A-ZÅÄÖ][\w-]+s\s+$", "att Östra Nylands ", "att den nya ", cased=True)
INTO = Rule(
    "into",
    rf"\b(?:ingår?|sittar?|deltar?|medverkar?|plats|inträder|går\s+in|adjungeras)\s+(?:ska\s+|skall\s+)?i\s+{_ARTICLE}{_words(3)}$"
    rf"|\bi\s+(?:(?:den|en)\s+)?$|\btill\s+{_ARTICLE}{_words(2)}$",
    "utse Eva Alm att ingå i förberedande ",
    "utse Eva Alm om ",
)
MEMBER_OF = Rule(
    "member-of",
    rf"\b(?:ledam(?:ot|öter)|medlem(?:mar)?|deltagare|ordförande|sammankallande|ersättare|uppdrag(?:et)?)\s+(?:som\s+ledamot\s+)?i\s+(?:(?:den|en)\s+)?{_words(2)}$",
    "Eva Alm som ledamot i den nya ",
    "Eva Alm från den nya ",
)
MAKES_UP = Rule(
    "makes-up",
    rf"\b(?:utgöra?|bildar)\s+(?:en\s+|den\s+)?{_words(2)}$",
    "Eva Alm och Bo Ek utgör ",
    "Eva Alm leder ",
    cased=True,
)

# what stands after it
SET_UP_AFTER = Rule(
    "set-up-after",
    rf"[^.;:]{{0,120}}?\b(?:{_IS_FOUNDED}|{_WAS_FOUNDED}|utses|utsågs)\b",
    " för skolfrågor bildas",
    " för skolfrågor leds",
    at="start",
)
_PEOPLE = r"(?=(?-i:[A-ZÅÄÖ])[\w-]+\s(?-i:[A-ZÅÄÖ])[\w-]+\s*(?:\([^()]{1,30}\)\s*)?(?:,|och\b))"
_FIRST_NAMES = (
    r"(?=(?-i:[A-ZÅÄÖ])[\w-]+(?:,\s(?-i:[A-ZÅÄÖ])[\w-]+){0,8}\s(?:och|samt)\s(?-i:[A-ZÅÄÖ])[\w-]+\s*(?:[.;(]|$))"
)
CONSISTS = Rule(
    "consists",
    r"[^.;:]{0,140}?\b(?:bestå(?:r|ende|s)?\s+(?:(?:även|också|i\s+övrigt|därutöver|tills\s+vidare|nu|därmed)\s+)?av|utgör(?:a)?s\s+av|(?:med|får|har)\s+följande\s+(?:ledamöter|medlemmar|sammansättning|deltagare)|leds\s+av(?=[^.;]{3,120}\bsom\s+(?:övriga\s+)?(?:ledamöter|medlemmar)\b)|där\s+följande\s+ingår)\b|[^.;:,]{0,60}?\s{3,}(?=(?-i:[A-ZÅÄÖ])[\w-]+\s(?-i:[A-ZÅÄÖ])[\w-]+)"
    rf"|\s+med\s+{_PEOPLE}|[^.;:]{{0,60}}?\sblir\s+{_PEOPLE}|\s*:\s*(?:{_PEOPLE}|{_FIRST_NAMES})",
    " för skolfrågor bestående av Eva Alm",
    " för skolfrågor med Eva Alm",
    at="start",
)
MEMBERS_ARE = Rule(
    "members-are",
    r"[^.;:]{0,60}?\b(?:medlemmar|ledamöter|deltagare)\s+(?:är|blir|utses)\b",
    "s ledamöter är Eva Alm",
    "s ledamöter möts",
    at="start",
)
# another group is founded beside this one, whose members are that one's
FOUNDS_BESIDE = Rule(
    "founds-beside",
    rf"\s+{_SET_UP}\s+(?:en|ett)\s+{_words(2)}[\w-]*{_SETTABLE}\b",
    " knyta en referensgrupp",
    " knyta en referensperson",
    at="start",
)
AND_FOUNDS = Rule(
    "and-founds",
    rf"(?:,|\b(?:och|samt|dels))\s+(?P<founds>(?:(?:samt|dels)\s+)?(?:att\s+)?(?:{_SET_UP}\s+)?(?:en|ett)\s+{_words(2)})$",
    "Eva Alm och Bo Ek samt en ",
    "Eva Alm och Bo Ek i en ",
)
MADE_UP_AFTER = Rule("made-up-after", r"\s*(?:utgör|bildar)\b", " utgör", " och utgör", at="start", cased=True)

# anywhere in the sentence
SITS = Rule(
    "sits",
    r"\b(?:ingår|sitta|sitter|ingå|(?:tar?|tog)\s+plats|(?:ska|skall)\s+ing[aå]|går\s+in|inträder|anmäl(?:er|de)\s+(?:sig|intresse)|ställ(?:er|de)\s+upp)\b",
    "Eva Alm ingår i",
    "Eva Alm går",
)
ENLARGES = Rule(
    "enlarges",
    rf"\b(?:utöka[rs]?|komplettera[rs]?|förstärk(?:a|er|s))\s+(?:antalet\s+(?:ledamöter|platser|medlemmar)\s+i\s+)?(?:(?:den|det)\s+)?{_words(3)}$",
    "att utöka den nuvarande ",
    "att utöka tiden. Den ",
)
ENLARGED = Rule(
    "enlarged",
    r"[^.;:]{0,120}?\b(?:(?:utöka|komplettera)(?:s|des|ts)|förstärk(?:s|tes|ts))\b",
    " för skolfrågor utökas med Eva Alm",
    " får komplettera förslaget",
    at="start",
)
REPLACES = Rule(
    "replaces",
    r"\b(?:[Ee]rsätt(?:s|er|a)|(?:byta|byts|byter)\s+ut|övertas\s+av|tas\s+över\s+av)\b",
    "Bo Ek ersätts av Eva Alm",
    "Bo Ek är ersättare",
    cased=True,
)
GAINS = Rule(
    "gains",
    r"[^.;:]{0,60}?\sfår\s+(?:en|två|tre|fyra)\s+(?:nya?\s+)?(?:ledamot|ledamöter|medlem(?:mar)?|deltagare)\b",
    " för skolfrågor får en ny ledamot: Eva Alm",
    " för skolfrågor får en ny lokal",
    at="start",
)
MEMBERS_TO_BE = Rule(
    "members-to-be",
    r"[^.;:]{0,80}?\s(?:är|blir|(?:ska|skall)\s+vara)\s+(?=(?-i:[A-ZÅÄÖ])[\w-]+\s(?-i:[A-ZÅÄÖ]))",
    " för skolfrågor ska vara Eva Alm",
    " för skolfrågor är klara",
    at="start",
)
# somebody goes, and another comes in the place
LEFT = Rule(
    "left",
    r"\b(?:lämnar|avgår\s+(?:från|ur)|utträder\s+ur|(?:går|träder|kliver)\s+ur)\s+(?:den\s+)?$",
    "Bo Ek lämnar ",
    "Bo Ek lämnar ett förslag till ",
    cased=True,
)
COMES_AFTER = Rule(
    "comes-after",
    r"\b(?:ersätter\s+(?:honom|henne|hen)|ersätts\s+(?:där\s+)?av|efterträds\s+av|efterträder|i\s+(?:hans|hennes|dennes|stället)\b)",
    "och ersätts av Eva Alm",
    "och ersätts inte",
    cased=True,
)
FILLS = Rule(
    "fills",
    rf"\b(?:[Tt]illsätt|[Ff]yll|[Bb]esätt)\w*\s+{_words(5)}(?:plats(?:en|er|erna)?|mandat(?:et|en)?)\s+i\s+(?:den\s+)?{_words(2)}$",
    "att fylla de vakanta platserna i ",
    "att inrätta platser i ",
    cased=True,
)
BECOMES = Rule(
    "becomes", r"\b(?:blir|träder\s+in|inträder)\b", "Eva Alm blir ny ledamot i", "Eva Alm var ledamot i", cased=True
)

# who represents the body that meets in a group elsewhere is elected, the group not staffed
REPRESENTS = Rule(
    "represents",
    rf"\b(?:representant(?:er)?|ombud|representerar?|företräd(?:a|er))\b[^.,;]{{0,40}}\si\s+{_ARTICLE}{_words(2)}$",
    "utse Eva Alm till representant i ",
    "utse Eva Alm till ledamot i ",
)
IN_GROUP = Rule(
    "in-group", rf"\b[Ii]\s+(?:den\s+)?{_words(1)}$", "Eva Alm ersätter Bo Ek i ", "Eva Alm ersätter ", cased=True
)

Signal = Literal["set-up", "consists", "enlarged", "into"]
_NEAR = 250  # characters beside a noun that tell what is done with it
_MOST = 20  # nouns of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """The noun of a group by its place in a sentence, and its ending («grupp» + «ens»)."""

    start: int
    end: int
    noun: str
    ending: str

    @property
    def definite(self) -> bool:
        """Whether the noun is in its definite form («gruppen»)."""
        return self.ending.lower() in ("en", "et", "n", "t")


def group_nouns(words: str) -> Iterator[GroupNoun]:
    """Yield the nouns of groups in a sentence; those that only look like one («målgrupp») are left out."""
    for match in islice(GROUP_NOUN.find_all(words), _MOST):
        if not NOT_A_GROUP.holds(match.group()):
            yield GroupNoun(match.start(), match.end(), match["noun"], match["ending"] or "")


def signal_of(words: str, noun: GroupNoun, *, decided: bool, known: bool) -> Signal | None:
    """Say in which way a sentence sets up or staffs the group it names; None when it does neither."""
    before, after = words[max(noun.start - _NEAR, 0) : noun.start], words[noun.end : noun.end + _NEAR]
    if _sets_up(noun, before, after):
        return "set-up"
    if (not known and not KIND.holds(noun.noun)) or FOUNDS_BESIDE.holds(after) or _is_others(noun, before, after):
        return None
    if CONSISTS.holds(after) or (decided and MEMBERS_ARE.holds(after)):
        return "consists"
    if noun.ending.lower().endswith("s"):
        return None
    if decided and (ENLARGES.holds(before) or ENLARGED.holds(after)):
        return "enlarged"
    return "into" if _staffs(words, before, after, decided=decided) else None


def _is_others(noun: GroupNoun, before: str, after: str) -> bool:
    return noun.noun.lower() == "valberedning" and (OTHERS_BEFORE.holds(before) or OTHERS_AFTER.holds(after))


def _sets_up(noun: GroupNoun, before: str, after: str) -> bool:
    named = noun.noun[0].isupper()
    if SETS_UP.holds(before):
        return not noun.definite or KIND.holds(noun.noun) or ((named or REVIVES.holds(before)) and FOUNDS.holds(before))
    if (named or PROPER_BEFORE.holds(before)) and FOUNDED_AFTER.holds(after):
        return True
    return not noun.definite and SET_UP_AFTER.holds(after) and INDEFINITE.holds(before)


def _staffs(words: str, before: str, after: str, *, decided: bool) -> bool:
    """Tell whether somebody comes to sit on the group by the sentence."""
    elects = SELECT.holds(words)
    if REPRESENTS.holds(before):
        return False
    if (elects or SITS.holds(words)) and INTO.holds(before):
        return True
    if not decided:
        return False
    replaces = REPLACES.holds(words)
    comes = elects or replaces or BECOMES.holds(words)
    return (
        (MEMBER_OF.holds(before) and (comes or MEMBERS_TO_BE.holds(after)))
        or (replaces and IN_GROUP.holds(before))
        or FILLS.holds(before)
        or GAINS.holds(after)
        or (LEFT.holds(before) and COMES_AFTER.holds(after))
        or (MAKES_UP.holds(before) and not MADE_UP_AFTER.holds(after))
    )


def same_noun(a: str, b: str) -> bool:
    """Tell whether two nouns can mean one group («arbetsgrupp» and «grupp»)."""
    return a == b or a.endswith(b) or b.endswith(a)
