"""What was met where a transcript lacks a sign that it must have: a wall, an error page, nothing.

The positive signs decide whether a page is a transcript; what stands here only names what it is
instead, by few and simple signs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml import etree

from verifier.articles.standing import expect_article
from verifier.articles.tree import names_of
from verifier.errors import ParseError, ReadError
from verifier.model.page import Page
from verifier.sources.markup import Markup, words_of

_LOG_IN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth|account/login|consent)(?:[/.?]|$)", re.IGNORECASE)
_PASSWORD = re.compile(r"<input[^<>]{0,300}type\s*=\s*[\"']?password", re.IGNORECASE)
_LOCKED = re.compile(
    r"(?:log|sign) in to (?:continue|read|view)|subscribe to (?:continue|read)|subscribers only|create a free account"
    r"|(?:already a|become a) subscriber|abonnez-vous pour|réservé aux abonnés|jetzt abonnieren",
    re.IGNORECASE,
)
_SCRIPT_SHELL = re.compile(r"enable javascript|javascript is (?:disabled|required)|requires javascript", re.IGNORECASE)
# What a wall says in the place of the rest, where it stands right behind the words.
_REST_LOCKED = re.compile(
    rf"{_LOCKED.pattern}|to (?:continue|keep) reading|(?:reached|used) your (?:monthly )?limit of free"
    r"|to unlock (?:this|the)|pour (?:continuer (?:la|votre) lecture|lire la suite)|um weiterzulesen|weiterlesen mit",
    re.IGNORECASE,
)
_PAYWALL_NAME = re.compile(r"(?:[a-z0-9-]*-)?pay-?wall(?:-[a-z0-9-]*)?")
_BEHIND = 6  # lines after the last words, in which the wall stands
_NOTICE = 60  # words; a wall says no more, and what says more is a text about it
_SHORT = 200  # words; only a text this short may be the teaser of a locked page


def expect_own_page(page: Page) -> None:
    """Raise ParseError where a redirect ended at a front page or a log-in page in place of the page asked for."""
    asked, came = urlsplit(page.url or ""), urlsplit(page.final_url or page.url or "")
    if came == asked:
        return
    if _LOG_IN_PATH.search(came.path) and not _LOG_IN_PATH.search(asked.path):
        raise ParseError("it led to a log-in page", outcome="wall")
    if came.path in {"", "/"} and not came.query and asked.path not in {"", "/"}:
        raise ParseError("it led to the site's front page", outcome="soft_404")


def expect_no_lock(source: str, visible: str, body: str) -> None:
    """Raise ParseError (``wall``) where a short text stands on a page that asks to log in or subscribe for the rest."""
    if len(body.split()) < _SHORT and (_PASSWORD.search(source) or _LOCKED.search(visible)):
        raise ParseError("a page that asks to log in or subscribe, not the transcript", outcome="wall")


def is_cut_by_wall(markup: Markup | None, lines: Sequence[str]) -> bool:
    """Return whether a wall's words stand in the place of the rest: at the end of *lines*, or right behind them.

    Offers to subscribe at the top of a page, or below other things, cut nothing off.
    """
    if markup is None or not lines:
        return False
    behind = [*lines[-2:], *(line.text for line in markup.lines_behind(lines[-1], _BEHIND))]
    if any(len(line.split()) <= _NOTICE and _REST_LOCKED.search(line) for line in behind):
        return True
    named = (one for one in markup.shown.iter(etree.Element) if any(map(_PAYWALL_NAME.fullmatch, names_of(one))))
    told = map(words_of, named)
    return any(len(words.split()) <= _NOTICE and _REST_LOCKED.search(words) for words in told)


def refusal(
    missing: str, *, title: str | None, body: str, visible: str, source: str, markers: Sequence[str] = ()
) -> ParseError:
    """Return the error for a page that lacks a sign of a transcript, with the outcome that names what came instead.

    *markers* are what the walls of this source are known to hold.
    """
    if marker := next((one for one in markers if one in source), None):
        return ParseError(f"{missing}: a page with “{marker}”", outcome="wall")
    if len(body.split()) < _SHORT and (_PASSWORD.search(source) or _LOCKED.search(visible)):
        return ParseError(f"{missing}: a page that asks to log in or subscribe", outcome="wall")
    try:
        expect_article(title, body, visible)
    except ReadError as error:
        if error.outcome != "empty":
            return ParseError(f"{missing}: {error.message}", outcome=error.outcome)
        if _SCRIPT_SHELL.search(source):
            return ParseError(f"{missing}: a page that scripts fill", outcome="wall")
        # Words enough stand on the page, only not where the source's selector looks for them.
        elsewhere = len(visible.split()) > _SHORT
        return ParseError(f"{missing}: {error.message}", outcome="parse_failed" if elsewhere else "empty")
    return ParseError(missing, outcome="parse_failed")
