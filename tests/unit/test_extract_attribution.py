"""Who is said to have said it: cues and speaker mentions."""

import pytest
from extract_samples import quoted_in, the_one


@pytest.mark.parametrize(
    ("text", "mention", "cue"),
    [
        pytest.param("“Not helpful,” Pistorius said.", "Pistorius", "said", id="cue after"),
        pytest.param("“Not helpful,” said Pistorius.", "Pistorius", "said", id="inversion"),
        pytest.param(
            "“It is not helpful,” said the German minister, Boris Pistorius.",
            "the German minister, Boris Pistorius",
            "said",
            id="inversion with a name after a comma",
        ),
        pytest.param("Pistorius said, “It is not helpful.”", "Pistorius", "said", id="cue before"),
        pytest.param("Pistorius said: “It is not helpful.”", "Pistorius", "said", id="colon"),
        pytest.param(
            "In a statement on Monday, campaign spokesman Nick Merrill said, “It is not helpful.”",
            "campaign spokesman Nick Merrill",
            "said",
            id="name after a role",
        ),
        pytest.param("“It is not helpful,” according to Pistorius.", "Pistorius", "according to", id="according to"),
        pytest.param(
            "According to Pistorius, the talks were “not at all helpful” to anyone.",
            "Pistorius",
            "According to",
            id="according to, in front",
        ),
        pytest.param(
            "“It is not helpful at all,” Trump implored.", "Trump", "implored", id="a name that looks like a verb"
        ),
        pytest.param("“It is not helpful at all,” Kirby deadpanned.", "Kirby", "deadpanned", id="rare verb"),
        pytest.param(
            "“It is not helpful at all,” Kirby harrumphed.", "Kirby", "harrumphed", id="unknown verb beside the marks"
        ),
        pytest.param(
            "The plan was called “a grave mistake” by Senator Warren.", "Senator Warren", "called", id="agent"
        ),
        pytest.param(
            "Ban condemned what he called a “brazen breach” of the rules.", "Ban", "called", id="what he called"
        ),
        pytest.param(
            "Kerry said the United States would take “robust steps” in response.",
            "Kerry",
            "said",
            id="words deep in the reported clause",
        ),
        pytest.param("Kirby, who said it was “a grave mistake,” left early.", "Kirby", "said", id="relative clause"),
        pytest.param(
            "The council issued a statement calling the test “a clear violation” of the rules.",
            "The council",
            "calling",
            id="who issued the statement",
        ),
        pytest.param(
            "Clinton's claim that the plan was “a grave mistake” was repeated.", "Clinton", "claim", id="reporting noun"
        ),
        pytest.param("Kirby: “It is not helpful at all.”", "Kirby", ":", id="name and colon"),
        pytest.param("“It is not helpful at all.” — John Kirby", "John Kirby", "—", id="dash and name"),
        pytest.param(
            "“Is it in our interest?” Lisa Monaco, the president's adviser, said at a summit in Berlin.",
            "Lisa Monaco",
            "said",
            id="cue cut off by a question mark",
        ),
        pytest.param("“Go now,”Kirby said.", "Kirby", "said", id="no space after the mark"),
        pytest.param(
            "Claire Olsen, who has endorsed the plan, said Kirby has pushed the party to be “much stronger now.”",
            "Claire Olsen",
            "said",
            id="after a comma a clause, not an inverted subject",
        ),
        pytest.param(
            "The plan “is a very great step,” Ada Olsen, a member of the board, told the Harbour Times.",
            "Ada Olsen",
            "told",
            id="who is told is not who tells",
        ),
        pytest.param(
            "The talks are less likely to be “overrun with visitors,” Olsen said.",
            "Olsen",
            "said",
            id="a fragment's cue",
        ),
        pytest.param(
            "The move has been called “strategic ambiguity” by Ada Olsen, a professor.",
            "Ada Olsen",
            "called",
            id="by whom",
        ),
        pytest.param(
            "Zelda was, in the words of a senior adviser, “the torchbearer” of the party.",
            "a senior adviser",
            "in the words of",
            id="in the words of",
        ),
        pytest.param(
            "Of course, as Ada Olsen observed, the winner was the harbour itself: “It had the best day of all.”",
            "Ada Olsen",
            "observed",
            id="who observes before a colon",
        ),
        pytest.param("John Kirby Says Harbour Plan Is ‘A Grave Mistake’", "John Kirby", "Says", id="headline"),
        pytest.param(
            "Kirby: Harbour needs to ‘get away from all of this’ soon", "Kirby", ":", id="headline led by a name"
        ),
    ],
)
def test_speaker_and_cue(text, mention, cue):
    """The speaker is the subject of the cue, wherever the cue stands."""
    statement = the_one(text)
    assert (statement.mention.text, statement.cue.text) == (mention, cue)
    assert statement.mention.span.cut(text) == mention


