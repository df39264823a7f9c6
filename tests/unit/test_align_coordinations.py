"""Quotations that say once what the record says twice, turn an answer round, or put one joining word for another."""

from __future__ import annotations

import pytest
from align_pairs import compare, pairs

ENGLISH = """
said once for both: function_word -> cleaned
They wait for us to tire, and they say we will get tired, and we will give up the bridge by then.
They wait for us to tire, and they say we will get tired and give up the bridge by then.

negation said once, by or: function_word function_word -> cleaned
And we do not enable and we do not encourage attacks on the old bridge.
we do not enable or encourage attacks on the old bridge

negation lost behind and: negation! -> altered_material
And we do not enable and we do not encourage attacks on the old bridge.
we do not enable and encourage attacks on the old bridge

other words than before: modality! -> altered_material
We will close the port and we may open the airfield before the winter comes.
We will close the port and open the airfield before the winter comes.

or for and: condition! -> altered_material
Whoever has a licence and two years at sea may pilot a ferry through the sound.
Whoever has a licence or two years at sea may pilot a ferry through the sound.

or for and, denied: function_word -> cleaned
We have never sold the harbour and the bridge to people from abroad.
We have never sold the harbour or the bridge to people from abroad.

yes for no: negation! -> altered_material
The answer to your first question about the bridge is: No.
The answer to your first question about the bridge is: Yes.

yes for no at the start: negation! -> altered_material
No, I think it would cause more trouble in the harbour than anybody wants.
Yes, I think it would cause more trouble in the harbour than anybody wants.

yes left out: -> exact
Yes, I think it would cause more trouble in the harbour than anybody wants.
I think it would cause more trouble in the harbour than anybody wants.

a question stated: truncation! -> exact
Do we think they would stop at the bridge? If we let them, I think not.
We think they would stop at the bridge.

a question quoted as one: -> exact
Do we think they would stop at the bridge? If we let them, I think not.
“Do we think they would stop at the bridge?”

done for will be done: modality! agreement -> altered_material
Tonight at midnight the old public order of the harbour will end.
Tonight at midnight the old public order of the harbour has ended.

bracketed modal: insertion_bracketed! -> altered_material
Russia could end the war with the islands before the winter.
Russia [will] end the war with the islands before the winter.

bracketed backshift: insertion_bracketed -> marked
Russia will end the war with the islands before the winter.
Russia [would] end the war with the islands before the winter.

providing as a participle: -> exact
The average rent is projected to come down this year, providing some relief to those who wait for it.
The average rent is projected to come down this year.

providing that: truncation! -> exact
The average rent is projected to come down this year, providing that nobody stops the new houses.
The average rent is projected to come down this year.
"""
GERMAN = """
a phrase that moves within its clause: order order -> altered_minor
Von allen, die Opfer erbracht haben in der Pandemie, haben die Kinder die meisten Opfer erbracht.
Von allen, die in der Pandemie Opfer erbracht haben, haben die Kinder die meisten Opfer erbracht.

oder for und: condition! -> altered_material
Wer mindestens zwei Jahre Erfahrung und einen Abschluss hat, kann im Hafen als Lotse arbeiten.
Wer mindestens zwei Jahre Erfahrung oder einen Abschluss hat, kann im Hafen als Lotse arbeiten.

ja for nein: negation! -> altered_material
Die Antwort auf Ihre erste Frage nach der Brücke lautet: Nein.
Die Antwort auf Ihre erste Frage nach der Brücke lautet: Ja.
"""


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), pairs(ENGLISH))
def test_english(record, quotation, kinds, wording):
    """What is said once for all is said; an answer, a question and a joining word decide what is said."""
    assert compare(record, quotation) == (kinds, wording)


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), pairs(GERMAN))
def test_german(record, quotation, kinds, wording):
    """The same in German, whose phrases move within their clause."""
    assert compare(record, quotation, "de") == (kinds, wording)
