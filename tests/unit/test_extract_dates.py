"""Date phrases and the days they stand for; the article was published on Friday, 8 March 2024."""

from datetime import date

import pytest
from extract_samples import FRIDAY

from verifier.extract.dates import find_dates
from verifier.model.text import Span


def days(text, *, lang="en", published=FRIDAY):
    """Return (words, interval) of every date phrase."""
    found = find_dates(text, lang, published, [Span(0, len(text))])
    return [(phrase.span.cut(text), str(phrase.interval)) for phrase in found]


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        pytest.param("on March 5, 2024, he", "March 5, 2024", "2024-03-05", id="full, American"),
        pytest.param("on 5 March 2024 he", "5 March 2024", "2024-03-05", id="full, British"),
        pytest.param("on Tuesday, March 5, he", "Tuesday, March 5", "2024-03-05", id="with weekday"),
        pytest.param("on the 5th of March he", "the 5th of March", "2024-03-05", id="ordinal"),
        pytest.param("on 2024-03-05 he", "2024-03-05", "2024-03-05", id="ISO"),
        pytest.param("on March 5 he", "March 5", "2024-03-05", id="year inferred"),
        pytest.param("on Dec. 12 he", "Dec. 12", "2023-12-12", id="year before"),
        pytest.param("on April 3 he will", "April 3", "2024-04-03", id="soon to come"),
        pytest.param("February 26–28", "February 26–28", "2024-02-26/2024-02-28", id="range"),
        pytest.param("26-28 February 2023", "26-28 February 2023", "2023-02-26/2023-02-28", id="British range"),
        pytest.param("in March", "in March", "2024-03-01/2024-03-31", id="month"),
        pytest.param("in October 2016", "October 2016", "2016-10-01/2016-10-31", id="month and year"),
        pytest.param("in 1941 he", "in 1941", "1941-01-01/1941-12-31", id="year"),
        pytest.param("on Tuesday he", "on Tuesday", "2024-03-05", id="weekday"),
        pytest.param("on Friday he", "on Friday", "2024-03-08", id="weekday of publication"),
        pytest.param("last Friday he", "last Friday", "2024-03-01", id="last weekday"),
        pytest.param("yesterday he", "yesterday", "2024-03-07", id="yesterday"),
        pytest.param("earlier today he", "earlier today", "2024-03-08", id="today"),
        pytest.param("two days ago he", "two days ago", "2024-03-06", id="days ago"),
        pytest.param("last week he", "last week", "2024-02-26/2024-03-03", id="last week"),
        pytest.param("earlier this week he", "earlier this week", "2024-03-04/2024-03-08", id="this week"),
        pytest.param("last month he", "last month", "2024-02-01/2024-02-29", id="last month"),
        pytest.param("over the weekend he", "over the weekend", "2024-03-02/2024-03-03", id="weekend"),
        pytest.param("two weeks ago he", "two weeks ago", "2024-02-20/2024-02-26", id="weeks ago, roughly"),
    ],
)
def test_english(text, words, interval):
    """Each phrase is an interval of days."""
    assert days(text) == [(words, interval)]


@pytest.mark.parametrize(
    ("lang", "text", "interval"),
    [
        pytest.param("fr", "le 5 mars 2024", "2024-03-05", id="fr full"),
        pytest.param("fr", "mardi 5 mars", "2024-03-05", id="fr weekday and day"),
        pytest.param("fr", "le 1er mars", "2024-03-01", id="fr first"),
        pytest.param("fr", "mardi dernier", "2024-03-05", id="fr last weekday"),
        pytest.param("fr", "hier", "2024-03-07", id="fr yesterday"),
        pytest.param("fr", "la semaine dernière", "2024-02-26/2024-03-03", id="fr last week"),
        pytest.param("fr", "il y a deux jours", "2024-03-06", id="fr ago"),
        pytest.param("fr", "en février", "2024-02-01/2024-02-29", id="fr month"),
        pytest.param("de", "am 5. März 2024", "2024-03-05", id="de full"),
        pytest.param("de", "am 5.3.2024", "2024-03-05", id="de numbers"),
        pytest.param("de", "am Dienstagabend", "2024-03-05", id="de weekday"),
        pytest.param("de", "gestern", "2024-03-07", id="de yesterday"),
        pytest.param("de", "in der vergangenen Woche", "2024-02-26/2024-03-03", id="de last week"),
        pytest.param("de", "vor zwei Tagen", "2024-03-06", id="de ago"),
        pytest.param("de", "im Februar", "2024-02-01/2024-02-29", id="de month"),
        pytest.param("es", "el 5 de marzo de 2024", "2024-03-05", id="es by dateparser"),
        pytest.param("it", "il 5 marzo 2024", "2024-03-05", id="it by dateparser"),
    ],
)
def test_other_languages(lang, text, interval):
    """French and German have grammars; a full date of another language is read too."""
    assert [found for _, found in days(text, lang=lang)] == [interval]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("you may 5 times march 12", id="verbs"),
        pytest.param("March 5 percent", id="a number that counts"),
        pytest.param("February 31", id="no such day"),
        pytest.param("next Tuesday", id="to come"),
        pytest.param("a day earlier", id="counts from nothing"),
        pytest.param("in 3024 and in 12", id="no year of news"),
    ],
)
def test_no_date(text):
    """What only looks like a date gives none."""
    assert days(text) == []


def test_days_counted_from_the_date_before():
    """The phrase "a day earlier" counts from the single day named before it."""
    text = "On March 4 he left. A day earlier, he came; two days later, he called."
    assert [interval for _, interval in days(text)] == ["2024-03-04", "2024-03-03", "2024-03-05"]


@pytest.mark.parametrize("text", ["on March 5", "on Tuesday", "yesterday", "last week", "two days ago"])
def test_nothing_is_inferred_without_a_day_of_publication(text):
    """Without the day of publication no year and no day is guessed."""
    assert days(text, published=None) == []


def test_a_printed_year_needs_no_publication():
    """A full date stands for itself."""
    assert days("March 5, 2024", published=None) == [("March 5, 2024", "2024-03-05")]


def test_year_end():
    """In January, December is the year before."""
    assert days("on December 30", published=date(2024, 1, 3)) == [("December 30", "2023-12-30")]
