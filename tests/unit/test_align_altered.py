"""English quotations that differ in what they say: words changed, cut and joined."""

from __future__ import annotations

import pytest
from align_pairs import compare, pairs

ALTERED = """
synonym: synonym -> altered_minor
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We are going to send 300 million dollars in aid to Ukraine this week, because the need is pressing.

order: order -> altered_minor
We need doctors and nurses in this town.
We need nurses and doctors in this town.

content left out: omission_unmarked -> altered_minor
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We are going to send 300 million dollars in aid to Ukraine, because the need is urgent.

content put in: insertion_unbracketed -> altered_minor
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We are going to send 300 million dollars in military aid to Ukraine this week, because the need is urgent.

one part missing: -> altered_minor
We will rebuild the bridge in spring, and we will do it together with the people of this town.
We will rebuild the bridge … giraffes wander through velvet nights.

not dropped: negation! -> altered_material
We do not want a war with anybody.
We do want a war with anybody.

not added: negation! -> altered_material
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We are not going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.

contracted not dropped: negation! -> altered_material
He’s never asked for foreign troops to fight for his country. He isn’t asking for that now.
He’s never asked for foreign troops to fight for his country. He is asking for that now.

never to always: negation! -> altered_material
He’s never asked for foreign troops to fight for his country. He isn’t asking for that now.
He’s always asked for foreign troops to fight for his country. He isn’t asking for that now.

opposite: negation! -> altered_material
The new rules are legal in every port.
The new rules are illegal in every port.

for and against: negation! -> altered_material
I voted for the bridge in the spring.
I voted against the bridge in the spring.

not any, no: negation negation -> altered_minor
We do not have any plan for the port.
We have no plan for the port.

a bound dropped: quantifier! -> altered_material
The hail broke up to 40 percent of the roofs in the old town.
The hail broke 40 percent of the roofs in the old town.

another measure: number! -> altered_material
The tunnel under the river is 30 miles long and older than us.
The tunnel under the river is 30 kilometers long and older than us.

another name in an opening bracket: insertion_bracketed! -> altered_material
We were told. Governor Ilves will sign the order for the lock tonight.
[Mayor Thorne] will sign the order for the lock tonight.

another figure in a bracket: insertion_bracketed! -> altered_material
There were 40 men on the raft when the rope broke.
There were [400] men on the raft when the rope broke.

my to the: grammatical_person! -> altered_material
My government kept the report on the mine for two years.
The government kept the report on the mine for two years.

this year to last year: date! -> altered_material
The toll on the bridge has paid for itself this year.
The toll on the bridge has paid for itself last year.

number: number! -> altered_material
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We are going to send 500 million dollars in aid to Ukraine this week, because the need is urgent.

magnitude: number! -> altered_material
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We are going to send 300 billion dollars in aid to Ukraine this week, because the need is urgent.

number word: number! -> altered_material
I have two sons in the navy now.
I have three sons in the navy now.

weekday: date! -> altered_material
The minister told me on Tuesday that the talks can end the war before the winter.
The minister told me on Thursday that the talks can end the war before the winter.

day of the month: date! -> altered_material
We meet on February 5 in the old town hall.
We meet on February 15 in the old town hall.

name: name! -> altered_material
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
We are going to send 300 million dollars in aid to Georgia this week, because the need is urgent.

last word a name: name! -> altered_material
I spoke on the phone with President Xi. He was kind.
I spoke on the phone with President Putin.

can end, ended: modality! agreement -> altered_material
The minister told me on Tuesday that the talks can end the war before the winter.
The minister told me on Tuesday that the talks ended the war before the winter.

will to may: modality! -> altered_material
We will rebuild the bridge in spring, and we will do it together with the people of this town.
We may rebuild the bridge in spring, and we will do it together with the people of this town.

must for have to: modality -> altered_minor
We have to close the port before winter.
We must close the port before winter.

only dropped: quantifier! -> altered_material
This is only for ships of the navy.
This is for ships of the navy.

some to all: quantifier! -> altered_material
Some ships have left the port today.
All ships have left the port today.

about dropped: quantifier -> altered_minor
There were about 300 ships in the port.
There were 300 ships in the port.

condition clause left out in front: truncation! -> exact
If the ice melts, we will open the port.
We will open the port.

not cut off the front: negation! -> altered_material
Not all ships have left the port today.
All ships have left the port today.

belief cut off the front: negation! -> altered_material
I don’t think we should close the port.
We should close the port.

not put into the second of two like sentences: negation! -> altered_material
It is not for me to say when. It is for them to say why they closed the port.
It is not for them to say why they closed the port.

the second of two like sentences: filler filler -> cleaned
We haven’t seen any plan for the port. And we certainly haven’t seen a ship in the port.
We haven’t seen a ship in the port.

no doubt cut off the front: -> exact
I have no doubt that we will open the port.
We will open the port.

a quoted clause claims no beginning: -> exact
I don’t think we should close the port.
we should close the port

if cut off the front: condition! -> altered_material
If we close the port, this town will die.
We close the port.

condition inside dropped: condition! -> altered_material
We will, if the ice melts in time, open the port.
We will open the port.

person: grammatical_person! -> altered_material
I think they closed the port last year.
I think we closed the port last year.

actors traded: name! -> altered_material
Russia attacked Ukraine in the winter of that year.
Ukraine attacked Russia in the winter of that year.

bracketed not: insertion_bracketed! -> altered_material
We will leave the port in the spring.
We will [not] leave the port in the spring.
"""
JOINED = """
ellipsis eats do not: omission_marked! -> elision_misleading
We do not want to close the port this winter.
We … want to close the port this winter.

ellipsis eats unless: omission_marked! -> elision_misleading
We will open it, unless the ice is thick. Then we meet in town.
We will open it … Then we meet in town.

ellipsis eats a sentence with not: omission_marked -> marked
We will open it. It is not cold now. Then we meet in town.
We will open it. … Then we meet in town.

spliced: splice -> spliced
The harbour was closed for a month. Nobody could say how the ships would be unloaded, and the crews waited on
  deck for orders. Nobody could say how the ships would be unloaded, and the crews waited on deck for orders.
  Nobody could say how the ships would be unloaded, and the crews waited on deck for orders. Today the first
  grain left the port.
The harbour was closed for a month. Today the first grain left the port.

far, with a mark: omission_marked -> marked
The harbour was closed for a month. Nobody could say how the ships would be unloaded, and the crews waited on
  deck for orders. Nobody could say how the ships would be unloaded, and the crews waited on deck for orders.
  Nobody could say how the ships would be unloaded, and the crews waited on deck for orders. Today the first
  grain left the port.
The harbour was closed for a month. … Today the first grain left the port.

two sentences turned round: splice -> spliced
The harbour was closed for a month. Nobody could say how the ships would be unloaded, and the crews waited on
  deck for orders. Nobody could say how the ships would be unloaded, and the crews waited on deck for orders.
  Nobody could say how the ships would be unloaded, and the crews waited on deck for orders. Today the first
  grain left the port.
Today the first grain left the port. The harbour was closed for a month.

cut before but: truncation! -> exact
We will open the port, but only for grain.
We will open the port.

cut before and: -> exact
We will open the port, and we will dance.
We will open the port.

cut with a mark: -> exact
We will open the port, but only for grain.
We will open the port …

reworded: synonym synonym synonym synonym -> paraphrase
We have to start the work on the important bridge because people want to see it.
We have to begin the labour on the crucial bridge because citizens want to see it.

other words: -> no_match
We are going to send 300 million dollars in aid to Ukraine this week, because the need is urgent.
My grandmother baked bread before sunrise every Sunday.
"""


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), pairs(ALTERED))
def test_altered_quotations(record, quotation, kinds, wording):
    """A changed word is typed by what it does to the sentence."""
    assert compare(record, quotation) == (kinds, wording)


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), pairs(JOINED))
def test_cut_and_joined_quotations(record, quotation, kinds, wording):
    """What a cut hides, or joins, decides whether it is honest."""
    assert compare(record, quotation) == (kinds, wording)
