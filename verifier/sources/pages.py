"""A transcript from the page that a source publishes it on: words, day, title, and who said what.

A page must show by positive signs that it is a transcript: a title, a day, words enough, and labels,
or under the profile ``single`` one named speaker. All of it is pure and runs in the parsing child.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.articles.language import language_of
from verifier.errors import ParseError
from verifier.model.page import Page
from verifier.model.transcript import Rendition, Role, Transcript, Turn
from verifier.sources.attributed import attributed_turns, surnames_of
from verifier.sources.config import WebBase
from verifier.sources.connector import Entry, Reading
from verifier.sources.endings import breaks_off, broken_line, says_part
from verifier.sources.markup import Line
from verifier.sources.own_titles import expect_listed_title, expect_own_title
from verifier.sources.page_days import PageDays, page_days
from verifier.sources.page_parts import PageParts, parts_of
from verifier.sources.profiles import VOICE, announced_labels, label_of, profiles_named
from verifier.sources.records import KnownPeople, RecordHead, make_transcript
from verifier.sources.roles import plain_label
from verifier.sources.signs import expect_no_lock, expect_own_page, is_cut_by_wall, refusal
from verifier.sources.swallowed import expect_nothing_swallowed
from verifier.sources.title_names import names_in_title
from verifier.sources.turns import SOMEBODY_ELSE, LabelledRun, runs_of, split_runs

_HEAD_LINES = 12
_FEWEST_OUTSIDE, _MOST_OUTSIDE = 3, 0.1  # labels beyond the body that show that it was closed too early
_RIGHT_BEHIND = 3  # lines behind the body, where one label of the record shows it
_PREPARED = re.compile(
    r"as prepared|may differ from (?:the )?(?:delivered|version)|check(?:ed)? against delivery|speaker['’]s notes"
    r"|prepared (?:remarks|for delivery)|sperrfrist",
    re.IGNORECASE,
)
_DELIVERED = re.compile(r"as delivered|exactly as it was delivered|verbatim", re.IGNORECASE)
_SPOKEN_COUNTS = re.compile(r"seul le prononcé fait foi|es gilt das gesprochene wort", re.IGNORECASE)
_CORRECTED = re.compile(r"\b(?:correction|corrected|erratum|rectificatif|korrigiert|berichtig\w+)\b", re.IGNORECASE)
_ARCHIVE_NOTICE = re.compile(
    r".{0,80}(?:historical material.{0,40}frozen in time|this is archived content|this (?:page|content) (?:is|was)"
    r" archived|content (?:released|archived) (?:online )?from).{0,300}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Voices:
    """Whom a record names before anybody speaks."""

    named: tuple[str, ...]

    @property
    def single(self) -> str | None:
        """The one person named, None for none and for several."""
        return self.named[0] if len(self.named) == 1 else None


def _voices(title: str, entry: Entry, config: WebBase) -> _Voices:
    """Return whom list, title or configuration name, the first that names anybody."""
    by_title = names_in_title(title, config.page_title.speakers)
    listed = tuple(name for name in entry.speakers if name.strip())
    return _Voices(listed or by_title or (config.persons if len(config.persons) == 1 else ()))


def _runs(lines: Sequence[Line], voices: _Voices, config: WebBase, *, captions: bool) -> list[LabelledRun]:
    """Return the lines cut at their labels by the source's profiles."""
    texts = [line.text for line in lines]
    if captions and any(line.bold for line in lines):
        return split_runs(texts, (VOICE,), bolds=[line.bold for line in lines])
    if not config.turns:
        return runs_of(texts)
    known = announced_labels(texts) | surnames_of([*voices.named, *config.persons])
    known |= frozenset(map(plain_label, config.label_persons))
    stop = frozenset(map(plain_label, config.turn_stop))
    bolds = [line.bold for line in lines]
    return split_runs(texts, profiles_named(config.turns), bolds=bolds, known=known, stop=stop)


