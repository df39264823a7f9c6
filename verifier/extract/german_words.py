"""German words that tell the parser-free reader where a phrase begins, which case it has and what it names."""

from __future__ import annotations

import re

# Determiners and pronouns that can stand in the nominative, and those that never do.
NOMINATIVE = frozenset(
    """der die das ein eine kein keine dieser diese dieses jener jene jenes jeder jede jedes mein meine sein seine ihr
    ihre unser unsere mehrere viele einige zahlreiche manche alle beide weitere andere dessen deren""".split()
)
OBLIQUE = frozenset(
    """dem den des einem einen eines einer keinem keinen keines keiner diesem diesen jenem jenen jedem jeden seinem
    seinen seines seiner ihrem ihren ihres ihrer unserem unseren unserer meinem meinen meiner allen beiden vielen
    mehreren einigen mancher mehrerer vieler einiger aller zahlreichen""".split()
)
# "Vertreter der Verbände", "Sprecher des Senders": what these begin may hang on the noun before.
GENITIVE = frozenset("des der eines einer dieser dieses seines seiner ihres ihrer".split())
PREPOSITIONS = frozenset(
    """in im ins an am ans auf aufs bei beim mit nach von vom zu zum zur vor vorm für gegen über unter aus um durch
    ohne seit während wegen trotz gegenüber zwischen neben hinter bis per laut gemäß anlässlich angesichts mittels
    samt innerhalb außerhalb anhand infolge""".split()
)
ATTACHING = frozenset("von vom aus für".split())  # "Sprecher von Tesla"
PRONOUNS = frozenset("er sie es man wir ich ihr diese dieser dieses jener jene letzterer letztere beide".split())
REFLEXIVES = frozenset("sich mir mich uns ihm ihr ihnen ihn dazu darüber hierzu daraufhin darauf dabei dagegen".split())
SUBORDINATORS = frozenset(
    """dass daß wenn weil da als ob obwohl nachdem bevor während wie wonach sodass damit falls solange sobald indem
    wobei woraufhin weshalb worauf wer""".split()
)
RELATIVES = frozenset("der die das dem den dessen deren welcher welche welches was".split())
AUXILIARIES = frozenset(
    """hat habe haben hatte hatten hätte hätten ist sei sind war waren wurde wurden wird werde werden würde soll sollen
    solle sollte sollten will wollte kann konnte muss musste ließ lässt""".split()
)
# A prefield of one word that is no noun phrase: "Zudem sagte der Minister", "Relativierend fügt Gall hinzu".
ADVERBS = frozenset(
    """zudem außerdem dabei dagegen danach dann später zuvor bereits auch ebenso ebenfalls weiter weiterhin
    gleichzeitig zugleich unterdessen inzwischen heute gestern dazu darauf daraufhin hierzu so allerdings jedoch
    hingegen schließlich zuletzt anschließend wörtlich demnach nun jetzt damals dort hier offenbar entsprechend
    trotzdem deshalb daher insbesondere konkret noch schon erst nur ferner darüber hinaus kürzlich zunächst dennoch
    doch aber und oder denn mittlerweile demgegenüber jüngst immer oft stets manchmal vielmehr indes indessen somit
    folglich zusätzlich""".split()
)
_ADVERBIAL = re.compile(r"(?:end|weise|mals|wärts|lich|dings)$")
SPEECH_NOUNS = frozenset(
    """worten worte wort satz aussage aussagen kommentar frage fragen antwort vorwurf vorwürfe behauptung bezeichnung
    begriff zitat parole parolen slogan äußerung äußerungen erklärung ruf rufe rufen argument begründung hinweis
    befürchtung forderung ansicht meinung auffassung statement tweet mutmaßung eindruck ausspruch""".split()
)
# What names a work, a body or a vessel: compounds end in these ("Nachrichtenagentur", "Fachmagazins").
_BEARER = re.compile(
    r"(?:agentur|zeitung|zeitschrift|magazin|blatt|journal|sender|kanal|sendung|reihe|serie|show|film|drama|buch|roman"
    r"|novelle|gedicht|song|lied|album|titel|single|oper|stück|spiel|band|gruppe|orchester|chor|organisation|gewerkschaft"
    r"|partei|verein|verband|bündnis|koalition|initiative|aktion|bewegung|fraktion|liste|firma|unternehmen|konzern"
    r"|hersteller|marke|modell|stiftung|projekt|programm|operation|schiff|fregatte|frachter|fähre|tanker|jacht|yacht"
    r"|flugzeug|maschine|rakete|sonde|satellit|teleskop|zentrum|haus|hotel|restaurant|museum|galerie|theater|schule"
    r"|universität|institut|preis|medaille|orden|wettbewerb|turnier|kampagne|festival|messe|ausstellung|überschrift"
    r"|motto|namen|name|website|webseite|internetseite|seite|portal|blog|forum|dienst|onlinedienst|plattform|kolumne"
    r"|verlag|club|klub|lokal|kneipe|bar|straße|platz|hurrikan|taifun|sturm|stern|rubrik|kurs|software|programms"
    r"|kutter|boot|barkasse|virus|wurm|protokoll|standard|studie|bericht|dokument|gesetz|sekte|gang|miliz|brigade|einheit|nachfolger"
    r"|vorgänger|dampfer|hund|fonds|bank|kette|magazin|rakete|gefährt|pseudonym|codename|decknamen|kürzel|stichwort)"
    r"(?:s|es|n|en|er|e)?$",
    re.IGNORECASE,
)
NAMING = frozenset(
    """genannte genannten genannter genanntes sogenannte sogenannten sogenannter sogenanntes sogenanntem genannt namens
    kurz betitelt betitelte betitelten titel alias heißt heißen hieß getauft benannt""".split()
)
# Forms that are never the indicative of a third person: they report.
_SUBJUNCTIVE = frozenset(
    """sei seien habe werde könne müsse solle dürfe wolle möge gebe bleibe gehe komme stehe liege brauche wisse mache
    handle handele sehe lasse nehme finde halte bestehe führe spreche bringe zeige gelte gehöre trage bedeute""".split()
)


def is_subjunctive(word: str) -> bool:
    """Return whether a verb form is one that German prints for what somebody else said: "sei", "habe"."""
    return word in _SUBJUNCTIVE


def is_adverbial(word: str) -> bool:
    """Return whether a word that leads a clause is an adverb rather than a subject."""
    return word.lower() in ADVERBS or bool(_ADVERBIAL.search(word))


_TITLED = re.compile(
    r"(?:zeitung|zeitschrift|magazin|blatt|sendung|reihe|serie|film|buch|roman|song|lied|album|titel|motto|namen?"
    r"|rubrik|stichwort)(?:s|es|n|en|er|e)?$",
    re.IGNORECASE,
)


def bears_a_name(noun: str, *, small: bool = False) -> bool:
    """Return whether marked words right after a noun are the name of what it means: "der Zeitung „Hürriyet“".

    *small* words, in lower case, are a name only after what has a title: "des Magazins „auto, motor und sport“".
    """
    pattern = _TITLED if small else _BEARER
    return noun[:1].isupper() and noun.lower() not in SPEECH_NOUNS and bool(pattern.search(noun))
