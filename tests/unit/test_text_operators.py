"""Closed classes: operators, function words, fillers, qualifiers."""

from __future__ import annotations

import pytest

from verifier.text.operators import (
    OperatorClass,
    completes,
    is_content_word,
    is_filler,
    is_function_word,
    opens_qualifier,
    operator_at,
    operator_of,
    operators_in,
)


@pytest.mark.parametrize(
    ("words", "lang", "found"),
    [
        pytest.param("we will not go", "en", ["will:modality", "not:negation"], id="will not"),
        pytest.param("we are going to go", "en", ["going to:modality"], id="going to"),
        pytest.param("they failed to come", "en", ["failed to:negation"], id="fail to"),
        pytest.param("we have to go", "en", ["have to:modality"], id="have to"),
        pytest.param("we have ships", "en", [], id="have alone is none"),
        pytest.param("about 300 ships", "en", ["about:quantifier"], id="about before a number"),
        pytest.param("we talk about ships", "en", [], id="about before a word"),
        pytest.param("go as long as it lasts", "en", ["as long as:condition"], id="as long as"),
        pytest.param("we go unless it rains but", "en", ["unless:condition", "but:contrast"], id="unless, but"),
        pytest.param("keiner darf gehen", "de", ["keiner:negation", "darf:modality"], id="kein"),
        pytest.param("nur wenn es regnet", "de", ["nur:quantifier", "wenn:condition"], id="nur wenn"),
        pytest.param("rund 300 schiffe", "de", ["rund:quantifier"], id="rund before a number"),
        pytest.param("rund um den hafen", "de", [], id="rund before a word"),
        pytest.param("il ne peut pas partir", "fr", ["peut:modality", "pas:negation"], id="ne pas"),
        pytest.param("in part a success", "en", ["in part:quantifier"], id="in part"),
        pytest.param("as far as i know it ended", "en", ["as far as i know:modality"], id="a phrase of five words"),
        pytest.param("we appear in court", "en", [], id="appear without to"),
        pytest.param("das ist grösstenteils gut", "de", ["grösstenteils:quantifier"], id="a folded sharp s"),
        pytest.param("im wesentlichen fertig", "de", ["im wesentlichen:quantifier"], id="im Wesentlichen"),
        pytest.param("c est sans doute vrai", "fr", ["sans doute:modality"], id="sans doute is no negation"),
        pytest.param("no go", "xx", ["no:negation"], id="an unknown language is read as English"),
    ],
)
def test_operators(words, lang, found):
    """Operators are found with their class, phrases as a whole."""
    folded = words.split()
    named = [(" ".join(folded[first:last]), op.kind.value) for first, last, op in operators_in(folded, lang)]
    persons = {"grammatical_person"}
    assert [f"{text}:{kind}" for text, kind in named if kind not in persons] == found


@pytest.mark.parametrize("word", ["not", "no", "all", "only", "may", "if", "we", "but"])
def test_operators_are_never_function_words(word):
    """What a meaning hangs on never counts as a small word."""
    assert operator_of(word, "en") is not None
    assert not is_function_word(word, "en")
    assert not is_content_word(word, "en")


def test_groups_tell_which_words_may_stand_for_each_other():
    """The word must may stand for "have to", not for "can"."""
    groups = [next(iter(operators_in(phrase.split(), "en")))[2].group for phrase in ("must", "have to", "can")]
    assert groups[0] == groups[1] != groups[2]


def test_an_operator_is_known_by_what_stands_around_it():
    """A word may be an operator only where it stands: before "to", or before an amount."""
    assert operator_at("has failed to act".split(), 1, "en").kind is OperatorClass.NEGATION
    assert operator_at("has failed again".split(), 1, "en") is None
    assert operator_at("to over 39 cents".split(), 1, "en").group == "over"
    assert operator_at("at least 15 ships".split(), 1, "en").group == "over"
    assert operator_at("over the hill".split(), 0, "en") is None


def test_a_word_may_complete_another_operator():
    """The word only makes another operator of the "not" before it; a verb does not."""
    assert completes("not only ships".split(), "en")
    assert completes("nicht nur schiffe".split(), "de")
    assert not completes("not go now".split(), "en")
    assert not completes("ships only go".split(), "en")


@pytest.mark.parametrize(
    ("words", "lang", "filler"),
    [
        pytest.param("you know", "en", True, id="phrase"),
        pytest.param("well you know of course", "en", True, id="several"),
        pytest.param("you knew", "en", False, id="not the phrase"),
        pytest.param("not really", "en", False, id="an operator is no filler"),
        pytest.param("ja eben", "de", True, id="particles"),
        pytest.param("nur eben", "de", False, id="nur is none"),
        pytest.param("bien sûr", "fr", True, id="French"),
        pytest.param("", "en", True, id="nothing"),
    ],
)
def test_fillers(words, lang, filler):
    """Fillers carry nothing and may be dropped."""
    assert is_filler(words.split(), lang) is filler


@pytest.mark.parametrize(
    ("words", "lang", "qualifies"),
    [
        pytest.param("but only for grain", "en", True, id="but"),
        pytest.param("as long as the ice is thick", "en", True, id="phrase"),
        pytest.param("as the ice is thick", "en", False, id="half a phrase"),
        pytest.param("and we dance", "en", False, id="and"),
        pytest.param("es sei denn es regnet", "de", True, id="es sei denn"),
        pytest.param("sauf en hiver", "fr", True, id="sauf"),
        pytest.param("", "en", False, id="nothing"),
    ],
)
def test_qualifiers(words, lang, qualifies):
    """A qualifier takes back or binds what stands before it."""
    assert opens_qualifier(words.split(), lang) is qualifies