def _expect_all_labels(parts: PageParts, runs: Sequence[LabelledRun], config: WebBase) -> None:
    """Raise ParseError where labels of this record stand outside of what was read: broken HTML has closed it early."""
    if parts.markup is None:
        return
    believed = Counter(plain_label(run.label) for run in runs if run.label not in {None, SOMEBODY_ELSE})
    profiles = profiles_named(config.turns)
    expect_nothing_swallowed(parts.source, sum(map(str.isalnum, parts.text)), believed.keys(), profiles)
    around = (label_of(line.text, line.bold, profiles) for line in parts.markup.all_lines())
    everywhere = Counter(hit.plain for hit in around if hit and hit.plain in believed)
    outside = sum((everywhere - believed).values())
    behind = parts.markup.lines_behind(parts.lines[-1].text, _RIGHT_BEHIND) if outside and parts.lines else []
    follows = any((hit := label_of(one.text, one.bold, profiles)) and hit.plain in believed for one in behind)
    if follows or (outside >= _FEWEST_OUTSIDE and outside > _MOST_OUTSIDE * sum(believed.values())):
        raise ParseError(f"{outside} turns stand outside of the page's body", outcome="suspicious_change")


def _labelled(runs: Sequence[LabelledRun]) -> bool:
    return any(run.label not in {None, SOMEBODY_ELSE} for run in runs)


def _place(parts: PageParts, runs: Sequence[LabelledRun], entry: Entry, config: WebBase) -> str | None:
    """Return where was spoken: by selector, by the line of the preamble, or as the list says."""
    line = config.venue.line
    if parts.place is None and line is not None:
        preamble = runs[0].lines if runs and runs[0].label is None and _labelled(runs) else ()
        told = preamble[line - 1] if 0 < line <= len(preamble) else None
        return told.strip() if told and len(told) <= 120 else entry.place
    return parts.place or entry.place


def _status(parts: PageParts, entry: Entry) -> tuple[bool, tuple[str, ...]]:
    """Return whether the text is as prepared, not as delivered; and notes on its standing."""
    around = [line.text for line in (*parts.lines[:_HEAD_LINES], *parts.lines[-3:]) if len(line.text) <= 200]
    told = [text for text in (entry.note or "", parts.title or "", *around) if text]
    delivered = any(_DELIVERED.search(text) for text in told)
    prepared = not delivered and any(_PREPARED.search(text) for text in told)
    noted = {"as_delivered": delivered, "spoken_word_prevails": any(_SPOKEN_COUNTS.search(text) for text in told)}
    return prepared, tuple(name for name, raised in noted.items() if raised)


def _is_corrected(parts: PageParts) -> bool:
    around = (*parts.lines[:_HEAD_LINES], *parts.lines[-3:])
    return any(_CORRECTED.search(line.text) for line in around if len(line.text) <= 200) or bool(
        _CORRECTED.search(parts.title or "")
    )


def _language(text: str, parts: PageParts, config: WebBase) -> str:
    """Return the language of the words; ParseError where the page is surely in none that the source has."""
    declared = config.language if len(config.languages) < 2 else parts.lang
    code, flags = language_of(text, declared or parts.lang)
    if flags and config.languages and code not in config.languages:
        raise ParseError(f"a page in another language ({code}) than the source's", outcome="soft_404")
    return code


def _expect_signs(
    parts: PageParts, title: str | None, days: PageDays, runs: Sequence[LabelledRun], voices: _Voices, config: WebBase
) -> None:
    """Raise ParseError where a positive sign of a transcript is missing, with what the page is instead."""
    words = len(parts.text.split())
    labelled = _labelled(runs)
    expect_no_lock(parts.source, parts.visible, parts.text)
    if not title:
        missing = "no title"
    elif words < config.body.min_words:
        missing = f"only {words} words where {config.body.min_words} are the least"
    elif not labelled and not ("single" in config.turns and voices.single):
        missing = "nobody is named as speaking"
    elif not days.claims:
        missing = "no day of the event"
    else:
        return
    raise refusal(
        missing,
        title=parts.title or parts.tab or title,
        body=parts.text,
        visible=parts.visible,
        source=parts.source,
        markers=config.block_markers,
    )


def _shown_title(parts: PageParts, entry: Entry) -> str | None:
    """Return the page's own title, else the list's, else the window's, else of a document its first line."""
    first = parts.lines[0].text if parts.markup is None and entry.inline is None and parts.lines else None
    return parts.title or entry.title or parts.tab or (first[:200] if first else None)


