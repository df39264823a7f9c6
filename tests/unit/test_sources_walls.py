"""Pages that are no transcript: each is refused with the outcome that names what it is."""

from __future__ import annotations

from typing import Any

import pytest
from source_pages import BRIEFING, PEOPLE, PLAIN, URL, WORDS, entry, page, reading, source

from verifier.errors import ParseError
from verifier.sources.pages import read_page

WALL = "<p>Please prove that you are no robot before you go on to the page that you asked for. </p>"


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param("<title>Page not found</title><h1>Page not found</h1><p>It may have moved.", "soft_404", id="W01"),
        pytest.param(
            "<h1>We value your privacy</h1><main><p>We value your privacy. Accept all cookies to read on. “The bridge"
            " is safe”, said Mr. Roe.</p></main>",
            "wall",
            id="W02 cookie wall with a quotation",
        ),
        pytest.param("<title>Access Denied</title><h1>Access Denied</h1><p>Reference 18.2", "wall", id="W03"),
        pytest.param(f"<title>Just a moment...</title>{WALL}", "wall", id="W04 challenge"),
        pytest.param("<title>Agency</title><form><input type='password'></form>", "wall", id="W05 log in"),
        pytest.param(
            BRIEFING.replace("</main>", "<p>Subscribe to continue</p></main>"),
            "wall",
            id="W06 paywall after the teaser",
        ),
        pytest.param(
            "<title>App</title><div id=root></div><noscript>You need to enable JavaScript.</noscript>",
            "wall",
            id="W07 script shell",
        ),
        pytest.param("<h1>Briefing</h1><p>This page is not available in your country.</p>", "wall", id="W08 region"),
        pytest.param("<h1>500 Internal Server Error</h1>", "soft_404", id="W09 error page"),
        pytest.param("<h1>Agency</h1><main><p>News of the day.</p></main>", "empty", id="W10 empty template"),
        pytest.param(
            BRIEFING.replace(
                WORDS, "Wir haben die Brücke und den Fluss gesehen, und wir werden im Sommer wieder hingehen. " * 8
            ),
            "soft_404",
            id="W11 another language",
        ),
        pytest.param(f"<h1>News</h1><main><p>{WORDS}</p></main>", "parse_failed", id="nobody is named"),
        pytest.param("", "empty", id="no byte"),
        pytest.param("<div>" * 3000 + BRIEFING, "suspicious_change", id="H01 nested too deep"),
    ],
)
def test_pages_that_are_no_transcript(body: str, outcome: str) -> None:
    """Each page without the signs of a transcript is refused with the outcome that names what it is."""
    with pytest.raises(ParseError) as met:
        reading(body, URL, source(**PLAIN))
    assert met.value.outcome == outcome


def test_banner_of_an_archive() -> None:
    """W13: a banner inside an honest page is nobody's words."""
    banner = "<p>This is historical material “frozen in time”. The website is no longer updated.</p>"
    config = source(turns=["single"], languages=["en"])
    body = f"<h1>Remarks by President Biden</h1><main>{banner}<p>{WORDS}</p></main>"
    assert [turn.text for turn in reading(body, URL, config).transcripts[0].turns] == [WORDS.strip()]


@pytest.mark.parametrize(
    ("landed", "outcome"),
    [("https://s.example/", "soft_404"), ("https://s.example/login?next=/x", "wall")],
)
def test_redirects_that_lead_elsewhere(landed: str, outcome: str) -> None:
    """Ending at the front page or a log-in page is no transcript, whatever stands there."""
    with pytest.raises(ParseError) as met:
        read_page(page(BRIEFING, URL, final_url=landed), entry(URL), source(**PLAIN), PEOPLE)
    assert met.value.outcome == outcome


@pytest.mark.parametrize(
    ("keys", "body", "outcome"),
    [
        pytest.param({"body": {"format": "pdf", "magic": "%PDF"}}, BRIEFING, "soft_404", id="HTML in a PDF's place"),
        pytest.param({"body": {"format": "pdf"}}, b"%PDF-1.4 cut", "parse_failed", id="broken PDF"),
        pytest.param({}, b"\x89PNG\r\n\x1a\n" + b"x" * 99, "wrong_type", id="a picture"),
        pytest.param({"body": {"end_sign": "</html>"}}, BRIEFING, "cut", id="its end is missing"),
        pytest.param({"block_markers": ["sec-if-cpt"]}, "<h1>A</h1><i class=sec-if-cpt>", "wall", id="a known wall"),
    ],
)
def test_bytes_decide(keys: dict[str, Any], body: str | bytes, outcome: str) -> None:
    """What is not of the source's format is refused by its bytes."""
    with pytest.raises(ParseError) as met:
        reading(body, URL, source(**PLAIN, **keys))
    assert met.value.outcome == outcome


LONG = WORDS * 4  # over 300 words, which no teaser has
HELD = f"<h1>Briefing</h1><main><p>MR. ROE: {LONG}</p><p>Q Why?</p><p>MR. ROE: So it was.</p>"
LOCK = "<h2>Subscribe to continue reading</h2><p>You have reached your limit of free articles.</p>"


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        pytest.param(f"{HELD}</main><div class='paywall'>{LOCK}</div>", False, id="behind the words"),
        pytest.param(f"{HELD}</main><div>{LOCK}</div>", False, id="behind the words, unnamed"),
        pytest.param(f"{HELD}<p>Already a subscriber? Log in.</p></main>", False, id="among the words, last"),
        pytest.param(
            f"<div class='site-Paywall'>{LOCK}</div>{HELD}</main>", False, id="by its name, laid over the page"
        ),
        pytest.param(f"{HELD}<p>Abonnez-vous pour lire la suite</p></main>", False, id="French"),
        pytest.param(
            f"<header>Already a subscriber? Log in</header>{HELD}</main>", True, id="in the head of every page"
        ),
        pytest.param(f"{HELD}</main><p>Subscribe to our newsletter</p>", True, id="a newsletter"),
        pytest.param(f"<div class='paywall'>{HELD}</main></div>", True, id="a name around the words themselves"),
        pytest.param(
            HELD.replace("Why?", "Must I subscribe to read it?") + "<p>MR. ROE: No.</p><p>Q Good.</p></main>",
            True,
            id="asked about",
        ),
    ],
)
def test_walls_behind_a_long_excerpt(body: str, whole: bool) -> None:
    """What a wall cuts off after many words is kept as incomplete, and says so."""
    given = reading(body, URL, source(**PLAIN))
    assert given.transcripts[0].record.complete is whole
    assert ("cut_by_wall" in given.flags) is not whole
