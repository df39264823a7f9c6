"""Words before a quotation that deny it or bind it to a condition, and near misses that do not."""

import pytest

from verifier.text.leading import denied_before, is_limited, limited_before, opens_hypothesis


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


@pytest.mark.parametrize(
    ("lead", "words", "lang", "limit"),
    [
        pytest.param("Almost", "300 million leva", "en", "almost", id="almost, at the head"),
        pytest.param("The quay cost up to $", "5 million", "en", "up to", id="up to, over a currency sign"),
        pytest.param("We shall hire about", "five pilots", "en", "about", id="about, before a number in letters"),
        pytest.param("We shall talk about", "the ferries", "en", None, id="about, before no number"),
        pytest.param("We may", "end the strike", "en", "may", id="may"),
        pytest.param("We could also", "end the strike", "en", "could also", id="could, and a small adverb"),
        pytest.param("The strike began in May", "and went on", "en", None, id="the month"),
        pytest.param("We will", "end the strike", "en", None, id="will limits nothing"),
        pytest.param("We may, as I said,", "end the strike", "en", None, id="not right before"),
        pytest.param("Fast", "300 Millionen Euro", "de", "fast", id="German, fast"),
        pytest.param("Wir dürfen", "den Streik beenden", "de", "dürfen", id="German, dürfen"),
        pytest.param("Il y en a environ", "300 dans le port", "fr", "environ", id="French, environ"),
        pytest.param("On pourrait", "finir la grève", "fr", "pourrait", id="French, pourrait"),
        pytest.param("Almost", "300", "ja", None, id="an unknown language"),
    ],
)
def test_limits(lead, words, lang, limit):
    """A hedge before a number, and a modal before its verb, limit what a quotation begins with."""
    assert limited_before(lead, words, lang) == limit


@pytest.mark.parametrize(
    ("lead", "limited"),
    [
        pytest.param("She said the strike might", True, id="might"),
        pytest.param("She was sure the strike would", True, id="would"),
        pytest.param("She said about the strike in May:", False, id="neither hedge nor modal"),
    ],
)
def test_what_an_article_limits_itself(lead, limited):
    """An article that limits the words in its own has left nothing out."""
    assert is_limited(lead, "en") is limited
