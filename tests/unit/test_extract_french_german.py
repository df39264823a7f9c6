"""French with its parser, German without one."""

import pytest
from extract_samples import quoted_in, statements_in, the_one

from verifier.extract.parser import load_parser
from verifier.model.article import Form

FRENCH = pytest.mark.skipif(load_parser("fr") is None, reason="the French model is an extra")


@FRENCH
@pytest.mark.parametrize(
    ("text", "mention", "cue"),
    [
        pytest.param("« Nous irons tous », a déclaré Emmanuel Macron.", "Emmanuel Macron", "déclaré", id="inversion"),
        pytest.param("« Nous irons tous », a-t-il ajouté.", "il", "ajouté", id="clitic"),
        pytest.param("« Nous irons tous », dit-elle.", "elle", "dit", id="short inversion"),
        pytest.param("Emmanuel Macron a répondu : « Nous irons tous. »", "Emmanuel Macron", "répondu", id="colon"),
        pytest.param(
            "Selon Boris Pistorius, ces mots « n’aident pas du tout ».", "Boris Pistorius", "Selon", id="selon"
        ),
        pytest.param(
            "Le président français a dit que « nous irons tous ».", "Le président français", "dit", id="reported clause"
        ),
    ],
)
def test_french(text, mention, cue):
    """French news inverts and hangs pronouns on their verbs."""
    statement = the_one(text, lang="fr")
    assert (statement.mention.text, statement.cue.text) == (mention, cue)


@FRENCH
def test_french_day_event_and_person():
    """A French article is read like an English one: joined, dated, resolved."""
    text = (
        "« Nous irons tous », a déclaré Emmanuel Macron mardi lors d'une conférence de presse à Prague. « Il le faut. »"
    )
    statement = the_one(text, lang="fr")
    assert len(statement.quotations) == 2
    assert statement.speaker.id == "emmanuel-macron"
    assert str(statement.date_claim.interval) == "2024-03-05"
    assert (statement.event_claim.place, statement.event_claim.kind) == ("Prague", "conférence de presse")


@FRENCH
def test_french_indirect():
    """A reported clause begins after "que"."""
    text = "Olaf Scholz a affirmé que l'Allemagne n'enverrait pas de troupes."
    (statement,) = statements_in(text, lang="fr")
    assert statement.form is Form.INDIRECT
    assert statement.reported.cut(text) == "l'Allemagne n'enverrait pas de troupes"


@pytest.mark.parametrize(
    ("text", "mention", "cue"),
    [
        pytest.param(
            "„Das hilft nicht“, sagte Minister Boris Pistorius am Dienstag.",
            "Minister Boris Pistorius",
            "sagte",
            id="inversion",
        ),
        pytest.param("Olaf Scholz erklärte: „Das hilft nicht.“", "Olaf Scholz", "erklärte", id="colon"),
        pytest.param("„Das hilft nicht“, fügte er hinzu.", "er", "fügte", id="separable verb"),
        pytest.param(
            "Nach Angaben von Olaf Scholz ist das „ganz ausgeschlossen und falsch“.",
            "Olaf Scholz",
            "Nach Angaben von",
            id="source",
        ),
        pytest.param("Macron nannte dies einen „strategischen Sprung“.", "Macron", "nannte", id="label"),
    ],
)
def test_german_without_a_parser(text, mention, cue):
    """No German model is shipped: marks, cues and places of words do."""
    statement = the_one(text, lang="de")
    assert (statement.mention.text, statement.cue.text) == (mention, cue)
    assert "no_parser" in statement.flags


def test_german_continuation():
    """What follows after the cue's sentence belongs to it, and "er" is the last speaker."""
    text = "„Das hilft nicht“, sagte Boris Pistorius am Dienstag. „Niemandem.“\n\n„Es ist spät“, fügte er hinzu."
    first, second = quoted_in(text, lang="de")
    assert [q.text for q in first.quotations] == ["Das hilft nicht", "Niemandem."]
    assert second.speaker == first.speaker
    assert str(first.date_claim.interval) == "2024-03-05"
