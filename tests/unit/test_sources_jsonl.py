"""Transcripts as JSON lines: strict field by field, the broken ones named, the others kept."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from verifier.errors import ParseError, ReadError
from verifier.model.transcript import RecordDate, Rendition, Role
from verifier.sources.kinds.jsonl import BrokenLine, ReadLine, iter_lines, read_line

WHOLE: dict[str, Any] = {
    "doc_id": "wave/1",
    "lang": "en",
    "source": "wave",
    "title": "Harbour briefing",
    "date": "2024-03-05",
    "url": "https://wave.example/briefing",
    "turns": [{"speaker": "Ann Mayor", "text": "Good  morning. "}, {"speaker": "Question (press)", "text": "Why?"}],
}
ABSENT = object()


def line(**changes: Any) -> str:
    """Return the whole line with some fields changed, or left out where ABSENT."""
    return json.dumps({key: value for key, value in (WHOLE | changes).items() if value is not ABSENT})


def turn(**fields: Any) -> dict[str, Any]:
    return {"turns": [{"speaker": "Ann Mayor", "text": "Yes."} | fields]}


@dataclass(frozen=True)
class Known:
    """A person that the test knows."""

    id: str
    name: str


class People:
    """Two people named Smith, one named Mayor."""

    def named(self, name: str, day: date | None, /) -> tuple[Known, ...]:
        known = {"Ann Mayor": ("ann-mayor",), "Smith": ("jo-smith", "al-smith")}
        return tuple(Known(one, name) for one in known.get(name, ()))


def test_a_whole_line() -> None:
    """Every field arrives; what is absent has its usual value; the words stay character by character."""
    transcript = read_line(line(), 1)
    record = transcript.record
    assert (record.source, record.doc_id, record.lang, record.title) == ("wave", "wave/1", "en", "Harbour briefing")
    assert record.dates == (RecordDate(date(2024, 3, 5), "given"),)
    assert (record.tier, record.rendition, record.complete, record.place) == (2, Rendition.ORIGINAL, True, None)
    assert (record.speakers, record.words) == (("Ann Mayor",), 3)
    assert transcript.text == "Good  morning. \nWhy?"
    assert [one.role for one in transcript.turns] == [Role.SPEAKER, Role.QUESTION]
    assert len(record.version) == 16


def test_optional_fields() -> None:
    """Fields that may be left out are taken where they are given."""
    turns = [{"speaker": None, "text": "Hm.", "label": "MR. X:", "role": "moderator", "lang": "fr", "at": "0:01"}]
    transcript = read_line(line(place="Port", tier=5, rendition="asr", complete=False, url=None, turns=turns), 1)
    record, only = transcript.record, transcript.turns[0]
    assert (record.place, record.tier, record.rendition, record.complete) == ("Port", 5, Rendition.ASR, False)
    assert (record.url, only.speaker, only.label, only.role) == (None, None, "MR. X:", Role.MODERATOR)
    assert (only.lang, only.at) == ("fr", "0:01")


def test_an_address_with_another_day_is_a_second_claim() -> None:
    """Where the address carries another day than the line, both are kept, the given one first."""
    record = read_line(line(url="https://wave.example/2024/03/04/x"), 1).record
    assert record.dates == (RecordDate(date(2024, 3, 5), "given"), RecordDate(date(2024, 3, 4), "url"))


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        pytest.param({"title": ABSENT}, "title: is missing", id="missing"),
        pytest.param({"doc_id": ABSENT, "docid": "x"}, "doc_id: is missing ('docid' is there)", id="misspelt"),
        pytest.param({"url": ABSENT}, "url: is missing", id="address missing"),
        pytest.param({"tittle": "x"}, "'tittle': is not a known key; is 'title' meant?", id="unknown"),
        pytest.param({"title": 5}, "title: must be text, not 5", id="number for text"),
        pytest.param({"title": " "}, "title: is empty", id="blank"),
        pytest.param({"doc_id": None}, "doc_id: must be text", id="null"),
        pytest.param({"date": "5 March 2024"}, "date: must be a day", id="date in words"),
        pytest.param({"date": "20240305"}, "date: must be a day", id="date without dashes"),
        pytest.param({"date": "2024-02-30"}, "date: must be a day", id="no such day"),
        pytest.param({"lang": "eng"}, "lang: must be a language code", id="language"),
        pytest.param({"url": "javascript:alert(1)"}, "url: must be an http or https address", id="script for address"),
        pytest.param({"tier": 6}, "tier: must be a number from 1 to 5", id="tier too high"),
        pytest.param({"tier": True}, "tier: must be a number from 1 to 5", id="truth for tier"),
        pytest.param({"tier": "1"}, "tier: must be a number from 1 to 5", id="text for tier"),
        pytest.param({"rendition": "official translation"}, "rendition: must be one of original", id="rendition"),
        pytest.param({"complete": "yes"}, "complete: must be a boolean", id="text for truth"),
        pytest.param({"turns": []}, "turns: is empty", id="no turns"),
        pytest.param({"turns": {}}, "turns: must be a list", id="turns no list"),
        pytest.param({"turns": ["x"]}, "turns[0]: must be an object", id="turn no object"),
        pytest.param(turn(text=" \n"), "turns[0].text: is empty", id="turn without words"),
        pytest.param({"turns": [{"speaker": "A"}]}, "turns[0].text: is missing", id="turn without text"),
        pytest.param({"turns": [{"text": "x"}]}, "turns[0].speaker: is missing", id="turn without speaker"),
        pytest.param(turn(speaker=7), "turns[0].speaker: must be text", id="number for speaker"),
        pytest.param(turn(role="journalist"), "turns[0].role: must be one of speaker", id="role"),
        pytest.param(turn(words="x"), "turns[0].'words': is not a known key", id="unknown key of a turn"),
    ],
)
def test_what_is_wrong_with_a_line(changes: dict[str, Any], key: str) -> None:
    """The error names the line, the key and what is expected."""
    with pytest.raises(ParseError) as caught:
        read_line(line(**changes), 7)
    assert caught.value.message.startswith(f"line 7: {key}")
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="cut"),
        pytest.param("[]", id="a list"),
        pytest.param("null", id="nothing"),
        pytest.param('{"doc_id": "a", "doc_id": "b"}', id="a key twice"),
        pytest.param('{"tier": NaN}', id="not a number"),
        pytest.param("[" * 100_000, id="nested without end"),
        pytest.param('{"tier": ' + "9" * 5_000 + "}", id="an endless number"),
    ],
)
def test_what_is_no_line(text: str) -> None:
    """What is no JSON object is one error with the line's number."""
    with pytest.raises(ParseError, match=r"^line 3: "):
        read_line(text, 3)


