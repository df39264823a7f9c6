"""Days of something else than the saying, and days that stay those of the saying."""

from datetime import date

import pytest
from extract_samples import quoted_in, the_one

PRINTED = date(2024, 3, 20)
SAID = "“The tender will be rebuilt in this yard and in no other.”"
GESAGT = "„Das Schiff wird in dieser Werft gebaut.“"
DIT = "« Le navire sera construit dans ce chantier »."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param(f"With elections due on April 20, Ada Lind told reporters: {SAID}", "en", id="due on"),
        pytest.param(f"Ahead of the reopening on April 1, Ada Lind said: {SAID}", "en", id="ahead of"),
        pytest.param(f"Ahead of a visit by the minister on April 3, Ada Lind told us: {SAID}", "en", id="ahead of, by"),
        pytest.param(f"Three months before the port's April 1 reopening, Ada Lind said: {SAID}", "en", id="before its"),
        pytest.param(f"Ada Lind told reporters ahead of the vote on March 30: {SAID}", "en", id="behind the cue"),
        pytest.param(f"Before the elections on April 8, Ada Lind said: {SAID}", "en", id="before"),
        pytest.param(f"Four weeks after the fire in Oslo on February 5, Ada Lind said: {SAID}", "en", id="weeks after"),
        pytest.param(f"Following the collision on February 5, Ada Lind said: {SAID}", "en", id="following"),
        pytest.param(
            "“The tender will be rebuilt in this yard,” Ada Lind said in Oslo, a month after her February 5 speech in "
            "Bergen.",
            "en",
            id="a month after her speech",
        ),
        pytest.param(
            "“The tender will be rebuilt in this yard,” Ada Lind said in Oslo of the ferries damaged on February 5.",
            "en",
            id="of what was damaged",
        ),
        pytest.param(f"Ada Lind, who visited Bergen on February 5, said: {SAID}", "en", id="a relative clause"),
        pytest.param(f"Ada Lind, elected on February 5, said: {SAID}", "en", id="a participle of hers"),
        pytest.param(
            f"A visit to Oslo on February 5 was cancelled because of ice, and Ada Lind said later: {SAID}",
            "en",
            id="another subject's clause",
        ),
        pytest.param(
            f"Ada Lind returned from Bergen on February 5 and a month later told welders in Oslo: {SAID}",
            "en",
            id="a month later",
        ),
        pytest.param(
            f"In Oslo, Ada Lind repeated what she had promised the welders on February 5: {SAID}", "en", id="repeated"
        ),
        pytest.param(f"Einen Monat nach dem Brand am 5. Februar sagte Ada Lind: {GESAGT}", "de", id="nach dem Brand"),
        pytest.param(f"Vor der Wahl am 10. März sagte Ada Lind: {GESAGT}", "de", id="vor der Wahl"),
        pytest.param(f"Seit dem Streik vom 5. Februar sagte Ada Lind immer: {GESAGT}", "de", id="seit"),
        pytest.param(f"Anlässlich des Hafenfestes am 3. März sagte Ada Lind: {GESAGT}", "de", id="anlässlich"),
        pytest.param(f"Ada Lind, die am 5. Februar Bergen besuchte, sagte: {GESAGT}", "de", id="Relativsatz"),
        pytest.param(f"Un mois après l'incendie du 5 février, Ada Lind a déclaré : {DIT}", "fr", id="après"),
        pytest.param(f"Avant les élections du 20 avril, Ada Lind a déclaré : {DIT}", "fr", id="avant"),
        pytest.param(f"En vue de la réouverture du port le 3 avril, Ada Lind a déclaré : {DIT}", "fr", id="en vue de"),
        pytest.param(f"Depuis la grève du 5 février, Ada Lind a déclaré : {DIT}", "fr", id="depuis"),
        pytest.param(f"Ada Lind, qui a visité Bergen le 5 février, a déclaré : {DIT}", "fr", id="une relative"),
    ],
)
def test_the_day_of_something_else_is_no_claim(text, lang):
    """A vote, a fire, a journey has its own day; the words have none that the sentence gives."""
    assert the_one(text, lang=lang, published=PRINTED).date_claim is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Ada Lind, who visited Bergen on February 5, spoke at length. {SAID}", id="a relative clause"),
        pytest.param(f"After her visit to Bergen on February 5, Ada Lind spoke of ships. {SAID}", id="after a visit"),
    ],
)
def test_nor_is_it_lent_to_the_next_sentence(text):
    """What an earlier sentence dates of something else is not the day of what follows."""
    assert the_one(text, published=PRINTED).date_claim is None


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        pytest.param(f"Ada Lind said on February 5: {SAID}", "en", "2024-02-05", id="said on"),
        pytest.param(f"Speaking in Oslo on February 5, Ada Lind said: {SAID}", "en", "2024-02-05", id="speaking"),
        pytest.param(f"During a visit to Oslo on February 5, Ada Lind said: {SAID}", "en", "2024-02-05", id="during"),
        pytest.param(f"At a ceremony on February 5, Ada Lind said: {SAID}", "en", "2024-02-05", id="at a ceremony"),
        pytest.param(
            f"In her February 5 speech in Oslo, Ada Lind said: {SAID}", "en", "2024-02-05", id="in her speech"
        ),
        pytest.param(f"In a letter dated February 5, Ada Lind said: {SAID}", "en", "2024-02-05", id="a dated letter"),
        pytest.param(f"In an interview aired on February 5, Ada Lind said: {SAID}", "en", "2024-02-05", id="aired"),
        pytest.param(
            f"After talks with ministers on February 5, Ada Lind said: {SAID}", "en", "2024-02-05", id="talks"
        ),
        pytest.param(f"Ada Lind said before the committee on February 5: {SAID}", "en", "2024-02-05", id="a committee"),
        pytest.param(f"Ada Lind said in Oslo on April 20: {SAID}", "en", "2024-04-20", id="a day to come, as said"),
        pytest.param(
            "“The tender will be rebuilt here,” Ada Lind said in Oslo on February 5, a month before the vote.",
            "en",
            "2024-02-05",
            id="a later bound",
        ),
        pytest.param(f"Am 5. Februar sagte Ada Lind in Oslo: {GESAGT}", "de", "2024-02-05", id="am"),
        pytest.param(f"In einer Rede am 5. Februar sagte Ada Lind: {GESAGT}", "de", "2024-02-05", id="Rede"),
        pytest.param(f"Nach einem Treffen am 5. Februar sagte Ada Lind: {GESAGT}", "de", "2024-02-05", id="Treffen"),
        pytest.param(f"Ada Lind sagte vor Journalisten am 5. Februar: {GESAGT}", "de", "2024-02-05", id="vor Leuten"),
        pytest.param(
            f"Lors d'une conférence de presse le 5 février, Ada Lind a déclaré : {DIT}", "fr", "2024-02-05", id="lors"
        ),
        pytest.param(
            f"Lors de son discours du 5 février, Ada Lind a déclaré : {DIT}", "fr", "2024-02-05", id="discours"
        ),
    ],
)
def test_the_day_of_the_saying_stays(text, lang, day):
    """A day of the verb of saying, or of the occasion it was said at, is claimed."""
    assert str(quoted_in(text, lang=lang, published=PRINTED)[0].date_claim.interval) == day
