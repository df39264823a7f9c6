"""Whether a record is of the event that an article names."""

from datetime import date

import pytest

from verifier.model.article import EventClaim
from verifier.model.transcript import Record, RecordDate
from verifier.retrieve.events import fits_kind, in_place, kinds_of, names_event


def record(title, *, source="office", place=None, url=None):
    """Return a record of 5 March 2024 with this title."""
    return Record(source, "r", "0" * 16, "en", title, (RecordDate(date(2024, 3, 5), "meta"),), url, place)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("Press Briefing by the Press Secretary", {"press"}, id="briefing"),
        pytest.param("news conference", {"press"}, id="news conference"),
        pytest.param("State of the Union address", {"state of the union", "speech"}, id="two names of one event"),
        pytest.param("Annual message to Congress", {"state of the union"}, id="as it was called before 1934"),
        pytest.param("Conférence de presse à l’Élysée", {"press"}, id="French"),
        pytest.param("Pressekonferenz in Kopenhagen", {"press"}, id="German"),
        pytest.param("Remarks on Medicare", {"remarks"}, id="remarks"),
        pytest.param("On Medicare", set(), id="no kind named"),
        pytest.param("Addressing hunger", set(), id="no word inside another"),
    ],
)
def test_kinds_that_a_text_names(text, kinds):
    """Kinds are known by the words that titles and articles use, in three languages."""
    assert kinds_of(text) == kinds


@pytest.mark.parametrize(
    ("kind", "title", "fits"),
    [
        pytest.param("press conference", "Press Briefing by the Press Secretary", True, id="briefing is press"),
        pytest.param("speech", "Remarks on Medicare", True, id="remarks are a speech"),
        pytest.param("speech", "Remarks in Press Conference", False, id="but not in a press conference"),
        pytest.param("speech", "20. Wahlperiode, 25. Sitzung", True, id="a speech in parliament"),
        pytest.param("press conference", "Remarks on Medicare", False, id="remarks are no press conference"),
        pytest.param("interview", "Remarks with the Prime Minister", False, id="an interview says so"),
        pytest.param("interview", "Interview with the Morning Post", True, id="as here"),
        pytest.param("State of the Union address", "Address on the Economy", False, id="another address"),
        pytest.param("State of the Union address", "Visit to Ohio", False, id="not even an address"),
        pytest.param("press conference", "The bridge in May", None, id="the title is silent"),
        pytest.param("town hall", "Town Hall in Ohio", True, id="unknown kind, word for word"),
        pytest.param("town hall", "Remarks in Ohio", False, id="unknown kind, absent"),
    ],
)
def test_whether_a_title_fits_a_kind(kind, title, fits):
    """A title fits, differs, or is silent; telling kinds must be named."""
    assert fits_kind(kind, title) is fits


@pytest.mark.parametrize(
    ("place", "held", "agrees"),
    [
        pytest.param("Stockholm", record("Remarks", place="Stockholm, Sweden"), True, id="the record's place"),
        pytest.param("Stockholm", record("Press conference in Stockholm"), True, id="the title"),
        pytest.param("Stockholm", record("Press conference"), False, id="silence is no agreement"),
        pytest.param("the White House", record("Press Briefing", source="wh"), True, id="the source's name"),
        pytest.param(
            "the White House",
            record("Press Briefing", url="https://bidenwhitehouse.archives.gov/briefing-room/x/"),
            True,
            id="the publisher's address",
        ),
        pytest.param(
            "the White House", record("Remarks in Madison", source="wh"), False, id="the title says elsewhere"
        ),
        pytest.param("the White House", record("Remarks", source="wh", place="Madison"), False, id="so does the place"),
        pytest.param("Élysée", record("Discours", url="https://www.elysee.fr/x"), True, id="accents"),
        pytest.param(
            "the Pentagon", record("Briefing", url="https://www.war.gov/News/"), True, id="known by another name"
        ),
        pytest.param(
            "the Capitol", record("Annual message to Congress", place="Washington"), True, id="who meets there"
        ),
        pytest.param("Rom", record("Rome and its bridges"), False, id="no part of a word"),
    ],
)
def test_whether_a_record_is_of_a_place(place, held, agrees):
    """A place agrees by the record's place, its title, or the venue its publisher is named after."""
    assert in_place(place, held) is agrees