def test_participle_shares_the_subject():
    """A second cue ("adding") has the first one's subject and a statement of its own."""
    first, second = quoted_in("“We must go now,” Kirby said, adding after the talks: “It is late.”")
    assert [s.cue.text for s in (first, second)] == ["said", "adding"]
    assert [s.mention.text for s in (first, second)] == ["Kirby", "Kirby"]
    assert first.attribution_id != second.attribution_id


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Kirby told reporters that Olsen “had a crazy plan for the harbour,” adding, “It was never going to work.”",
            id="of who tells, not of whom it is told",
        ),
        pytest.param(
            "Kirby insisted it was “too early for this” to choose, while adding on the harbour, “I have no doubt.”",
            id="after while",
        ),
    ],
)
def test_participle_of_who_reports(text):
    """A participle goes on with the report of the main clause."""
    assert [s.mention.text for s in quoted_in(text)] == ["Kirby", "Kirby"]


def test_colon_at_the_end_of_the_paragraph_before():
    """A paragraph that ends with a colon introduces the quotation that leads the next one."""
    statement = the_one(
        "Then Senator Cruz called them on it:\n\n“The questions asked here show why people do not trust you.”"
    )
    assert statement.mention.text == "Senator Cruz"


def test_label_lines():
    """A printed dialogue names each speaker itself; the label is no part of the quotation."""
    text = '"WALLACE: Will she come to the debate?\n\n"PENCE: She will not come.”'
    first, second = quoted_in(text)
    assert [(s.mention.text, s.text) for s in (first, second)] == [
        ("WALLACE", "Will she come to the debate?"),
        ("PENCE", "She will not come."),
    ]


def test_uncued_paragraph_inherits_with_a_flag():
    """A paragraph that is nothing but a quotation has the last speaker, unsurely."""
    first, second = quoted_in("“We will go there,” Kirby said.\n\n“We will not come back from there for a long time.”")
    assert second.mention == first.mention
    assert "inherited_speaker" in second.flags
    assert second.attribution_confidence < 0.6 <= first.attribution_confidence


def test_relayed_speech_keeps_both_persons():
    """Who passes the words on is kept beside who said them."""
    statement = the_one("John Kirby said that Volodymyr Zelensky had said “we need the tools and nothing else.”")
    assert (statement.speaker.id, statement.relayed_by.id) == ("volodymyr-zelensky", "john-kirby")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The so-called “loophole” was closed in May.", id="scare quotes"),
        pytest.param("He appeared on CBS’s “Face the Nation” in May.", id="a programme"),
        pytest.param("Kirby told the host of “Morning Joe” that he would go.", id="a programme beside a cue"),
        pytest.param("An ad called “Risky” was shown.", id="called"),
        pytest.param('Use for purposes other than "fair use" needs permission.', id="fair use"),
        pytest.param("The “R” and the “D” stand for parties.", id="letters"),
    ],
)
def test_few_words_without_a_cue_are_no_statement(text):
    """Marked strings of at most three words that nobody is said to have said are dropped."""
    assert quoted_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Alden is the author of the book “Failure to Adjust and How We Got Left Behind.”", id="a book"),
        pytest.param("The talk was aired on “The Ada Olsen Morning Show” in May, Kirby said.", id="a programme"),
        pytest.param("The plan, Kirby said on CBS’s “State of the Harbour,” would go on.", id="a channel's programme"),
    ],
)
def test_a_sure_title_is_no_statement(text):
    """Capitalised words that stand where a name does are one, however long and whatever cue is near."""
    assert quoted_in(text) == ()


