"""The finder of quoted runs."""

import pytest

from verifier.extract.quotations import find_quotations
from verifier.text.marks import marks_of


def runs(text, lang="en"):
    """Return the words between marks."""
    return [quoted.span.cut(text) for quoted in find_quotations(text, marks_of(lang))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We will go,” she said. “All of us.”", ["We will go", "All of us."], id="curly"),
        pytest.param('"We will go," she said. "All of us."', ["We will go", "All of us."], id="straight"),
        pytest.param("''We will go,'' she said.", ["We will go"], id="two apostrophes"),
        pytest.param("``We will go,'' she said.", ["We will go"], id="typewriter"),
        pytest.param(
            "‘We don’t go,’ she said of the ‘states’ rights’.", ["We don’t go", "states’ rights"], id="single"
        ),
        pytest.param(
            "'We don't go, the states' rights, no' she said", ["We don't go, the states' rights, no"], id="apostrophes"
        ),
        pytest.param("“He said ‘never’ twice,” she said.", ["He said ‘never’ twice"], id="single inside double"),
        pytest.param("“He said “never” twice,” she said.", ["He said “never” twice"], id="double inside double"),
        pytest.param(
            '"He called it "great" twice," she said', ['He called it "great" twice'], id="straight inside straight"
        ),
        pytest.param(
            "“A ‘stray apostrophe,” she said. “More.”", ["A ‘stray apostrophe", "More."], id="inner never closed"
        ),
        pytest.param("“We will go,“ she said.", ["We will go"], id="closed by an opening mark"),
        pytest.param(
            "“We will go,” she said. “All of us. “", ["We will go", "All of us."], id="ends with an opening mark"
        ),
        pytest.param('"We will go,"she said:"All."', ["We will go", "All."], id="glued"),
        pytest.param("“We must act, Kirby said. “It is time.”", ["It is time."], id="reopened without a close"),
        pytest.param('the 6" pipe, 5\'10" tall, and "so it is" here', ["so it is"], id="inches"),
        pytest.param("In the '90s, don't tell 'em ’twas rock ’n’ roll", [], id="clipped words"),
        pytest.param('“ … ” and “” and ""', [], id="no words inside"),
    ],
)
def test_english(text, expected):
    """Each run is found without its marks and without the comma that belongs to the article."""
    assert runs(text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("fr", "« Nous irons », dit-elle. «\u202fTous\u202f»", ["Nous irons", "Tous"], id="French spaces"),
        pytest.param("fr", "« Il a dit ‹ jamais › hier », dit-elle.", ["Il a dit ‹ jamais › hier"], id="French inner"),
        pytest.param("de", "„Wir gehen“, sagte sie, „alle.“", ["Wir gehen", "alle."], id="German"),
        pytest.param("de", "»Wir gehen«, sagte sie.", ["Wir gehen"], id="German angles"),
        pytest.param("de", "„Er sagte ‚nie‘ dazu“, sagte sie.", ["Er sagte ‚nie‘ dazu"], id="German inner"),
        pytest.param("pl", "„Idziemy” – powiedziała.", ["Idziemy"], id="Polish"),
        pytest.param("sv", "”Vi går”, sade hon.", ["Vi går"], id="Swedish"),
        pytest.param("fi", "»Me menemme», hän sanoi.", ["Me menemme"], id="Finnish"),
    ],
)
def test_other_languages(lang, text, expected):
    """The marks of the article's language open and close."""
    assert runs(text, lang) == expected


def test_a_quotation_reopened_over_paragraphs_is_one():
    """A paragraph never closed that the next one reopens goes on as one run."""
    text = "“One.\n\n“Two.\n\n“Three,” Kirby said. “Four.”"
    first, second = find_quotations(text, marks_of("en"))
    assert first.span.cut(text) == "One.\n\n“Two.\n\n“Three"
    assert (first.paragraphs, first.closed) == (3, True)
    assert second.span.cut(text) == "Four."


def test_a_mark_never_closed_ends_at_its_paragraph():
    """Without a reopening mark the run ends where the paragraph ends, and says so."""
    text = "“We must go on.\n\nKirby spoke for an hour. “Yes.”"
    first, second = find_quotations(text, marks_of("en"))
    assert (first.span.cut(text), first.closed) == ("We must go on.", False)
    assert second.closed


def test_a_printed_dialogue_is_one_run_a_turn():
    """A reopened paragraph that begins with a speaker's label is a turn of its own."""
    text = '"WALLACE: Will she come?\n\n"PENCE: She will not.\n\n"WALLACE: Thank you."'
    assert runs(text) == ["WALLACE: Will she come?", "PENCE: She will not.", "WALLACE: Thank you."]


def test_lines_of_a_fixed_width_are_one_paragraph():
    """A quotation may run over the line ends of hard-wrapped text."""
    text = (
        "“President Zelensky isn’t asking for that, he’s just asking for\nthe tools and capabilities. He’s never asked "
        "for foreign\ntroops,” Kirby claimed.\n\nNext."
    )
    (run,) = runs(text)
    assert run.endswith("foreign\ntroops")


def test_invisible_characters_beside_a_mark():
    """A zero-width space between mark and word hides neither."""
    assert runs("\u200b“\u200bWe go,\u200b”\u200b she said.") == ["We go"]
