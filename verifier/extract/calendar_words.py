"""Month and weekday names, and small numbers, in English, French and German."""

from __future__ import annotations

_MONTHS = """january january,jan janvier januar,jänner
february february,feb février,fevrier,févr februar
march march,mar mars märz,maerz
april april,apr avril april
may may mai mai
june june,jun juin juni
july july,jul juillet juli
august august,aug août,aout august
september september,sept,sep septembre,sept september
october october,oct octobre oktober
november november,nov novembre november
december december,dec décembre,decembre,déc dezember"""
_WEEKDAYS = """monday lundi montag
tuesday mardi dienstag
wednesday mercredi mittwoch
thursday jeudi donnerstag
friday vendredi freitag
saturday samedi samstag,sonnabend
sunday dimanche sonntag"""
_NUMBERS = {
    "en": "a,an,one two three four five six seven eight nine ten eleven twelve",
    "fr": "un,une deux trois quatre cinq six sept huit neuf dix onze douze",
    "de": "ein,eine,einem,einer,einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
}
_COLUMNS = {"en": 1, "fr": 2, "de": 3}


def months_of(lang: str) -> dict[str, int]:
    """Return the number, 1 to 12, of every month name and short form of a language; English for an unknown one."""
    column = _COLUMNS.get(lang, 1)
    rows = [row.split() for row in _MONTHS.splitlines()]
    return {name: number for number, row in enumerate(rows, start=1) for name in row[column].split(",")}


def weekdays_of(lang: str) -> dict[str, int]:
    """Return the number, Monday is 0, of every weekday name of a language; English for an unknown one."""
    column = _COLUMNS.get(lang, 1) - 1
    rows = [row.split() for row in _WEEKDAYS.splitlines()]
    return {name: number for number, row in enumerate(rows) for name in row[column].split(",")}


def numbers_of(lang: str) -> dict[str, int]:
    """Return the value of every small number word of a language; English for an unknown one."""
    words = _NUMBERS.get(lang, _NUMBERS["en"]).split()
    return {name: value for value, names in enumerate(words, start=1) for name in names.split(",")}


def alternatives(words: dict[str, int]) -> str:
    """Return the words as one pattern, longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
