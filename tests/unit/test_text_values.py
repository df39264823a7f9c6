"""Numbers, names, spellings, forms and sounds of words."""

from __future__ import annotations

import pytest

from verifier.text.folding import fold_words
from verifier.text.names import looks_like_name, same_alias, same_name
from verifier.text.opposites import OPPOSITES
from verifier.text.ordinals import multiple_of, ordinal_of, share_of
from verifier.text.quantities import date_word, is_number_word, quantities_in
from verifier.text.sounds import sound_alike
from verifier.text.wordforms import opposed, same_spelling, same_word


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        pytest.param("$300 million", "en", [(300e6, "dollars")], id="dollar sign"),
        pytest.param("300 million dollars", "en", [(300e6, "dollars")], id="dollars"),
        pytest.param("0.3 billion", "en", [(300e6, None)], id="billion"),
        pytest.param("three hundred million", "en", [(300e6, None)], id="in words"),
        pytest.param("$300m", "en", [(300e6, "dollars")], id="million behind the figure"),
        pytest.param("£2.5m or 50bn", "en", [(2.5e6, "pounds"), (50e9, None)], id="no sign before the billions"),
        pytest.param("€5 Mio.", "de", [(5e6, "euros")], id="German sign before the figure"),
        pytest.param("a million and 50%", "en", [(1e6, None), (50.0, "percent")], id="two"),
        pytest.param("12 per cent", "en", [(12.0, "percent")], id="per cent"),
        pytest.param("4,5 Milliarden Euro", "de", [(4.5e9, "euros")], id="German billion"),
        pytest.param("2 Billionen", "de", [(2e12, None)], id="the long scale"),
        pytest.param("13,375 Prozent", "de", [(13.375, "percent")], id="three decimals"),
        pytest.param("in twenty twenty-two we", "en", [(2022.0, None)], id="a spoken year"),
        pytest.param("two thousand and six", "en", [(2006.0, None)], id="thousand and six"),
        pytest.param("one hundred and six leaks", "en", [(106.0, None)], id="hundred and six"),
        pytest.param("three and a half million", "en", [(3.5e6, None)], id="and a half"),
        pytest.param("five and six", "en", [(5.0, None), (6.0, None)], id="two numbers joined"),
        pytest.param("zwanzig zweiundzwanzig", "de", [(2022.0, None)], id="German spoken year"),
        pytest.param("dreihundertfünfzig Euro", "de", [(350.0, "euros")], id="German compound"),
        pytest.param("vierzehn und vierzig", "de", [(14.0, None), (40.0, None)], id="German teens"),
        pytest.param("dreieinhalb Millionen", "de", [(3.5e6, None)], id="German half"),
        pytest.param("quatre-vingt-dix-sept", "fr", [(97.0, None)], id="French by twenties"),
        pytest.param("80 pour cent", "fr", [(80.0, "percent")], id="French per cent"),
        pytest.param("no number", "en", [], id="none"),
        pytest.param("$", "en", [], id="a sign alone"),
    ],
)
def test_quantities(text, lang, values):
    """Amounts are read as values with their unit, however they are printed."""
    found = quantities_in(fold_words(text, lang), lang)
    assert [(pytest.approx(one.value), one.unit) for one in found] == values


def test_amounts_are_equal_across_units_left_out():
    """An unnamed unit agrees with any, two named ones only with themselves."""
    plain, dollars, euros = (
        quantities_in(fold_words(t), "en")[0] for t in ("300 million", "$0.3 billion", "€0.3 billion")
    )
    assert plain.equals(dollars)
    assert plain.equals(euros)
    assert not dollars.equals(euros)


