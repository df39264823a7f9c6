"""Transcripts from pages: words, days, persons, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from source_pages import BRIEFING, PLAIN, URL, WH, WH_PAGE, WH_URL, WORDS, entry, page, reading, said, source

from verifier.errors import ParseError
from verifier.model.transcript import Rendition
from verifier.sources.pages import read_page


def test_a_briefing() -> None:
    """Labels become persons by title and day; questions, background calls and headings are nobody's."""
    read = reading(WH_PAGE, WH_URL, WH, date(2024, 3, 5))
    record = read.transcripts[0].record
    assert said(read.transcripts[0]) == [
        (None, "unattributed", "James S. Brady Press Briefing Room"),
        (
            "Karine Jean-Pierre",
            "speaker",
            "Hi.\u00a0 Good afternoon, everyone, and welcome back to this room.\n"
            "We have a guest who knows all about the rivers and the bridges over them.",
        ),
        ("Question", "question", "Thank you.\u00a0 Is the north bridge safe?"),
        (
            "John Kirby",
            "speaker",
            "It is safe, and it will be ye- — yesterday’s report says so — open by May.\u00a0 (Laughter.)",
        ),
        ("Joe Biden", "speaker", "I only came by to say hello."),
        ("Emmanuel Macron", "speaker", "And so did I, my friends."),
        ("Senior Administration Official", "unattributed", "This part is on background."),
        (None, "unattributed", "FACT SHEET: The bridges act\nIt gives money to bridges."),
    ]
    assert read.transcripts[0].turns[5].rendition is Rendition.INTERPRETATION
    assert [(claim.day, claim.origin) for claim in record.dates] == [(date(2024, 3, 5), "url")]
    assert (record.place, record.lang, record.tier) == ("James S. Brady Press Briefing Room", "en", 2)
    assert record.title == (
        "Press Briefing by Press Secretary Karine Jean-Pierre and White House National Security"
        " Communications Advisor John Kirby"
    )
    assert read.flags == {"hidden_text"}


def test_without_known_people() -> None:
    """The title alone tells who Mr. Kirby is; a bare office stays as printed."""
    read = read_page(page(WH_PAGE, WH_URL), entry(WH_URL), WH, None)
    assert [turn.speaker for turn in read.transcripts[0].turns[3:6]] == [
        "John Kirby",
        "The President",
        "President Macron",
    ]


ELYSEE_URL = "https://www.elysee.fr/emmanuel-macron/2024/03/05/visite-au-jardin"
ELYSEE = source(
    url_regex=r"/(?P<y>\d{4})/(?P<m>\d\d)/(?P<d>\d\d)/",
    timezone="Europe/Paris",
    languages=["fr"],
    body={"select": "main div.ck-styled", "min_words": 20},
    title={"skip": ["^Agenda"]},
    turns=["fr-label-line"],
)
ELYSEE_PAGE = """<html lang="fr"><head><meta property="og:title" content="Visite du Président au jardin."></head><body>
<h1>Nous utilisons des cookies</h1><main><div class="ck-styled"><p>4 mars 2024 - Seul le prononcé fait foi</p></div>
<p>Revoir la visite</p><div class="ck-styled"><p>Emmanuel MACRON</p><p>Merci d’être là&nbsp;: la rivière est haute et
 les jardins sont beaux dans cette ville.</p><p>Journaliste<br>Pourquoi maintenant&#8239;?</p>
<p>Petr PAVEL [propos traduits du tchèque]<br>Je vous remercie de votre visite.</p>
<p>YANN, ARTISAN BOUCHER DANS LE GARD</p><p>Bonjour, je vends des saucisses.</p>
<p>Emmanuel MACRON</p><p>Très bien, merci.</p></div></main></body></html>"""


