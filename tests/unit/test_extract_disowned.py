"""Words that the sentence itself keeps from the person it names: asked of her, denied, never said."""

import pytest
from extract_samples import quoted_in, the_one

GUARD = "the harbour guard cut the nets of a herring boat on Sunday night"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("Ada Lind was asked on March 5: “Is it true that your guard cut the nets?”", "en", id="was asked"),
        pytest.param(
            "“Is it true that your guard cut the nets?” Ada Lind was asked on March 5.", "en", id="behind them"
        ),
        pytest.param(
            "Ada Lind was asked on March 5:\n\n“Is it true that your guard cut the nets?”", "en", id="over a paragraph"
        ),
        pytest.param(f"Asked on March 5 if “{GUARD}”, Ada Lind said no.", "en", id="asked if"),
        pytest.param(f"Ada Lind, asked whether “{GUARD}”, shook her head.", "en", id="asked, between commas"),
        pytest.param(
            "Ada Lind faced the question: “Is it true that your guard cut the nets?”", "en", id="the question"
        ),
        pytest.param(
            "Ada Lind wurde am 5. März gefragt: „Stimmt es, dass Netze zerschnitten wurden?“", "de", id="gefragt"
        ),
        pytest.param(
            "Auf die Frage, ob ihre Leute „die Netze eines Heringsboots zerschnitten“ hätten, sagte Ada Lind nein.",
            "de",
            id="auf die Frage, ob",
        ),
        pytest.param(
            "Interrogée le 5 mars pour savoir si ses gardes avaient « coupé les filets d'un bateau de pêche », "
            "Ada Lind a répondu non.",
            "fr",
            id="interrogée",
        ),
        pytest.param(
            "Ada Lind a été interrogée le 5 mars : « Est-il vrai que vos gardes ont coupé les filets ? »",
            "fr",
            id="a été interrogée",
        ),
    ],
)
def test_whom_a_question_was_put_to_did_not_ask_it(text, lang):
    """A question has no speaker where the sentence names only who was asked."""
    statement = the_one(text, lang=lang)
    assert (statement.speaker, statement.relayed_by) == (None, None)
    assert "asked" in statement.flags


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param(f"Ada Lind denied on March 5 that “{GUARD}”.", "en", id="denied that"),
        pytest.param(f"Ada Lind denied having said that “{GUARD}”.", "en", id="denied having said"),
        pytest.param(f"Ada Lind denied reports that “{GUARD}”.", "en", id="denied reports"),
        pytest.param(f"Ada Lind rejected a reporter's suggestion that “{GUARD}”.", "en", id="rejected a suggestion"),
        pytest.param(f"Ada Lind did not say on March 5, as some sites claim, that “{GUARD}”.", "en", id="did not say"),
        pytest.param(f"Ada Lind never said that “{GUARD}”.", "en", id="never said"),
        pytest.param(f"Ada Lind has not confirmed that “{GUARD}”, as a reporter put it.", "en", id="not confirmed"),
        pytest.param(f"Ada Lind declined to say whether “{GUARD}”.", "en", id="declined to say"),
        pytest.param(
            "Ada Lind bestritt am 5. März, gesagt zu haben, ihre Leute hätten „die Netze eines Boots zerschnitten“.",
            "de",
            id="bestritt, gesagt zu haben",
        ),
        pytest.param(
            "Ada Lind hat nicht gesagt, dass ihre Leute „die Netze eines Boots zerschnitten“ hätten.",
            "de",
            id="hat nicht gesagt",
        ),
        pytest.param(
            "Ada Lind a démenti avoir dit que « les gardes ont coupé les filets ».", "fr", id="démenti avoir dit"
        ),
        pytest.param("Ada Lind n'a pas dit que « les gardes ont coupé les filets ».", "fr", id="n'a pas dit"),
    ],
)
def test_denied_words_are_nobodys(text, lang):
    """Words that she is said not to have said are claimed of nobody."""
    statement = the_one(text, lang=lang)
    assert (statement.speaker, statement.relayed_by) == (None, None)
    assert "denied" in statement.flags


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("“Is it true that anybody saw a boat?” Ada Lind asked.", "en", id="she asks"),
        pytest.param(
            "Ada Lind asked the question: “Who of you has seen a boat at night?”", "en", id="she asks a question"
        ),
        pytest.param("Asked about the nets, Ada Lind said: “No nets were cut that night.”", "en", id="asked, she said"),
        pytest.param(
            "When asked, Ada Lind shook her head: “No nets were cut that night.”", "en", id="a clause of hers"
        ),
        pytest.param("Ada Lind answered the question: “No nets were cut that night.”", "en", id="her answer"),
        pytest.param("“No nets were cut that night,” Ada Lind denied.", "en", id="the denial itself"),
        pytest.param("Ada Lind denied the report: “No nets were cut that night.”", "en", id="the denial after a colon"),
        pytest.param("Ada Lind denied it, saying that “no nets were cut that night”.", "en", id="denied it, saying"),
        pytest.param("Ada Lind denied all guilt and said “no nets were cut that night”.", "en", id="denied and said"),
        pytest.param("Ada Lind dismissed the reports as “a tale of people who saw no boat”.", "en", id="dismissed as"),
        pytest.param(
            "Ada Lind said it was not “a day on which nets were cut by anyone”.", "en", id="not in what was said"
        ),
        pytest.param("Ada Lind not only said that “no nets were cut” but proved it.", "en", id="not only"),
        pytest.param("Ada Lind did not elaborate: “No nets were cut that night.”", "en", id="did not elaborate"),
        pytest.param(
            "Ada Lind bestritt den Vorwurf: „Wir haben keine Netze zerschnitten.“", "de", id="bestritt, Doppelpunkt"
        ),
        pytest.param("Ada Lind sagte nicht nur, dass der Hafen „elf Tage lang geschlossen“ sei.", "de", id="nicht nur"),
        pytest.param("Interrogée sur le port, Ada Lind a répondu : « Nous n'avons rien coupé ».", "fr", id="a répondu"),
        pytest.param(
            "Ada Lind n'a pas seulement dit que « rien n'a été coupé cette nuit-là ».", "fr", id="pas seulement"
        ),
    ],
)
def test_what_somebody_says_stays_theirs(text, lang):
    """Her own question, answer or denial is hers, however near a question or a denial stands."""
    assert the_one(text, lang=lang).speaker.name == "Ada Lind"


