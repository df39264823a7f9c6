"""The language of a text: declared where it is, else guessed among languages that press offices use."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_CODE = re.compile(r"([a-z]{2})(?:$|[-_])", re.IGNORECASE)
# Without a restriction short English texts are now and then guessed as Latin or Esperanto.
_AMONG = (
    "en fr de es it pt nl pl uk ru cs sk hu ro bg sr hr sl el sv da no fi et lv lt tr ar he fa zh ja ko hi id vi"
).split()
_SAMPLE = 5_000  # characters
_ENOUGH = 400  # characters from which a guess may contradict what is declared
_SURE = 0.9999  # normalised probability for the same


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Return the language identifier, loaded once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_AMONG)
    return identifier


def language_code(declared: str | None) -> str | None:
    """Return the two-letter code of a declaration like "en-GB", or None."""
    found = _CODE.match((declared or "").strip())
    return found.group(1).lower() if found else None


def language_of(text: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the ISO 639-1 code of *text*, and flags.

    The declared language counts first. A long text that is surely in another one is taken by its
    words and flagged ``lang_contradicts_page``: templates are often left in English.
    """
    code = language_code(declared)
    sample = text[:_SAMPLE]
    if code is not None and (len(sample) < _ENOUGH or code not in _AMONG):
        return code, ()
    if not any(character.isalpha() for character in sample):
        return code or "en", ()
    guess, probability = _identifier().classify(sample)
    if code is None:
        return str(guess), ()
    if guess != code and probability >= _SURE:
        return str(guess), ("lang_contradicts_page",)
    return code, ()