def test_a_page_that_contradicts_itself() -> None:
    """Address and caption name two days: both are kept with their origins; several body blocks are joined."""
    read = reading(ELYSEE_PAGE, ELYSEE_URL, ELYSEE)
    record = read.transcripts[0].record
    assert [(claim.day, claim.origin) for claim in record.dates] == [
        (date(2024, 3, 5), "url"),
        (date(2024, 3, 4), "caption"),
    ]
    assert record.title == "Visite du Président au jardin."
    assert read.notes == ("spoken_word_prevails",)
    assert said(read.transcripts[0]) == [
        (None, "unattributed", "4 mars 2024 - Seul le prononcé fait foi"),
        (
            "Emmanuel Macron",
            "speaker",
            "Merci d’être là\u00a0: la rivière est haute et les jardins sont beaux dans cette ville.",
        ),
        ("Journaliste", "question", "Pourquoi maintenant\u202f?"),
        ("Petr Pavel", "speaker", "Je vous remercie de votre visite."),
        (None, "unattributed", "YANN, ARTISAN BOUCHER DANS LE GARD\nBonjour, je vends des saucisses."),
        ("Emmanuel Macron", "speaker", "Très bien, merci."),
    ]
    assert read.transcripts[0].turns[3].rendition is Rendition.INTERPRETATION


def test_a_skipped_title_is_no_fault() -> None:
    """A page whose title the configuration skips gives nothing and raises nothing."""
    read = reading(ELYSEE_PAGE.replace("Visite du", "Agenda du"), ELYSEE_URL, ELYSEE)
    assert (read.transcripts, read.notes) == ((), ("title_skipped",))


BPK = source(
    languages=["de"],
    body={"select": "main p", "min_words": 20},
    date={"event": ["title"]},
    turns=["de-bpk"],
    label_persons={"StS Seibert": "Steffen Seibert"},
)
BPK_PAGE = """<html lang="de"><head><meta property="og:title" content="Regierungspressekonferenz vom 28. Februar 2020">
</head><body><h1>Datenschutz-Einstellungen</h1><main><p>Sprecher: StS Seibert, Wackers (BMG), Burger</p>
<p>Vors. Welty eröffnet die Pressekonferenz und begrüßt StS Seibert.</p>
<p>StS Seibert: Guten Tag! Die Kanzlerin eröffnet am Montag den Garten.</p><p>Erstens: das ist neu.</p>
<p>Frage Jung: Wann genau?</p><p>Jäger (BMF): Dazu habe ich keine Angaben.</p><p>Zusatzfrage: Und danach?</p>
<p>Burger: Danach ist der Garten offen.</p></main></body></html>"""


def test_german_press_conference() -> None:
    """A label counts if the header announces it or a ministry stands behind it; "Erstens:" is none."""
    read = reading(BPK_PAGE, "https://www.bundesregierung.de/breg-de/aktuelles/regierungspressekonferenz-1", BPK)
    assert [(turn[0], turn[1]) for turn in said(read.transcripts[0])] == [
        (None, "unattributed"),
        ("Steffen Seibert", "speaker"),
        ("Frage Jung", "question"),
        ("Jäger", "speaker"),
        ("Zusatzfrage", "question"),
        ("Burger", "speaker"),
    ]
    assert read.transcripts[0].turns[1].text.endswith("\nErstens: das ist neu.")
    assert read.transcripts[0].record.dates[0].day == date(2020, 2, 28)


KREMLIN_PAGE = """<html lang="ru"><body><h1 class="entry-title">Встреча с садоводами</h1><div class="read__meta">
<time datetime="2024-03-05">5 марта 2024 года</time><div class="read__place">Москва, Кремль</div></div>
<div itemprop="articleBody"><p><b>В.Путин:</b> Добрый день! Сегодня мы говорим о садах и реках, о деревьях и дожде.
<span class="read__tooltip">MARKTIP</span></p><p><b>Итоги</b></p>
<p><b>М.Симонян</b> <i>(как переведено):</i> Спасибо большое за приглашение, очень приятно.</p>
<p><b>Вопрос:</b> Почему сейчас?</p><p><b>В.Путин:</b> Потому что весна.</p></div></body></html>"""