def test_a_doubtful_title_is_told_by_confidence():
    """A title that its sentence does not make sure is kept, with a low confidence and a flag."""
    statement = the_one("Olsen has set up a website called “Cape Breton If the Harbour Wins” for visitors.")
    assert "title" in statement.flags
    assert statement.quotations[0].confidence <= 0.3


def test_capitals_of_a_headline_are_no_title():
    """In a headline every word has a capital; they tell nothing."""
    statement = the_one("Ada Olsen Says New Harbour Has ‘Trying Days Before It’")
    assert "title" not in statement.flags
    assert statement.quotations[0].confidence > 0.9


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param(
            "In 1992 Mr. Olsen, who had failed to win the race, called for a “cultural war” in the party.",
            "Mr. Olsen",
            id="past a relative clause",
        ),
        pytest.param(
            "Olsen said Monday that he welcomed it and added, “We go there now.”", "Olsen", id="reports twice"
        ),
        pytest.param("Olsen stood by his comment Monday that “nobody goes there.”", "Olsen", id="his comment"),
        pytest.param(
            "Although Olsen made it clear that she has “serious concerns,” she agreed.", "Olsen", id="made clear"
        ),
    ],
)
def test_subjects_at_a_distance(text, mention):
    """Clauses, joined verbs and possessives lead to the same subject."""
    assert the_one(text).mention.text == mention


def test_without_a_parser_the_place_of_words_decides():
    """Without a model statements are still found, and say that they were read so."""
    first, second = quoted_in("“Not helpful,” Pistorius said. Later, Kirby called it “a grave mistake.”", parsed=False)
    assert (first.mention.text, second.mention.text) == ("Pistorius", "Kirby")
    assert "no_parser" in first.flags


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param(
            "LISBON, Portugal — Prime Minister Ada Lindqvist said on Sunday that “the pier stays open all winter”.",
            "Prime Minister Ada Lindqvist",
            id="town, country and dash",
        ),
        pytest.param(
            "KYIV, March 5 - Ada Lindqvist said that “the pier stays open all winter”.", "Ada Lindqvist", id="a day"
        ),
        pytest.param(
            "LONDON, May 3 (Reuters) - Ada Lindqvist said “the pier stays open all winter”.",
            "Ada Lindqvist",
            id="a day and an agency",
        ),
        pytest.param(
            "Berlin (dpa) – Ada Lindqvist said “the pier stays open all winter”.",
            "Ada Lindqvist",
            id="small letters, with an agency",
        ),
        pytest.param(
            "NEW YORK — The minister, Ada Lindqvist, said “the pier stays open all winter”.",
            "The minister, Ada Lindqvist",
            id="a town of two words",
        ),
        pytest.param(
            "Ada Lindqvist — the minister of ports — said “the pier stays open all winter”.",
            "Ada Lindqvist",
            id="no dateline: an apposition between dashes",
        ),
        pytest.param(
            "NATO said on Sunday that “the pier stays open all winter”.", "NATO", id="no dateline: a body in capitals"
        ),
        pytest.param(
            "UNESCO (Paris) said on Sunday that “the pier stays open all winter”.",
            "UNESCO",
            id="no dateline: brackets without a dash",
        ),
    ],
)
def test_a_dateline_names_nobody_who_speaks(text, mention):
    """The town, country, day and agency at a paragraph's head are no part of the sentence behind the dash."""
    statement = the_one(text)
    assert statement.mention is not None
    assert statement.mention.text == mention
