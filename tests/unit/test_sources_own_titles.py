"""What a page's own title says decides before anything else on it: errors, walls, other records than the listed one."""

from __future__ import annotations

import pytest
from source_pages import PLAIN, URL, WORDS, entry, page, source

from verifier.errors import ParseError
from verifier.sources.pages import read_page

TURNS = f"<main><p>MR. ROE: {WORDS}</p><p>Q Why?</p><p>MR. ROE: So.</p></main>"
LISTED = "Press Briefing by John Roe"
PUBLISHED = "<meta property='article:published_time' content='2024-03-05T10:00:00Z'>"
DATED = "<time datetime='2024-03-05'>March 5, 2024</time>"


def outcome_of(head: str, listed: str | None = LISTED, extra: str = "") -> str:
    """Return the outcome of a page with these titles over labelled turns."""
    asked = page(f"{head}{extra}{TURNS}", URL)
    try:
        read_page(asked, entry(URL, title=listed), source(**PLAIN))
    except ParseError as error:
        return error.outcome
    return "ok"


@pytest.mark.parametrize(
    ("head", "outcome"),
    [
        pytest.param("<title>Page not found</title><h1>Page not found</h1>", "soft_404", id="both"),
        pytest.param(f"<title>Page not found</title><h1>Page not found</h1>{DATED}", "soft_404", id="with a day"),
        pytest.param("<title>Page not found | The Agency</title><h1>Page not found</h1>", "soft_404", id="site behind"),
        pytest.param("<title>The Agency | Page not found</title>", "soft_404", id="site before"),
        pytest.param("<title>404</title><h1>Oops! That page can’t be found.</h1>", "soft_404", id="a number"),
        pytest.param(f"<title>{LISTED}</title><h1>Oops! That page can’t be found.</h1>", "soft_404", id="heading"),
        pytest.param("<title>Agency</title><h1>404 – Not Found</h1>", "soft_404", id="number and words"),
        pytest.param("<title>Error 503: Service Unavailable</title><h1>Error 503</h1>", "soft_404", id="server"),
        pytest.param("<title>Down for maintenance</title><h1>We will be back soon</h1>", "soft_404", id="maintenance"),
        pytest.param("<title>Page introuvable</title><h1>Désolé</h1>", "soft_404", id="French"),
        pytest.param("<title>404 | Amt</title><h1>Die Seite wurde nicht gefunden</h1>", "soft_404", id="German"),
        pytest.param("<title>Cookie consent</title><h1>Before you continue</h1>", "wall", id="consent"),
        pytest.param("<title>Cookie consent</title><h1>We value your privacy</h1>", "wall", id="privacy"),
        pytest.param("<title>Agency</title><h1>Before you continue to our site</h1>", "wall", id="consent by heading"),
        pytest.param("<title>Bevor Sie fortfahren</title>", "wall", id="German consent"),
        pytest.param("<title>Gestion des cookies</title>", "wall", id="French consent"),
        pytest.param("<title>Sign in to continue</title><h1>Sign in</h1>", "wall", id="log in"),
        pytest.param("<title>Just a moment...</title><h1>Agency</h1>", "wall", id="challenge"),
        pytest.param("<title>Access Denied</title><h1>Access Denied</h1>", "wall", id="denied"),
        pytest.param("<title>Subscribe to continue reading</title>", "wall", id="paywall"),
    ],
)
def test_titles_of_errors_and_walls(head: str, outcome: str) -> None:
    """A page under the title of an error or a wall is none of the source's, whatever labels it holds."""
    assert outcome_of(head) == outcome


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f"<title>{LISTED}</title><h1>{LISTED}</h1><p>Page not found, he said of the file.", id="in words"),
        pytest.param(f"<title>{LISTED}</title><h1>{LISTED}</h1><p>Accept all cookies", id="a banner without heading"),
        pytest.param(f"<title>{LISTED}</title><h1>We value your privacy</h1><h1>{LISTED}</h1>", id="a banner first"),
        pytest.param(f"<title>{LISTED}</title><h1>We value your privacy</h1><h2>{LISTED}</h2>", id="a banner alone"),
        pytest.param("<title>Roe: evidence cannot be found | Agency</title><h1>Roe on evidence</h1>", id="a sentence"),
        pytest.param("<title>404 days of war: Roe</title><h1>404 days of war: John Roe</h1>", id="a number of days"),
        pytest.param(
            "<title>Roe on cookies and privacy</title><h1>Roe on cookies and privacy</h1>", id="about cookies"
        ),
        pytest.param(f"<title>{LISTED} | One more step</title><h1>{LISTED}</h1>", id="the last part, under a heading"),
        pytest.param("<title>Page not found: Roe on lost files</title><h1>Roe on lost files</h1>", id="a longer title"),
    ],
)
def test_titles_that_only_sound_so(head: str) -> None:
    """An honest page that speaks of missing pages, cookies or numbers stays a transcript."""
    assert outcome_of(head) == "ok"


@pytest.mark.parametrize(
    ("listed", "shown", "outcome"),
    [
        pytest.param(LISTED, "Remarks by Vice President Harris at a Campaign Event", "suspicious_change", id="another"),
        pytest.param(LISTED, "Press Gaggle by Ann Lee Aboard Air Force One", "suspicious_change", id="another person"),
        pytest.param(LISTED, "John Roe, briefing of 5 March", "ok", id="the same in other words"),
        pytest.param("March 5, 2024", "Remarks by Ann Lee at the harbour", "ok", id="a day in the list"),
        pytest.param("Read more", "Remarks by Ann Lee at the harbour", "ok", id="a link's words"),
        pytest.param("117", "Remarks by Ann Lee at the harbour", "ok", id="a number"),
        pytest.param("Transcript (PDF)", "Remarks by Ann Lee at the harbour", "ok", id="a format"),
        pytest.param("Remarks by Ann Lee", "Press Briefing, March 5, 2024", "ok", id="nothing told on the page"),
        pytest.param("Roe on bridges", "A bridge for the north", "ok", id="inflected"),
        pytest.param(None, "Remarks by Ann Lee at the harbour", "ok", id="nothing told by the list"),
    ],
)
def test_title_of_the_list(listed: str | None, shown: str, outcome: str) -> None:
    """A page whose title has no content word of the listed one is another record; words of every title tell nothing."""
    assert outcome_of(f"<title>{shown}</title><h1>{shown}</h1>", listed) == outcome


def test_name_of_the_site_in_the_place_of_a_title() -> None:
    """A heading that is the site's name is compared by what else names the page, and by nothing where nothing does."""
    named = "<meta property='og:site_name' content='Office of the Harbour Master'>"
    assert outcome_of(f"<head>{named}</head><h1>Office of the Harbour Master</h1>") == "ok"
    assert outcome_of(f"<title>{LISTED}</title><h1>Office of the Harbour Master</h1>") == "ok"


def test_a_page_with_a_day_of_its_own_stands_by_its_own_title() -> None:
    """Lists call their links what they like: a page that tells its day is taken under the title it bears."""
    shown = "Remarks by Vice President Harris at a Campaign Event"
    assert outcome_of(f"<title>{shown}</title><h1>{shown}</h1>", LISTED) == "suspicious_change"
    assert outcome_of(f"<title>{shown}</title><h1>{shown}</h1>", LISTED, PUBLISHED) == "ok"
