"""What the record says just after and before the matched words; advisory."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.axes.answers import dropped_question
from verifier.axes.records import one_line
from verifier.axes.sentences import after_cut, before_cut, without_notes
from verifier.model.article import Article, Statement
from verifier.model.evidence import Context, EditKind, Match
from verifier.retrieve.corpus import Corpus
from verifier.text.leading import LANGUAGES, denied_before, is_limited, limited_before, opens_hypothesis

_QUALIFIERS = {
    "en": r"but|if|unless|when|although|though|even though|as long as|so long as|provided|providing|assuming|except"
    r"|however|only if|until|depending on|whereas|in case|on condition|subject to|once",
    "de": r"aber|wenn|falls|sofern|solange|soweit|obwohl|es sei denn|jedoch|allerdings|außer|bis|sobald|vorausgesetzt"
    r"|unter der Bedingung",
    "fr": r"mais|si|s[’']ils?|sauf|quand|lorsque|à condition|tant que|même si|bien que|pourvu que|à moins|cependant"
    r"|toutefois|dès que|jusqu[’']à ce que|en cas",
}
_SENTENCE_OPENERS = {
    "en": r"But|However|Unless|Except",
    "de": r"Aber|Jedoch|Allerdings",
    "fr": r"Mais|Cependant|Toutefois",
}
_PHRASES = re.compile(
    r"(?:if you will|if I may|if you like|wenn Sie so wollen|si vous voulez|if anything)\b", re.IGNORECASE
)
_ADMITTED = re.compile(r"(?:…|\.\s?\.\s?\.|\[\s*…\s*\])[\"”’»\s]*$")
_SHOWN = 14  # words of the record that are shown


@dataclass(frozen=True, slots=True)
class ContextFinding:
    """The value of the axis with its reason."""

    value: Context
    reason: str


UNPLACED = ContextFinding(Context.NOT_ASSESSED, "context is assessed only where a place is found")


def check_context(match: Match, statement: Statement, article: Article | None, corpus: Corpus) -> ContextFinding:
    """Return what a careful reader would note around the matched words.

    A qualifier that follows, a denial, condition, hedge or modal that stands before in the same sentence, and a
    question that the article leaves out; the value is that of the first met, the reason tells all.
    """
    lang = match.turn.turn.lang or match.record.lang
    if lang not in LANGUAGES:
        return ContextFinding(Context.NOT_ASSESSED, f"context is not assessed for the language “{lang}”")
    cuts = [_cut_after(match, statement, lang), _cut_before(match, statement, article, lang)]
    notes = [note for note in cuts if note]
    value = Context.CUT_BEFORE_QUALIFIER if notes else Context.QUESTION_DROPPED
    if question := dropped_question(match, statement, article, corpus, lang):
        notes.append(f"the words answer a question that the article does not print: “{one_line(question, 160)}”")
    if not notes:
        return ContextFinding(Context.NONE_NOTED, "nothing noted around the words")
    return ContextFinding(value, "; ".join(notes))


def _cut_after(match: Match, statement: Statement, lang: str) -> str | None:
    """Return how the record takes back or limits what it says right after the words, None where it does not."""
    if _ADMITTED.search(statement.quotations[-1].text if statement.quotations else ""):
        return None
    after = without_notes(match.context_after)
    conjunction = r"(?:(?:and|und|et|or|oder|ou)\s+)?"
    going_on = re.match(rf"[\s,;:—–-]*{conjunction}\b({_QUALIFIERS[lang]})\b", after, re.IGNORECASE)
    opening = re.match(rf"[.!?…]?[”\"’)]*\s+({_SENTENCE_OPENERS[lang]})\b", after)
    found = going_on or opening
    if found and not _PHRASES.match(after[found.start(1) :]):
        return f"the record goes on with “{found.group(1).lower()}”: “{_first_words(after)} …”"
    truncated = next((edit for edit in match.alignment.edits if edit.kind is EditKind.TRUNCATION), None)
    if truncated is not None and not _PHRASES.match(truncated.said):
        return f"the quotation ends before the record's sentence does: “{_first_words(truncated.said or after)} …”"
    return None


def _cut_before(match: Match, statement: Statement, article: Article | None, lang: str) -> str | None:
    """Return how words before the quotation, in the record's own sentence, deny, bind or limit it, None where none do.

    Not where the article's own words before the marks do the same, or an edit says so already.
    """
    lead = before_cut(without_notes(match.context_before))
    if not lead or _told_by_edit(match):
        return None
    own = _article_lead(statement, article)
    if denied_before(lead, lang):
        if denied_before(own, statement.lang) or _denies_anywhere(own, statement.lang):
            return None
        return f"the record denies or doubts these words: before them stands “{one_line(lead, 120)}”"
    if opens_hypothesis(lead, lang) and not opens_hypothesis(own, statement.lang):
        return f"the record says these words under a condition: before them stands “{one_line(lead, 120)}”"
    limit = limited_before(lead, match.said, lang)
    if limit and not (is_limited(own, statement.lang) or limited_before(own, match.said, statement.lang)):
        return f"the record limits these words: right before them stands “{one_line(limit)}”"
    return None


def _told_by_edit(match: Match) -> bool:
    """Return whether a material edit is about words that stand before the first matched one."""
    first = min(span.start for span in match.alignment.spans)
    return any(e.material and e.said_span and e.said_span.end <= first for e in match.alignment.edits)


def _article_lead(statement: Statement, article: Article | None) -> str:
    """Return what the article's own sentence says before the first quotation's mark."""
    if article is None or not statement.quotations:
        return ""
    start = statement.quotations[0].span.start
    return before_cut(article.text[max(0, start - 400) : start].rstrip("“\"„«‘'‚ "))


def _denies_anywhere(lead: str, lang: str) -> bool:
    return denied_before(lead, lang, reach=30)


def _first_words(text: str) -> str:
    words = after_cut(text.strip(' ,;:—–-.!?”"’)')).split()[:_SHOWN]
    return " ".join(words)
