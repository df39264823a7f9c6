"""Whether a page is an article at all: walls, error pages and empty shells are told apart from text.

The test is by positive signs, enough running words; the lists below only name what was met instead,
and decide alone where a whole page is nothing but such a sentence.
"""

from __future__ import annotations

import re

from verifier.errors import ReadError

MIN_WORDS = 25  # of running text in an HTML page
_SHORT = 200  # words; only in a page this short may a single sentence tell a wall


def _any(*patterns: str) -> re.Pattern[str]:
    """Return one pattern that matches any of these, whatever the case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


# Titles and headings that no article has: matched against the whole of them.
_WALL_TITLE = _any(
    r"access (?:to this page has been )?denied",
    r"just a moment(?:\.{3}|…)?",
    r"attention required!?.*",
    r"(?:403 ?)?forbidden|403",
    r"are you a (?:robot|human)\??",
    r"(?:please )?verify(?:ing)? you are (?:a )?human.*",
    r"security check|one more step|request blocked|ddos-guard",
    r"checking your browser.*|pardon our interruption.*",
    r"log ?in|sign ?in|anmelden|se connecter|connexion",
)
_ERROR_TITLE = _any(
    r"(?:error )?(?:404|410|451|500|502|503|504)\b.{0,40}",
    r"(?:page |article |file |document )?not found.{0,20}",
    r"page introuvable.{0,20}|seite nicht gefunden.{0,20}",
    r"bad gateway|internal server error|gateway time-?out",
    r"service (?:temporarily )?unavailable|technical difficulties|(?:under )?maintenance",
)
_WALL_WORDS = _any(
    r"access denied|you don['’]t have permission to access",
    r"checking (?:if the site connection is secure|your browser)",
    r"verify (?:that )?you are (?:a )?human|unusual traffic|not a robot|complete the captcha",
    r"we value your privacy|accept (?:all )?cookies|cookies? (?:consent|settings|preferences)|tracking and cookies",
    r"(?:log|sign) in to (?:continue|read|view)|subscribe to (?:continue|read)|subscribers only|create a free account",
    r"(?:not |un)available (?:in|for) your (?:country|region|location)",
    r"(?:enable|requires?|activate) javascript|javascript is (?:disabled|required)",
)
_ERROR_WORDS = _any(
    r"page (?:you (?:are|were) looking for|you requested|cannot be found|not found|does not exist|no longer exists)",
    r"(?:is|are) no longer available|could ?n[o’']t be found|could ?n[o’']t find (?:the|that|this) page",
    r"has been (?:moved or )?(?:deleted|removed)",
    r"(?:internal server|404|502|503) error|error (?:404|502|503)",
    r"service unavailable|technical difficulties|try again later",
    r"page (?:est )?introuvable|nicht gefunden",
)


def _cut(words: str) -> str:
    """Return words short enough for one line of a message."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"


def _refuse(what: str, outcome: str) -> ReadError:
    """Return the error that says what was met in an article's place."""
    reason = "an access or consent page" if outcome == "wall" else "an error page"
    return ReadError(f"{reason}, not an article: “{_cut(what)}”", outcome=outcome)


def expect_article(title: str | None, text: str, around: str = "") -> None:
    """Raise ReadError (``wall``, ``soft_404`` or ``empty``) unless *text* stands as an article's.

    *around* is the page's whole visible text, which tells what was met where the extracted text is short.
    """
    words = len(text.split())
    headings = [part.strip() for part in re.split(r"\s+[|–—·-]\s+", title or "")] + text.strip().split("\n", 1)[:1]
    for pattern, outcome in ((_WALL_TITLE, "wall"), (_ERROR_TITLE, "soft_404")):
        if words < 5 * _SHORT and (met := next((part for part in headings if pattern.fullmatch(part)), None)):
            raise _refuse(met, outcome)
    if words < _SHORT:
        _expect_no_notice(text if words >= MIN_WORDS else f"{text}\n{around}", words)
    if words < MIN_WORDS:
        raise ReadError(f"no article in this page: {words} words of running text", outcome="empty")


def _expect_no_notice(seen: str, words: int) -> None:
    """Raise ReadError where a short page is a notice; a longer one may quote such words in passing.

    A wall may print the first words of an article, quotations included, so its notice decides.
    """
    for pattern, outcome in ((_WALL_WORDS, "wall"), (_ERROR_WORDS, "soft_404")):
        found = [match.group() for match in pattern.finditer(seen)]
        if found and (words < 80 or len(found) > 1):
            raise _refuse(found[0], outcome)


def expect_text(text: str) -> None:
    """Raise ReadError where a plain text is nothing but a server's or wall's notice, or holds no word."""
    line = " ".join(text.split())
    if not any(character.isalnum() for character in line):
        raise ReadError("no words in it", outcome="empty")
    if len(line) < 200:
        for pattern, outcome in ((_WALL_TITLE, "wall"), (_ERROR_TITLE, "soft_404")):
            if pattern.fullmatch(line.rstrip(".")):
                raise _refuse(line, outcome)