def _head(
    parts: PageParts,
    title: str,
    days: PageDays,
    page: Page,
    entry: Entry,
    config: WebBase,
    *,
    prepared: bool,
    whole: bool,
) -> RecordHead:
    """Return all of the record but its turns."""
    tier = config.tier or (5 if parts.captions else 2)
    return RecordHead(
        source=config.id,
        doc_id=entry.id,
        lang=entry.lang or _language(parts.text, parts, config),
        title=title,
        dates=days.claims,
        url=entry.url or page.final_url or page.url,
        place=None,
        tier=max(tier, 4) if prepared else tier,
        rendition=config.rendition or (Rendition.ASR if parts.captions else Rendition.ORIGINAL),
        complete=whole,
    )


def read_page(page: Page, entry: Entry, config: WebBase, people: KnownPeople | None = None) -> Reading:
    """Return the transcript on an entry's page, or of the text that its list held.

    A page whose title the configuration skips gives no transcript and no error. Spans of turns are
    code points of ``Transcript.text``. Raises ParseError with the outcome: ``wall``, ``soft_404``,
    ``empty``, ``cut``, ``wrong_type``, ``undecodable``, ``parse_failed``, ``suspicious_change``.
    """
    if entry.inline is None:
        expect_own_page(page)
    parts = parts_of(page, entry, config)
    lines = tuple(line for line in parts.lines if not _ARCHIVE_NOTICE.fullmatch(line.text))
    end = config.body.end_sign
    if end and entry.inline is None and parts.source and end not in parts.source:
        raise ParseError("the page breaks off: its end is missing", outcome="cut")
    title = _shown_title(parts, entry)
    # A list's title was looked at before: a page under another one may be a wall, and must not pass in silence.
    if not entry.title and any(re.search(pattern, title or "") for pattern in config.page_title.skip):
        return Reading((), notes=("title_skipped",))
    expect_own_title(parts, entry, config)
    voices = _voices(title or "", entry, config)
    runs = _runs(lines, voices, config, captions=parts.captions)
    days = page_days(page, entry, config, parts.markup, title, lines)
    expect_listed_title(parts, entry, config, own_day=days.own)
    _expect_signs(parts, title, days, runs, voices, config)
    _expect_all_labels(parts, runs, config)
    prepared, notes = _status(parts, entry)
    missing = _missing(parts, lines, runs, title, entry)
    head = _head(parts, title or "", days, page, entry, config, prepared=prepared, whole=not missing)
    turns = attributed_turns(
        runs, config, day=head.day, url=head.url, named=voices.named, speaker=voices.single, people=people
    )
    transcript = _transcript(head, turns, _place(parts, runs, entry, config))
    raised = {"as_prepared": prepared, "declared_correction": _is_corrected(parts)}
    flags = parts.flags | days.flags | missing | {name for name, told in raised.items() if told}
    return Reading((transcript,), frozenset(flags), (*parts.notes, *notes))


def _missing(
    parts: PageParts, lines: Sequence[Line], runs: Sequence[LabelledRun], title: str | None, entry: Entry
) -> frozenset[str]:
    """Return the flags that say that a page does not hold all of it; ParseError where a program broke into it."""
    shown = [line.text for line in lines]
    if broken := broken_line(shown):
        raise ParseError(f"an error was printed into it: “{broken[:80]}”", outcome="suspicious_change")
    spoken = [line for run in runs for line in run.lines]
    told = {
        "cut_by_wall": entry.inline is None and is_cut_by_wall(parts.markup, shown),
        "part_alone": breaks_off(spoken) or says_part(title, spoken),
    }
    return frozenset(name for name, held in told.items() if held)


def _transcript(head: RecordHead, turns: Sequence[Turn], place: str | None) -> Transcript:
    """Return the transcript; ParseError where in the end none of its words are anybody's."""
    if all(turn.role is Role.UNATTRIBUTED and turn.label is None for turn in turns):
        raise ParseError("nobody is named as speaking")
    return make_transcript(replace(head, place=place), turns)