def test_characters_no_database_keeps() -> None:
    """NUL and lone surrogates become U+FFFD; the length stays."""
    turns = [{"speaker": "A", "text": "a\x00b"}, {"speaker": "A", "text": "MARK"}]
    text = read_line(line(turns=turns).replace("MARK", "c\\ud800d \\ud83d\\ude00"), 1).text
    assert text == "a\ufffdb\nc\ufffdd 😀"


def test_the_source_may_be_given_apart() -> None:
    """Without a source of its own a line takes the one given, and only then may it lack one."""
    assert read_line(line(source=ABSENT), 1, default_source="desk").record.source == "desk"
    assert read_line(line(), 1, default_source="desk").record.source == "wave"
    with pytest.raises(ParseError, match="source: is missing"):
        read_line(line(source=ABSENT), 1)


@pytest.mark.parametrize(
    ("speaker", "role", "person"),
    [
        pytest.param("Ann Mayor", ABSENT, "ann-mayor", id="one person"),
        pytest.param("Smith", ABSENT, None, id="two persons of the name"),
        pytest.param("Somebody", ABSENT, None, id="nobody known"),
        pytest.param("Ann Mayor", "question", None, id="a question is nobody's statement"),
        pytest.param("Ann Mayor", "unattributed", None, id="kept without a name on purpose"),
    ],
)
def test_known_speakers(speaker: str, role: Any, person: str | None) -> None:
    """A speaker gets an id where the name means exactly one known person who speaks in their own name."""
    fields = {"speaker": speaker} | ({} if role is ABSENT else {"role": role})
    assert read_line(line(**turn(**fields)), 1, people=People()).turns[0].speaker_id == person


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_broken_lines_do_not_touch_the_others(tmp_path: Path, packed: bool) -> None:
    """Each line stands alone; numbers count empty lines; the bytes of a line come with it."""
    lines = [b"\xef\xbb\xbf" + line().encode(), b"", b"{broken", b"\xff\xfe", line(doc_id="wave/2").encode()]
    body = b"\r\n".join(lines)
    path = tmp_path / "x.jsonl"  # the name does not decide
    path.write_bytes(gzip.compress(body) if packed else body)
    found = list(iter_lines(path))
    assert [(type(one), one.number) for one in found] == [
        (ReadLine, 1),
        (BrokenLine, 3),
        (BrokenLine, 4),
        (ReadLine, 5),
    ]
    assert found[-1].body == lines[-1]
    broken = [one.error for one in found if isinstance(one, BrokenLine)]
    assert [error.message.split(":")[0] for error in broken] == ["line 3", "line 4"]
    assert all(error.subject == str(path) for error in broken)


@pytest.mark.parametrize("lost", [5, 200], ids=["trailer cut", "data cut"])
def test_a_cut_archive_is_one_error_at_its_end(tmp_path: Path, lost: int) -> None:
    """What came before the cut is kept; the cut itself is said once."""
    words = " ".join(str(number * 7919) for number in range(3_000))
    body = "\n".join(line(doc_id=f"wave/{n}", turns=[{"speaker": "A", "text": f"{n} {words}"}]) for n in range(20))
    path = tmp_path / "x.jsonl.gz"
    path.write_bytes(gzip.compress(body.encode())[:-lost])
    *before, last = iter_lines(path)
    assert before
    assert all(isinstance(one, ReadLine) for one in before)
    assert isinstance(last, BrokenLine)
    assert "cut" in last.error.message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be opened is one error."""
    with pytest.raises(ReadError, match="cannot be opened"):
        list(iter_lines(tmp_path / "none.jsonl"))


@pytest.mark.shared
@pytest.mark.parametrize(("name", "count"), [("wh", 1474), ("bt", 67)])
def test_real_transcripts(name: str, count: int) -> None:
    """Every line of the real corpora is read."""
    path = Path(__file__).parents[2] / f"../shared/data/transcripts/{name}.jsonl.gz"
    if not path.exists():
        pytest.skip("the real transcripts are not beside this checkout")
    found = list(iter_lines(path))
    assert len(found) == count
    assert all(isinstance(one, ReadLine) for one in found)
