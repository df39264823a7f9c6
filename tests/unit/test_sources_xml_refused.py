"""XML corpora: profiles written out in paths, and what is refused."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError
from source_samples import page, said, source
from xml_samples import BUNDESTAG, CANADA, CREC, PARLPARSE

from verifier.errors import ParseError
from verifier.model.transcript import Role
from verifier.sources.connector import Entry, Reading
from verifier.sources.kinds.xml_corpus import XmlCorpusConnector

ADDRESS = "https://records.example/21.xml"


def corpus(profile: str | dict[str, Any]) -> XmlCorpusConnector:
    """Return a corpus read by this profile; short records are enough for it."""
    paths = {"name": profile} if isinstance(profile, str) else profile
    return XmlCorpusConnector(source(kind="xml_corpus", profile=paths, body={"min_words": 5}))


def read(profile: str | dict[str, Any], body: str | bytes) -> Reading:
    """Return the reading of one record."""
    return corpus(profile).read_transcripts(page(body, url=ADDRESS), Entry(ADDRESS, ADDRESS, "T"))


PATHS = {
    "unit": "//rede",
    "start": "p[@klasse='redner']",
    "speaker": "redner/name/nachname",
    "text": "p[@klasse='J' or @klasse='J_1' or @klasse='O' or @klasse='Z']",
    "interrupt": "name",
    "drop": ["kommentar"],
    "date": "/dbtplenarprotokoll/@sitzung-datum",
    "date_format": "%d.%m.%Y",
}


def test_a_profile_written_out_in_paths() -> None:
    """A record that no shipped profile reads is read by the paths of its configuration."""
    (transcript,) = read(PATHS, BUNDESTAG).transcripts
    assert [speaker for speaker, _ in said(transcript)] == ["Wald", "Präsidentin Anna Muster", "Wald", "See"]
    assert transcript.turns[1].role is Role.MODERATOR
    assert transcript.record.date == date(2024, 3, 5)


@pytest.mark.parametrize(
    "profile",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"unit": "//rede", "text": "p"}, id="no speaker"),
        pytest.param({"unit": "//rede[", "text": "p", "speaker": "name"}, id="broken path"),
        pytest.param({"name": "hansard"}, id="unknown name"),
        pytest.param({**PATHS, "speakr": "x"}, id="unknown key"),
    ],
)
def test_profiles_that_are_none(profile: dict[str, Any]) -> None:
    """A profile that cannot work is an error of the configuration, before anything is fetched."""
    with pytest.raises(ValidationError):
        corpus(profile)


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">%s]><publicwhip>&z;</publicwhip>' % "".join(  # noqa: UP031
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(25)
)
HTML = "<!doctype html><html><head><title>Access denied</title></head><body>Access denied</body></html>"


@pytest.mark.parametrize(
    ("profile", "body", "outcome"),
    [
        pytest.param("parlparse", BOMB, "parse_failed", id="bomb"),
        pytest.param(
            "parlparse",
            '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]>' + PARLPARSE.replace("For ever", "&f;"),
            "parse_failed",
            id="entity from outside",
        ),
        pytest.param("parlparse", "<publicwhip>" + "<p>" * 5_000, "parse_failed", id="nested without end"),
        pytest.param("parlparse", PARLPARSE[:-40], "parse_failed", id="cut"),
        pytest.param("parlparse", "<publicwhip latest='yes'/>", "empty", id="no speech"),
        pytest.param("parlparse", "", "empty", id="nothing"),
        pytest.param("parlparse", HTML, "wall", id="HTML"),
        pytest.param("parlparse", "Not found", "wrong_type", id="plain text"),
        pytest.param("parlparse", b"%PDF-1.4 x", "wrong_type", id="PDF"),
        pytest.param("bundestag", PARLPARSE, "parse_failed", id="another record"),
        pytest.param("ep_cre", "<DEBATS/>", "empty", id="an empty sitting"),
        pytest.param("tei", "<TEI><teiHeader/></TEI>", "parse_failed", id="TEI without a body"),
        pytest.param("hansard_ca", CANADA.replace("-E", ""), "parse_failed", id="no language told"),
        pytest.param("crec", CREC.replace("[Senate]", "[Extensions of Remarks]"), "empty", id="never spoken"),
        pytest.param("crec", "<pre>  Mr. SCHUMER. Hello.</pre>", "parse_failed", id="no head"),
        pytest.param({**PATHS, "unit": "//speech"}, BUNDESTAG, "parse_failed", id="paths that find nothing"),
    ],
)
def test_what_is_refused(profile: Any, body: str | bytes, outcome: str) -> None:
    """What is no record of the kind, or could do harm, is an error with its outcome, and quickly."""
    began = time.perf_counter()
    with pytest.raises(ParseError) as caught:
        read(profile, body)
    assert caught.value.outcome == outcome
    assert time.perf_counter() - began < 5