def test_a_named_asker_speaks():
    """A question belongs to who is said to have put it."""
    assert the_one("Ada Lind was asked by Bo Ek: “Is it true that your guard cut the nets?”").speaker.name == "Bo Ek"


def test_each_quotation_of_a_sentence_is_read_by_itself():
    """The question's words are nobody's, the answer's words are hers."""
    text = "Asked whether it was “a grave mistake to close the port”, Ada Lind said it was “the only thing to do”."
    assert [s.speaker.name if s.speaker else None for s in quoted_in(text)] == [None, "Ada Lind"]


@pytest.mark.parametrize(
    "text", [f"Ada Lind was asked: “Is it true that {GUARD}?”", f"Ada Lind never said that “{GUARD}”."]
)
def test_without_a_parser(text):
    """The place of words tells without a language model too."""
    assert the_one(text, parsed=False).speaker is None


@pytest.mark.parametrize(
    ("text", "speaker", "flags"),
    [
        pytest.param(
            "Reporters asked Ada Lind why Bo Ek “would lead a boat into the ice”.", None, ("asked",), id="reporters"
        ),
        pytest.param(
            "A journalist asked Ada Lind whether Bo Ek “would lead a boat into the ice”.",
            None,
            ("asked",),
            id="a journalist",
        ),
        pytest.param(
            "Nils Dahl asked Ada Lind why Bo Ek “would lead a boat into the ice”.", "Nils Dahl", ("asked",), id="named"
        ),
        pytest.param(
            "Reporters asked Ada Lind about the ice. Bo Ek said that he “would lead a boat into the ice”.",
            "Bo Ek",
            (),
            id="near miss: the next sentence",
        ),
        pytest.param(
            "Ada Lind, whom reporters asked about it, said Bo Ek “would lead a boat into the ice”.",
            "Ada Lind",
            (),
            id="near miss: said after the asking",
        ),
        pytest.param(
            "Nils Dahl asked why the boat sank, and Ada Lind said Bo Ek “would lead it into the ice”.",
            "Ada Lind",
            (),
            id="near miss: her answer in one sentence",
        ),
    ],
)
def test_a_clause_that_is_asked_is_the_askers(text, speaker, flags):
    """Of a question's content nobody named in it, and nobody asked, is said to have said it or to pass it on."""
    statement = the_one(text)
    name = statement.speaker.name if statement.speaker else None
    kept = tuple(flag for flag in statement.flags if flag != "no_speaker")
    assert (name, statement.relayed_by, kept) == (speaker, None, flags)
