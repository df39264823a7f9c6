"""Which language model reads which article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.settings import NO_MODEL

if TYPE_CHECKING:
    from verifier.extract.parser import Parser


def parser_for(lang: str, configured: str | None) -> Parser | None:
    """Return the parser for a language, None where there is none or "none" is configured.

    A configured model is used for its own language, which its name begins with ("en_core_web_md").
    """
    from verifier.extract.parser import load_parser

    if configured == NO_MODEL:
        return None
    own = configured is not None and configured.partition("_")[0] == lang
    return load_parser(lang, configured if own else None)
