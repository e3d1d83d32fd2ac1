"""Tasks that somebody at the meeting takes on, or is given, in running text («Bo och Cilla får kolla upp …»)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.reading.facts.assignees import can_act, named_by_meeting
from loaders.reading.items.context import Context
from loaders.reading.items.deadlines import deadline_of
from loaders.reading.items.formulas import NAMED_BODY, is_own
from loaders.reading.items.named import named_in
from loaders.reading.lexicon.acts import PROPOSED
from loaders.reading.lexicon.dates import EARLIER_DAY
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import UPPER, clean

_NAMES = rf"(?P<who>[{UPPER}][\w-]+(?:,?\s+(?:[{UPPER}][\w-]+|och|samt|af|von|de)){{0,8}})"
_LEAD = r"(?:[-•*–→➔]\s*)?(?:(?:Åtgärd|Aktion|Uppdrag|Att göra|Action)\s*:\s*)?"
# what the meeting agreed on, before who does what
_AGREED = r"(?:(?:Vi|Mötet|Gruppen|Nätverket|Deltagarna|Styrgruppen|Det)\s+(?:enades|enas|beslutade[s]?|beslutas|bestämde[s]?|bestäms|(?:kom|kommer)\s+överens|är\s+överens|konstaterar|konstaterade)\s+(?:om\s+)?att\s+|(?:Vi|Mötet)\s+(?:ber|bad)\s+)?"
_DOES = r"(?:ansvarar\s+(?:också\s+|även\s+)?för|återkommer(?!\s+(?:kl\b|klockan\b|till\s+(?:mötet|sammanträdet)))|kontaktar|tar\s+(?:fram|in|kontakt|reda|med|initiativ|på\s+sig|ansvar|hand\s+om|upp\s+frågan\s+(?:med|på|vid|i|hos|till))|undersöker|samlar\s+in|återkopplar|m[ae]j?lar|ringer|pratar\s+med|bevakar|begär\s+in|hör\s+(?:efter|sig\s+för|med)|(?:arbetar|jobbar|tittar|går)\s+vidare|bjuder\s+in|kallar\s+till(?!\s+(?:ett\s+)?första\s+möte)|skickar|sänder|sammanställer|bokar|kollar|ordnar|ser\s+över|ser\s+till|uppdaterar|beställer|förbereder|hör\s+av\s+sig|stämmer\s+av|utreder|skriver|samordnar|lägger\s+(?:upp|ut|in)|delar\s+(?:ut|med)|fixar|formulerar|håller\s+i|sköter|ombesörjer|hämtar|köper\s+in|tecknar|organiserar|upphandlar|står\s+för|svarar\s+för|tittar\s+på|frågar(?!\s+(?:om|när|hur|varför|vad|vem|vilk\w*)\b)|gör\s+(?:ett\s+utkast|en\s+sammanställning|klart?|en\s+inventering)|inventerar|reviderar|färdigställer|granskar|pratar\s+ihop\s+sig)"
_TO_DO = r"(?:återkomma|kontakta|ta\s+(?:fram|in|kontakt|reda|med|upp|initiativ|hand)|undersöka|samla\s+in|återkoppla|m[ae]j?la|ringa|prata\s+med|bevaka|begära\s+in|höra|(?:arbeta|jobba|titta)\s+vidare|bjuda\s+in|kalla\s+till|skicka|sända|sammanställa|boka|kolla|ordna|se\s+(?:över|till)|uppdatera|beställa|förbereda|stämma\s+av|utreda|skriva|samordna|lägga\s+(?:upp|ut|in|fram)|dela\s+(?:ut|med)|fixa|formulera|redovisa|rapportera|informera|presentera|inventera|revidera|lämna|fråga|meddela|titta\s+på|göra)"

# somebody at the meeting does it, shall do it, or is told to
TAKES_ON = Rule(
    "takes-on",
    rf"{_LEAD}{_AGREED}(?:att\s+)?{_NAMES}\s+"
    r"(?:(?:fick|får|gavs|ges|har\s+fått|åtog\s+sig|åtar\s+sig|tar\s+på\s+sig|tog\s+på\s+sig)\s+(?:i\s+|till\s+)?(?:uppgift(?:en)?|uppdrag(?:et)?|att)\b(?:\s+att\b)?"
    rf"|(?:lovar|lovade|erbjuder\s+sig|erbjöd\s+sig|ombeds|ombads|uppdras|åläggs)\s+(?:att\s+)?(?={_TO_DO}\b)|(?:får|ska|skall)\s+(?:också\s+|även\s+|därför\s+|nu\s+)?(?={_TO_DO}\b)"
    rf"|(?:(?:är\s+)?ansvariga?\s+för|(?:har|får)\s+ansvar(?:et)?\s+för)\s|(?={_DOES}\b))"
    r"(?P<task>.*)",
    "Eva Alm tar fram ett förslag till nästa möte",
    "Kansliet tog fram ett förslag",
    at="start",
    cased=True,
)
# the time before the verb: «Till nästa möte tar Eva fram ett förslag»
TIME_FIRST = Rule(
    "time-first",
    rf"{_LEAD}(?:Till|Inför|Före|Innan|Senast|Under|Därefter|Sedan|I)\b[^.;:,]{{0,40}}?\s(?P<verb>tar|återkommer|kontaktar|undersöker|skickar|sammanställer|bokar|kollar|ordnar|ser|bjuder|kallar|skriver|samordnar|lägger|ska|skall|får|hör|uppdaterar|stämmer|utreder|förbereder|redovisar)\s+{_NAMES}\s+(?P<task>[^.]*)",
    "Till nästa möte tar Eva fram ett förslag",
    "Till nästa möte kommer Eva",
    at="start",
    cased=True,
)
OBLIGED = Rule(
    "obliged",
    r"\b(?:det\s+(?:åligger|ankommer\s+på|åvilar|blir)|uppgiften\s+(?:ligger\s+på|faller\s+på|går\s+till))\s+(?P<who>[^.;,]{2,60}?)\s+(?P<task>att\b.*)",
    "Det åligger Eva Alm att informera rektorerna",
    "Det är viktigt att informera rektorerna",
)
ANSWERS_FOR = Rule(
    "answers-for",
    rf"\bAnsvariga?\s+för\s+(?!(?:ärendet|frågan|protokollet|föredragningen|beredningen|handläggningen)\b)(?P<task>[^.;:]{{3,120}}?)(?:\s+(?:är|blir|utsågs|utses)|\s?:)\s+{_NAMES}",
    "Ansvarig för kontakten med Skolverket är Eva Alm",
    "Ansvarig för kontakten är inte utsedd",
    cased=True,
)
# «Uppdrag: Eva Alm – ta fram en budget»
NOTED_TASK = Rule(
    "noted-task",
    rf"(?:[-•*–]\s*)?(?:Uppdrag|Åtgärd|Aktion|Action|Att\s+göra|Att-göra)\s*:\s*{_NAMES}\s*(?:[–:]|-(?=\s)|att\s)\s*(?P<task>[^.]{{6,}})",
    "Uppdrag: Eva Alm – ta fram en budget till nästa möte",
    "Uppdrag: se över budgeten",
    at="start",
    cased=True,
)
# who does something all the time tells of it: «Eva ansvarar för skolfrågor och berättade om läget»
TELLS = Rule(
    "tells",
    r"\b(?:och|samt|som)\s+(?:berättade|informerade|redogjorde|presenterade|rapporterade|visade|tackade|föredrog|hälsade|deltog|inledde)\b",
    "Eva Alm ansvarar för skolan och berättade om läget",
    "Eva Alm ansvarar för skolan och berättar vid nästa möte",
)
RUNNING_TASKS = (TAKES_ON, TIME_FIRST, OBLIGED, ANSWERS_FOR, NOTED_TASK)
# of the one named last: «Hon återkommer med en rapport»
THEY = Rule(
    "they",
    rf"(?P<who>Han|Hon|Hen)\s+(?P<task>{_DOES}\b.*|(?:ska|skall|får)\s+(?:också\s+|även\s+|därför\s+|nu\s+)?{_TO_DO}\b.*)",
    "Hon återkommer med en rapport till nästa möte",
    "Hon tackar för sig",
    at="start",
    cased=True,
)
# an office, a group or somebody that is told in the words of a decision, by the body that meets where a body does so
TOLD = (
    Rule(
        "told-to",
        r"(?P<subject>[\w-]+)\s+(?:uppdrar|uppdrog)\s+(?:åt|till)\s+(?P<who>[^.;,:]{3,80}?)\s+(?P<task>att\b.*)",
        "Styrelsen uppdrog åt Eva att skriva till länsmuseet",
        "Styrelsen uppdrog åt Eva frågan",
        at="start",
    ),
    Rule(
        "told-in-assignment",
        r"(?:(?P<subject>[\w-]+)\s+(?:ger|gav)\s+(?P<given>[^.;,:]{3,80}?)|(?P<who>[^.;,:]{3,80}?)\s+(?:får|fick|ges|gavs|erhåller|erhöll))\s+(?:(?:i|till)\s+(?:uppdrag|uppgift)|uppdraget|uppgiften)\s+(?P<task>att\b.*)",
        "Förbundschefen får uppdraget att teckna avtal",
        "Förbundschefens uppdrag är att teckna avtal",
        at="start",
    ),
)
# an office that promises something by a day
PROMISED = Rule(
    "promised",
    r"(?P<who>[^.;,:]{3,80}?)\s+(?P<task>(?:återkommer\s+(?:med|till|i)|tar\s+(?:fram|kontakt)|ser\s+över|sammanställer|kallar\s+till|bjuder\s+in|kontaktar|undersöker|utreder|bereder|skickar\s+ut|återrapporterar)\b.*)",
    "Förvaltningen återkommer med svar vid nästa sammanträde",
    "Förvaltningen har återkommit med svar",
    at="start",
)


# where somebody else's task begins within a sentence: «…, och Bo ringer regionen», «…; Bo ringer regionen»
_ANOTHERS = re.compile(
    rf";\s+|(?:,\s*|\s)(?:(?:och|samt|men|medan)\s+)(?=[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?\s+(?:{_DOES}|(?:ska|skall|får)\s+{_TO_DO})\b)"
)


@dataclass(frozen=True, slots=True)
class RunningTask:
    """Who is to do what, by a sentence."""

    who: tuple[str, ...]
    task: str


def clauses(sentence: Flow, context: Context) -> list[Flow]:
    """Cut a sentence where what another is to do begins; «Anna och Bo ringer» stays whole, since only the two together do something."""
    edges = [0]
    for match in _ANOTHERS.finditer(sentence.text):
        before = sentence.part(edges[-1], match.start())
        if match.group().startswith(";") or running_task(before, None, context) is not None:
            edges.append(match.end())
    return [piece for low, high in pairwise([*edges, len(sentence.text)]) if (piece := sentence.part(low, high)).text]


def running_task(sentence: Flow, before: Flow | None, context: Context) -> RunningTask | None:
    """Read the task that a sentence gives to somebody of the meeting; `before` is the sentence before it."""
    words = sentence.text
    if PROPOSED.holds(words) or TELLS.holds(words):
        return None
    for rule in RUNNING_TASKS:
        match = rule.find(words)
        who = named_by_meeting(match["who"], context) if match is not None else ()
        if match is not None and who:
            return RunningTask(who, " ".join(filter(None, (match.groupdict().get("verb"), match["task"]))))
    they = THEY.find(words)
    if they is not None and before is not None:
        named = {hit.name for hit in named_in(before.text, context, only_known=True)}
        return RunningTask((named.pop(),), they["task"]) if len(named) == 1 else None
    return _told(words, context) or _promised(words, context)


def _promised(words: str, context: Context) -> RunningTask | None:
    """Read what an office promises to do by a day that is stated or follows."""
    match = PROMISED.find(words)
    if match is None or deadline_of(words, context) is None or not can_act(match["who"], [], context):
        return None
    who = tuple(hit.name for hit in named_in(match["who"], context)) or (clean(match["who"]),)
    return RunningTask(who, match["task"])


def _told(words: str, context: Context) -> RunningTask | None:
    """Read a task given in the words of a decision where no decision is headed; another body's, or another day's, is not this meeting's."""
    match = next((match for rule in TOLD if (match := rule.find(words)) is not None), None)
    if match is None or EARLIER_DAY.search(words[: match.start("task")]) is not None:
        return None
    subject = match["subject"]
    if subject is not None and not (NAMED_BODY.holds(subject) and is_own(subject, context.body)):
        return None
    told = match["who"] or match.groupdict().get("given") or ""
    who = tuple(hit.name for hit in named_in(told, context))
    if not who and not can_act(told, [], context):
        return None
    return RunningTask(who or (clean(told),), match["task"])
