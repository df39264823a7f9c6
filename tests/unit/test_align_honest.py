"""English quotations that are honest: what may differ from the record, and how it is typed."""

from __future__ import annotations

import pytest
from align_pairs import compare, pairs

HONEST = """
same words: -> exact
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
=

straight marks: -> exact
He’s never asked for foreign troops to fight for his country. He isn’t asking for that now.
He's never asked for foreign troops to fight for his country. He isn't asking for that now.

no full stop, small at the cut: -> exact
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
we are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent

double spaces: -> exact
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We  are  going  to  send  300  million  dollars  in  aid  to  Ukraine  this  week,  because  the  need  is  urgent.

all capitals: -> exact
The minister told me on Tuesday that the talks can end the war before the winter.
THE MINISTER TOLD ME ON TUESDAY THAT THE TALKS CAN END THE WAR BEFORE THE WINTER.

a capital inside: case -> exact
The minister told me on Tuesday that the talks can end the war before the winter.
The Minister told me on Tuesday that the talks can end the war before the winter.

comma for a full stop: punctuation -> cleaned
He’s never asked for foreign troops to fight for his country. He isn’t asking for that now.
He’s never asked for foreign troops to fight for his country, he isn’t asking for that now.

comma for a full stop before a contraction: punctuation -> cleaned
She isn’t asking for a new port. She’s asking for a new bridge.
She isn’t asking for a new port, she’s asking for a new bridge.

figures for words: -> exact
We lost forty-two ships in five days.
We lost 42 ships in 5 days.

a quantifier in a stutter: -> exact
Some of the — some of the crews had not slept for two days.
Some of the crews had not slept for two days.

a negation of belief: negation negation -> altered_minor
I do not think the second span is safe in a storm.
I think the second span is not safe in a storm.

a pronoun resolved in an opening bracket: insertion_bracketed -> marked
Governor Ilves called me. He will sign the order for the new lock tonight.
[Governor Ilves] will sign the order for the new lock tonight.

a year in words: spelling -> cleaned
My father came here in nineteen thirty-eight, and the town was small.
My father came here in 1938, and the town was small.

hundreds in words: spelling -> cleaned
We had one hundred and six leaks in the old tunnel last year.
We had 106 leaks in the old tunnel last year.

a half in words: spelling -> cleaned
Three and a half million people came through that door last year.
3.5 million people came through that door last year.

same amount: spelling -> cleaned
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We are going to send 0.3 billion dollars in aid to Ukraine this week, because the need is urgent.

sic: -> exact
They was here before us all.
They was [sic] here before us all.

abbreviated country: -> exact
The U.S. is with you today.
The US is with you today.

full country: spelling -> cleaned
The U.S. is with you today.
The United States is with you today.

ellipsis: omission_marked -> marked
We will rebuild the bridge in spring, and we will do it together with the people of this town.
We will rebuild the bridge … together with the people of this town.

bracketed ellipsis: omission_marked -> marked
We will rebuild the bridge in spring, and we will do it together with the people of this town.
We will rebuild the bridge [...] together with the people.

ellipsis for a pause: -> exact
We will rebuild the bridge in spring, and we will do it together with the people of this town.
We will rebuild the bridge in spring ... and we will do it together.

ellipses at both ends: -> exact
We will rebuild the bridge in spring, and we will do it together with the people of this town.
... rebuild the bridge in spring, and we will do it ...

bracket for a pronoun: insertion_bracketed -> marked
I spoke to him about the bridge yesterday.
I spoke to [the mayor] about the bridge yesterday.

bracket beside a pronoun: insertion_bracketed -> marked
I spoke to him about the bridge yesterday.
I spoke to him [the mayor] about the bridge yesterday.

bracketed capital: -> exact
We will rebuild the bridge in spring, and we will do it together with the people of this town.
[W]e will do it together with the people of this town.

bracketed ending: insertion_bracketed -> marked
They allow ships to leave the port.
They allow[ed] ships to leave the port.

round bracket: insertion_bracketed -> marked
I spoke to him about the bridge.
I spoke to him (the mayor) about the bridge.

record's own bracket: -> exact
I thanked [senior official] for all the work.
=

applause: -> exact
We will never forget. (Applause.) We will rebuild.
We will never forget. We will rebuild.

laughter inside: -> exact
My dog (laughter) likes the garden more than I do.
My dog likes the garden more than I do.

as interpreted: -> exact
(As interpreted.) We thank you for the warm welcome.
We thank you for the warm welcome.

cut-off word: -> exact
This is about diplo- — diplomacy and nothing else.
This is about diplomacy and nothing else.

struck word: -> exact
The president of Mexico [Egypt] opened the gate.
The president of Egypt opened the gate.

correction not taken: -> exact
The president of Mexico [Egypt] opened the gate.
The president of Mexico opened the gate.

record's sic: -> exact
There were 2,003 [sic] people in the hall.
There were 2,003 people in the hall.
"""
CLEANED = """
filler: filler -> cleaned
We are, you know, proud of every nurse here.
We are proud of every nurse here.

leading conjunction: filler -> cleaned
And we are proud of every nurse here.
We are proud of every nurse here.

stutter: -> exact
We are — we are proud of every nurse here.
We are proud of every nurse here.

repeated word: stutter -> cleaned
It is the — the best port on this coast.
It is the best port on this coast.

false start: -> exact
The plan was — it is a plan for the whole coast.
It is a plan for the whole coast.

negated stutter: -> exact
I don’t — I don’t think the port will close.
I don’t think the port will close.

contraction undone: contraction -> cleaned
It isn’t easy to close a port in winter.
It is not easy to close a port in winter.

it's for it is: contraction -> cleaned
I know it is easy to close a port.
I know it’s easy to close a port.

British spelling: spelling spelling spelling -> cleaned
We honor the color of the old harbor.
We honour the colour of the old harbour.

slip of the keys: spelling -> cleaned
We received every letter from the coast.
We recieved every letter from the coast.

transliteration: transliteration -> cleaned
I met President Zelenskyy in the harbour.
I met President Zelensky in the harbour.

function word: function_word -> cleaned
We talked of the bridge at the meeting.
We talked about the bridge at the meeting.

agreement: agreement -> cleaned
The crews was waiting on deck for orders.
The crews were waiting on deck for orders.

heard wrongly: spelling spelling -> cleaned
They’re here, and their ships are too, as you know.
there here and their ships are to as you know

heard wrongly, its: spelling spelling spelling -> cleaned
It’s going to grow, and we want to say so today.
its going too grow and we want too say so today
"""


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), pairs(HONEST))
def test_honest_quotations(record, quotation, kinds, wording):
    """Typography, honest marks and the record's own quirks leave the words exact or marked."""
    assert compare(record, quotation) == (kinds, wording)


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), pairs(CLEANED))
def test_cleaned_quotations(record, quotation, kinds, wording):
    """Disfluency, spelling and one word of grammar are cleaned, not altered."""
    assert compare(record, quotation) == (kinds, wording)
