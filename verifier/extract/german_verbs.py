"""German verbs that report speech, by class, in the forms that news prints; kept apart, as many are English words."""

from __future__ import annotations

from functools import lru_cache

from verifier.extract.verbs import Reporting

# Weak verbs without their ending; those of the second list form their participle without "ge".
_WEAK = """sag mein füg forder warn frag mahn droh klag lehn schilder räum äußer ergänz wünsch lob rüg zeig stell
weiger poch tadel spott jubel stammel flüster brüll skandier mutmaß kommentier argumentier kritisier appellier
konstatier formulier resümier plädier insistier dementier reagier zitier twitter präzisier monier protestier spekulier
prognostizier diktier rezitier referier kontern konter urteil frohlock leugn prahl schwärm unterstell nörgel folger
antwort red notier teil setz leg"""
_PREFIXED = """erklär beton bekräftig behaupt versicher bestätig bericht beklag erzähl verkünd erwider entgegn verlang
vermut bemerk beteuer bemängel bezweifel beharr bedauer befürcht begründ begrüß beantrag erläuter erinner ermahn
ermuntr ermutig ersuch erkundig verteidig vermeld verdeutlich verweiger versprech unterstreich widersprech wiederhol
offenbar prophezei enthüll entschuldig beantwort verlautbar veranschlag vermerk"""
_STRONG = """hinzugefügt hinzufügte mitgeteilt mitteilte mitteilten mitteilt angekündigt ankündigte ankündigt kündigte
kündigt schrieb schreibt schrieben geschrieben unterstrich unterstrichen eingeräumt einräumte gab gibt gaben angegeben
bekanntgegeben rief ruft riefen gerufen aufgerufen ausgeführt ausführte verspricht versprach versprochen hieß heißt
heiße geheißen bat bittet baten gebeten wies weist wiesen zurückgewiesen zurückwies zurückweist warf wirft warfen
werfen vorgeworfen vorwarf widersprach widerspricht widersprochen bestritt bestreitet bestritten empfahl empfiehlt
empfehlen empfohlen besagt besagte sprach spricht sprachen sprechen gesprochen entschied gestand gesteht gestanden
verwies verweist verwiesen vertrat vertritt vertreten schwor geschworen teilt teilte teilten führt führte führten hob
hoben hervorgehoben hält hielt halte halten erhob erhebt las liest lautet lautete erklang verlauten meldet meldete
meldeten gemeldet warb wirbt werben geworben anmahnte angemahnt vorschlug vorgeschlagen schlug schlägt"""
_LABEL = """nannte nennt nannten nennen genannt bezeichnete bezeichnet bezeichneten bezeichnen verurteilte verurteilt
verurteilten titulierte tituliert bewertete bewertet wertete wertet sah sieht sahen sehen gesehen beschrieb beschreibt
beschrieben charakterisierte charakterisiert würdigte würdigt würdigten verglich vergleicht verglichen einstufte
eingestuft verunglimpfte beschimpfte beschimpft verspottete feierte feiert pries preist schimpfte attackierte sprach
spricht gesprochen geißelte brandmarkte tat abtat"""
_THOUGHT = """glaubte glaubt glauben hoffte hofft hoffen fürchtete fürchtet dachte denkt wollte will wollen wünschte
wünscht erwartet erwartete findet fand fanden wusste weiß rechnet rechnete geht ging signalisierte signalisiert"""
_ENDINGS = "t te ten en et ete eten e".split()
# "In der Erklärung heißt es": the text speaks, not "es".
TEXT_SPEAKS = frozenset("heißt hieß heiße geheißen lautet lautete".split())


_SEPARABLE = "aus an ab auf zu vor mit hinzu nach ein zurück bei dar fest klar weiter entgegen heraus hervor um".split()


def _weak(stems: str, participle: str) -> set[str]:
    forms = {stem + ending for stem in stems.split() for ending in _ENDINGS}
    return forms | {participle + stem + ending for stem in stems.split() for ending in ("t", "et")}


@lru_cache(maxsize=1)
def _table() -> dict[str, Reporting]:
    """Return the class of every form; a form of several verbs has the label's, which asks for more."""
    table = dict.fromkeys(_THOUGHT.split(), Reporting.THOUGHT)
    weak = _weak(_WEAK, "ge")
    # "ausgesagt", "mitteilte": a separable prefix is written with the verb where the clause ends.
    speech = weak | {prefix + form for prefix in _SEPARABLE for form in weak}
    speech |= _weak(_PREFIXED, "") | set(_STRONG.split())
    table |= dict.fromkeys(speech, Reporting.SPEECH)
    return table | dict.fromkeys(_LABEL.split(), Reporting.LABEL)


def german_class(word: str) -> Reporting:
    """Return how sure a German word, in any form and case, is to report speech."""
    return _table().get(word.lower(), Reporting.NONE)
