"""French by its surface: inversions, clitics, cues inside the marks, titles with one capital."""

import pytest
from extract_samples import quoted_in, the_one

from verifier.extract.parser import load_parser

pytestmark = pytest.mark.skipif(load_parser("fr") is None, reason="the French model is an extra")


@pytest.mark.parametrize(
    ("text", "mention", "cue"),
    [
        pytest.param("« Nous irons tous demain », soupire-t-il.", "il", "soupire", id="an inverted pronoun"),
        pytest.param("« Nous irons tous demain », s'amuse-t-elle.", "elle", "amuse", id="any verb before the pronoun"),
        pytest.param(
            "« Nous irons tous demain », s'est félicitée mercredi soir la maire, Prudence Gaillac.",
            "la maire, Prudence Gaillac",
            "félicitée",
            id="a day between verb and subject",
        ),
        pytest.param(
            "« Nous irons tous demain », nous déclare, des larmes dans la voix, le pêcheur Jean Sorel.",
            "le pêcheur Jean Sorel",
            "déclare",
            id="words between commas",
        ),
        pytest.param("« Nous irons ! » l'a coupée Barnabé Sorel.", "Barnabé Sorel", "coupée", id="an object before"),
        pytest.param(
            "« Nous irons tous demain », se souvient son frère Malik.", "son frère Malik", "souvient", id="reflexive"
        ),
        pytest.param("Pour cette dernière, « chaque trou a été un dialogue ».", "cette dernière", "Pour", id="pour"),
        pytest.param(
            "Mme Sorel, alors dans l'opposition, l'avait qualifié de « seau percé ».",
            "Mme Sorel",
            "qualifié",
            id="clitics",
        ),
        pytest.param(
            "La présidente du port, Hermance Coll, avait promis d'être « la première assise et la dernière levée ».",
            "La présidente du port, Hermance Coll",
            "promis",
            id="a name after a comma",
        ),
    ],
)
def test_speaker_and_cue(text, mention, cue):
    """The subject stands behind an inverted verb, past objects, days and words between commas."""
    statement = the_one(text, lang="fr")
    assert (statement.mention.text, statement.cue.text) == (mention, cue)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "« Un dossier ne sent rien, explique-t-elle. Un hangar, si. »",
            ["Un dossier ne sent rien", "Un hangar, si."],
            id="a pronoun, then a sentence",
        ),
        pytest.param(
            "« Nous irons, a-t-il dit, tous ensemble demain. »",
            ["Nous irons", "tous ensemble demain."],
            id="a-t-il dit",
        ),
        pytest.param(
            "« Nous irons tous, explique le maire Jean Sorel, et nous reviendrons. »",
            ["Nous irons tous", "et nous reviendrons."],
            id="a noun",
        ),
        pytest.param(
            "« Nous irons, pense à demain, tous ensemble. »",
            ["Nous irons, pense à demain, tous ensemble."],
            id="no cue",
        ),
    ],
)
def test_a_cue_inside_the_marks_parts_them(text, parts):
    """The article's own cue is no part of the words; both runs are one statement."""
    statement = the_one(text, lang="fr")
    assert [quotation.text for quotation in statement.quotations] == parts
    assert all(quotation.span.cut(text) == quotation.text for quotation in statement.quotations)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dans son essai « Petite mécanique du dimanche », Anselme Sorel écrit beaucoup.", id="an essay"),
        pytest.param(
            "L'exposition inaugurale, « Fil à fil », réunira des voiles, a dit Jean Sorel.", id="an exhibition"
        ),
        pytest.param("La soi-disant « Commission des ouvrages d'art » a été dissoute.", id="so-called"),
        pytest.param("Au port, on l'appelle « la dame au phare ».", id="a nickname"),
    ],
)
def test_titles_and_nicknames_are_no_statement(text):
    """French titles have one capital: the noun before them tells."""
    assert quoted_in(text, lang="fr") == ()


def test_a_name_with_a_particle():
    """A capitalised particle inside a name is part of it."""
    text = "Le syndicaliste Yannick Le Dû est venu. « Nous irons tous demain », a dit M. Le Dû."
    assert the_one(text, lang="fr").speaker.name == "Yannick Le Dû"
