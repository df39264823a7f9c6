"""The gate: what the extractor gets right of articles that a person labelled, against pinned floors.

``pytest -s tests/quality`` prints the table.
"""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest
from labelled import DIGEST, FLOORS, OPEN, Labelled, digest, load_all
from scoring import Scores, located, score
from table import table

from verifier.extract.parser import load_parser
from verifier.extract.pipeline import extract
from verifier.model.text import Interval
from verifier.speakers.registry import People

ARTICLES = load_all()
PINNED = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
PARSED = ("en", "fr")  # German is read by the place of words
EACH = pytest.mark.parametrize("labels", [pytest.param(one, id=one.slug) for one in ARTICLES])


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Return the counts over all articles, read as the program reads them."""
    people, found = People.load(), Scores()
    parsers = {lang: load_parser(lang) for lang in ("en", "fr", "de")}
    missing = [lang for lang in PARSED if parsers[lang] is None]
    assert not missing, f"no language model for {missing}: the floors were measured with it"
    for labels in ARTICLES:
        article = labels.read()
        score(labels, article, extract(article, people, parsers[labels.lang]), found)
    print(f"\n{table(found)}")  # noqa: T201
    return found


@pytest.mark.parametrize(
    ("lang", "measure", "floor"),
    [(lang, measure, floor) for lang, floors in PINNED["floors"].items() for measure, floor in floors.items()],
)
def test_no_figure_falls_below_its_floor(scores: Scores, lang: str, measure: str, floor: float) -> None:
    """Each measure of each language stays at what was reached; the mistakes are listed where it does not."""
    reached = scores.reached(measure, lang)
    wrong = [m for m in scores.mistakes if m.measure == measure and lang in {"all", m.slug[:2]}]
    listed = "\n".join(f"{m.slug}: “{m.words[:80]}”: {m.expected!r}, found {m.found!r}" for m in wrong)
    assert reached >= floor, f"{lang} {measure} {reached:.3f} is below {floor}:\n{listed}"


@pytest.mark.parametrize(("lang", "ceiling"), PINNED["most_never_taken"].items())
def test_what_is_no_speech_is_not_taken_more_often(scores: Scores, lang: str, ceiling: int) -> None:
    """Titles, names, scare quotes and repeated pull quotes are taken for speech no more often than before."""
    wrong = [m.words for m in scores.mistakes if m.measure == "never" and lang in {"all", m.slug[:2]}]
    assert scores.wrong("never", lang) <= ceiling, wrong


def test_neither_articles_nor_floors_change_unseen() -> None:
    """The pinned digest is that of the data; whoever changes either has to say so."""
    pinned = [line for line in DIGEST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert pinned == [digest()], f"articles, labels or floors changed: see {DIGEST.name}; they are now {digest()}"


@EACH
def test_labels_stand_in_their_article(labels: Labelled) -> None:
    """Every labelled word is printed in the article, quotations in their order."""
    printed = labels.printed()
    assert None not in located(labels, printed)
    words = (*labels.never, *labels.optional, *(one.words for one in labels.indirect))
    assert [one for one in words if one not in printed] == []


@EACH
def test_labels_are_well_formed(labels: Labelled) -> None:
    """Mentions are printed, forms and days can be read, statements are numbered without a gap."""
    printed = labels.printed().casefold()
    numbers = [one.statement for one in labels.quotations]
    assert sorted(set(numbers)) == list(range(1, max(numbers) + 1))
    assert numbers == sorted(numbers)
    for one in labels.quotations:
        assert one.mention == OPEN or one.mention.casefold() in printed
        assert one.form in {"direct", "mixed", OPEN}
        assert one.date in {"", OPEN} or str(Interval.parse(one.date)) == one.date


@EACH
def test_articles_are_read_whole(labels: Labelled) -> None:
    """The program finds language and day, and the text holds every labelled quotation."""
    article = labels.read()
    assert (article.lang, article.published) == (labels.lang, labels.published)
    assert None not in located(labels, article.text)


def test_the_gate_covers_what_it_promises() -> None:
    """At least 60 articles, in three languages, of ten kinds."""
    languages = Counter(one.lang for one in ARTICLES)
    assert languages["en"] >= 36
    assert min(languages["fr"], languages["de"]) >= 12
    assert len({one.kind for one in ARTICLES}) >= 10
