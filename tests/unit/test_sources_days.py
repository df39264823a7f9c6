"""Days as sources print them."""

from __future__ import annotations

from datetime import date

import pytest

from verifier.sources.claimed_days import days_in, read_days

MARCH_5 = (date(2024, 3, 5),)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        pytest.param("March 5, 2024", "en", MARCH_5, id="American"),
        pytest.param("March 05, 2024", "en", MARCH_5, id="with a zero"),
        pytest.param("Sept. 15, 2026", "en", (date(2026, 9, 15),), id="AP month"),
        pytest.param("05 Jul. 2024 16:17", "en", (date(2024, 7, 5),), id="NATO"),
        pytest.param("07 July 2026", "en", (date(2026, 7, 7),), id="British"),
        pytest.param("Monday 5 October 2026", "en", (date(2026, 10, 5),), id="with its weekday"),
        pytest.param("17.10.2024", "de", (date(2024, 10, 17),), id="German figures"),
        pytest.param("28. Februar 2020", "de", (date(2020, 2, 28),), id="German"),
        pytest.param("5 mars 2024", "fr", MARCH_5, id="French"),
        pytest.param("1er avril 2024", "fr", (date(2024, 4, 1),), id="French first"),
        pytest.param("5 марта 2024 года", "ru", MARCH_5, id="Russian"),
        pytest.param("2024/03/05 10:00:00", "en", MARCH_5, id="strokes"),
        pytest.param("20240305T120000Z", "en", MARCH_5, id="compact"),
        pytest.param("5/3/2024", "fr", MARCH_5, id="figures where the day comes first"),
        pytest.param("5/3/2024", "en", (date(2024, 3, 5), date(2024, 5, 3)), id="figures in doubt"),
        pytest.param("25/3/2024", "en", (date(2024, 3, 25),), id="figures without doubt"),
        *[
            pytest.param(text, "en", (), id=text or "nothing")
            for text in ("", "yesterday", "March 2024", "2024", "31 February 2024", "in 2 days", "99/99/2024", "May")
        ],
    ],
)
def test_printed_days(text: str, language: str, days: tuple[date, ...]) -> None:
    """Every format that sources print is read in the source's language; what is no full day is none."""
    assert read_days(text, (language,)) == days


@pytest.mark.parametrize(
    ("text", "zone", "day_only", "day"),
    [
        pytest.param("2024-03-05T23:30:00-05:00", "America/New_York", False, date(2024, 3, 5), id="own offset"),
        pytest.param("2024-03-06T03:30:00+00:00", "America/New_York", False, date(2024, 3, 5), id="the evening before"),
        pytest.param("2024-03-05T23:30:00Z", "Europe/Paris", False, date(2024, 3, 6), id="after midnight there"),
        pytest.param("2024-03-05T00:00:00+00:00", "America/New_York", False, date(2024, 3, 5), id="midnight is a day"),
        pytest.param("2024-03-05T12:00:00Z", "Pacific/Auckland", False, date(2024, 3, 5), id="noon is a day"),
        pytest.param("2024-03-06T03:30:00Z", "America/New_York", True, date(2024, 3, 6), id="day precision"),
        pytest.param("2024-03-06T03:30:00Z", None, False, date(2024, 3, 6), id="no zone known"),
        pytest.param("2024-03-05T23:30:00", "Asia/Tokyo", False, date(2024, 3, 5), id="no offset"),
        pytest.param("Tue, 05 Mar 2024 22:30:00 GMT", "Europe/Kyiv", False, date(2024, 3, 6), id="RFC 822"),
    ],
)
def test_days_of_times(text: str, zone: str | None, day_only: bool, day: date) -> None:
    """A time with an offset is the calendar day at the source; a mere day is never moved."""
    assert read_days(text, ("en",), zone, day_only=day_only) == (day,)


def test_own_format() -> None:
    """A source's own format is read strictly."""
    assert read_days("05-03-2024", form="%d-%m-%Y") == MARCH_5
    assert read_days("2024-03-05", form="%d-%m-%Y") == ()


def test_days_within_words() -> None:
    """Dates are found in running words, each once."""
    text = "Regierungspressekonferenz vom 28. Februar 2020 und vom 2. März 2020, 28. Februar 2020"
    assert days_in(text, ("de",)) == (date(2020, 2, 28), date(2020, 3, 2))
