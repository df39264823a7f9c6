"""What the record says just after and before the matched words; advisory."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.model.evidence import Context, EditKind, Match

_QUALIFIERS = {
    "en": r"but|if|unless|when|although|though|as long as|provided|except|however|only if|until|depending on",
    "de": r"aber|wenn|falls|sofern|solange|obwohl|es sei denn|jedoch|allerdings|außer|bis",
    "fr": r"mais|si|sauf|quand|lorsque|à condition|tant que|même si|bien que|pourvu que|à moins|cependant|toutefois",
}
_SENTENCE_OPENERS = {"en": r"But|However|Unless", "de": r"Aber|Jedoch|Allerdings", "fr": r"Mais|Cependant|Toutefois"}
# An answer: "No, we won't" at the head of a turn; "No Congress of the United States" is none.
_SHORT_ANSWER = re.compile(
    r"\W*(?:yes|no|correct|exactly|absolutely|that[’']s right|ja|nein|oui|non)\s*(?:[.,;!—–-]|$)", re.I
)


@dataclass(frozen=True, slots=True)
class ContextFinding:
    """The value of the axis with its reason."""

    value: Context
    reason: str


def check_context(match: Match, lang: str) -> ContextFinding:
    """Return what a careful reader would note around the matched words."""
    qualifiers = _QUALIFIERS.get(lang)
    if qualifiers is None:
        return ContextFinding(Context.NOT_ASSESSED, f"context is not assessed for the language “{lang}”")
    after = match.context_after
    going_on = re.match(rf"[\s,;:—–-]*(?:(?:and|und|et)\s+)?\b({qualifiers})\b", after, re.I)
    opening = re.match(rf"[.!?…]?[”\"’)]*\s+({_SENTENCE_OPENERS[lang]})\b", after)
    if found := going_on or opening:
        rest = " ".join(after.strip(" ,;:—–-.").split()[:14])
        return ContextFinding(
            Context.CUT_BEFORE_QUALIFIER, f"the record goes on with “{found.group(1).lower()}”: “{rest} …”"
        )
    if any(edit.kind is EditKind.TRUNCATION for edit in match.alignment.edits):
        return ContextFinding(Context.CUT_BEFORE_QUALIFIER, "the quotation ends before the record's sentence does")
    if match.turn.number > 0 and not match.context_before.strip() and _SHORT_ANSWER.match(match.said):
        return ContextFinding(Context.QUESTION_DROPPED, "the words answer a question that the article does not print")
    return ContextFinding(Context.NONE_NOTED, "nothing noted around the words")
