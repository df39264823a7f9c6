"""What a page's own title tells: that it is an error's or a wall's page, or another record than the listed one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.articles.metadata import meta_values
from verifier.articles.parts import words_of as title_words
from verifier.errors import ParseError
from verifier.sources.config import WebBase
from verifier.sources.connector import Entry
from verifier.sources.markup import words_of
from verifier.sources.page_parts import PageParts


def _whole(*patterns: str) -> re.Pattern[str]:
    """Return one pattern for titles that are nothing but one of these, a mark or a short call around it allowed."""
    either = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"(?:(?:oops|sorry|désolé|hoppla|ups)[!,.… ]{{0,3}})?(?:{either})[ .!?…]{{0,3}}", re.IGNORECASE)


_CODE = r"(?:[45]\d\d ?[-–—:|]? ?)?(?:error ?[:–—-] ?)?"
_MISSING = (
    r"(?:can[’']t be|could(?:n[’']t| not) be|cannot be|was not|not) found|does(?:n[’']t| not) exist|no longer exists"
)
_ERROR = _whole(
    r"(?:http )?(?:error|erreur|fehler)(?: code)?[ :]{0,2}[45]\d\d|[45]\d\d(?: error| erreur| fehler)?",
    rf"{_CODE}(?:(?:the|this|that) )?(?:requested )?(?:page|file|document|article|content)"
    rf" (?:you (?:requested|(?:are|were) looking for) )?(?:{_MISSING})",
    rf"{_CODE}(?:not found|gone|bad request|bad gateway|(?:internal )?server error|gateway time-?out)",
    rf"{_CODE}(?:service (?:temporarily )?unavailable|an error (?:has )?occurred|something went wrong)",
    r"(?:down for |under |site )maintenance|technical difficulties|we(?:[’']ll| will) be (?:right )?back(?: soon)?",
    r"(?:we )?can[’']t find (?:that|this|the) page|nothing (?:was )?found",
    rf"{_CODE}(?:cette |la )?page (?:introuvable|non trouvée|n[’']existe pas|demandée est introuvable)",
    rf"{_CODE}(?:diese |die )?seite (?:(?:wurde |konnte )?nicht gefunden(?: werden)?|existiert nicht)",
    r"site en maintenance|wartungsarbeiten|une erreur est survenue|es ist ein fehler aufgetreten",
)
_WALL = _whole(
    rf"{_CODE}(?:access (?:to this page has been )?denied|forbidden|accès refusé|zugriff verweigert)",
    r"just a moment|attention required|one more step|security check|request blocked|are you (?:a )?(?:robot|human)",
    r"(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser(?: before .{3,40})?",
    r"pardon our interruption",
    r"(?:please )?(?:log ?in|sign ?in)(?: (?:to|or) (?:continue|read|register|your account|subscribe)(?: reading)?)?",
    r"(?:se connecter|connexion|connectez-vous|identifiez-vous|anmelden|anmeldung)",
    r"subscribe (?:now|to (?:continue(?: reading)?|read(?: on| more)?))|subscribers only|réservé aux abonnés",
)
_CONSENT = _whole(
    r"before you (?:continue|go on)(?: to .{2,40})?|we value your privacy|your privacy(?: choices| matters)?",
    r"(?:cookie|privacy|consent)s? (?:consent|settings|preferences|notice|banner|wall|centre|center|manager)|cookies?",
    r"(?:we|this (?:web)?site) uses? cookies|accept (?:all )?cookies(?: to .{2,40})?",
    r"manage (?:your )?(?:cookies|consent)",
    r"(?:avant de continuer|gestion des cookies|paramètres des cookies|votre vie privée|nous utilisons des cookies)",
    r"(?:bevor (?:sie|du) fortf(?:ahren|ährst)|cookie-?(?:einstellungen|hinweis|zustimmung)|wir verwenden cookies)",
)
_AT_PARTS = re.compile(r"\s+(?:[|–—·•»]|-{1,2})\s+")
_NO_CONTENT = frozenset(
    # Genres, and what links are called that lead to any of them.
    "press briefing briefings gaggle conference conferences remark remarks statement statements speech speeches address"
    " addresses transcript transcripts interview interviews news release call video audio text full pdf html read more"
    " watch listen download details here click link open view document page item first second third call readout"
    " prepared delivered delivery session sitting debate meeting event opening closing joint daily weekly"
    # Words that stand in any title.
    " a an the by with of at on in to for from and or after before during following about as is are was be it its this"
    " that his her their our your"
    " discours déclaration déclarations conférence presse entretien allocution point intervention propos compte rendu"
    " lire la le les l un une des du de d et en au aux sur par avec pour dans suite"
    " rede reden ansprache erklärung pressekonferenz pressestatement statement mitschrift wortlaut interview mehr lesen"
    " der die das den dem des ein eine einer und von vom zu zum zur im in am auf bei beim mit für über"
    # Days.
    " january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
    " janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    " lundi mardi mercredi jeudi vendredi samedi dimanche"
    " januar februar märz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag"
    " sonntag".split()
)
_LEAST_COMPARED = 3  # content words of both titles; fewer may be other names for one thing
_STEM = 5  # letters by which inflected forms of a word are one


@dataclass(frozen=True, slots=True)
class OwnTitles:
    """The titles that a page gives itself: of its window, its headings, its metadata."""

    tab: str | None
    headings: tuple[str, ...]
    chosen: str | None

    @property
    def tab_ends(self) -> tuple[str, ...]:
        """The window's title, its first part, and on a page without a heading its last one, before or after a name."""
        parts = _AT_PARTS.split(self.tab or "")
        ends = (self.tab or "", parts[0], "" if self.headings else parts[-1])
        return tuple(part for one in ends if (part := one.strip()))


