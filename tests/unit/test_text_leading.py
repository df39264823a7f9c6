"""Words before a quotation that deny it or bind it to a condition, and near misses that do not."""

import pytest

from verifier.text.leading import denied_before, opens_hypothesis


@pytest.mark.parametrize(
    ("lead", "lang", "denied"),
    [
        pytest.param("I do not believe that", "en", True, id="do not believe"),
        pytest.param("It is not true that", "en", True, id="not true"),
        pytest.param("It’s a myth that", "en", True, id="a myth"),
        pytest.param("Some people say that", "en", True, id="what others say"),
        pytest.param("Nobody in this building has", "en", True, id="nobody has"),
        pytest.param("We will not", "en", True, id="will not"),
        pytest.param("They act as if", "en", True, id="as if"),
        pytest.param("I have no doubt that", "en", False, id="no doubt asserts"),
        pytest.param("There is no question that", "en", False, id="no question asserts"),
        pytest.param("He is not only", "en", False, id="not only asserts"),
        pytest.param("It is not over, and", "en", False, id="the denial is of another clause"),
        pytest.param("Not so long ago, my father told me that", "en", False, id="a denial before the comma"),
        pytest.param("", "en", False, id="nothing before"),
        pytest.param("Ich glaube nicht, dass", "de", True, id="German, over its comma"),
        pytest.param("Es ist falsch, dass", "de", True, id="German, falsch"),
        pytest.param("Es besteht kein Zweifel, dass", "de", False, id="German, kein Zweifel"),
        pytest.param("Je ne crois pas que", "fr", True, id="French"),
        pytest.param("Ce n’est pas seulement", "fr", False, id="French, pas seulement"),
    ],
)
def test_denials(lead, lang, denied):
    """A negation in the last clause, or a word that denies what follows it."""
    assert denied_before(lead, lang) is denied


@pytest.mark.parametrize(
    ("lead", "lang", "bound"),
    [
        pytest.param("If the strait is closed,", "en", True, id="if opens the sentence"),
        pytest.param("But as long as the ice holds,", "en", True, id="after a small word"),
        pytest.param("We will sail provided that", "en", True, id="provided that, right before"),
        pytest.param("When I was a child,", "en", False, id="when tells a time"),
        pytest.param("We know what it means, and", "en", False, id="nothing of the kind"),
        pytest.param("Wenn das Eis früh kommt,", "de", True, id="German"),
        pytest.param("Si la glace vient tôt,", "fr", True, id="French"),
        pytest.param("If so", "ja", False, id="an unknown language"),
    ],
)
def test_conditions(lead, lang, bound):
    """A condition that opens the sentence, or stands right before the quotation."""
    assert opens_hypothesis(lead, lang) is bound
