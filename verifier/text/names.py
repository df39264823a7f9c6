"""Names that everybody knows, and when two printed names are one.

German prints every noun with a capital and English every first word, so a capital alone does not
make a name there: places, institutions, parties and public persons are listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from verifier.text.romanised import romanised_alike
from verifier.text.sounds import sound_of, without_accents

# General knowledge, folded: countries, continents, regions, cities; a name of two words by its rarer one.
_PLACES = """
afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium
bolivia bosnia brazil bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus
czechia denmark djibouti ecuador egypt eritrea estonia ethiopia finland france gabon gambia georgia germany ghana
greece guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica
japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg
macedonia madagascar malawi malaysia mali malta mauritania mexico moldova mongolia montenegro morocco mozambique
myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru
philippines poland portugal qatar romania russia rwanda senegal serbia singapore slovakia slovenia somalia spain
sudan sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda ukraine
uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe britain england scotland wales korea arabia emirates
america europe asia africa crimea donbas donetsk luhansk gaza chechnya kurdistan tibet balkans caucasus arctic
ägypten albanien algerien argentinien armenien aserbaidschan äthiopien australien belgien bosnien brasilien
bulgarien dänemark deutschland ddr estland finnland frankreich georgien griechenland großbritannien grossbritannien
indien indonesien irak irland island italien jemen jordanien kanada kasachstan katar kolumbien kroatien kuba
lettland libanon libyen litauen luxemburg marokko mazedonien mexiko moldau neuseeland niederlande nordkorea norwegen
österreich palästina polen rumänien russland saudi-arabien schweden schweiz serbien slowakei slowenien spanien
südafrika südkorea syrien tschechien tunesien türkei turkei ungarn usa weißrussland weissrussland zypern europa
asien afrika amerika krim donbass allemagne angleterre argentine autriche belgique biélorussie brésil bulgarie chine
chypre corée croatie danemark égypte espagne estonie éthiopie finlande géorgie grèce hongrie inde irlande israël
italie japon jordanie lettonie liban libye lituanie maroc mexique moldavie norvège pologne roumanie royaume-uni
russie serbie slovaquie slovénie suède suisse syrie tchéquie tunisie turquie asie afrique amérique crimée alabama
alaska arizona arkansas california carolina colorado connecticut dakota delaware florida hawaii idaho illinois
indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming bayern
sachsen hessen thüringen brandenburg berlin hamburg bremen saarland niedersachsen württemberg holstein westfalen
pfalz mecklenburg bavaria saxony washington london paris brussels brüssel bruxelles moscow moskau moscou beijing
peking pékin kyiv kiev kiew tehran teheran jerusalem rome rom vienna wien madrid lisbon warsaw warschau varsovie
prague prag budapest ankara cairo kairo geneva genf genève davos tokyo seoul delhi islamabad kabul baghdad bagdad
damascus damaskus beirut riyadh doha münchen munich köln cologne frankfurt francfort stuttgart dresden leipzig bonn
strasbourg straßburg strassburg odesa odessa kharkiv charkiw kherson mariupol bakhmut bucha minsk vilnius riga
tallinn stockholm oslo helsinki copenhagen chicago boston houston dallas detroit philadelphia atlanta miami
"""
_INSTITUTIONS = """
nato eu un uno osce osze who wto imf iwf fmi g7 g20 opec fbi cia nsa fda cdc irs epa doj faa fema hamas hezbollah
hisbollah taliban houthis isis pentagon kremlin congress senate republicans democrats republican democrat
republikaner demokraten bundestag bundesrat bundeswehr spd cdu csu fdp afd grüne grünen linke linken union koalition
ampel bnd bka lidl assemblée sénat élysée matignon bundesbank ezb ecb bce fed kongress senat
"""
_PERSONS = """
biden trump obama harris pence blinken austin yellen sullivan kirby pelosi mcconnell schumer mccarthy fauci putin
lawrow lavrov zelensky zelenskyy selenskyj xi netanyahu macron scholz merkel merz habeck lindner baerbock lambrecht
lauterbach pistorius söder laschet faeser johnson truss sunak starmer meloni draghi erdogan erdoğan orban orbán modi
kim abbas assad lukashenko lukaschenko stoltenberg guterres leyen michel borrell lagarde maire attal kishida yoon
trudeau lula bolsonaro maduro wagner schröder steinmeier
"""
# Adjectives of places by their stem, for languages that print them small.
_DEMONYM_STEMS = tuple(
    """russisch chinesisch deutsch französisch polnisch ukrainisch israelisch iranisch amerikanisch europäisch britisch
    italienisch spanisch türkisch syrisch japanisch indisch ungarisch österreichisch afrikanisch asiatisch bayerisch
    sächsisch palästinensisch arabisch belarussisch griechisch niederländisch schwedisch finnisch koreanisch
    norwegisch dänisch tschechisch slowakisch slowenisch rumänisch bulgarisch kroatisch serbisch bosnisch albanisch
    litauisch lettisch estnisch schweizerisch irisch schottisch walisisch isländisch portugiesisch belgisch kanadisch
    mexikanisch brasilianisch argentinisch australisch ägyptisch irakisch libanesisch jordanisch saudisch pakistanisch
    afghanisch georgisch armenisch aserbaidschanisch moldauisch kasachisch vietnamesisch taiwanisch""".split()
)
_KNOWN = frozenset(f"{_PLACES} {_INSTITUTIONS} {_PERSONS}".split())
_ALIASES = (
    "us usa united_states united_states_of_america america vereinigte_staaten vereinigten_staaten états_unis",
    "uk united_kingdom britain great_britain großbritannien vereinigtes_königreich",
    "eu european_union europäische_union europäischen_union ue union_européenne",
    "un united_nations uno vereinte_nationen vereinten_nationen nations_unies onu",
    "nato otan",
    "kyiv kiev kiew",
    "belarus weißrussland weissrussland",
    "gop republicans republican_party",
    "covid corona coronavirus covid_19",
    "nhs national_health_service",
    "white_house weißes_haus",
)
_ALIAS_OF = {tuple(name.split("_")): number for number, line in enumerate(_ALIASES) for name in line.split()}
_LONGEST_ALIAS = 4


@lru_cache(maxsize=50_000)
def is_known_name(word: str, lang: str) -> bool:
    """Return whether the folded *word* is, or begins, the name of a place, institution or public person."""
    if word in _KNOWN:
        return True
    return lang == "de" and word.startswith(_DEMONYM_STEMS)


def same_alias(first: Sequence[str], second: Sequence[str]) -> bool:
    """Return whether the two folded names are known to name one thing ("US" and "United States")."""
    if not (0 < len(first) <= _LONGEST_ALIAS and 0 < len(second) <= _LONGEST_ALIAS):
        return False
    one, other = (_ALIAS_OF.get(tuple(w for w in name if w != "the")) for name in (first, second))
    return one is not None and one == other


def aliases_in(words: Sequence[str]) -> set[int]:
    """Return a number for each thing of several names that *words* name; the same for whichever name is used."""
    places = ((at, size) for at in range(len(words)) for size in range(1, _LONGEST_ALIAS + 1))
    found = (_ALIAS_OF.get(tuple(words[at : at + size])) for at, size in places)
    return {number for number in found if number is not None}


_TITLE = re.compile(
    r"herrn?|frau|dr|prof|professor|mr|mrs|ms|miss|sir|lady|lord|mayor|governor|senator|general|judge|chancellor|king"
    r"|\w*(?:president|präsident|kanzler|minister|meister|landrat|kommissar)(?:in)?"
)


def is_title(word: str) -> bool:
    """Return whether the folded *word* stands before the name of a person ("Herr", "Bürgermeisterin", "Senator")."""
    return bool(_TITLE.fullmatch(word))


def looks_like_name(printed: str, word: str, opens_sentence: bool, lang: str) -> bool:
    """Return whether a printed word is a name, from its capitals where they tell, else from what is known."""
    if is_known_name(word, lang):
        return True
    letters = [letter for letter in printed if letter.isalpha()]
    if not letters or not letters[0].isupper():
        return False
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return len(letters) <= 6  # an acronym; longer ones are shouted words
    return lang != "de" and not opens_sentence


@lru_cache(maxsize=50_000)
def same_name(first: str, second: str, lang: str) -> bool:
    """Return whether two folded words are spellings of one name: "zelenskyy", "zelensky", "selenskyj".

    They sound alike, or differ in a fifth of at least six letters; two known names never do.
    """
    if romanised_alike(first, second):
        return True
    first, second = without_accents(first), without_accents(second)
    if min(len(first), len(second)) < 3:
        return False
    if is_known_name(first, lang) and is_known_name(second, lang):
        return Indel.normalized_similarity(first, second) > 0.8 and _sounds_same(first, second)
    if _sounds_same(first, second):
        return True
    return min(len(first), len(second)) >= 6 and Indel.normalized_similarity(first, second) >= 0.8


def _sounds_same(first: str, second: str) -> bool:
    """Compare sounds across spellings: German w, j and English v, y stand for one sound in foreign names."""
    one, other = (
        sound_of(name.replace("w", "v").replace("j", "y").replace("sch", "sh"), "en") for name in (first, second)
    )
    return one == other and abs(len(first) - len(second)) <= 3
