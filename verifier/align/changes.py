"""Typing the differences of one stretch: from words that differ to edits that say how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.align.answering import turned_answer
from verifier.align.difference import Comparison, Difference
from verifier.align.dropped import type_insertion, type_omission
from verifier.align.gaps import type_brackets
from verifier.align.negations import calmed
from verifier.align.order import reordered
from verifier.align.replaced import kind_of_class, type_pair
from verifier.model.evidence import Edit, EditKind
from verifier.text.bounds import bound_at
from verifier.text.names import same_alias
from verifier.text.operators import Operator, OperatorClass, is_function_word, operators_in
from verifier.text.ordinals import ordinal_of
from verifier.text.quantities import Quantity, is_number_word, measure_of, quantities_in, quantity_at
from verifier.text.romanised import chinese_alike
from verifier.text.sounds import sound_alike

Placed = tuple[int, Edit]  # an edit with the quoted word number it is ordered by

_ABSENT_WORDS = 4  # quoted words without any counterpart: a clause that is not there
_LARGE = 12  # words of a replaced stretch in which single operators tell nothing but negation
_LONGEST_NUMBER = 5  # words before the one that differs, of one spoken number
_SOFT = frozenset({EditKind.MODALITY, EditKind.QUANTIFIER, EditKind.GRAMMATICAL_PERSON, EditKind.CONDITION})
_PER_CENT = ("pour", "cent")
_PER = frozenset({"per", "pro", "je", "par"})  # "20 euros per month"


def type_differences(comparison: Comparison, differences: Sequence[Difference]) -> list[Placed]:
    """Return the edits of one stretch's differences, each with its place in the quotation."""
    found: list[Placed] = []
    at = 0
    while at < len(differences):
        moved = reordered(comparison, differences[at : at + 3])
        if moved:
            size, edit = moved
            found.append((differences[at].at, edit))
            at += size
            continue
        found += [(differences[at].at, edit) for edit in _type_difference(comparison, differences[at])]
        at += 1
    return found


def _type_difference(comparison: Comparison, difference: Difference) -> list[Edit]:
    quoted, said = difference.quoted, difference.said
    if difference.brackets:
        edits = type_brackets(comparison, difference)
        return edits + (_insertions(comparison, quoted) if quoted else [])
    if quoted and said:
        if len(quoted) >= _ABSENT_WORDS and not difference.pairs:
            return [comparison.edit(EditKind.INSERTION_UNBRACKETED, quoted, said)]
        whole = _one_thing(comparison, difference)
        return [whole] if whole else _type_replacement(comparison, difference)
    if said:
        kind, material = type_omission(comparison, said, difference)
        return [comparison.edit(kind, (), said, material=material)]
    if _third_name(comparison, difference):
        return [comparison.edit(EditKind.NAME, quoted, difference.printed, material=True)]
    if (turned := turned_answer(comparison, difference)) is not None:
        return [comparison.edit(EditKind.NEGATION, quoted, (turned,), material=True)]
    return _insertions(comparison, quoted)


def _third_name(comparison: Comparison, difference: Difference) -> bool:
    """Whether a name stands where the record corrects one name into another, and is neither of them."""
    if not difference.printed or not all(map(comparison.quoted_name, difference.quoted)):
        return False
    corrected = any("[" in comparison.record.between(i) for i in difference.printed)
    return corrected and all(map(comparison.said_name, difference.printed))


def _insertions(comparison: Comparison, quoted: Sequence[int]) -> list[Edit]:
    """Return the edit of quoted words the record lacks; round marks are an honest bracket around them."""
    first, last = comparison.quoted.spans[quoted[0]], comparison.quoted.spans[quoted[-1]]
    if any(marks.start <= first.start and last.end <= marks.end for marks in comparison.quoted.round_marks):
        return [comparison.edit(EditKind.INSERTION_BRACKETED, quoted, ())]
    before = comparison.ours(range(max(0, quoted[0] - 1), quoted[-1] + 1))
    if comparison.lang == "fr" and before == _PER_CENT:
        return [comparison.edit(EditKind.SPELLING, quoted, ())]  # "pour cent" for "%", which is folded to "pour"
    kind, material = type_insertion(comparison, quoted)
    return [comparison.edit(kind, quoted, (), material=material)]


