"""What a Wikidata export would change: only what is new or otherwise, in a form that loads again."""

import json
from datetime import date

import pytest

from verifier.errors import ParseError
from verifier.speakers.person import Office, Person
from verifier.speakers.registry import People
from verifier.speakers.wikidata import main, proposals, read_export

MACRON = Person(
    "emmanuel-macron",
    "Emmanuel Macron",
    "m",
    "Q3052772",
    offices=(Office("president", "FR", "President of France", date(2017, 5, 14)),),
)
SCHOLZ = Person(
    "olaf-scholz",
    "Olaf Scholz",
    "m",
    offices=(Office("chancellor", "DE", "Federal Chancellor of Germany", date(2021, 12, 8), date(2025, 5, 6)),),
)
PEOPLE = People.of([MACRON, SCHOLZ])


def export(*rows: dict[str, str]) -> str:
    """Return a SPARQL JSON answer with *rows*."""
    bindings = [{key: {"type": "literal", "value": value} for key, value in row.items()} for row in rows]
    return json.dumps({"head": {"vars": []}, "results": {"bindings": bindings}})


def row(person: str, name: str, position: str, start: str, **more: str) -> dict[str, str]:
    """Return one line of an export."""
    uri = f"http://www.wikidata.org/entity/{person}"
    return {"person": uri, "personLabel": name, "positionLabel": position, "start": f"{start}T00:00:00Z", **more}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        pytest.param(row("Q3052772", "Emmanuel Macron", "President of France", "2017-05-14"), [], id="nothing new"),
        pytest.param(
            row("Q3052772", "Emmanuel Macron", "President of France", "2017-05-14", end="2027-05-13T00:00:00Z"),
            ["from = 2017-05-14, to = 2027-05-13 }"],
            id="an end",
        ),
        pytest.param(
            row("Q3052772", "Emmanuel Macron", "President of France", "2017-05-10"),
            ["# ours begins on 2017-05-14"],
            id="another first day is only remarked",
        ),
        pytest.param(
            row("Q3052772", "Emmanuel Macron", "Minister of Defence of France", "2030-01-01"),
            ['role = "defence_minister", of = "FR"'],
            id="another office",
        ),
        pytest.param(
            row("Q3052772", "Emmanuel Macron", "keeper of the bees", "2030-01-01"),
            ["# not understood: keeper of the bees"],
            id="an office nobody knows",
        ),
        pytest.param(
            row(
                "Q61053",
                "Olaf Scholz",
                "Federal Chancellor of Germany",
                "2021-12-08",
                end="2025-05-06",
                names="Scholzomat|Olaf Scholz",
            ),
            ['wikidata = "Q61053"', 'names = ["Scholzomat"]'],
            id="an id and another name",
        ),
        pytest.param(row("Q1", "Nobody Known", "President of France", "2017-05-14"), [], id="somebody else"),
    ],
)
def test_proposals(line, wanted):
    """Each proposal stands for one difference, and known facts are not repeated."""
    text = "\n".join(proposals(read_export(export(line)), PEOPLE))
    assert bool(text) == bool(wanted)
    for words in wanted:
        assert words in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param('{"results": {}}', id="no bindings"),
        pytest.param(export({"personLabel": "Nobody"}), id="a row without its person"),
        pytest.param(export(row("Q1", "Nobody", "President", "soon")), id="a day that is none"),
    ],
)
def test_what_is_no_export_is_refused(text):
    """A wrong file costs one line, not a wrong office."""
    with pytest.raises(ParseError):
        read_export(text)


def test_the_printed_file_loads_as_a_file_of_people(tmp_path, capsys):
    """What is printed can be given as [people] file as it is."""
    line = row(
        "Q3052772", "Emmanuel Macron", "Prime Minister of France", "2031-01-01", end="2031-02-01", names="Manu M."
    )
    (tmp_path / "export.json").write_text(export(line), encoding="utf-8")
    assert main([str(tmp_path / "export.json")]) == 0
    printed = capsys.readouterr()
    (tmp_path / "people.toml").write_text(printed.out, encoding="utf-8")
    macron = People.load(tmp_path / "people.toml").by_id("emmanuel-macron")
    assert macron is not None
    assert "Manu M." in macron.names
    assert any(office.role == "prime_minister" and office.to == date(2031, 2, 1) for office in macron.offices)
    assert "1 people would change" in printed.err


def test_a_file_that_is_not_there_is_one_line(tmp_path, capsys):
    """The error names the file."""
    assert main([str(tmp_path / "none.json")]) == 1
    assert "none.json: cannot be read" in capsys.readouterr().err
