"""Words that stand in another order than in the record, and when the order changes what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verifier.align.difference import Comparison, Difference
from verifier.align.negations import moves_negation
from verifier.model.evidence import Edit, EditKind
from verifier.text.operators import OperatorClass, is_function_word, operators_in
from verifier.text.ordinals import place_of
from verifier.text.quantities import date_word, is_number_word

_REORDERED_WITHIN = 8  # words between two differences that may be one change of order
_JOINING = frozenset("and or und oder sowie et ou the der die das den dem le la les in im of von de".split())


def reordered(comparison: Comparison, ahead: Sequence[Difference]) -> tuple[int, Edit] | None:
    """Return how many of the next differences are one change of order, with its edit."""
    for size in range(1, len(ahead) + 1):
        group = ahead[:size]
        if any(difference.brackets for difference in group):
            return None
        quoted = [i for difference in group for i in difference.quoted]
        said = [i for difference in group for i in difference.said]
        if not quoted or not said or quoted[-1] - quoted[0] > _REORDERED_WITHIN + len(said):
            continue
        words = comparison.ours(quoted)
        if _same_day(comparison, quoted, said):
            return size, comparison.edit(EditKind.SPELLING, quoted, said)
        telling = any(not is_function_word(word, comparison.lang) for word in words)
        if telling and Counter(words) == Counter(comparison.theirs(said)):
            if moves_negation(comparison, words, group[0].at, group[-1].at):
                return size, comparison.edit(EditKind.NEGATION, quoted, said, material=True)
            return size, _order_edit(comparison, range(quoted[0], quoted[-1] + 1), range(said[0], said[-1] + 1))
    return None


def _same_day(comparison: Comparison, quoted: Sequence[int], said: Sequence[int]) -> bool:
    """Whether a day stands on the other side of its month: "7 March" for "March 7th"."""
    if len(quoted) != 1 or len(said) != 1:
        return False
    days = place_of(comparison.quoted.words[quoted[0]]), place_of(comparison.record.words[said[0]])
    beside = comparison.ours(i for i in (quoted[0] - 1, quoted[0] + 1) if 0 <= i < len(comparison.quoted.words))
    months = [word for word in beside if (date_word(word, comparison.lang) or "").startswith("month")]
    return bool(months) and days[0] is not None and days[0] == days[1]


def _order_edit(comparison: Comparison, quoted: range, said: range) -> Edit:
    """Return the change of order; names or figures that trade places around a verb change the meaning."""
    words = comparison.theirs(said)
    plain = [i for i in said if comparison.record.words[i] not in _JOINING]
    named = {comparison.quoted.words[i] for i in quoted if comparison.quoted_name(i)}
    names = [i for i in plain if comparison.said_name(i) or comparison.record.words[i] in named]
    figures = [word for word in words if is_number_word(word, comparison.lang)]
    if len(figures) > 1 and len(figures) < len(plain):
        return comparison.edit(EditKind.NUMBER, quoted, said, material=True)
    if _traded(comparison, quoted, said):
        return comparison.edit(EditKind.QUANTIFIER, quoted, said, material=True)
    if len(names) > 1 and any(
        not is_function_word(comparison.record.words[i], comparison.lang) for i in plain if i not in names
    ):
        return comparison.edit(EditKind.NAME, quoted, said, material=comparison.lang != "de")
    return comparison.edit(EditKind.ORDER, quoted, said)


def _traded(comparison: Comparison, quoted: range, said: range) -> bool:
    """Whether two quantifiers trade places: "less like them and more like us" for "more like them and less"."""
    orders = [
        [op.group for _, _, op in operators_in(words, comparison.lang) if op.kind is OperatorClass.QUANTIFIER]
        for words in (comparison.ours(quoted), comparison.theirs(said))
    ]
    return len(orders[0]) > 1 and orders[0] != orders[1] and sorted(orders[0]) == sorted(orders[1])
