"""Words that scanning broke, restored by the known words and the parts that surnames are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from loaders.reading.rules import Rule
from loaders.reading.text.letters import fold
from ontology.reference import municipalities

# what a scanner with the wrong language model makes of å, ä and ö (and of l and I)
_CONFUSED = str.maketrans(
    {
        "é": "o",
        "è": "o",
        "6": "o",
        "4": "a",
        "&": "a",
        "@": "a",
        "â": "a",
        "ã": "a",
        "[": "l",
        "|": "l",
        "1": "l",
        "0": "o",
    }
)
_MISREAD = (("da", "a"), ("d", "a"), ("d", "o"), ("ii", "a"), ("rn", "m"), ("h", "l"), ("i", "l"), ("l", "i"))
"""Letters and what they were, tried one at a time."""
_WHOLE_WORDS = {"KI": "Kl", "kI": "kl", "Iagga": "lägga", "Ianets": "länets", "Ian": "län"}
_UNSPEAKABLE = re.compile(
    r"[bcfghjklmnpqrstvwxz][dh6&\[|][bcfghjklmnpqrstvwxz]|[^\W\d_]\d|\W|ii|[bcdfghjklmnpqrstvwxz]{5}|^[IJ]{2}|rn",
    re.IGNORECASE,
)
_INNER_I = re.compile(r"(?<=[a-zåäö])I+(?![A-ZÅÄÖ])")
_FIRST_I = re.compile(r"I(?=[aåäöeouy][a-zåäö]+$)")
_FIRST_L = re.compile(r"l(?=[bcdfghkmnpqrstvwxz][a-zåäö]*[aåäöeiouy][a-zåäö]*$)(?=\w{5})")
_MANY = 6  # broken words that tell a scan, which has other words whole
_LONGEST = 60  # letters of a word that can be mended

# words of every minutes, without and with their marks
BARE = Rule(
    "bare",
    r"(?<![a-z])(?:fran|narvarande|foredragande|ordforande|sammantrade|utsags|faststallande|lansgemensamma|fullmaktige|ersattare|ovriga|namnden|namndens|forbundet|forbundsstyrelsen|godkanna|forslag|arendet|arende|atgarder)(?![a-z])",
    "narvarande",
    "närvarande",
)
ODD = Rule(
    "odd",
    r"(?<!\w)\w{1,60}?(?:é(?=[rR][a-z]|g|n[a-z])|6(?=[a-z])|(?<=[a-zåäö])1(?=[a-zåäö]))\w",
    "féredragande",
    "kommitté",
    cased=True,
)
MARKED = Rule(
    "marked",
    r"\b(?:från|närvarande|föredragande|ordförande|sammanträde|fastställande)",
    "Närvarande",
    "narvarande",
)


def _part(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, pattern, example, counter, cased=True)


# surnames are made of few parts, and these are never written without their marks; the name is what is written
SURNAME_PARTS = (
    _part("ström", r"str[o6]m$", "hagstrom", "stromberg"),
    _part(
        "sjö",
        r"sj[o6]$|^sj[o6](?=berg|gren|din|holm|strand|lund|stedt|ström|[vw]all|lander|[qk]vist|blom)",
        "sjoberg",
        "sjoman",
    ),
    _part("bäck", r"b[ad4]ck$|^b[d4]ck(?=man|lund|ström)", "lindback", "backlund"),
    _part("rönn", r"^r[o6]nn(?=berg|[qk]vist|lund|gren|mark|holm|b[aä]ck)", "ronnqvist", "ronnie"),
    _part("törn", r"^t[o6]rn(?=[qk]vist|blom|gren|berg|lund|ros|[vw]all|[aä]ng)", "tornqvist", "torndahl"),
    _part("löv", r"^l[o6]v(?=gren|ström|berg|[qk]vist|blad|dahl)", "lovgren", "lovisa"),
    _part("hägg", r"^h[ad4]gg(?=lund|blad|ström|[qk]vist|mark)", "hagglund", "hagge"),
    _part("järn", r"^j[ad4]rn(?=ström|berg|sten|mark|vall)", "jarnberg", "jarnefelt"),
    _part("näs", r"^n[ad4]s(?=lund|ström|man$|holm)", "naslund", "nasir"),
    _part("hörn", r"^h[o6]rn(?=feldt|lund|sten|qvist|kvist|ström)", "hornfeldt", "hornby"),
    _part("hjälm", r"^hj[ad4]lm(?=$|berg|ström|gren|qvist)", "hjalm", "hjalmar"),
    _part("källström", r"^k[ad4]llstr[oö6]m$", "kallström", "kallberg"),
    _part("gård", r"g[a4]rd$", "nygard", "gardell"),
    _part("tjärn", r"tj[a4]rn$", "lomtjarn", "tjarnell"),
    _part("fjäll", r"fj[a4]ll$", "norrfjall", "fjallen"),
    _part("löf", r"l[o6]f$|^l[o6]f(?=gren|berg|kvist|qvist)", "lofgren", "lofton"),
    _part("hög", r"^h[o6]g(?=berg|lund|man|ström|kvist)", "hogberg", "hogan"),
    _part("björk", r"^bj[o6]rk", "bjorklund", "abjork"),
    _part("grön", r"^gr[o6]n(?=berg|lund|vall|kvist)", "gronlund", "gronin"),
    _part("söder", r"^s[o6]der", "soderberg", "masoder"),
    _part("öst", r"^[o6]st(?=er|berg|lund|man)", "ostlund", "ostin"),
    _part("ö", r"^[o6](?=berg$|hman$|hlund$|gren$)", "ohman", "ohmen"),
    _part("å", r"^[a4](?=berg$|kesson$|kerman$|kerlund$|strand$)", "akesson", "aker"),
    _part("gö", r"^g[o6](?=ransson$)", "goransson", "goran"),
    _part("håkan", r"^h[a4]kan(?=s?son$)", "hakansson", "hakan"),
    _part("häst", r"^h[a4]st(?=mark|berg)", "hastberg", "hastig"),
)

# what in a name tells that it is a Swedish surname, whatever stands before it
_SURNAME_END = re.compile(
    r"(?:[qk]vist|berg|str[oö]m|gren|lund|dahl|stedt|holm|mark|man|[vw]all|blad|lander|ling|strand|fors|feldt|b[aä]ck|lind|l[oö]v|s?son)s?$"
)

# parts of long words that are never written without their marks either
COMPOUND_PARTS = (
    _part("nämnd", r"namnd(?=(?:e[nr]|ens|erna)?$)", "kulturnamnden", "benamnda"),
    _part("råd", r"(?<=[so])rad(?=(?:ets?)?$)", "folkhälsoradets", "grader"),
    _part("förbund", r"forbund", "trafikforbundet", "forum"),
    _part("förvaltning", r"forvaltning", "kulturforvaltningen", "forvalt"),
    _part("förening", r"forening", "hembygdsforeningen", "forenad"),
    _part("företag", r"foretag", "foretagarna", "foto"),
    _part("förslag", r"forslag", "budgetforslaget", "forsla"),
    _part("förskol", r"forskol", "forskolechef", "forskning"),
    _part("områd", r"omrad", "verksamhetsomradet", "omraka"),
    _part("åtgärd", r"atgard", "atgardsplanen", "garderob"),
    _part("räddning", r"raddning", "raddningsnämnden", "radning"),
    _part("miljö", r"miljo(?!n)", "miljoutskottet", "miljonen"),
    _part("samhäll", r"samhall", "samhallsplanerare", "samhal"),
    _part("ärende", r"(?<![a-zåäö])arende|(?<=s)arende", "anmälningsarenden", "varende"),
    _part("berättelse", r"berattelse", "revisionsberattelsen", "beratta"),
    _part("fullmäktige", r"fullmaktige", "kyrkofullmaktiges", "fullmakten"),
    _part("direktör", r"direktor(?=(?:en|ens|er|erna)?$)", "skoldirektoren", "direktorat"),
    _part("läns", r"^lans(?=styrelse|trafik|gemensam|råd|nätverk|förbund)", "lanstrafiken", "lansera"),
    _part("nätverk", r"natverk", "lansnatverket", "naturverket"),
    _part("sammanträd", r"sammantrad", "sammantradena", "sammanrad"),
    _part("gästrike", r"^g[ad]strike", "gastrikebygden", "gasterik"),
    _part("hälsinge", r"^h[ad]lsinge(?!n$|r)", "halsingebygden", "halsingen"),
    _part("jämt", r"^j[ad]mt(?=land|länd)", "jamtlands", "jamt"),
    _part("väster", r"^v[ad]ster(?=botten|norrland|g[oö]t)", "vasterbottens", "vastergatan"),
    _part("ledamöter", r"ledamoter", "styrelseledamoter", "ledamot"),
    _part("över", r"^over(?=lämn|lamn|skott|syn|enskomm|föra|fora|gång|gang|tog|ta$|tagit)", "overlamnas", "overall"),
    _part("före", r"^fore(?=slå|sla|träd|trad|lägg|lagg|dra|komm|ligg|slog|tagare|nings?)", "foretrada", "forest"),
    _part("för", r"^for(?=klar|nya|valtning|länga|langa|ordna|del|djup|stärk|stark|yngra)", "forklarar", "forum"),
)


@lru_cache(maxsize=1)
def known_words() -> dict[str, str]:
    """Return the restored form of each word by its folded form, the commonest first."""
    words: dict[str, str] = {}
    data = files("loaders.reading").joinpath("data")
    for name in ("words.txt", "given_names.txt"):
        for line in data.joinpath(name).read_text("utf-8").splitlines():
            if not line.startswith("#"):
                for word in line.split():
                    words.setdefault(fold(word), word)
    return _place_words() | words


def _place_words() -> dict[str, str]:
    """Return the words of municipalities' and counties' names by their folded form, but those that two places share (Habo, Håbo)."""
    forms: dict[str, set[str]] = {}
    for place in municipalities():
        for word in (*place.name.split(), *place.county.short.split()):
            forms.setdefault(fold(word), set()).add(word)
    return {folded: words.pop() for folded, words in forms.items() if len(words) == 1}


def is_damaged(text: str) -> bool:
    """Tell whether scanning took the marks off the letters of this text."""
    broken = sum(1 for rule in (BARE, ODD) for _ in rule.find_all(text))
    marked = sum(1 for _ in MARKED.find_all(text))
    return broken >= 2 and (broken > marked or (broken >= _MANY and broken * 4 > marked))


def restore_word(word: str, known: dict[str, str]) -> str | None:
    """Return the known word that the scanned one stands for, in the same case; None when nothing settles it."""
    if word in _WHOLE_WORDS:
        return _WHOLE_WORDS[word]
    upright = _with_uprights(word, known)
    if upright != word:
        return restore_word(upright, known) or upright
    if not 2 <= len(word) <= _LONGEST or word.isdigit() or known.get(word.lower()) == word.lower():
        return None
    readings = (known[reading] for reading in _readings(word) if reading in known)
    found = next((reading for reading in readings if _can_be(word, reading)), None)
    if found is None and word[-1] == "s" and len(word) > 5:
        stems = (known[reading] for reading in _readings(word[:-1]) if reading in known)
        found = next((f"{stem}s" for stem in stems if _can_be(word[:-1], stem)), None)
    if found is None:
        return _restore_letters(word)
    return None if found.lower() == word.lower() else _cased(found, word)


def _with_uprights(word: str, known: dict[str, str]) -> str:
    """Tell l from I by where it stands: «tiII» is «till», «Iedamot» is «ledamot», «lnbjuden» is «Inbjuden»."""
    word = _INNER_I.sub(lambda match: "l" * len(match.group()), word)
    if _FIRST_I.match(word) and known.get(word.lower()) != word:
        return "l" + word[1:]
    return "I" + word[1:] if _FIRST_L.match(word) else word


def _can_be(word: str, found: str) -> bool:
    """Keep the marks that a word has, and its letters where a name is found that only a misread letter leads to («Lund», «Luna»)."""
    if found[0].isupper() and word[0].islower():
        return False  # «are» is not Åre
    letters = iter(found.lower())
    if not all(mark in letters for mark in word.lower() if mark in "åäö"):
        return False
    plain = not found[0].isupper() or _folded(word) == fold(found)
    return plain or _UNSPEAKABLE.search(word) is not None


def _readings(word: str) -> Iterator[str]:
    """Yield folded readings of a word, the plainest first."""
    yield _folded(word)
    lower = word.lower()
    for broken, mended in _MISREAD if len(word) > 3 else ():
        start = lower.find(broken)
        while start != -1:
            yield _folded(lower[:start] + mended + lower[start + len(broken) :])
            start = lower.find(broken, start + 1)


def _folded(word: str) -> str:
    return fold(word.translate(_CONFUSED)).replace(" ", "")


# letters that no Swedish word has where they stand, and what they were: «Mo1ander», «f6re», «Ldnsstyrelsen», «Kornmun», «Harnn»
_IMPOSSIBLE = (
    (re.compile(r"(?<=[a-zåäö])1(?=[a-zåäö])"), "l"),
    (re.compile(r"(?<=[a-zåäö])0(?=[a-zåäö])"), "o"),
    (re.compile(r"(?<=[a-zåäö])6(?=[a-zåäö])|^6(?=[a-zåäö]{2})"), "ö"),
    (re.compile(r"[ôòõ]"), "ö"),
    (re.compile(r"(?<![a-z])rnm(?=[aeiouyåäö])|(?<!ba)(?<!hö)(?<!jä)(?<!ste)rnm(?=un|an)"), "mm"),
    (re.compile(r"(?<!ba)(?<!h[oö])(?<!j[aä])(?<!te)rnn(?=[a-zåäö])"), "mn"),
)
_ACUTE = re.compile(
    r"^(?:[bcdfghjklmnpqrstvwxz]{0,3}|[a-zåäö]{2,}(?:[bdfgklmnprstv]))é(?=[bcdfghjklmnpqrstvwx]{1,3}[a-zåäö])"
)
_TRULY_ACUTE = re.compile(
    r"id[é]|kommitt|caf|arm[é]|entr|all[é]|lin[n]?é|succ|mat[i]?n|s[é]a|é(?:n|ns|er|ers|erna|ernas|et|ets|r|s|z)?$"
)
_UNSPEAKABLE_D = re.compile(r"^([bcfghjklmnprstv]{1,2})d(?=[bcfghjklmnprstvx])")


def _restore_letters(word: str) -> str | None:
    """Mend the letters that cannot stand where they do, and the sure parts of long words and of surnames."""
    plain = mended = word.lower()
    for pattern, letter in _IMPOSSIBLE:
        mended = pattern.sub(letter, mended)
    named = word[0].isupper()
    if "é" in mended and _TRULY_ACUTE.search(mended) is None and (not named or _SURNAME_END.search(mended)):
        mended = _ACUTE.sub(lambda match: match.group()[:-1] + "ö", mended)
    if len(word) >= 7 and mended.isalpha():
        mended = _with_parts(_UNSPEAKABLE_D.sub(r"\1a", mended), mended, COMPOUND_PARTS)
    if named and len(word) >= 5:
        mended = _with_parts(mended, mended, SURNAME_PARTS)
    return None if mended == plain else _cased(mended, word)


def _with_parts(plain: str, otherwise: str, parts: tuple[Rule, ...]) -> str:
    """Mend the parts of a word; return it as it was where it has none."""
    plain = mended = plain.replace("é", "o")
    for rule in parts:
        mended = rule.regex.sub(rule.name, mended)
    return otherwise if mended == plain else mended


def _cased(found: str, word: str) -> str:
    if len(word) > 2 and word.isupper():
        return found.upper()
    return found[0].upper() + found[1:] if word[0].isupper() else found
