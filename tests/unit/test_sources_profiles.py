"""Turn profiles: the labels that publishers print, and what only looks like one."""

from __future__ import annotations

import time

import pytest

from verifier.model.transcript import Rendition
from verifier.sources.profiles import PROFILES, announced_labels, label_of, profiles_named
from verifier.sources.title_names import names_in_title
from verifier.sources.turns import split_runs, turns_of

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("profile", "line", "label", "rest"),
    [
        pytest.param("us-colon", f"MR. KIRBY:{NBSP} Well.", "MR. KIRBY", "Well.", id="us"),
        pytest.param("us-colon", "MR MILLER: So.", "MR MILLER", "So.", id="us without a full stop"),
        pytest.param("us-colon", "THE VICE PRESIDENT: So.", "THE VICE PRESIDENT", "So.", id="us office"),
        pytest.param("us-colon", "MR. O’BRIEN-LEE:  So.", "MR. O’BRIEN-LEE", "So.", id="us marks"),
        pytest.param("us-colon", "FACT SHEET: The act.", None, None, id="us heading"),
        pytest.param("us-colon", "We said: no.", None, None, id="us sentence"),
        pytest.param("us-q", f"Q{NBSP}{NBSP} Why?", "Q", "Why?", id="q without colon"),
        pytest.param("us-q", "Q: Why?", "Q", "Why?", id="q with colon"),
        pytest.param("us-q", "Q1 results are good.", None, None, id="no q: Q1"),
        pytest.param("us-q", "Quite so.", None, None, id="no q: Quite"),
        pytest.param("cpd", "The President. Thank you.", "The President.", "Thank you.", id="cpd"),
        pytest.param("cpd", "Q. Why now?", "Q.", "Why now?", id="cpd question"),
        pytest.param("cpd", "Prime Minister Kishida. Yes.", "Prime Minister Kishida.", "Yes.", id="cpd guest"),
        pytest.param("cpd", "The president. Thank you.", None, None, id="cpd no label"),
        pytest.param("fr-label-line", "Emmanuel MACRON", "Emmanuel MACRON", "", id="fr"),
        pytest.param("fr-label-line", f"EMMANUEL MACRON{NBSP}:", "EMMANUEL MACRON", "", id="fr capitals"),
        pytest.param("fr-label-line", "Ursula von der LEYEN", "Ursula von der LEYEN", "", id="fr particles"),
        pytest.param(
            "fr-label-line", "Petr PAVEL [propos traduits]", "Petr PAVEL [propos traduits]", "", id="fr translated"
        ),
        pytest.param("fr-label-line", "Emmanuel MACRON a parlé.", None, None, id="fr sentence"),
        pytest.param("fr-label-line", "YANN, ARTISAN BOUCHER DANS LE GARD", None, None, id="fr comma"),
        pytest.param("fr-qr", "Q - Pourquoi ?", "Q", "Pourquoi ?", id="qr question"),
        pytest.param("fr-qr", "R – Parce que.", "R", "Parce que.", id="qr answer"),
        pytest.param("de-bpk", "StS Seibert: Guten Tag!", "StS Seibert", "Guten Tag!", id="de"),
        pytest.param("de-bpk", "Jäger (BMF): Ja.", "Jäger (BMF)", "Ja.", id="de ministry"),
        pytest.param("de-bpk", "Vors. Welty: Danke.", "Vors. Welty", "Danke.", id="de chair"),
        pytest.param("de-bpk", "Zusatzfrage: Und?", "Zusatzfrage", "Und?", id="de question"),
        pytest.param(
            "un-pv",
            "Mr. Dai Bing (China) (spoke in Chinese): We agree.",
            "Mr. Dai Bing (China) (spoke in Chinese)",
            "We agree.",
            id="un",
        ),
        pytest.param("un-pv", "Mr. Griffiths, who put it plainly: we are late.", None, None, id="un sentence"),
        pytest.param("un-pv", "The President: I thank him.", "The President", "I thank him.", id="un chair"),
        pytest.param("name-colon", "Boris Pistorius: Ja.", "Boris Pistorius", "Ja.", id="name"),
    ],
)
def test_labels(profile: str, line: str, label: str | None, rest: str | None) -> None:
    """A profile finds its labels at the head of a line, and where the words after them begin."""
    hit = label_of(line, None, profiles_named((profile,)))
    assert (hit and hit.label, line[hit.end :].strip() if hit else None) == (label, rest)


def spoken(profiles: str, text: str, known: frozenset[str] = frozenset(), stop: frozenset[str] = frozenset()) -> list:
    """Return speaker and role of each turn of a text."""
    runs = split_runs(text.split("\n"), profiles_named(tuple(profiles.split())), known=known, stop=stop)
    return [(turn.speaker, turn.role.value) for turn in turns_of(runs)]


