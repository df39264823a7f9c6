"""French and German words that report speech, in the forms that news prints."""

from __future__ import annotations

# Verbs in -er without their ending; news uses third persons, participles and the gerund.
_FRENCH_SPEECH = """déclar affirm ajout assur expliqu estim soulign indiqu précis annonc lanc martel insist rappel
confi racont not observ concéd avou clam proclam révél suggér expos prévien ironis plaid préconis argu signal relat
comment réclam demand interrog rétorqu répliqu conclu souffl murmur cri hurl balay témoign répét confirm contest ni
promett jur plaisant soupir raill grogn bougonn tempêt glis confess résum nuanc tranch os parl promet exhort regrett
salu félicit invoqu évoqu rapport mentionn pointe pest fustig twitt tweet"""
_FRENCH_LABEL = "qualifi appel dénonc accus critiqu condamn nomm baptis trait dépeign tax considèr compar raill moqu"
_FRENCH_CALLING = "appelle appellent appelait appelaient"
_FRENCH_ENDINGS = "e ent é ée és ées ait aient a èrent ant er".split()
_FRENCH_FORMS = """dit dire disait disent disant disaient redit prédit contredit écrit écrivait écrivant écrire écrivent
répond répondu répondait répondant répondit prévient prévenu prévenait avertit averti avertissait reconnaît reconnu
reconnaissait soutient soutenu soutenait maintient maintenu maintenait promet promis promettait admet admis
admettait conclut conclu concluait poursuit poursuivi poursuivait reprend repris reprenait surenchérit
surenchéri rétorque renchérit renchéri décrit décrivait décrypte nie nié met permet"""
_GERMAN_SPEECH = """sagte sagt gesagt sagten sagen erklärte erklärt erklärten betonte betont betonten meinte meint
gemeint fügte fügt hinzugefügt teilte mitgeteilt kündigte angekündigt forderte fordert gefordert warnte warnt gewarnt
schrieb schreibt geschrieben antwortete antwortet geantwortet fragte fragt gefragt behauptete behauptet
versicherte versichert bekräftigte bekräftigt unterstrich unterstreicht räumte eingeräumt gab bestätigte
bestätigt berichtete berichtet ergänzte ergänzt argumentierte argumentiert mahnte mahnt gemahnt appellierte
äußerte äußert geäußert rief ruft gerufen verkündete verkündet erwiderte erwidert entgegnete entgegnet
führte ausgeführt stellte klar drohte droht versprach verspricht beklagte beklagt zitierte zitiert twitterte
erzählte erzählt urteilte konstatierte formulierte resümierte"""
_GERMAN_LABEL = """nannte nennt genannt bezeichnete bezeichnet kritisierte kritisiert verurteilte verurteilt lobte lobt
gelobt warf beschrieb beschreibt beschrieben sprach spricht gesprochen titulierte bewertete bewertet wertete"""
_GERMAN_THOUGHT = "glaubte glaubt hoffte hofft fürchtete fürchtet dachte denkt wollte will wünschte"
_FRENCH_THOUGHT = "pense pensait croit croyait espère espérait craint craignait juge jugé jugeait veut voulait"


def _french(stems: str) -> set[str]:
    return {stem + ending for stem in stems.split() for ending in _FRENCH_ENDINGS}


# Forms that are English words of another sense ("note" means the same) or far more often other words.
_AMBIGUOUS = frozenset("a ni nie note cri gab will warf met stellte klar permet crier not indique conclua".split())
SPEECH = (_french(_FRENCH_SPEECH) | set(_FRENCH_FORMS.split()) | set(_GERMAN_SPEECH.split())) - _AMBIGUOUS
LABEL = (_french(_FRENCH_LABEL) | set(_FRENCH_CALLING.split()) | set(_GERMAN_LABEL.split())) - _AMBIGUOUS
THOUGHT = (set(_FRENCH_THOUGHT.split()) | set(_GERMAN_THOUGHT.split())) - _AMBIGUOUS

# What stands before the name of a source as "according to" does, word by word; "zufolge" stands after it.
SOURCES = (
    ("selon",),
    ("d’après",),
    ("d'après",),
    ("d’", "après"),
    ("d'", "après"),
    ("laut",),
    ("nach", "angaben", "von"),
    ("nach", "angaben", "der"),
    ("nach", "angaben", "des"),
    ("nach", "worten", "von"),
    ("nach", "ansicht", "von"),
)
COMMON = "déclaré déclare affirmé affirme dit assuré annoncé indiqué estimé expliqué ajouté sagte sagt erklärte betonte"
