"""German and French pairs: their operators, particles, capitals and contractions."""

from __future__ import annotations

import pytest
from align_pairs import compare, pairs

GERMAN = """
same words: -> exact
Wir haben im Hafen „dreimal“ gewartet, und niemand kam.
Wir haben im Hafen "dreimal" gewartet, und niemand kam.

particle left out: filler -> cleaned
Wir wollen ja den alten Hafen erhalten.
Wir wollen den alten Hafen erhalten.

several particles: filler filler -> cleaned
Das ist eben so, und das bleibt halt auch so in diesem Hafen.
Das ist so, und das bleibt so in diesem Hafen.

leading conjunction: filler -> cleaned
Und wir bauen die Brücke am alten Hafen wieder auf.
Wir bauen die Brücke am alten Hafen wieder auf.

nicht behind the last quoted word: negation! -> altered_material
Das Wasser der Talsperre reicht für den ganzen Sommer nicht. Darum sparen wir.
Das Wasser der Talsperre reicht für den ganzen Sommer.

nicht under the last ellipsis: omission_marked! -> elision_misleading
Wir verkaufen die Stadtwerke und das Freibad in diesem Jahr nicht. Das bleibt so.
Wir verkaufen die Stadtwerke und das Freibad …

Sie to sie: grammatical_person! -> altered_material
Von den Rissen haben Sie vor der Abfahrt im Mai gewusst.
Von den Rissen haben sie vor der Abfahrt im Mai gewusst.

nicht dropped: negation! -> altered_material
Die Frachter dürfen nicht in den alten Hafen fahren.
Die Frachter dürfen in den alten Hafen fahren.

kein to ein: negation! -> altered_material
Das ist kein guter Plan für unseren Hafen.
Das ist ein guter Plan für unseren Hafen.

nie to immer: negation! -> altered_material
Ich habe nie an diesem Plan gezweifelt, meine Freunde.
Ich habe immer an diesem Plan gezweifelt, meine Freunde.

unsicher: negation! -> altered_material
Der Weg in den Hafen ist im Winter sicher.
Der Weg in den Hafen ist im Winter unsicher.

können to müssen: modality! -> altered_material
Wir können den Hafen im Winter schließen.
Wir müssen den Hafen im Winter schließen.

nur dropped: quantifier! -> altered_material
Das gilt nur für Schiffe der Marine.
Das gilt für Schiffe der Marine.

fast dropped: quantifier! -> altered_material
Fast alle Schiffe haben heute den Hafen verlassen.
Alle Schiffe haben heute den Hafen verlassen.

wenn dropped inside: condition! -> altered_material
Wir werden, wenn das Eis schmilzt, den Hafen öffnen.
Wir werden den Hafen öffnen.

number: number! -> altered_material
Der Umbau kostet 4,5 Millionen Euro im Jahr.
Der Umbau kostet 4,5 Milliarden Euro im Jahr.

same number in words: -> exact
Wir warten seit zwölf Jahren auf die neue Brücke.
Wir warten seit 12 Jahren auf die neue Brücke.

percent sign: -> exact
Der Hafen wächst um 3,5 Prozent im Jahr.
Der Hafen wächst um 3,5 % im Jahr.

month: date! -> altered_material
Wir treffen uns im März am alten Hafen.
Wir treffen uns im Mai am alten Hafen.

country: name! -> altered_material
Die Schiffe aus Polen liegen heute im Hafen.
Die Schiffe aus Finnland liegen heute im Hafen.

party: name! -> altered_material
Die SPD hat diesen Hafen über Jahre gebaut.
Die FDP hat diesen Hafen über Jahre gebaut.

adjective of a country: name! -> altered_material
Die russischen Schiffe liegen heute im Hafen.
Die polnischen Schiffe liegen heute im Hafen.

a noun is no name: synonym -> altered_minor
Die Kapitäne warten seit Tagen im alten Hafen.
Die Matrosen warten seit Tagen im alten Hafen.

order: order -> altered_minor
Wir brauchen Lehrer und Ärzte in dieser Stadt.
Wir brauchen Ärzte und Lehrer in dieser Stadt.

person: grammatical_person! agreement -> altered_material
Ich habe den Hafen im vorigen Winter geschlossen.
Wir haben den Hafen im vorigen Winter geschlossen.

grammar: agreement -> cleaned
Er kam mit dem Schiffe in den alten Hafen.
Er kam mit dem Schiff in den alten Hafen.

sharp s and umlaut: spelling -> cleaned
Wir muessen die Straße zum alten Hafen sperren.
Wir müssen die Strasse zum alten Hafen sperren.

heard wrongly: spelling spelling -> cleaned
Ich glaube, dass das Schiff seit Montag war, wo es jetzt ist.
ich glaube das das schiff seid montag war wo es jetzt ist

ellipsis in round marks: omission_marked -> marked
Wir bauen die Brücke am alten Hafen im Frühjahr wieder auf.
Wir bauen die Brücke (...) wieder auf.

bracket for a pronoun: insertion_bracketed -> marked
Bereits im Herbst haben wir dafür gekämpft, den Hafen zu erhalten.
Bereits im Herbst haben [die Matrosen] dafür gekämpft, den Hafen zu erhalten.

ellipsis eats nicht: omission_marked! -> elision_misleading
Wir wollen den Hafen nicht mehr schließen, liebe Freunde.
Wir wollen den Hafen … schließen, liebe Freunde.

cut before aber: truncation! -> exact
Wir öffnen den alten Hafen, aber nur für Getreide.
Wir öffnen den alten Hafen.

cut before und: -> exact
Wir öffnen den alten Hafen, und wir feiern ein Fest.
Wir öffnen den alten Hafen.

applause: -> exact
Wir öffnen den Hafen. (Beifall) Wir bauen die Brücke.
Wir öffnen den Hafen. Wir bauen die Brücke.
"""
FRENCH = """
ne que is only: function_word quantifier! -> altered_material
Nous ne fermerons que deux écoles cette année, et les parents le savent.
Nous fermerons deux écoles cette année, et les parents le savent.

same words: -> exact
Nous n’avons jamais fermé le vieux port de la ville.
Nous n'avons jamais fermé le vieux port de la ville.

ne left out: function_word -> cleaned
Nous ne voulons pas fermer le vieux port.
Nous voulons pas fermer le vieux port.

pas dropped: function_word negation! -> altered_material
Nous ne voulons pas fermer le vieux port.
Nous voulons fermer le vieux port.

jamais to toujours: negation! -> altered_material
Nous avons jamais voulu fermer le vieux port.
Nous avons toujours voulu fermer le vieux port.

modality: modality! -> altered_material
Il peut fermer le vieux port de la ville.
Il doit fermer le vieux port de la ville.

number: number! -> altered_material
Cela coûte 300 millions aux habitants de la ville.
Cela coûte 300 milliards aux habitants de la ville.

filler: filler -> cleaned
Nous allons, bien sûr, ouvrir le vieux port.
Nous allons ouvrir le vieux port.

cut before mais: truncation! -> exact
Nous ouvrons le vieux port, mais seulement en été.
Nous ouvrons le vieux port.

country: name! -> altered_material
Les bateaux de la Pologne sont dans le port.
Les bateaux de la Norvège sont dans le port.
"""


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), pairs(GERMAN))
def test_german_quotations(record, quotation, kinds, wording):
    """German negation, particles, nouns and names are told apart."""
    assert compare(record, quotation, "de") == (kinds, wording)


@pytest.mark.parametrize(("record", "quotation", "kinds", "wording"), pairs(FRENCH))
def test_french_quotations(record, quotation, kinds, wording):
    """French negation in two words, modality and particles are told apart."""
    assert compare(record, quotation, "fr") == (kinds, wording)