@pytest.mark.parametrize(
    ("event", "held", "alone", "named"),
    [
        pytest.param(
            EventClaim(venue="the White House", kind="press conference"),
            record("Press Briefing by the Press Secretary and White House Advisor John Kirby", source="wh"),
            False,
            True,
            id="kind and venue agree",
        ),
        pytest.param(EventClaim(kind="speech"), record("Remarks on Medicare"), False, True, id="the kind alone"),
        pytest.param(
            EventClaim(place="Prague"), record("Conférence", place="Prague"), True, False, id="the town alone"
        ),
        pytest.param(
            EventClaim(place="Prague", kind="speech"),
            record("Pressekonferenz", place="Prague"),
            True,
            False,
            id="other kind",
        ),
        pytest.param(
            EventClaim(place="Prague", kind="press conference"),
            record("Press conference"),
            True,
            True,
            id="silent, alone",
        ),
        pytest.param(
            EventClaim(place="Prague", kind="press conference"),
            record("Press conference"),
            False,
            False,
            id="silent, not alone",
        ),
        pytest.param(
            EventClaim(place="Prague", kind="press conference"),
            record("Press conference in Vienna"),
            True,
            False,
            id="another town in the title",
        ),
        pytest.param(
            EventClaim(place="Prague", kind="press conference"),
            record("Press conference", place="Vienna"),
            True,
            False,
            id="another town in the record",
        ),
        pytest.param(EventClaim(place="Prague"), record("Remarks"), True, False, id="silent on all that is claimed"),
        pytest.param(
            EventClaim(venue="the Capitol", kind="State of the Union address"),
            record("State of the Union Address", place="Washington"),
            True,
            True,
            id="a town does not contradict a building",
        ),
        pytest.param(
            EventClaim(venue="Harbour Hall", kind="speech"),
            record("Speech", place="Oslo"),
            True,
            False,
            id="unless vague",
        ),
        pytest.param(
            EventClaim(venue="Harbour Hall"), record("Remarks at Harbour Hall"), True, True, id="the venue alone"
        ),
        pytest.param(
            EventClaim(venue="Harbour Hall"), record("Remarks at Harbour Hall"), False, False, id="of two that day"
        ),
        pytest.param(
            EventClaim(venue="the White House"), record("Remarks", source="wh"), True, False, id="a publisher's house"
        ),
        pytest.param(
            EventClaim(place="Oslo", counterpart="Bo Ek"),
            record("Remarks with Bo Ek", place="Oslo"),
            False,
            True,
            id="town and who was met",
        ),
        pytest.param(
            EventClaim(place="Oslo", counterpart="Bo Ek"),
            record("Remarks with Ida Moe", place="Oslo"),
            True,
            False,
            id="another was met",
        ),
        pytest.param(
            EventClaim(place="Oslo", audience="a group of farmers"),
            record("Press briefing", place="Oslo"),
            True,
            False,
            id="another audience",
        ),
        pytest.param(
            EventClaim(place="Oslo", kind="speech", audience="students"),
            record("Speech to the harbour masters", place="Oslo"),
            True,
            False,
            id="a speech to others",
        ),
        pytest.param(
            EventClaim(place="Oslo", kind="speech", audience="the students"),
            record("Speech to students of navigation", place="Oslo"),
            False,
            True,
            id="a speech to the same",
        ),
        pytest.param(
            EventClaim(place="Oslo", kind="interview", audience="Radio Fjord"),
            record("Interview with Harbour Television", place="Oslo"),
            True,
            False,
            id="another interview",
        ),
        pytest.param(
            EventClaim(place="Oslo", kind="press briefing", audience="reporters"),
            record("Press conference", place="Oslo"),
            False,
            True,
            id="reporters at a press conference",
        ),
        pytest.param(
            EventClaim(place="Oslo", audience="parliament"),
            record("Plenary sitting", place="Oslo"),
            False,
            True,
            id="an audience that is an event",
        ),
        pytest.param(
            EventClaim(place="Oslo", kind="wedding party"),
            record("Press briefing", place="Oslo"),
            True,
            False,
            id="a kind that no record has",
        ),
    ],
)
def test_whether_a_record_is_the_named_event(event, held, alone, named):
    """The kind must fit and the place agree; silence passes only for the one record of the day."""
    assert names_event(event, held, alone) is named