def test_number_and_date_words():
    """Figures, magnitudes and ordinals are numbers; months and days are dates in one form."""
    assert [word for word in "5 million third dritten 3rd second house".split() if is_number_word(word, "de")] == (
        "5 million third dritten 3rd".split()
    )
    assert (ordinal_of("dritten"), ordinal_of("3rd"), ordinal_of("house")) == (3, 3, None)
    assert date_word("march", "en") == date_word("märz", "de") == "month 3"
    assert date_word("yesterday", "en") == "day yesterday"
    assert date_word("heutigen", "de") == date_word("heute", "de")
    assert date_word("ship", "en") is None


COMMON = {
    "en": "the a is are was were would could should said says colour color home house week year people country "
    "government work time all any some other over under here there make take give man men child children party",
    "de": "der die das ist sind war wäre hat haben und oder haus häuser jahr jahre land länder stadt mensch menschen "
    "heute morgen auch noch schon arbeit zeit partei regierung sagen sagte gesagt fahren gefahr",
    "fr": "le la les est sont était a ont maison maisons ville pays gens année travail temps dit dire fait faire",
}


@pytest.mark.parametrize("lang", COMMON)
def test_common_words_are_no_opposites(lang):
    """Words that are not listed share no stem with a pair by accident, and none is its own opposite."""
    words = COMMON[lang].split()
    assert [(one, other) for one in words for other in words if opposed(one, other, lang)] == []


@pytest.mark.parametrize(("lang", "text"), OPPOSITES.items())
def test_no_listed_word_is_opposed_to_itself(lang, text):
    """The lists hold no word on both sides of one pair, in whatever form."""
    words = {word for entry in text.split() for side in entry.split("=") for word in side.split(",")}
    assert [word for word in sorted(words) if opposed(word.casefold(), word.casefold(), lang)] == []


def test_shares_and_multiples():
    """One word may name a share of a whole, or by what something is multiplied."""
    assert (share_of("quarter"), share_of("drittel"), share_of("harbour")) == (4, 3, None)
    assert (multiple_of("doubling"), multiple_of("verdreifacht"), multiple_of("doubt")) == (2.0, 3.0, None)
    times = {
        "twice": 2,
        "threefold": 3,
        "einmal": 1,
        "viermal": 4,
        "vierzigmal": 40,
        "dreifachen": 3,
        "verfünffacht": 5,
        "hundertfach": 100,
    }
    assert {word: multiple_of(word) for word in times} == times
    assert [multiple_of(word) for word in "manchmal vielfach einfach fachmann normal thousand".split()] == [None] * 6


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param("zelenskyy", "zelensky", True, id="doubled letter"),
        pytest.param("zelensky", "selenskyj", True, id="German spelling"),
        pytest.param("zelenskyy", "zelinski", True, id="as heard"),
        pytest.param("netanyahu", "netanyahoo", True, id="vowels"),
        pytest.param("iran", "iraq", False, id="one letter, two countries"),
        pytest.param("austria", "australia", False, id="two countries"),
        pytest.param("pál", "pal", True, id="accent"),
        pytest.param("xi", "li", False, id="too short"),
        pytest.param("hsiao", "xiao", True, id="Wade-Giles and Pinyin"),
        pytest.param("tsai", "cai", True, id="Wade-Giles c"),
        pytest.param("chan", "jan", False, id="no Wade-Giles spelling"),
        pytest.param("tina", "dina", False, id="a voiced letter alone"),
    ],
)
def test_names(first, second, same):
    """Spellings of one name are one; names of two things are never."""
    assert same_name(first, second, "en") is same


def test_aliases_and_capitals():
    """Known aliases are one thing; a capital makes a name only where the language allows."""
    assert same_alias(("us",), ("the", "united", "states"))
    assert not same_alias(("us",), ("china",))
    assert not same_alias((), ("china",))
    assert looks_like_name("Smith", "smith", False, "en")
    assert not looks_like_name("People", "people", True, "en")
    assert not looks_like_name("Menschen", "menschen", False, "de")
    assert looks_like_name("Polen", "polen", False, "de")
    assert looks_like_name("IAEA", "iaea", False, "de")
    assert not looks_like_name("SHOUTING", "shouting", True, "en")


