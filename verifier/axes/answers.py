"""Answers that mean nothing without their question, and the question that the article leaves out."""

from __future__ import annotations

import re

from verifier.axes.pieces import pieces_of, turn_before
from verifier.axes.sentences import sentences_of, without_notes
from verifier.model.article import Article, Statement
from verifier.model.evidence import Match
from verifier.model.transcript import PlacedTurn
from verifier.retrieve.corpus import Corpus

# Only where it stands as an answer: "No, we won't", not "No Congress of the United States".
_ANSWERS = {
    "en": r"yes|yeah|yep|yup|no|nope|correct|exactly|absolutely(?: not)?|(?:that(?:[’']s| is) )?(?:right|correct|true)"
    r"|that(?:[’']s| is) not true|of course(?: not)?|certainly(?: not)?|definitely(?: not)?|indeed|sure|never"
    r"|not (?:at all|really|yet|necessarily)|(?:I|we|he|she|it|they|you) (?:do|does|did|am|are|is|was|were|will|would"
    r"|can|could|have|has|should)(?:n[’']t| not)?"
    r"|(?:I|we|he|she|it|they) (?:won|can)[’']t|it(?:[’']s| is) not|I (?:think|believe|hope|guess|doubt) (?:so|it|not)",
    "de": r"ja|nein|doch|genau|richtig|stimmt|natürlich(?: nicht)?|selbstverständlich|auf keinen Fall|keineswegs|sicher"
    r"|das (?:stimmt|ist (?:richtig|falsch|so))|nie(?:mals)?|ganz (?:genau|richtig)|absolut",
    "fr": r"oui|non|si|exactement|absolument(?: pas)?|tout à fait|bien sûr(?: que (?:non|si|oui))?|pas du tout|jamais"
    r"|certainement(?: pas)?|en effet|c[’']est (?:exact|vrai|faux|juste)",
}
_OPENERS = r"(?:(?:well|look|so|oh|um|uh|now|yeah|also|na ja|nun|eh bien|écoutez|alors|and|but)[\s,.—–-]+)*"
_ASKING = re.compile(
    r"\?|\b(?:ask(?:ed|s|ing)?|questions?|questioned|whether|pressed|response to|in reply|replied|answered|answering"
    r"|quizzed|gefragt|fragte|frage|antwort\w*|ob|interrogé\w*|demand\w+|répondu|réponse|réponds?|question)\b",
    re.IGNORECASE,
)
_NEAR = 400  # characters of the article around the marks in which a question would stand


def dropped_question(
    match: Match, statement: Statement, article: Article | None, corpus: Corpus, lang: str
) -> str | None:
    """Return the question that the matched words answer, where they open with a bare answer and the article has none.

    None where the words do not begin the answer, or the article says near them that somebody asked.
    """
    first = pieces_of(match, corpus)[0]
    inside = first.inside.start
    head = without_notes(first.turn.turn.text[:inside]).strip(" —–-,.")
    opening = re.compile(rf"\W*{_OPENERS}(?:{_ANSWERS[lang]})(?=\s*(?:[.,;!—–-]|$))", re.IGNORECASE)
    if not re.fullmatch(_OPENERS, f"{head}, " if head else "", re.IGNORECASE) or not opening.match(first.words):
        return None
    asked = turn_before(first, corpus)
    if asked is None or _article_asks(statement, article):
        return None
    return _question_in(asked)


def _question_in(asked: PlacedTurn) -> str | None:
    """Return the last question of a turn, None where it asks none."""
    text = without_notes(asked.turn.text[-2_000:])
    places = [place.cut(text).strip() for place in sentences_of(text)]
    questions = [sentence for sentence in places if sentence.rstrip('”"’) ').endswith("?")]
    return questions[-1] if questions else None


def _article_asks(statement: Statement, article: Article | None) -> bool:
    """Return whether the article says near the quotation that somebody asked."""
    if article is None or not statement.quotations:
        return False
    first, last = statement.quotations[0].span.start, statement.quotations[-1].span.end
    before = article.text[max(0, first - _NEAR) : first]
    return bool(_ASKING.search(before) or _ASKING.search(article.text[last : last + _NEAR // 2]))
