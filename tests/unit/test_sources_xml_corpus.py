"""XML corpora: seven ways to mark up speech, what in them is no speech, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from source_samples import page, said, source
from xml_samples import AKOMA, BUNDESTAG, CANADA, CREC, EP, PARLPARSE, TEI

from verifier.errors import ParseError
from verifier.model.transcript import RecordDate, Rendition, Role, Transcript
from verifier.sources.connector import Entry, Reading
from verifier.sources.kinds.xml_corpus import XmlCorpusConnector, names_of_persons

ADDRESS = "https://records.example/21.xml"


def corpus(profile: str | dict[str, Any], **block: Any) -> XmlCorpusConnector:
    """Return a corpus read by this profile; short records are enough for it."""
    paths = {"name": profile} if isinstance(profile, str) else profile
    return XmlCorpusConnector(source(kind="xml_corpus", profile=paths, body={"min_words": 5}, **block))


def read(
    profile: str | dict[str, Any], body: str | bytes, url: str = ADDRESS, title: str = "", **block: Any
) -> Reading:
    """Return the reading of one record."""
    return corpus(profile).read_transcripts(page(body, url=url), Entry(url, url, title))


def only(
    profile: str | dict[str, Any], body: str | bytes, url: str = ADDRESS, title: str = "", **block: Any
) -> Transcript:
    """Return the one transcript of a record."""
    (transcript,) = read(profile, body, url, title).transcripts
    return transcript


def test_bundestag() -> None:
    """After a bare name the words are the chair's until the next speaker's line; comments and headings are none."""
    transcript = only("bundestag", BUNDESTAG)
    assert said(transcript) == [
        ("Anna Muster", "Die Sitzung ist eröffnet."),
        ("Johann von Wald", "Frau Präsidentin! Der Hafen bleibt offen.\nDas ist gut."),
        ("Anna Muster", "Kommen Sie bitte zum Schluss."),
        ("Johann Wald", "Danke."),
        ("Eva See", "Er schließt nie."),
    ]
    chair, wald, *_, minister = transcript.turns
    assert (chair.role, chair.label) == (Role.MODERATOR, "Präsidentin Anna Muster")
    assert (wald.role, wald.label) == (Role.SPEAKER, "Dr. Johann von Wald (FDP)")
    assert minister.label == "Eva See, Bundesministerin der Häfen"
    record = transcript.record
    assert (record.title, record.lang, record.place) == ("Plenarprotokoll 20/214", "de", "Berlin")
    assert record.dates == (RecordDate(date(2024, 3, 5), "meta"),)


def test_parlparse() -> None:
    """A speech without a speaker is nobody's, and so is what several members call out."""
    transcript = only("parlparse", PARLPARSE)
    assert said(transcript) == [
        ("Jane Roe", "The harbour stays open.\nFor ever."),
        (None, "Question put."),
        ("Hon. Members", "Hear, hear."),
    ]
    assert [turn.role for turn in transcript.turns] == [Role.SPEAKER, Role.UNATTRIBUTED, Role.UNATTRIBUTED]
    assert transcript.turns[0].at == "11:34:00"
    record = transcript.record
    assert (record.title, record.lang) == ("House of Commons debates, 2024-03-05", "en")
    assert record.date == date(2024, 3, 5)


def test_a_revision_that_is_not_the_latest() -> None:
    """A file that says of itself that a later revision exists is flagged."""
    assert read("parlparse", PARLPARSE.replace('"yes"', '"no"')).flags == {"superseded"}


def test_european_parliament() -> None:
    """Each speech keeps its own language; written statements were not spoken; the leading dash is no word."""
    transcript = only("ep_cre", EP)
    assert said(transcript) == [
        ("President", "The sitting is open."),
        ("Jana Nová", "Madam President, harbours stay open – always.\nThank you."),
        ("José Mar", "Señora, sí."),
    ]
    assert [turn.lang for turn in transcript.turns] == ["en", "en", "es"]
    assert [turn.role for turn in transcript.turns] == [Role.MODERATOR, Role.SPEAKER, Role.SPEAKER]
    assert transcript.turns[1].label == "Jana Nová (Verts/ALE)"
    assert (transcript.record.lang, transcript.record.date) == ("en", date(2024, 3, 5))


