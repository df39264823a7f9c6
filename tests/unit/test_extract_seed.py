"""The article that started the project: its nine quotations, their speakers, days and events."""

from pathlib import Path

import pytest
from extract_samples import quoted_in

from verifier.model.article import Basis

SEED = Path(__file__).parents[2] / "../shared/data/seed/article.txt"
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def statements():
    """Return the statements between marks."""
    if not SEED.exists():
        pytest.skip("the seed article is not beside this checkout")
    return quoted_in(SEED.read_text(encoding="utf-8"))


def with_words(statements, words):
    """Return the statement that holds the words."""
    (found,) = [statement for statement in statements if words in statement.text]
    return found


@pytest.mark.parametrize(
    ("words", "speaker", "day"),
    [
        ("isn’t asking for that", "john-kirby", "2024-03-05"),
        ("fully", "emmanuel-macron", "2024-02-05"),
        ("strategic leap", "emmanuel-macron", "2024-02-05"),
        ("not to be cowards", "emmanuel-macron", "2024-02-05"),
        ("is it not our war", "emmanuel-macron", "2024-02-05"),
        ("unstoppable", "emmanuel-macron", "2024-02-05"),
        ("live up to history", "emmanuel-macron", "2024-02-05"),
        ("We don’t need really", "boris-pistorius", None),
        ("This is something which", "boris-pistorius", None),
    ],
)
def test_speaker_and_day(statements, words, speaker, day):
    """Each quotation has its speaker and the day that the article claims for it."""
    statement = with_words(statements, words)
    assert statement.speaker.id == speaker
    assert (str(statement.date_claim.interval) if statement.date_claim else None) == day


def test_eight_statements(statements):
    """Pistorius is quoted in two parts of one statement; "fair use" is no statement."""
    assert len(statements) == 8
    assert len(with_words(statements, "We don’t need really").quotations) == 2


def test_events(statements):
    """Kirby spoke at a White House press conference, Macron in Prague, Pistorius in Stockholm."""
    kirby = with_words(statements, "isn’t asking")
    assert (kirby.event_claim.venue, kirby.event_claim.kind) == ("the White House", "press conference")
    assert kirby.date_claim.basis is Basis.EARLIER
    assert with_words(statements, "cowards").event_claim.place == "Prague"
    assert with_words(statements, "our war").event_claim.counterpart == "Petr Pavel"
    assert with_words(statements, "really").event_claim.place == "Stockholm"


def test_the_article_contradicts_its_day(statements):
    """February 5 is before February 26, when he made the remarks that he stood by."""
    assert with_words(statements, "fully").contradicted_by.endswith("on February 26")
    assert with_words(statements, "isn’t asking").contradicted_by is None
