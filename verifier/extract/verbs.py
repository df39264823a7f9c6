"""Verbs and nouns that report speech, by class, in all their forms.

The classes weigh differently: "said" reports, "called" labels, "believes" tells a thought, and any
other verb reports only where it stands beside the marks.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from verifier.extract import verbs_french_german as french_german


class Reporting(IntEnum):
    """How sure a word is to report speech; a higher value is surer."""

    NONE = 0
    THOUGHT = 1
    LABEL = 2
    SPEECH = 3


_SPEECH = """say tell add state claim assert declare announce explain note remark comment reply respond answer ask
insist argue warn urge stress emphasize emphasise admit acknowledge concede confirm deny suggest report recall continue
conclude observe joke quip write tweet retweet post exclaim shout yell scream whisper mutter murmur cry vow pledge
promise predict complain lament caution contend maintain reiterate repeat agree allege boast brag charge counter counsel
disclose elaborate estimate fume gush grumble hint imply inform indicate inquire interject interrupt intone opine plead
proclaim pronounce propose protest quote rebut recount remind retort reveal scoff sigh speculate swear tease testify
theorize theorise thunder underline underscore utter volunteer wonder confess clarify assure advise exhort implore beg
affirm reaffirm avow bellow bark blurt chant cite clamor crow deadpan demand dictate divulge enthuse exult fret
growl grunt guess holler howl huff hiss insinuate instruct intimate invoke lecture marvel muse moan mumble narrate
object offer point posit preach press profess prompt query rail ramble rant rave read reason recite recommend recommit
reflect refute rejoin relate relay riff rule scold scream sing sniff snap sneer snort sob speak spell stammer
stipulate stutter summarize summarise summon sum surmise tout trumpet verify vent voice wail warble weigh wisecrack
ad-lib chime concur crack expound fire interpose jeer jest reckon regret second shrug snarl surmise venture gloat
confide gripe groan grouse apologize apologise beam bristle chuckle cackle laugh attest author blog chorus conjecture
correct croak deduce echo email e-mail encourage entreat espouse extol forecast foretell fulminate hypothesize impart
mimic mouth parrot persist petition pipe prattle prod quiz recollect remonstrate ruminate scrawl signal spout squeal
submit suppose sympathize text trill vouch whine whimper yelp deflect"""
_LABEL = """call describe label brand dub denounce condemn praise criticize criticise blast slam accuse dismiss
characterize characterise refer hail decry deride mock ridicule attack blame depict portray applaud commend compare
term deem defend hammer lambast lambaste laud rip salute lash deplore berate bemoan rebuke reject tag liken chide
castigate chastise bash celebrate cheer define express discuss discredit endorse excoriate fault paint pan pillory
question rebuff scorn slam slight taunt thank trash warn welcome"""
_THOUGHT = """believe think feel hope know fear want expect consider see understand worry wish imagine suspect assume
find hear learn decide realize realise remember intend plan view regard judge doubt figure mean plan seek"""
# Who can speak: nouns by their endings, and texts that speak for somebody.
_HUMAN = re.compile(
    r"(?:er|or|ist|man|men|woman|women|ian|ians|ers|ors|ists|ant|ants|ent|ents|eur|eurs|eer|ee|ees|people|person|folk"
    r"|friend|friends|aide|aides|official|officials|judge|judges|king|queen|wife|son|mother|father|child|children|boss"
    r"|chief|chiefs|critic|critics|rival|rivals|ally|allies|campaign|team|group|government|ministry|party|company|agency"
    r"|court|police|council|committee|union|board|crowd|member|members|analyst|half|majority|many|some|source|sources)$",
    re.IGNORECASE,
)
_TEXTS = frozenset(
    """report statement letter lawsuit suit complaint memo article story editorial column newspaper paper
    document filing study survey poll book ad advertisement website site page headline caption sign message
    email e-mail tweet post transcript indictment ruling order bill resolution platform plan script banner
    petition video clip narrator note reports statements letters documents ads signs messages emails posts
    press media release op-ed speech blog""".split()
)
# These report only beside a whole utterance: "will continue to be “a champion”" reports nothing.
ONLY_BESIDE = frozenset(
    """add continue post charge object second offer press weigh point spell fire review counter relate read move
    sing beg pray agree chant cite sum speak demand push report""".split()
)
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "swear": "swears swore sworn swearing",
    "speak": "speaks spoke spoken speaking",
    "read": "reads read reading",
    "sing": "sings sang sung singing",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "understand": "understands understood understanding",
    "find": "finds found finding",
    "hear": "hears heard hearing",
    "mean": "means meant meaning",
    "lash": "lashes lashed lashing",
    "seek": "seeks sought seeking",
    "spell": "spells spelled spelt spelling",
}
_DOUBLED = frozenset("quip plan refer dub pan rip sum sob brag admit tag slam ad-lib beg chat concur rebut".split())

# "his claim that “…”", "a statement: “…”"; the possessor or the "by" phrase speaks.
REPORTING_NOUNS = frozenset(
    """claim claims comment comments remark remarks statement statements assertion assertions argument arguments
    accusation accusations declaration warning warnings promise promises pledge vow tweet tweets post posts message
    messages letter letters email emails e-mail e-mails memo words word quote quotation line lines answer reply response
    question questions speech address op-ed editorial column article essay caption note admission belief view opinion
    suggestion prediction description announcement joke jokes refrain slogan motto call calls plea testimony""".split()
)
# "a film called “…”", "a speech titled “…”": what follows is a name, not speech.
NAMING = frozenset(
    """titled entitled headlined called named dubbed nicknamed captioned known labeled labelled so-called intitulé
    intitulée intitulés intitulées baptisé baptisée baptisés baptisées surnommé surnommée surnommés dénommé dénommée
    soi-disant""".split()
)
# Words that end in no way a person can: subjects of a cue that mean a text rather than a speaker are kept,
# but these mark what a work is, so that a marked string beside them reads as its title.
WORKS = frozenset(
    """film movie book novel memoir song album show series program programme documentary play podcast episode
    newspaper magazine column blog website sitcom musical poem painting app game hit single track anthem
    bestseller best-seller report drama comedy thriller musical ballad sheet newsletter hashtag
    collection volume essay station channel ship vessel boat yacht
    ferry trawler restaurant bar pub band tavern
    livre roman essai recueil journal revue quotidien hebdomadaire magazine émission série chanson disque exposition
    pièce documentaire feuilleton opération navire péniche collectif association liste rubrique festival spectacle
    conférence colloque programme tableau""".split()
)


def _forms(verb: str) -> list[str]:
    """Return every inflected form of a regular or listed irregular verb."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if re.search("[^aeiou]y$", verb):
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    plural = verb + ("es" if re.search("(?:s|sh|ch|x|z)$", verb) else "s")
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return [verb, plural, stem + "ed", stem + "ing"]


