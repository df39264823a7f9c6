"""Mentions resolved inside the article: surnames, roles, pronouns, gender."""

import pytest
from extract_samples import holding, the_one

from verifier.extract.cast import cast_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "John Kirby came in. “We will go there,” Kirby said.", "John Kirby", id="surname of a known person"
        ),
        pytest.param(
            "Ada Lindqvist came in. “We will go there,” Lindqvist said.",
            "Ada Lindqvist",
            id="surname of an unknown person",
        ),
        pytest.param("“We will go there,” the French leader said.", "Emmanuel Macron", id="role with a demonym"),
        pytest.param(
            "“We will go there,” French President Emmanuel Macron said.", "Emmanuel Macron", id="title and name"
        ),
        pytest.param("John Kirby came in. “We will go there,” he said.", "John Kirby", id="pronoun, subject before"),
        pytest.param(
            "Emmanuel Macron met Giorgia Meloni in Rome. “We will go there,” she said.",
            "Giorgia Meloni",
            id="pronoun, gender of the register",
        ),
        pytest.param(
            "“It is late,” John Kirby said.\n\n“We will go there,” he said.", "John Kirby", id="pronoun, last speaker"
        ),
        pytest.param(
            "John Kirby came in. “It is late,” Mr. Olsen said. “We will go there,” he added.",
            None,
            id="an unknown Mr. stays as printed",
        ),
        pytest.param(
            "During a visit to Prague, the French president did not give way. He said that “we will go there soon.”",
            "Emmanuel Macron",
            id="pronoun for a description",
        ),
        pytest.param(
            "According to John Kirby Ukrainian President Volodymyr Zelensky would “go there very soon.”",
            "John Kirby",
            id="two names in one run, a comma forgotten",
        ),
        pytest.param(
            "Olsen backers looked to John Kirby. He declined. “We will go there,” he said.",
            "John Kirby",
            id="pronoun, an object where nobody is a subject",
        ),
        pytest.param(
            "John Kirby’s way served him well after the storm in San Pedro. He said “we will go there soon.”",
            "John Kirby",
            id="pronoun, the owner a sentence leads with",
        ),
        pytest.param("“We will go there,” they said.", None, id="they"),
        pytest.param("“We will go there,” officials said.", None, id="officials"),
        pytest.param("“We will go there,” it said.", None, id="it"),
    ],
)
def test_speaker(text, name):
    """The speaker is the person that the article's words lead to, or nobody."""
    statement = holding("go there", text)
    if name is None:
        assert statement.speaker is None or statement.speaker.id is None
    else:
        assert statement.speaker.name == name


def test_pronouns_are_flagged_and_less_sure():
    """A resolved pronoun is less sure than a name, and says that it was one."""
    text = "John Kirby came in. “We will go there,” he said.\n\n“We will stay there,” Kirby said."
    pronoun, name = holding("go there", text), holding("stay there", text)
    assert "pronoun" in pronoun.flags
    assert 0.6 <= pronoun.attribution_confidence < name.attribution_confidence


def test_a_pronoun_of_the_other_gender_passes_over():
    """A pronoun "she" is not the man who spoke last."""
    text = "Mrs. Ada Lindqvist came with her son. “It is late,” John Kirby said. “We will go there,” she added."
    assert holding("go there", text).speaker.name == "Ada Lindqvist"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Ukrainian President Volodymyr Zelensky met Joe Biden.",
            ("Volodymyr Zelensky", "Joe Biden"),
            id="titles left out",
        ),
        pytest.param(
            "According to coordinator John Kirby Ukrainian President Volodymyr Zelensky asks.",
            ("John Kirby", "Volodymyr Zelensky"),
            id="two names in one run",
        ),
        pytest.param("The White House and the State Department said no.", (), id="bodies"),
        pytest.param(
            "Ursula von der Leyen met Charles de Gaulle.", ("Ursula von der Leyen", "Charles de Gaulle"), id="particles"
        ),
        pytest.param(
            "Ukraine Does Not Want Foreign Troops, Claims White House\n\nHe met Petr Pavel.",
            ("Petr Pavel",),
            id="headline",
        ),
    ],
)
def test_full_names(text, names):
    """Full names are read without titles; bodies and headlines hold none."""
    assert cast_of(text).names == names


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        pytest.param("Mr. Alex Olsen came.", "m", id="honorific"),
        pytest.param("Spokeswoman Alex Olsen came.", "f", id="role word"),
        pytest.param("Alex Olsen lost her keys. Olsen said she looked for them.", "f", id="pronouns, twice"),
        pytest.param("Alex Olsen lost his mother’s keys.", None, id="one pronoun is not enough"),
    ],
)
def test_gender(text, gender):
    """Gender comes from honorifics, role words and pronouns, never from a given name."""
    assert cast_of(text).gender("Alex Olsen") == gender


def test_an_organisation_speaks():
    """A body is a speaker of its own kind."""
    statement = the_one("“We will go there,” the White House said.")
    assert statement.speaker.kind == "organisation"
