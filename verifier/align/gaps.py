"""Words under an honest mark: an ellipsis or the article's cue between two parts, and brackets."""

from __future__ import annotations

from verifier.align.difference import Comparison, Difference
from verifier.align.parts import Bracket, Part
from verifier.align.repairs import keeps_what_was_taken_back
from verifier.align.stretches import Stretch
from verifier.model.evidence import Edit, EditKind
from verifier.model.text import Span
from verifier.text.folding import fold_words
from verifier.text.names import is_known_name, is_title, same_alias, same_name
from verifier.text.operators import OperatorClass, completes, is_content_word, opens_qualifier, operators_in
from verifier.text.quantities import quantities_in

_MOST_REPLACED = 8  # record words that one bracket may stand for; more were cut with it
_AROUND = 80  # words in which the record may name the person that a bracket names
_FEW = 3  # record words that a bracket in front of a quotation may stand for
_PRONOUNS = {"en": ("he", "she"), "de": ("er",), "fr": ("il", "elle")}  # German "sie" may be anybody
_CORRELATIVE = frozenset({"but", "sondern", "mais"}), frozenset({"also", "auch", "aussi"})
_NEAR = 3  # words from the cut within which a negation bears on the quoted words


def between_parts(comparison: Comparison, left: Stretch, right: Stretch, part: Part) -> Edit | None:
    """Return the omission under the mark before *part*, None where nothing was left out."""
    hidden = hidden_words(comparison, left, right)
    if not hidden:
        return None
    material = hides_meaning(comparison, hidden) or _completes(comparison, hidden, right)
    material |= keeps_what_was_taken_back(comparison, hidden) is not None
    said = Span(comparison.record.starts[hidden[0]], comparison.record.ends[hidden[-1]])
    return Edit(
        EditKind.OMISSION_MARKED, part.mark_text, comparison.record.cut_out(said), material, part.mark_span, said
    )


def hidden_words(comparison: Comparison, left: Stretch, right: Stretch) -> list[int]:
    """Return the same speaker's words between two stretches, stage notes and stubs apart."""
    record, speaker = comparison.record, comparison.record.speaker(left.said_first)
    return [
        i
        for i in range(left.said_last, right.said_first)
        if i not in record.silent and (speaker is None or record.speaker(i) in (speaker, None))
    ]


def hides_meaning(comparison: Comparison, hidden: list[int]) -> bool:
    """Return whether the hidden words negate, bind or take back what is quoted around them.

    Only the rest of the sentence that the cut breaks off, and the beginning of the one it enters,
    bear on quoted words: a sentence that is left out whole hides nothing of them.
    """
    record = comparison.record
    breaks = [k for k, i in enumerate(hidden) if record.opens_sentence(i)]
    after = hidden[-1] + 1
    enters_fresh = after >= len(record) or record.opens_sentence(after)
    if not breaks and not enters_fresh:
        return _negates_after(comparison, hidden) or _negates_before(comparison, hidden) or _binds(comparison, hidden)
    rest = hidden[: breaks[0]] if breaks else hidden
    entry = [] if enters_fresh else hidden[breaks[-1] :] if breaks else hidden
    return bool(rest and (_negates_after(comparison, rest) or _binds(comparison, rest))) or bool(
        entry and _negates_before(comparison, entry)
    )


def _completes(comparison: Comparison, hidden: list[int], right: Stretch) -> bool:
    """Whether the first hidden words make another operator of the last quoted one: "not … [only]".

    Not where the quotation goes on "but … also": that tells what was hidden.
    """
    before = hidden[0] - 1
    if before < 0 or comparison.record.homes[before] != comparison.record.homes[hidden[0]]:
        return False
    following = set(comparison.theirs(range(right.said_first, right.said_last)))
    told = following & _CORRELATIVE[0] and following & _CORRELATIVE[1]
    return not told and completes(comparison.theirs([before, *hidden[:2]]), comparison.lang)


def _negations(comparison: Comparison, hidden: list[int]) -> list[int]:
    words = comparison.theirs(hidden)
    return [first for first, _, op in operators_in(words, comparison.lang) if op.kind is OperatorClass.NEGATION]


def _negates_after(comparison: Comparison, hidden: list[int]) -> bool:
    """Whether a negation follows the quoted words in their own clause: "We will … [not]"."""
    for place in _negations(comparison, hidden):
        clause = not any(comparison.record.opens_clause(hidden[k]) for k in range(place + 1))
        if place < _NEAR and clause:
            return True
    return False


def _negates_before(comparison: Comparison, hidden: list[int]) -> bool:
    """Whether a negation stands before the quoted words in their own clause: "[do not] … think that"."""
    size, after = len(hidden), hidden[-1] + 1
    for place in _negations(comparison, hidden):
        following = [*hidden[place + 1 :], *([after] if after < len(comparison.record) else [])]
        clause = not any(comparison.record.opens_clause(i) for i in following)
        if size - place <= _NEAR and clause:
            return True
    return False


def _binds(comparison: Comparison, hidden: list[int]) -> bool:
    """Whether the hidden rest of the sentence begins with "but", "unless", "if" or their like."""
    return opens_qualifier(comparison.theirs(hidden[:4]), comparison.lang) and len(hidden) > 1