def test_bold_labels() -> None:
    """A paragraph's bold beginning with a colon is a label, also with a note before the colon."""
    config = source(
        languages=["ru"],
        body={"select": "div[itemprop=articleBody]", "drop": ["span.read__tooltip"], "min_words": 15},
        date={"event": ["css:.read__meta time"]},
        venue={"select": ".read__place"},
        turns=["bold-label"],
        label_persons={"В.Путин": "vladimir-putin"},
    )
    read = reading(KREMLIN_PAGE, "http://kremlin.ru/events/president/transcripts/1", config)
    assert said(read.transcripts[0]) == [
        ("Vladimir Putin", "speaker", "Добрый день! Сегодня мы говорим о садах и реках, о деревьях и дожде.\nИтоги"),
        ("М.Симонян", "speaker", "Спасибо большое за приглашение, очень приятно."),
        ("Вопрос", "question", "Почему сейчас?"),
        ("Vladimir Putin", "speaker", "Потому что весна."),
    ]
    assert read.transcripts[0].turns[1].rendition is Rendition.INTERPRETATION
    assert read.transcripts[0].record.place == "Москва, Кремль"


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        pytest.param("Remarks by President Biden on Bridges", "Joe Biden", id="title of office"),
        pytest.param("Speech by Mr. Tomas Example at the Harbour", "Tomas Example", id="unknown person"),
    ],
)
def test_one_speaker_named_by_the_title(title: str, speaker: str) -> None:
    """Under the profile "single" the whole is the person's whom the title names."""
    config = source(turns=["us-colon", "single"], languages=["en"])
    read = reading(f"<h1>{title}</h1><main><p>{WORDS}</p></main>", "https://s.gov/2024/03/05/x", config)
    assert [turn.speaker for turn in read.transcripts[0].turns] == [speaker]


@pytest.mark.parametrize(
    ("note", "tier", "flags"),
    [
        pytest.param("(As delivered)", 1, set(), id="delivered"),
        pytest.param("Remarks as prepared for delivery", 4, {"as_prepared"}, id="prepared"),
        pytest.param("Original script, may differ from delivered version", 4, {"as_prepared"}, id="script"),
        pytest.param("Corrected transcript", 1, {"declared_correction"}, id="corrected"),
    ],
)
def test_standing_of_the_text(note: str, tier: int, flags: set[str]) -> None:
    """What is as prepared is no verbatim record; a correction is told."""
    config = source(turns=["single"], languages=["en"], tier=1)
    body = f"<h1>Remarks by President Biden</h1><main><p>{note}</p><p>{WORDS}</p></main>"
    read = reading(body, "https://s.gov/2024/03/05/x", config)
    assert (read.transcripts[0].record.tier, read.flags) == (tier, flags)


@pytest.mark.parametrize(
    ("body", "listed", "differs"),
    [
        pytest.param(BRIEFING, date(2024, 3, 5), False, id="nothing of its own"),
        pytest.param(BRIEFING.replace("<p>", "<p>March 5, 2024</p><p>", 1), date(2024, 3, 6), False, id="a day off"),
        pytest.param(BRIEFING.replace("<p>", "<p>May 5, 2023</p><p>", 1), date(2024, 3, 5), True, id="in the preamble"),
        pytest.param(BRIEFING.replace("Briefing", "Briefing of 1 May 2023"), date(2024, 3, 5), True, id="in the title"),
    ],
)
def test_another_event_under_the_address(body: str, listed: date, differs: bool) -> None:
    """A page whose own day is not the list's is flagged; the walker decides."""
    read = reading(body, "https://s.example/briefing", source(**PLAIN), listed)
    assert ("date_differs" in read.flags) is differs


def test_mangled_characters_are_repaired_and_told() -> None:
    """Text read once by a wrong charset is put right, with a flag."""
    mangled = BRIEFING.replace("shall look", "don’t look").encode().decode("cp1252").encode()
    read = reading(mangled, URL, source(**PLAIN))
    assert "don’t look" in read.transcripts[0].text
    assert "mojibake_repaired" in read.flags


@pytest.mark.parametrize(
    ("head", "claims"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2024-03-05T10:00:00-05:00">',
            [(date(2024, 3, 5), "meta")],
            id="metadata",
        ),
        pytest.param("", [], id="none"),
    ],
)
def test_a_source_that_does_not_say_where_its_day_stands(head: str, claims: list[tuple[date, str]]) -> None:
    """The page's usual metadata tell the day where nothing else does; without any the page is refused."""
    body = f"<html><head>{head}</head><body>{BRIEFING}</body></html>"
    if not claims:
        with pytest.raises(ParseError, match="no day"):
            reading(body, "https://s.example/briefing", source(**PLAIN))
        return
    read = reading(body, "https://s.example/briefing", source(**PLAIN))
    assert [(one.day, one.origin) for one in read.transcripts[0].record.dates] == claims
    other = reading(body, "https://s.example/briefing", source(**PLAIN), date(2023, 2, 1))
    assert "date_differs" in other.flags
    assert [one.day for one in other.transcripts[0].record.dates] == [date(2023, 2, 1)]