def _titles_of(parts: PageParts) -> OwnTitles:
    """Return the titles of a page."""
    headings = tuple(text for text in map(words_of, parts.markup.shown.iter("h1")) if text) if parts.markup else ()
    return OwnTitles(parts.tab, headings, parts.title)


def _content_words(text: str) -> frozenset[str]:
    """Return the words of a title that tell what it is about, each by its first letters."""
    bare = unicodedata.normalize("NFC", text).replace("’", "'")
    words = (word for word in title_words(bare) if word not in _NO_CONTENT and not any(map(str.isdigit, word)))
    return frozenset(word[:_STEM] for word in words if len(word) > 1)


def _share_words(listed: str, titles: Sequence[str]) -> bool:
    """Return whether one of the titles shares a content word with the listed one."""
    return any(_content_words(listed) & _content_words(title) for title in titles)


def _expect_no_sign(titles: OwnTitles, entry: Entry, *, marked: bool) -> None:
    """Raise ParseError where the window's title, or every heading, is that of an error page or a wall.

    A page *marked* as this source's walls are is one, whatever error it tells of.
    """
    for pattern, outcome in ((_ERROR, "soft_404"), (_WALL, "wall"), (_CONSENT, "wall")):
        met = next((one for one in titles.tab_ends if pattern.fullmatch(one)), None)
        # A banner for consent may hold the one heading of an honest page: then window or metadata tell another title.
        told = [one for one in (titles.tab, titles.chosen) if one and not _CONSENT.fullmatch(one)]
        banner = pattern is _CONSENT and bool(told) and (not entry.title or _share_words(entry.title, told))
        if met is None and titles.headings and all(map(pattern.fullmatch, titles.headings)) and not banner:
            met = titles.headings[0]
        if met is not None:
            what = "an error's" if pattern is _ERROR else "a wall's"
            raise ParseError(f"its own title is {what}: “{met[:80]}”", outcome="wall" if marked else outcome)


def _expect_listed_title(titles: OwnTitles, parts: PageParts, entry: Entry, config: WebBase) -> None:
    """Raise ParseError where no title of the page shares a content word with the one that the list gives.

    Titles of dates, numbers or "Read more" have none and tell nothing, nor does a site's name in a title's place.
    """
    if parts.markup is None or not entry.title or not parts.title or len(config.languages) > 1:
        return
    declared = tuple(meta_values(parts.markup.tree, "og:title"))
    own = [one for one in (parts.title, titles.tab, *titles.headings, *declared) if one]
    site = _content_words(" ".join([config.page_title.name or "", *meta_values(parts.markup.tree, "og:site_name")]))
    listed, shown = _content_words(entry.title), _content_words(parts.title) - site
    if listed and shown and len(listed) + len(shown) >= _LEAST_COMPARED and not _share_words(entry.title, own):
        message = f"the page's title is not the one that the list gives: “{parts.title[:80]}”, not “{entry.title[:80]}”"
        raise ParseError(message, outcome="suspicious_change")


def expect_listed_title(parts: PageParts, entry: Entry, config: WebBase, *, own_day: bool) -> None:
    """Raise ParseError, ``suspicious_change``, where a page is under another title than its list gives.

    The page may be whole and honest, but not what the list says. A page that tells a day of its own stands by
    its own title: lists call their links what they like.
    """
    if parts.markup is None or entry.inline is not None or own_day:
        return
    _expect_listed_title(_titles_of(parts), parts, entry, config)


def expect_own_title(parts: PageParts, entry: Entry, config: WebBase) -> None:
    """Raise ParseError where a page's own title is an error's (``soft_404``) or a wall's (``wall``)."""
    if parts.markup is None or entry.inline is not None:
        return
    titles = _titles_of(parts)
    _expect_no_sign(titles, entry, marked=any(marker in parts.source for marker in config.block_markers))