def _one_thing(comparison: Comparison, difference: Difference) -> Edit | None:
    """Return the edit of a replacement that means the same as a whole, None where it does not."""
    quoted, said = difference.quoted, difference.said
    ours, theirs = comparison.ours(quoted), comparison.theirs(said)
    if all(i in comparison.quoted.pieced for i in quoted):
        return comparison.edit(EditKind.INSERTION_BRACKETED, quoted, said)
    if "".join(ours) == "".join(theirs) or same_alias(ours, theirs):
        return comparison.edit(EditKind.SPELLING, quoted, said)
    if _romanised(comparison, quoted, said):
        return comparison.edit(EditKind.TRANSLITERATION, quoted, said)
    if _other_name(comparison, quoted, said):
        return comparison.edit(EditKind.NAME, quoted, said, material=True)
    if _same_amounts(comparison, quoted, said):
        return comparison.edit(EditKind.SPELLING, quoted, said)
    if _same_bound(comparison, quoted, said):
        return comparison.edit(EditKind.FUNCTION_WORD, quoted, said)
    if _other_measure(comparison, quoted, said) or _other_amount(comparison, quoted, said):
        return comparison.edit(EditKind.NUMBER, quoted, said, material=True)
    operators = _whole_operators(comparison, ours), _whole_operators(comparison, theirs)
    if operators[0] and operators[1] and operators[0].kind is operators[1].kind and len(quoted) + len(said) > 2:
        kind = kind_of_class(operators[1])
        return comparison.edit(kind, quoted, said, material=operators[0].group != operators[1].group)
    same_polarity = _polarity(comparison, ours) == _polarity(comparison, theirs)
    joined = len(ours) != len(theirs) and (comparison.quoted.unpunctuated or len(ours) + len(theirs) <= 4)
    if same_polarity and joined and sound_alike("".join(ours), "".join(theirs), comparison.lang):
        return comparison.edit(EditKind.SPELLING, quoted, said)
    return None


def _romanised(comparison: Comparison, quoted: Sequence[int], said: Sequence[int]) -> bool:
    """Return whether both sides are one Chinese name, romanised in two ways: "Cao Wenling", "Tsao Wen-ling"."""
    printed = comparison.quoted.printed(quoted[0], quoted[0] + 1), comparison.record.printed(said[0], said[0] + 1)
    named = all(word[:1].isupper() for word in printed)
    return named and chinese_alike("".join(comparison.ours(quoted)), "".join(comparison.theirs(said)))


def _other_name(comparison: Comparison, quoted: Sequence[int], said: Sequence[int]) -> bool:
    """Return whether a name of several words stands for another: "the European Union" for "NATO"."""
    if len(quoted) + len(said) <= 2:
        return False
    ours = [i for i in quoted if not is_function_word(comparison.quoted.words[i], comparison.lang)]
    theirs = [i for i in said if not is_function_word(comparison.record.words[i], comparison.lang)]
    if not ours or not theirs:
        return False
    return all(map(comparison.quoted_name, ours)) and all(map(comparison.said_name, theirs))


def _whole_operators(comparison: Comparison, words: tuple[str, ...]) -> Operator | None:
    """Return the operator that all of *words* make up ("have to"), None where they are more or less."""
    found = list(operators_in(words, comparison.lang))
    return found[0][2] if len(found) == 1 and found[0][:2] == (0, len(words)) else None


def _polarity(comparison: Comparison, words: tuple[str, ...]) -> int:
    return _negations([operator for _, _, operator in operators_in(words, comparison.lang)])


def _same_amounts(comparison: Comparison, quoted: Sequence[int], said: Sequence[int]) -> bool:
    """Return whether both sides print the same amounts, read with the words that agree around them."""
    numbers = [word for word in (*comparison.ours(quoted), *comparison.theirs(said))
               if is_number_word(word, comparison.lang)]  # fmt: skip
    if not numbers or any(map(ordinal_of, numbers)):
        return False  # a place is compared by itself: "17th" beside a year is no amount
    ours = _amounts(comparison.quoted.words, quoted, comparison.lang)
    theirs = _amounts(comparison.record.words, said, comparison.lang)
    return len(ours) == len(theirs) > 0 and all(a.equals(b) for a, b in zip(ours, theirs, strict=True))


def _same_bound(comparison: Comparison, quoted: Sequence[int], said: Sequence[int]) -> bool:
    """Return whether both sides bound an amount alike, in other words: "more than 40" for "over 40"."""
    ours = bound_at(comparison.quoted.words, quoted[0], comparison.lang)
    theirs = bound_at(comparison.record.words, said[0], comparison.lang)
    if not ours or not theirs or ours[1] != theirs[1]:
        return False
    return (ours[0], theirs[0]) == (len(quoted), len(said))


def _other_measure(comparison: Comparison, quoted: Sequence[int], said: Sequence[int]) -> bool:
    """Return whether a number keeps its figure and changes what it counts: "thirty miles" for "thirty kilometers"."""
    measures = measure_of(comparison.ours(quoted)), measure_of(comparison.theirs(said))
    if not all(measures) or measures[0] == measures[1]:
        return False
    sides = ((comparison.quoted.words, quoted[0]), (comparison.record.words, said[0]))
    counted = [at > 0 and is_number_word(words[at - 1], comparison.lang) for words, at in sides]
    rated = [at > 0 and words[at - 1] in _PER for words, at in sides]
    return all(counted) or all(rated)


