"""The command ``quote``."""

from __future__ import annotations

import json
from functools import partial
from typing import Annotated

import typer

from flows.commands.options import (
    ConfigOption,
    DatabaseOption,
    JsonOption,
    QuietOption,
    a_day,
    an_interval,
    examples,
)
from flows.commands.screen import put, rendered
from verifier.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    app.command(
        "quote",
        epilog=examples(
            'quote-verifier quote "the state of our Union is strong"',
            'quote-verifier quote "Ask not what your country can do for you" --speaker "John F. Kennedy"',
            'quote-verifier quote "…" --speaker Kirby --date 2024-03-05',
        ),
    )(quote)


def quote(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The quoted words, without the marks.")],
    speaker: Annotated[str | None, typer.Option("--speaker", help="Who is said to have said it.")] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="When: a day, or two joined by a slash.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When the quotation was published.")
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help="The language of the words.")] = "en",
    as_json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = False,
) -> None:
    """Verify one quotation against what is stored, and answer on the screen; nothing is stored."""
    from flows.jobs.lists import Asked
    from flows.jobs.opening import open_desk
    from flows.jobs.quoting import answer, answer_row, article_of
    from verifier.report.card import Checked
    from verifier.report.terminal import show

    words = text.strip().strip('“”„"«»').strip()
    if not words:
        raise UsageError("no words to look for")
    claimed, when = an_interval(day, "--date"), a_day(published, "--published")
    asked = Asked(1, words, speaker, claimed, lang, when, given={"quote": words})
    with open_desk(config, db, write=False) as desk:
        statement, verdict = answer(asked, desk.corpus, desk.people, desk.policy)
    if as_json:
        put(json.dumps(answer_row(asked, statement, verdict), ensure_ascii=False))
    else:
        put(rendered(partial(show, checked=Checked(article_of(asked), (statement,), (verdict,)))))
