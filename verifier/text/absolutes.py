"""Words that leave no room: put before what somebody said they make it say all of it, "a total ban"."""

from __future__ import annotations

_ADVERBS = {
    "en": "completely totally absolutely utterly entirely fully wholly altogether unconditionally unreservedly",
    "de": """völlig vollständig vollkommen komplett restlos gänzlich total absolut ausnahmslos uneingeschränkt
        bedingungslos vorbehaltlos rundweg hundertprozentig""",
    "fr": """complètement totalement absolument entièrement pleinement intégralement inconditionnellement
        complet complète complets complètes total totale totaux totales absolu absolue absolus absolues intégral
        intégrale inconditionnel inconditionnelle""",
}
_ADJECTIVES = {
    "en": "complete total absolute utter outright unconditional unlimited unreserved unanimous",
    "de": "völlig vollständig vollkommen komplett restlos total absolut uneingeschränkt bedingungslos vorbehaltlos",
}
_GERMAN_ENDINGS = ("e", "er", "es", "en", "em")


def _adjectives(text: str, lang: str) -> frozenset[str]:
    endings = _GERMAN_ENDINGS if lang == "de" else ("",)
    return frozenset(word + ending for word in text.split() for ending in endings)


_ADVERBS_OF = {lang: frozenset(text.split()) for lang, text in _ADVERBS.items()}
_ADJECTIVES_OF = {lang: _adjectives(text, lang) for lang, text in _ADJECTIVES.items()}


def is_absolute(word: str, lang: str, *, before_noun: bool) -> bool:
    """Return whether *word* says that nothing is left out; an English adjective like "total" only before a noun."""
    if word in _ADVERBS_OF.get(lang, ()):
        return True
    return before_noun and word in _ADJECTIVES_OF.get(lang, ())
