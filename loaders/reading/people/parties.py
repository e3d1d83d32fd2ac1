"""Party abbreviations, national and local («partibeteckning»)."""

from __future__ import annotations

from loaders.reading.lexicon.places import municipality_of
from loaders.reading.rules import Rule
from loaders.reading.text.letters import fold

NATIONAL_PARTIES = frozenset(
    {
        "s",
        "m",
        "c",
        "l",
        "fp",
        "kd",
        "kds",
        "mp",
        "v",
        "vpk",
        "sd",
        "fi",
        "nyd",
        "pp",
        "sfp",
        "sdp",
        "saml",
        "cent",
        "sannf",
        "gröna",
    }
)
# short words in parentheses that say something else of a person
_NO_PARTIES = frozenset(
    {
        "vd",
        "ordf",
        "adj",
        "ers",
        "tjg",
        "sekr",
        "ant",
        "prot",
        "just",
        "del",
        "tf",
        "led",
        "vid",
        "ej",
        "till",
        "kl",
        "bil",
        "via",
        "adjn",
        "x",
    }
)


# associations that send people to councils, by their abbreviations
_ASSOCIATIONS = frozenset("pro spf rpg skpf spfs fub hso dhr hrf srf nhr rbu dbf lrf lo tco saco smf ifs nsph".split())
# a local party by its whole name
LOCAL_PARTY = Rule(
    "local-party",
    r"(?:[\w-]+\s){0,3}(?:(?:kommunens|bygdens|\w+s)\s(?:väl|bästa|framtid|vänner)|[\w-]*(?:partiet|listan|demokraterna|alternativet)|oberoende|partilös(?:a)?|politisk\svilde)",
    "Kommunens väl",
    "Kommunens förvaltning",
    at="whole",
)


# a party as a group of a list is headed: abbreviations that stand for no organisation, and names
PARTY_GROUP = Rule(
    "party-group",
    r"\(?(?-i:[SMCLV]|FP|KD|MP|SD|FI|SFP|SDP|VPK)\)?|(?:social|sverige|krist|vänster)\w*demokrater(?:na)?|moderater(?:na)?|(?:nya\s+)?moderata\s+samlingspartiet|centern|(?:center|vänster|miljö|folk|social\w+)partiet(?:\s+liberalerna|\s+de\s+gröna)?|liberaler(?:na)?|kristdemokrater(?:na)?|sverigedemokrater(?:na)?|feministiskt\s+initiativ",
    "Socialdemokraterna",
    "PRO",
    at="whole",
)


def names_party(words: str) -> bool:
    """Tell whether the words that head a group of people name their party («För S deltog …»)."""
    return PARTY_GROUP.holds(words) or LOCAL_PARTY.holds(words)


def is_party(text: str) -> bool:
    """Tell whether a word in parentheses can be a party's abbreviation, national or local (S, VV, FiA)."""
    word = text.strip(" .")
    if LOCAL_PARTY.holds(word):
        return True
    if not word.isupper() and municipality_of(word) is not None:
        return False
    if word.lower() in NATIONAL_PARTIES:
        return True
    if fold(word) in _NO_PARTIES or fold(word) in _ASSOCIATIONS or not word.isalpha():
        return False
    capitals = sum(c.isupper() for c in word)
    return (
        (len(word) <= 4 and word.islower()) or (len(word) <= 3 and capitals >= 1) or (len(word) <= 6 and capitals >= 2)
    )