def _other_amount(comparison: Comparison, quoted: Sequence[int], said: Sequence[int]) -> bool:
    """Return whether both sides are one amount each, in several words, and not the same: "2.5" for "one and a half"."""
    sides = (comparison.quoted.words, quoted), (comparison.record.words, said)
    if len(quoted) + len(said) <= 2 or any(ordinal_of(words[i]) for words, numbers in sides for i in numbers):
        return False
    amounts = [quantity_at(words, numbers[0], comparison.lang) for words, numbers in sides]
    whole = [amount and amount.last > numbers[-1] for amount, (_, numbers) in zip(amounts, sides, strict=True)]
    return all(whole) and not _same_amounts(comparison, quoted, said)


def _amounts(words: Sequence[str], numbers: Sequence[int], lang: str) -> list[Quantity]:
    """Return the amounts of these words, each read whole: also what agrees around them belongs to it."""
    first, last = numbers[0], numbers[-1] + 1
    for start in range(max(0, first - _LONGEST_NUMBER), first):
        begun = quantity_at(words, start, lang)
        if begun and begun.last > numbers[0]:
            first = start
            break
    while (
        last < len(words) and last - numbers[-1] < 3 and (is_number_word(words[last], lang) or last == numbers[-1] + 1)
    ):
        last += 1
    return quantities_in(words[first:last], lang)


def _type_replacement(comparison: Comparison, difference: Difference) -> list[Edit]:
    """Return the edits of words against words: the pairs one by one, and what is left over of each side."""
    quoted, said = set(difference.quoted), set(difference.said)
    edits: list[tuple[tuple[int, int], Edit]] = []
    for pair in difference.pairs:
        if pair.quoted in quoted and pair.said in said:
            quoted.discard(pair.quoted)
            said.discard(pair.said)
            kind = type_pair(comparison, pair)
            if kind:
                edit = comparison.edit(kind[0], (pair.quoted,), (pair.said,), material=kind[1])
                edits.append(((pair.quoted, pair.said), edit))
    for run in _runs(sorted(said)):
        kind = type_omission(comparison, run, difference)
        edit = comparison.edit(kind[0], (), run, material=kind[1])
        edits.append(((_quoted_beside(difference, run[0]), run[0]), edit))
    for run in _runs(sorted(quoted)):
        edits += [((run[0], -1), edit) for edit in _insertions(comparison, run)]
    large = len(difference.quoted) + len(difference.said) > _LARGE
    weighed = _balanced(comparison, difference, [edit for _, edit in sorted(edits, key=lambda placed: placed[0])])
    return [calmed(edit) if large and edit.kind in _SOFT else edit for edit in weighed]


def _quoted_beside(difference: Difference, said: int) -> int:
    """Return the quoted word number by which a left-out record word is put in order."""
    after = [pair.quoted for pair in difference.pairs if pair.said > said]
    return min(after) if after else max((pair.quoted for pair in difference.pairs), default=difference.at)


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _balanced(comparison: Comparison, difference: Difference, edits: list[Edit]) -> list[Edit]:
    """Return the edits with those calmed whose operators stand on both sides: "not any" for "no"."""
    ours = _operators_of(comparison.quoted.words, difference.quoted, comparison.lang)
    theirs = _operators_of(comparison.record.words, difference.said, comparison.lang)
    calm: set[EditKind] = set()
    if _negations(ours) == _negations(theirs) > 0:
        calm.add(EditKind.NEGATION)
    for kind, edit_kind in (
        (OperatorClass.MODALITY, EditKind.MODALITY),
        (OperatorClass.QUANTIFIER, EditKind.QUANTIFIER),
        (OperatorClass.PERSON, EditKind.GRAMMATICAL_PERSON),
        (OperatorClass.CONDITION, EditKind.CONDITION),
    ):
        if _groups(ours, kind) == _groups(theirs, kind) != set():
            calm.add(edit_kind)
    return [calmed(edit) if edit.kind in calm else edit for edit in edits]


def _operators_of(words: Sequence[str], numbers: Sequence[int], lang: str) -> list[Operator]:
    """Return the operators that begin among the numbered words; the word after them tells what "over" is."""
    following = words[numbers[-1] + 1 : numbers[-1] + 2] if numbers else ()
    found = operators_in([*(words[i] for i in numbers), *following], lang)
    return [operator for first, _, operator in found if first < len(numbers)]


def _negations(operators: Sequence[Operator]) -> int:
    return sum(operator.kind is OperatorClass.NEGATION for operator in operators)


def _groups(operators: Sequence[Operator], kind: OperatorClass) -> set[str]:
    return {operator.group for operator in operators if operator.kind is kind}