@lru_cache(maxsize=1)
def _table() -> dict[str, Reporting]:
    """Return the class of every form; a form of several verbs has the surest class."""
    table: dict[str, Reporting] = {}
    for words, reporting in ((_THOUGHT, Reporting.THOUGHT), (_LABEL, Reporting.LABEL), (_SPEECH, Reporting.SPEECH)):
        for verb in words.split():
            table.update(dict.fromkeys(_forms(verb), reporting))
    others = ((french_german.THOUGHT, Reporting.THOUGHT), (french_german.LABEL, Reporting.LABEL))
    for forms, reporting in (*others, (french_german.SPEECH, Reporting.SPEECH)):
        table.update((form, reporting) for form in forms if form not in table)
    return table


def reporting_class(word: str) -> Reporting:
    """Return how sure *word*, in any form and case, is to report speech."""
    return _table().get(word.lower(), Reporting.NONE)


def can_speak(noun: str) -> bool:
    """Return whether a common noun names people, a body of people or a text."""
    return bool(_HUMAN.search(noun)) or noun.lower() in _TEXTS or noun.lower() in REPORTING_NOUNS


@lru_cache(maxsize=1)
def _only_beside() -> frozenset[str]:
    return frozenset(form for verb in ONLY_BESIDE for form in _forms(verb))


def reports_only_beside(word: str) -> bool:
    """Return whether *word* reports speech only where it stands beside a whole utterance."""
    return word.lower() in _only_beside()


# The verbs that alone are worth a parse: indirect speech is looked for only beside them.
_COMMON = """say tell add state claim assert declare announce explain note argue warn insist stress emphasize admit
acknowledge confirm deny suggest report recall conclude observe predict complain contend maintain reiterate allege
reveal testify vow promise pledge urge concede believe"""
REPORTING_VERB = re.compile(
    r"\b(?:" + "|".join(sorted({form for verb in _COMMON.split() for form in _forms(verb)}, reverse=True)) + r")\b"
    r"|\baccording to\b|\b(?:" + "|".join(french_german.COMMON.split()) + r"|selon|laut|zufolge)\b",
    re.IGNORECASE,
)