@pytest.mark.parametrize(
    ("profiles", "text", "speakers"),
    [
        pytest.param(
            "us-colon us-q",
            "MR. ROE: One.\nFACT SHEET: Two.\nMR. ROE: Three.",
            ["Mr. Roe", None, "Mr. Roe"],
            id="a heading that the source names ends the turn",
        ),
        pytest.param(
            "us-colon us-q",
            "MR. ROE: One.\nThe point: two.\nMR. ROE: Three.",
            ["Mr. Roe", "Mr. Roe"],
            id="a sentence goes on",
        ),
        pytest.param(
            "us-colon us-q",
            "THE PRESIDENT: One.\nJANE DOE: Two.\nTHE VICE PRESIDENT: Three.\nPARTICIPANTS: Four!",
            ["The President", "Jane Doe", "The Vice President", "Participants"],
            id="everybody speaks once",
        ),
        pytest.param("us-colon us-q", "MR. ROE: One.\nWASHINGTON: Two.", ["Mr. Roe", None], id="one word, once"),
        pytest.param(
            "cpd",
            "The President. One.\nPresident Biden. He came late.\nThe President. Two.",
            ["The President.", None, "The President."],
            id="a sentence like a label is nobody's",
        ),
        pytest.param(
            "cpd",
            "The President. One.\nQ. Two?\nNOTE: The President spoke at noon.",
            ["The President.", "Question", None],
            id="the editors' note at the end is nobody's",
        ),
        pytest.param(
            "fr-label-line",
            "Emmanuel MACRON\nBonjour.\nOTAN\nUn mot.\nEmmanuel MACRON\nFin.",
            ["Emmanuel Macron", None, "Emmanuel Macron"],
            id="a heading in capitals is nobody",
        ),
        pytest.param(
            "fr-label-line", "SÉCURITÉ\nUn mot.\nOTAN\nUn autre.", [None], id="headings without any label cut nothing"
        ),
        pytest.param(
            "de-bpk",
            "StS Seibert: Eins.\nErstens: zwei.\nFrage: Drei?\nKall: Vier.\nKall: Fünf.",
            ["StS Seibert", "Frage", "Kall", "Kall"],
            id="met twice is a label, once is none",
        ),
        pytest.param("fr-qr", "Q - Un ?\nR - Deux.\nQ - Trois ?\nR - Quatre.", ["Q", "R", "Q", "R"], id="letters"),
    ],
)
def test_which_labels_are_believed(profiles: str, text: str, speakers: list[str | None]) -> None:
    """A label is believed by its form, its repetition or the record's own words; else its words are not a person's."""
    known = frozenset({"sts seibert"}) if profiles == "de-bpk" else frozenset()
    got = [name for name, _ in spoken(profiles, text, known, frozenset({"fact sheet"}))]
    assert [name and name.replace("Question", "Q") for name in got] == [
        name and name.replace("Question", "Q") for name in speakers
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("MR. DAI (As interpreted.): We agree.", id="at the label"),
        pytest.param("MR. DAI: (As interpreted.) We agree.", id="before the words"),
        pytest.param("MR. DAI (via interpreter): We agree.", id="via interpreter"),
    ],
)
def test_interpreted_words(line: str) -> None:
    """A note marks the turn as interpretation, and the turn after it not."""
    runs = split_runs([line, "MR. ROE: Thank you."], profiles_named(("us-colon",)))
    assert [turn.rendition for turn in turns_of(runs)] == [Rendition.INTERPRETATION, None]


def test_announced_labels() -> None:
    """A header tells which labels are to come."""
    lines = ["Freitag", "Sprecher: StS Seibert, Wackers (BMG), Burger (AA)"]
    assert announced_labels(lines) == {"sts seibert", "wackers", "burger"}
    assert announced_labels(["Nothing"]) == frozenset()


@pytest.mark.parametrize("profile", sorted(PROFILES))
@pytest.mark.parametrize(
    "line", ["A " * 30_000, "A." * 30_000, "ABC" * 20_000 + ":", "Aa bb " * 20_000, "Mr. " * 9_000]
)
def test_labels_take_linear_time(profile: str, line: str) -> None:
    """No line makes a pattern run away."""
    began = time.perf_counter()
    for _ in range(5):
        label_of(line, line[:100], profiles_named((profile,)))
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("title", "names"),
    [
        pytest.param("Remarks by President Biden at the Harbour", ("President Biden",), id="place"),
        pytest.param("Remarks by President Biden After a Flight", ("President Biden",), id="occasion in capitals"),
        pytest.param("Remarks by the Vice President on Bridges", ("The Vice President",), id="office alone"),
        pytest.param("Remarks as Prepared for Delivery by Jo Doe", ("Jo Doe",), id="as prepared"),
        pytest.param(
            "Press Briefing by Press Secretary Jo Doe and Adviser Al Roe, March 5, 2024",
            ("Press Secretary Jo Doe", "Adviser Al Roe"),
            id="two persons and a day",
        ),
        pytest.param("Déclaration de M. Jean Exemple, ministre, à Paris", ("Jean Exemple",), id="French"),
        pytest.param("Rede von Bundeskanzler Max Muster beim Treffen", ("Bundeskanzler Max Muster",), id="German"),
        pytest.param(
            "Déclaration conjointe de M. Jean Exemple, président de la République, et de M. Petr Muster, à Prague",
            ("Jean Exemple", "Petr Muster"),
            id="two persons stay two",
        ),
        pytest.param("The state of the bridges", (), id="nobody"),
    ],
)
def test_persons_named_by_a_title(title: str, names: tuple[str, ...]) -> None:
    """A title names its speakers before occasion, place and day."""
    assert names_in_title(title) == names