def type_brackets(comparison: Comparison, difference: Difference) -> list[Edit]:
    """Return an edit for each bracket of a difference; the record words it replaces go to the first.

    No edit where the record holds the bracket's words itself.
    """
    edits = []
    said = list(difference.said) or _stood_before(comparison, difference)
    for bracket in difference.brackets:
        at = _place_of(bracket.words, comparison.theirs(difference.printed))
        if at is not None:
            held = difference.printed[at : at + len(bracket.words)]
            said = [i for i in said if i not in held]
            continue
        replaced = said if len(said) <= _MOST_REPLACED or not difference.quoted else []
        edits.append(_bracket_edit(comparison, bracket, replaced))
        said = []
    return edits


def _stood_before(comparison: Comparison, difference: Difference) -> list[int]:
    """Return the record words that an opening bracket stands for: those before the quoted ones, in their clause."""
    right = difference.right
    if difference.left or right is None or right.quoted != difference.brackets[0].before or difference.quoted:
        return []
    low = right.said
    while low > 0 and not comparison.record.opens_clause(low):
        low -= 1
    return list(range(low, right.said)) if right.said - low <= _FEW else []


def _place_of(needle: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    for at in range(len(words) - len(needle) + 1):
        if words[at : at + len(needle)] == needle:
            return at
    return None


def _bracket_edit(comparison: Comparison, bracket: Bracket, said: list[int]) -> Edit:
    """Return the bracketed edit; material where it replaces another name, or puts or takes a negation."""
    span = Span(comparison.record.starts[said[0]], comparison.record.ends[said[-1]]) if said else None
    material = (
        _other_name(comparison, bracket, said)
        or _given_to_another(comparison, bracket, said)
        or _other_polarity(comparison, bracket, said)
        or _other_amount(comparison, bracket, said)
        or _other_modality(comparison, bracket, said)
    )
    text = comparison.record.cut_out(span) if span else ""
    return Edit(EditKind.INSERTION_BRACKETED, bracket.text, text, material, bracket.span, span)


def _other_name(comparison: Comparison, bracket: Bracket, said: list[int]) -> bool:
    """Whether a name stands in the place of another, of whom the record does not speak near by."""
    lang = comparison.lang
    names = {comparison.record.words[i] for i in said if comparison.said_name(i)}
    names = {word for word in names if not is_title(word)}
    pieces = bracket.text.strip("[]").split()
    capitals = {word for piece in pieces if piece[:1].isupper() for word in fold_words(piece, lang)}
    ours = {word for word in capitals if is_content_word(word, lang) and not is_title(word)}
    if lang == "de" and not any(is_title(word) for word in bracket.words):
        ours = {word for word in ours if is_known_name(word, lang)}  # any noun has a capital
    near = comparison.record.words[max(0, said[0] - _AROUND) : said[-1] + _AROUND] if said else ()
    return bool(names and ours) and not ours & set(near) and not same_alias(bracket.words, comparison.theirs(said))


def _given_to_another(comparison: Comparison, bracket: Bracket, said: list[int]) -> bool:
    """Whether a person by title and name stands for a pronoun that means another: "Governor Ilves called. He will".

    Only where the pronoun opens a sentence, the one before it opens with a person's title and name, and
    nothing of the bracketed name is said near by: more than that the words do not tell.
    """
    record, lang = comparison.record, comparison.lang
    if len(said) != 1 or record.words[said[0]] not in _PRONOUNS.get(lang, ()) or not record.opens_sentence(said[0]):
        return False
    low = said[0] - 1
    while low > 0 and not record.opens_sentence(low):
        low -= 1
    if low < 0 or record.homes[low] != record.homes[said[0]]:
        return False
    person = is_title(record.words[low]) and comparison.said_name(low + 1) and not is_title(record.words[low + 1])
    near = record.words[max(0, said[0] - _AROUND) : said[0] + _AROUND]
    names = [word for word in bracket.words if is_content_word(word, lang)]
    titled = any(is_title(word) for word in names) and any(not is_title(word) for word in names)
    return person and titled and not any(word in near or same_name(word, record.words[low + 1], lang) for word in names)


def _other_amount(comparison: Comparison, bracket: Bracket, said: list[int]) -> bool:
    """Whether figures stand in the place of others: "[400] men" for "40 men"."""
    ours, theirs = (quantities_in(words, comparison.lang) for words in (bracket.words, comparison.theirs(said)))
    return len(ours) == len(theirs) > 0 and not all(a.equals(b) for a, b in zip(ours, theirs, strict=True))


def _other_modality(comparison: Comparison, bracket: Bracket, said: list[int]) -> bool:
    """Whether a modal stands in the place of another: "[will] end" for "could end"; "[would]" is backshift."""
    ours, theirs = (
        {op.group for _, _, op in operators_in(words, comparison.lang) if op.kind is OperatorClass.MODALITY}
        for words in (bracket.words, comparison.theirs(said))
    )
    return bool(ours and theirs) and ours != theirs and not ours | theirs <= {"will", "would"}


def _other_polarity(comparison: Comparison, bracket: Bracket, said: list[int]) -> bool:
    ours, theirs = (
        sum(op.kind is OperatorClass.NEGATION for _, _, op in operators_in(words, comparison.lang))
        for words in (bracket.words, comparison.theirs(said))
    )
    return ours != theirs
