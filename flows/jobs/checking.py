"""Articles from their address to their stored verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from flows.jobs.gathering import gather
from flows.jobs.opening import Desk
from flows.jobs.parsers import parser_for
from flows.jobs.progress import Progress, unseen
from flows.jobs.reading import make_fetcher, read_input
from flows.jobs.tally import Tally
from verifier.articles.read import read_article
from verifier.errors import FetchError, QuoteVerifierError, ReadError
from verifier.extract.pipeline import extract
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.parsing import ParsingChild
from verifier.model.article import Article, Statement
from verifier.model.evidence import Verdict
from verifier.model.page import Page
from verifier.pipeline import verify_statement
from verifier.report.card import Checked


@dataclass(slots=True)
class Checking:
    """What one run of checks shares: desk, run, sums, the fetcher, and the child that parses."""

    desk: Desk
    run: int
    tally: Tally
    fetcher: Fetcher | None
    child: ParsingChild
    published: date | None = None
    progress: Progress = field(default=unseen)


def check_inputs(
    desk: Desk,
    run: int,
    inputs: Sequence[str],
    tally: Tally,
    *,
    published: date | None = None,
    progress: Progress = unseen,
    offline: bool = False,
) -> Iterator[Checked]:
    """Yield every input that could be read, verified and stored; the others are problems in *tally*.

    An article that quotes nothing comes out without statements, and is not stored. Inputs are paths,
    http(s) addresses and "-". Sources with a search of their own are asked for what is quoted, unless *offline*.
    """
    fetcher = None if offline else make_fetcher(desk.settings)
    with ParsingChild() as child:
        checking = Checking(desk, run, tally, fetcher, child, published, progress)
        for text in inputs:
            checked = _check_guarded(checking, text)
            if checked is not None:
                yield checked


def _check_guarded(checking: Checking, text: str) -> Checked | None:
    """Return one input verified; a fault of ours on it is a problem of this input, not the end of the run."""
    try:
        return _check(checking, text)
    except QuoteVerifierError:
        raise  # what concerns the database or the configuration concerns the whole run
    except Exception as error:  # noqa: BLE001 - the job's edge
        checking.tally.fault(text, error)
        return None


def _check(checking: Checking, text: str) -> Checked | None:
    """Return one input verified and stored, or None after noting why it could not be read."""
    desk, tally = checking.desk, checking.tally
    try:
        page = read_input(text, desk.clock(), checking.fetcher)
        article = checking.child.run(read_article, page, published=checking.published)
    except FetchError as error:
        tally.fail(text, error)
        failed = Page(b"", desk.clock(), url=text, status=error.status, outcome=error.outcome)
        desk.store.add_failed_fetch(failed, message=error.message, run_id=checking.run)
        return None
    except ReadError as error:
        tally.fail(text, error)
        return None
    tally.inputs += 1
    statements = extract(article, desk.people, parser_for(article.lang, desk.settings.extract.model))
    if not any(statement.quotations for statement in statements):
        if page.url:  # the night need not fetch it again to find nothing in it
            desk.store.add_snapshot(page, desk.settings.evidence_dir, run_id=checking.run)
        return Checked(article, (), ())
    return _verify_and_keep(checking, page, article, statements)


def _verify_and_keep(checking: Checking, page: Page, article: Article, statements: tuple[Statement, ...]) -> Checked:
    """Store an article with its statements, then verdict after verdict: a stopped run goes on where it was.

    A statement is judged under the claim that counts, which a person may have corrected.
    """
    desk, tally, now = checking.desk, checking.tally, checking.desk.clock()
    with desk.store.transaction():
        snapshot = desk.store.add_snapshot(page, desk.settings.evidence_dir, run_id=checking.run)
        desk.store.add_article(article, now=now, snapshot=snapshot)
        desk.store.add_statements(article, statements, now=now)
    tally.articles += 1
    claimed = tuple(desk.store.load_statement(statement.id) for statement in statements)
    if checking.fetcher is not None:
        gather(desk, checking.run, claimed, checking.fetcher, tally)
    verdicts = tuple(
        keep_verdict(desk, checking.run, article, statement, tally)
        for statement in _counted(checking, article, claimed)
    )
    return Checked(article, claimed, verdicts)


def _counted(checking: Checking, article: Article, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements, telling the progress."""
    doing = f"checking {article.title or 'the article'}"[:60]
    for number, statement in enumerate(statements):
        checking.progress(doing, number, len(statements))
        yield statement
    checking.progress(doing, len(statements), len(statements))


def keep_verdict(desk: Desk, run: int, article: Article, statement: Statement, tally: Tally) -> Verdict:
    """Return the verdict on one stored statement, stored too where it says anything new."""
    verdict = verify_statement(statement, article, desk.corpus, desk.people, desk.policy)
    added = desk.store.add_verdict(article.id, statement, verdict, run_id=run, checked_at=desk.clock())
    tally.statements += 1
    tally.verdicts_added += added
    tally.headlines[verdict.headline.value] += 1
    return verdict
