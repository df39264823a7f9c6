"""Whether the person whom brackets name for a pronoun is one of whom the record speaks there."""

from __future__ import annotations

import re

from verifier.axes.records import one_line
from verifier.model.evidence import Edit, EditKind, Match
from verifier.model.text import Span
from verifier.retrieve.corpus import Corpus
from verifier.speakers.registry import People
from verifier.text.folding import fold_words
from verifier.text.names import is_title

_PRONOUNS: dict[str, dict[str, str | None]] = {
    "en": {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "they": None, "them": None, "their": None},
    "de": {"er": "m", "ihm": "m", "ihn": "m"},  # German "sie" and "ihr" may be anybody
    "fr": {"il": "m", "elle": "f", "ils": None, "elles": None},
}
_BEFORE, _AFTER = 1_500, 300  # characters of the record in which the person is named
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'-]*")
_SMALL = frozenset({"the", "of", "der", "die", "das", "von", "le", "la", "les", "de"})


def unnamed_in_brackets(match: Match, corpus: Corpus, people: People) -> str | None:
    """Return why whom brackets name is not borne out, None where every one of them is named near, or is no person.

    "[Mr. Putin] gets to decide" for "he gets to decide" needs him in the sentences around; nor is "she" a man.
    """
    lang = match.turn.turn.lang or match.record.lang
    for edit in match.alignment.edits:
        if edit.kind is not EditKind.INSERTION_BRACKETED or edit.material or edit.said_span is None:
            continue
        pronoun = edit.said.strip().casefold()
        names = _names_in(edit, lang)
        if pronoun not in _PRONOUNS.get(lang, {}) or not names:
            continue
        printed = f"“{one_line(edit.quoted)}” stands for “{one_line(edit.said)}”"
        if _other_gender(edit, _PRONOUNS[lang][pronoun], people):
            return f"{printed}, which is said of somebody else"
        if not _named_near(names, edit.said_span, match, corpus, lang):
            return f"{printed}, and the record does not name them near by"
    return None


def _names_in(edit: Edit, lang: str) -> list[str]:
    """Return the folded names that brackets hold, titles apart."""
    words = [word for piece in _NAME.findall(edit.quoted.strip("[] ")) for word in fold_words(piece, lang)]
    return [word for word in words if not is_title(word) and word not in _SMALL]


def _other_gender(edit: Edit, gender: str | None, people: People) -> bool:
    """Return whether brackets name one known person of another gender than the pronoun's."""
    found = people.named(edit.quoted.strip("[] "))
    return gender is not None and len(found) == 1 and found[0].gender not in {None, gender}


def _named_near(names: list[str], place: Span, match: Match, corpus: Corpus, lang: str) -> bool:
    around = Span(max(0, place.start - _BEFORE), place.end + _AFTER)
    near = set(fold_words(corpus.text(match.record.version, around), lang))
    spoken = set(fold_words(" ".join(match.record.speakers), lang))
    return any(name in near or name in spoken for name in names)