@pytest.mark.parametrize(
    ("names", "first"),
    [
        pytest.param({}, "Jane Roe", id="from the id"),
        pytest.param({"JaneRoe": "Jane P. Roe"}, "Jane P. Roe", id="list"),
    ],
)
def test_tei(names: dict[str, str], first: str) -> None:
    """Names come from a list of persons, else from the ids; sounds and movements are not speech."""
    config = corpus("tei").config
    transcript = (
        XmlCorpusConnector(config, names).read_transcripts(page(TEI, url=ADDRESS), Entry("a", ADDRESS)).transcripts[0]
    )
    assert said(transcript) == [
        (first, "The harbour stays open.\nFor ever."),
        ("Jo Poe", "Why is it so?"),
        (None, "Nobody is named here."),
    ]
    assert [turn.role for turn in transcript.turns] == [Role.MODERATOR, Role.SPEAKER, Role.UNATTRIBUTED]
    record = transcript.record
    assert (record.title, record.place, record.lang) == ("Sitting of 5 March", "London", "en")
    assert (record.dates, record.rendition) == ((RecordDate(date(2024, 3, 5), "meta"),), Rendition.ORIGINAL)


def test_translated_corpora() -> None:
    """The English edition of a corpus was made by machine, which its id tells."""
    body = TEI.replace("ParlaMint-GB_", "ParlaMint-FR-en_")
    assert only("tei", body).record.rendition is Rendition.MACHINE_TRANSLATION


def test_list_of_persons() -> None:
    """A corpus' list of persons gives names by id; anything else is refused."""
    listed = (
        '<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="JaneRoe"><persName><surname>Roe</surname>'
        "<forename>Jane</forename></persName></person><person xml:id='X'/></listPerson>"
    )
    assert names_of_persons(page(listed)) == {"JaneRoe": "Jane Roe"}
    with pytest.raises(ParseError):
        names_of_persons(page("<listPerson/>"))


def test_akoma_ntoso() -> None:
    """A speech is by the person of its reference, else by what its label prints."""
    transcript = only("akoma_ntoso", AKOMA)
    assert said(transcript) == [("Jane Roe", "The harbour stays open.\nFor ever."), ("Jo Poe", "Why is it so?")]
    record = transcript.record
    assert (record.title, record.lang, record.date) == ("Debate on harbours", "en", date(2024, 3, 5))


def test_congressional_record() -> None:
    """Wrapped lines are joined, pages cut no sentence, and what was printed by leave is no speech."""
    transcript = only("crec", CREC)
    assert said(transcript) == [
        (
            "Mr. Schumer",
            "Mr. President, the harbour stays open for every ship that comes, and it is a well-known one, and the"
            " people who live there know it.\nI thank the mayor.",
        ),
        ("Mr. Welch", "Without objection, it is so ordered."),
        ("Mrs. McMorris Rodgers of Washington", "I yield & wait."),
    ]
    assert transcript.turns[0].label == "Mr. SCHUMER."
    record = transcript.record
    assert record.title == "Congressional Record, Volume 170, Number 40, Senate"
    assert record.dates == (RecordDate(date(2024, 3, 5), "meta"),)


TRANSLATED = Rendition.OFFICIAL_TRANSLATION


@pytest.mark.parametrize(
    ("file", "lang", "renditions"),
    [
        pytest.param("HAN303-E.XML", "en", [None, TRANSLATED, None], id="English file"),
        pytest.param("HAN303-F.XML", "fr", [TRANSLATED, None, TRANSLATED], id="French file"),
    ],
)
def test_canada(file: str, lang: str, renditions: list[Rendition | None]) -> None:
    """What was said in the other language than the file's is a translation."""
    transcript = only("hansard_ca", CANADA, f"https://house.example/Content/{file}")
    assert said(transcript) == [
        ("Mark Gale", "The harbour stays open."),
        ("Mark Gale", "It never closes."),
        ("Some hon. members", "Hear, hear."),
    ]
    assert [turn.rendition for turn in transcript.turns] == renditions
    assert transcript.turns[-1].role is Role.UNATTRIBUTED
    assert [turn.at for turn in transcript.turns] == ["10:05"] * 3
    assert (transcript.record.lang, transcript.record.date) == (lang, date(2024, 3, 5))


def test_another_day_than_its_address() -> None:
    """A record that is dated otherwise than its address is flagged, and both days are kept."""
    reading = read("ep_cre", EP, "https://records.example/CRE-10-2024-02-06_EN.xml")
    assert reading.flags == {"date_differs"}
    assert reading.transcripts[0].record.dates == (
        RecordDate(date(2024, 3, 5), "meta"),
        RecordDate(date(2024, 2, 6), "url"),
    )
