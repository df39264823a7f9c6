"""German read without a parser: the verb stands second or last, names stand between marks too."""

import pytest
from extract_samples import quoted_in, statements_in, the_one

from verifier.model.article import Form


@pytest.mark.parametrize(
    ("text", "mention", "cue"),
    [
        pytest.param(
            "„Das hilft uns überhaupt nicht“, so die Ministerin am Dienstag.", "die Ministerin", "so", id="so"
        ),
        pytest.param(
            "Der Einsatz solle sich, so Olsen, „auf schwere Fälle und auf die Häfen“ begrenzen.",
            "Olsen",
            "so",
            id="so, between commas",
        ),
        pytest.param(
            "Laut Hafenmeister Jan Petersen ist der Plan „ein Angriff auf die ganze Stadt“.",
            "Hafenmeister Jan Petersen",
            "Laut",
            id="laut",
        ),
        pytest.param(
            "Nach Ansicht von Jan Petersen hat die Bank „auf ganzer Linie versagt“.",
            "Jan Petersen",
            "Nach Ansicht von",
            id="nach Ansicht von",
        ),
        pytest.param(
            "Der Hafenbehörde zufolge war der Sturm „der schwerste seit zwanzig Jahren“.",
            "Der Hafenbehörde",
            "zufolge",
            id="zufolge",
        ),
        pytest.param(
            "Zudem erklärte der Vorsitzende des Verbandes, Jan Petersen: „Das hilft uns nicht.“",
            "der Vorsitzende des Verbandes, Jan Petersen",
            "erklärte",
            id="an adverb leads, the subject follows",
        ),
        pytest.param(
            "Im Gespräch mit der Hafenzeitung sagte sie am Montag: „Das hilft uns nicht.“",
            "sie",
            "sagte",
            id="a preposition leads",
        ),
        pytest.param(
            "Der Sprecher der Hafenbehörde, Jan Petersen, teilte am Abend mit: „Das hilft uns nicht.“",
            "Der Sprecher der Hafenbehörde, Jan Petersen,",
            "teilte",
            id="a separable verb and an apposition",
        ),
        pytest.param(
            "Wie Jan Petersen am Dienstag in Kiel mitteilte, sei dies „ein Tag der großen Freude“ gewesen.",
            "Jan Petersen",
            "mitteilte",
            id="the verb last, after wie",
        ),
        pytest.param(
            "Petersen wies dies zurück und bezeichnete den Plan der Stadt als „Unfug“.",
            "Petersen",
            "bezeichnete",
            id="one subject, two verbs",
        ),
        pytest.param(
            "Als „unerwartetes Geschenk“ bezeichnet die Forscherin Ada Olsen den Fund.",
            "die Forscherin Ada Olsen",
            "bezeichnet",
            id="the label leads",
        ),
        pytest.param(
            "Die Vorschläge der Stadt nannte Petersen einen „groben Unfug für alle“.",
            "Petersen",
            "nannte",
            id="the object leads",
        ),
        pytest.param(
            "In einer Erklärung der Hafenbehörde heißt es: „Das hilft uns überhaupt nicht.“",
            "einer Erklärung der Hafenbehörde",
            "heißt",
            id="a text speaks",
        ),
        pytest.param(
            "Es wurde von Petersens Sohn geäußert, man wolle „ein lasches Vorgehen der Stadt“ überspielen.",
            "Petersens Sohn",
            "geäußert",
            id="by whom",
        ),
        pytest.param(
            "Die Firma sieht das Ganze allerdings gelassen: „Das hilft uns überhaupt nicht.“",
            "Die Firma",
            "sieht",
            id="a colon after any verb",
        ),
        pytest.param("„Das hilft uns überhaupt nicht.“ (Hafenverband)", "Hafenverband", "(", id="a source in brackets"),
        pytest.param(
            "Am 14. November sprach der Richter. „Das hilft uns nicht“, sagte er.",
            "er",
            "sagte",
            id="an ordinal number",
        ),
    ],
)
def test_speaker_and_cue(text, mention, cue):
    """The subject stands before its verb, or after it where something else leads the clause."""
    statement = the_one(text, lang="de")
    assert (statement.mention.text, statement.cue.text) == (mention, cue)
    assert "no_parser" in statement.flags


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Petersen sprach mit der Zeitung „Hafen Heute“ über den Plan.", id="a newspaper"),
        pytest.param("Im Film „Retirement“ spielt Petersen einen Lotsen, sagte Olsen.", id="a film"),
        pytest.param(
            "Sie vertritt die rechte „Union pour le Port et la Mer“ (UPM), sagte Olsen.", id="an abbreviation"
        ),
        pytest.param("Die Studenten der „Aktion Offener Hafen“ sagten am Montag ab.", id="a body after an article"),
        pytest.param("Er fischt mit der so genannten „Schleppangel“ nach Dorsch.", id="so-called"),
        pytest.param("Das neue Profil, auch „Bonus View“ genannt, hilft.", id="also called"),
        pytest.param("Demonstriert wurde unter dem Motto „Mehr Hafen wagen und mehr Meer“.", id="a motto"),
    ],
)
def test_names_between_marks_are_no_statement(text):
    """Works, bodies and things stand between marks in German news as often as speech."""
    assert quoted_in(text, lang="de") == ()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "Olsen warnte die Stadt. Der Plan sei „kaputt“ und zu teuer.", True, id="the form of reported speech"
        ),
        pytest.param(
            "Olsen warnte die Stadt. Der Plan ist „kaputt“ und zu teuer.", False, id="the article's own words"
        ),
    ],
)
def test_reported_form_keeps_few_words(text, kept):
    """A few marked words in a clause that is reported go on with the last speaker, unsurely."""
    found = quoted_in(text, lang="de")
    assert [statement.mention.text for statement in found] == (["Olsen"] if kept else [])
    assert all("inherited_speaker" in statement.flags for statement in found)


@pytest.mark.parametrize(
    ("text", "mention", "reported"),
    [
        pytest.param(
            "Olsen sagte am Montag, dass die Schiffe bald fahren würden.",
            "Olsen",
            "die Schiffe bald fahren würden",
            id="dass",
        ),
        pytest.param(
            "Die Schiffe würden bald fahren, sagte Olsen.", "Olsen", "Die Schiffe würden bald fahren", id="cue after"
        ),
        pytest.param(
            "Olsen erklärte, die Fahrt sei lange geplant.", "Olsen", "die Fahrt sei lange geplant", id="subjunctive"
        ),
        pytest.param("Laut Olsen fahren die Schiffe bald.", "Olsen", "fahren die Schiffe bald", id="laut"),
    ],
)
def test_indirect(text, mention, reported):
    """German reports with dass, with the subjunctive, and with a source."""
    (statement,) = statements_in(text, lang="de")
    assert statement.form is Form.INDIRECT
    assert (statement.mention.text, statement.reported.cut(text)) == (mention, reported)