@pytest.mark.parametrize(
    ("first", "second", "lang", "relation"),
    [
        pytest.param("colour", "color", "en", "spelling", id="our"),
        pytest.param("organise", "organize", "en", "spelling", id="ise"),
        pytest.param("centre", "center", "en", "spelling", id="tre"),
        pytest.param("recieve", "receive", "en", "spelling", id="slip"),
        pytest.param("muessen", "müssen", "de", "spelling", id="digraph"),
        pytest.param("end", "ended", "en", "word", id="past"),
        pytest.param("policy", "policies", "en", "word", id="plural"),
        pytest.param("is", "were", "en", "word", id="to be"),
        pytest.param("länder", "land", "de", "word", id="umlaut plural"),
        pytest.param("able", "unable", "en", "opposite", id="un"),
        pytest.param("include", "exclude", "en", "opposite", id="in and ex"),
        pytest.param("harmful", "harmless", "en", "opposite", id="ful and less"),
        pytest.param("sicher", "unsicher", "de", "opposite", id="German un"),
        pytest.param("fell", "rising", "en", "opposite", id="forms of opposites"),
        pytest.param("ältesten", "jüngste", "de", "opposite", id="German superlatives"),
        pytest.param("grossem", "kleinen", "de", "opposite", id="a folded sharp s"),
        pytest.param("verdoppelt", "halbieren", "de", "opposite", id="to double and to halve"),
        pytest.param("spurned", "embraces", "en", "opposite", id="forms of listed words"),
        pytest.param("escalating", "defused", "en", "opposite", id="to escalate and to defuse"),
        pytest.param("abgeschafft", "eingeführt", "de", "opposite", id="separable verbs"),
        pytest.param("überschüsse", "defizite", "de", "opposite", id="German plurals"),
        pytest.param("démenti", "confirmer", "fr", "opposite", id="French forms"),
        pytest.param("help", "assist", "en", "none", id="another word"),
        pytest.param("former", "late", "en", "none", id="no stem of latter"),
        pytest.param("week", "year", "en", "none", id="two spans"),
        pytest.param("während", "falsch", "de", "none", id="no stem of wahr"),
        pytest.param("gefahr", "sicherheit", "de", "none", id="fahren"),
        pytest.param("mutter", "angst", "de", "none", id="Mut"),
        pytest.param("strong", "stronger", "en", "none", id="another degree"),
        pytest.param("large", "largest", "en", "none", id="a superlative"),
        pytest.param("lead", "leader", "en", "none", id="who does it"),
        pytest.param("grosse", "grösste", "de", "none", id="a German superlative"),
        pytest.param("grosse", "grosser", "de", "word", id="a German ending"),
        pytest.param("prosecute", "persecute", "en", "none", id="another prefix"),
        pytest.param("beurteilen", "verurteilen", "de", "none", id="another German prefix"),
    ],
)
def test_relations_of_words(first, second, lang, relation):
    """Two words are told apart as spellings, forms, opposites, or different words."""
    found = {
        "spelling": same_spelling(first, second, lang) and not same_word(first, second, lang),
        "word": same_word(first, second, lang),
        "opposite": opposed(first, second, lang),
    }
    assert [name for name, holds in found.items() if holds] == ([] if relation == "none" else [relation])


@pytest.mark.parametrize(
    ("first", "second", "lang"),
    [
        pytest.param("their", "there", "en", id="their"),
        pytest.param("4", "for", "en", id="four"),
        pytest.param("write", "right", "en", id="write"),
        pytest.param("seid", "seit", "de", id="seid"),
        pytest.param("ces", "ses", "fr", id="ces"),
    ],
)
def test_homophones(first, second, lang):
    """Words that sound the same are known as such."""
    assert sound_alike(first, second, lang)
    assert not sound_alike(first, "harbour", lang)
