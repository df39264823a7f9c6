"""Quotations that one word tells apart from the record: opposites, hedges, words that leave no room, multiples."""

from __future__ import annotations

import pytest
from align_pairs import compare, pairs

ENGLISH = """
rejected to embraced: negation! -> altered_material
The council rejected the plan for the harbour.
The council embraced the plan for the harbour.

uphold to overturn: negation! -> altered_material
The court chose to uphold the ban on ships.
The court chose to overturn the ban on ships.

condemn to condone: negation! -> altered_material
We condemn the attack on the old harbour.
We condone the attack on the old harbour.

down to rising: negation! -> altered_material
The number of ships is down this year in the harbour.
The number of ships is rising this year in the harbour.

lift to impose: negation! -> altered_material
We will lift the sanctions on the old harbour.
We will impose the sanctions on the old harbour.

acquitted to convicted: negation! -> altered_material
The crew of the ship was acquitted in the spring.
The crew of the ship was convicted in the spring.

two words of one sense are no opposites: synonym -> altered_minor
We want to complete the bridge before the winter.
We want to finish the bridge before the winter.

raised to lifted: synonym -> altered_minor
We raised the gate of the lock by hand in the night.
We lifted the gate of the lock by hand in the night.

partly left out: quantifier! -> altered_material
The council was partly responsible for the fire in the harbour.
The council was responsible for the fire in the harbour.

in part left out, between commas: quantifier! -> altered_material
The council was, in part, responsible for the fire in the harbour.
The council was responsible for the fire in the harbour.

generally left out: quantifier! -> altered_material
The ship is generally safe in a storm on this coast.
The ship is safe in a storm on this coast.

apparently left out, between commas: modality! -> altered_material
The fire in the harbour was, apparently, caused by a ship.
The fire in the harbour was caused by a ship.

seems to left out: modality! agreement -> altered_material
The ship seems to be safe in a storm on this coast.
The ship is safe in a storm on this coast.

as far as I know left out: modality! -> altered_material
The ship is, as far as I know, safe in a storm on this coast.
The ship is safe in a storm on this coast.

potential left out before a noun: modality! -> altered_material
The ship is a potential threat to the harbour and the town.
The ship is a threat to the harbour and the town.

the best possible: omission_unmarked -> altered_minor
We want the best possible harbour for this town.
We want the best harbour for this town.

in principle left out: quantifier! -> altered_material
We agreed in principle to the sale of the harbour.
We agreed to the sale of the harbour.

mainly to mostly: quantifier -> altered_minor
The harbour is mainly used for grain and for wood.
The harbour is mostly used for grain and for wood.

projected to, expected to: modality -> altered_minor
The harbour is projected to grow in the coming years.
The harbour is expected to grow in the coming years.

it seems, it appears: modality -> altered_minor
It seems the harbour is closed in winter.
It appears the harbour is closed in winter.

appeared in court: agreement -> cleaned
They appear in court on the matter of the harbour.
They appeared in court on the matter of the harbour.

complete put in: quantifier! -> altered_material
The plan for the harbour was a failure of the council.
The plan for the harbour was a complete failure of the council.

completely put in: quantifier! -> altered_material
We have lost the trust of the people in this town.
We have completely lost the trust of the people in this town.

completely left out: omission_unmarked -> altered_minor
We have completely lost the trust of the people in this town.
We have lost the trust of the people in this town.

completely left out of not completely: quantifier! -> altered_material
We have not completely lost the trust of the people in this town.
We have not lost the trust of the people in this town.

total cost, overall cost: synonym -> altered_minor
The total cost of the harbour is too high for us.
The overall cost of the harbour is too high for us.

tripled to quadrupled: number! -> altered_material
The price of grain has tripled in the old harbour.
The price of grain has quadrupled in the old harbour.

once to twice: number! -> altered_material
He came to the harbour once in the winter of that year.
He came to the harbour twice in the winter of that year.

twice the price, double the price: spelling -> cleaned
The cost of the harbour is twice the price of the bridge.
The cost of the harbour is double the price of the bridge.
"""
GERMAN = """
aufgestockt to gekürzt: negation! -> altered_material
Die Mittel für den Hafen wurden im Mai aufgestockt.
Die Mittel für den Hafen wurden im Mai gekürzt.

erhöht to geringer: negation! -> altered_material
Die erhöhten Kosten sind ein Problem für den Hafen.
Die geringeren Kosten sind ein Problem für den Hafen.

freiwillig to verpflichtend: negation! -> altered_material
Die Teilnahme ist für alle Schiffe freiwillig.
Die Teilnahme ist für alle Schiffe verpflichtend.

verschärfen to lockern: negation! -> altered_material
Wir wollen die Regeln für den Hafen verschärfen.
Wir wollen die Regeln für den Hafen lockern.

entlastet to belastet: negation! -> altered_material
Die Reform entlastet die Menschen in dieser Stadt.
Die Reform belastet die Menschen in dieser Stadt.

gescheitert to gelungen: negation! -> altered_material
Der Plan für den Hafen ist gescheitert.
Der Plan für den Hafen ist gelungen.

macht auf to macht zu: negation! -> altered_material
Die Stadt macht den alten Hafen im Winter auf, und das ist gut.
Die Stadt macht den alten Hafen im Winter zu, und das ist gut.

macht an to macht aus: negation! -> altered_material
Wir machen im Hafen am Abend das Licht an.
Wir machen im Hafen am Abend das Licht aus.

auf before a noun is no particle: function_word agreement -> cleaned
Wir gehen an der Küste auf die Suche nach Schiffen.
Wir gehen an der Küste zu der Suche nach Schiffen.

zum Teil left out: quantifier! -> altered_material
Der Hafen ist zum Teil für Getreide gesperrt worden.
Der Hafen ist für Getreide gesperrt worden.

in weiten Teilen left out: quantifier! -> altered_material
Der Hafen ist in weiten Teilen für Getreide gesperrt worden.
Der Hafen ist für Getreide gesperrt worden.

größtenteils to überwiegend: quantifier -> altered_minor
Der Hafen ist größtenteils für Getreide gesperrt.
Der Hafen ist überwiegend für Getreide gesperrt.

unter Umständen left out: modality! -> altered_material
Wir werden unter Umständen den Hafen für Getreide sperren.
Wir werden den Hafen für Getreide sperren.

mutmaßlich left out: modality! -> altered_material
Der mutmaßlich schuldige Kapitän ist im Hafen.
Der schuldige Kapitän ist im Hafen.

scheint left out: modality! -> altered_material
Der Hafen scheint für Getreide gesperrt zu sein.
Der Hafen ist für Getreide gesperrt.

a possible sale: modality! -> altered_material
Wir prüfen einen möglichen Verkauf des alten Hafens.
Wir prüfen einen Verkauf des alten Hafens.

wohl is a particle: filler -> cleaned
Das wird wohl im Hafen noch lange dauern.
Das wird im Hafen noch lange dauern.

völlig put in: quantifier! -> altered_material
Wir haben das Vertrauen der Menschen im Hafen verloren.
Wir haben das Vertrauen der Menschen im Hafen völlig verloren.

total put in: quantifier! -> altered_material
Das ist eine Absage an den alten Hafen.
Das ist eine totale Absage an den alten Hafen.

viermal to vierzigmal: number! -> altered_material
Wir haben im Hafen viermal auf das alte Schiff gewartet.
Wir haben im Hafen vierzigmal auf das alte Schiff gewartet.

dreifach to zweifach: number! -> altered_material
Die Kosten sind dreifach so hoch wie im alten Hafen.
Die Kosten sind zweifach so hoch wie im alten Hafen.

dreimal, drei Mal: spelling -> cleaned
Wir haben im Hafen dreimal auf das alte Schiff gewartet.
Wir haben im Hafen drei Mal auf das alte Schiff gewartet.

doppelt, zweimal: spelling -> cleaned
Die Kosten sind doppelt so hoch wie im alten Hafen.
Die Kosten sind zweimal so hoch wie im alten Hafen.
"""
FRENCH = """
accepté to rejeté: negation! -> altered_material
Le conseil a accepté le plan du vieux port.
Le conseil a rejeté le plan du vieux port.

temporaire to permanente: negation! -> altered_material
Cette mesure est temporaire pour le vieux port.
Cette mesure est permanente pour le vieux port.

en partie left out: quantifier! -> altered_material
Le port est en partie responsable de la crise de la ville.
Le port est responsable de la crise de la ville.

semble to est: modality! -> altered_material
Le port semble fermé depuis le début de la crise.
Le port est fermé depuis le début de la crise.

serait to est: modality! -> altered_material
Le ministre serait responsable de la crise de la ville.
Le ministre est responsable de la crise de la ville.

totalement put in: quantifier! -> altered_material
Nous avons fermé le vieux port de la ville.
Nous avons totalement fermé le vieux port de la ville.

doublé to triplé: number! -> altered_material
Le prix du grain a doublé dans le vieux port.
Le prix du grain a triplé dans le vieux port.
"""
LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}
ROWS = [
    pytest.param(lang, *row.values, id=f"{lang} {row.id}") for lang, table in LANGUAGES.items() for row in pairs(table)
]


@pytest.mark.parametrize(("lang", "record", "quotation", "kinds", "wording"), ROWS)
def test_words_that_tell(lang, record, quotation, kinds, wording):
    """One word of the lists decides what the change does; words that mean the same do not."""
    assert compare(record, quotation, lang) == (kinds, wording)
