"""Whom the title of a record names as speaking: "Remarks by A. Bee and Press Secretary C. Dee at the Harbour"."""

from __future__ import annotations

import re

_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|\s(?:and|et|und|with|avec|mit)\s)\s*(?:(?:and|et|und)\s)?", re.IGNORECASE)
_BY = re.compile(
    r"(?:briefing|gaggle|call|remarks|statement|speech|address|conference|conférence|interview|déclaration|discours|entretien"
    r"|interview|rede|ansprache|erklärung)(?:\sas\s(?:prepared(?:\sfor\sdelivery)?|delivered))?"
    r"(?:\s(?:de\spresse|conjointe?s?|communes?|commun))*"
    r"\s(?:by|with|from|of|de|d['’]|von|des|der)\s?(?P<speakers>.+)",
    re.IGNORECASE,
)
# What comes after the names: occasions, places, days.
_AFTER_NAMES = re.compile(
    r"\s(?:on|at|in|before|after|during|to|ahead|about|following|upon|regarding|concerning|marking|honou?ring|celebrating"
    r"|(?:announc|welcom|provid|encourag|introduc|highlight|commemorat|sign|launch|respond|urg|call|recogniz|address"
    r"|discuss|unveil|present|open|clos|host|meet|visit)ing|aboard|en route|as|for|sur|à|au|aux|lors|pour|dans|zu|zum"
    r"|zur|bei|beim|auf|im|vor|nach)\s|\s[–—|]\s|\s?\(|,\s(?=\d|[^\W\d_]+\s\d)",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w'’\-]+ [A-ZÀ-Þ][\w'’\-]+")
_TITLED = re.compile(r"^(?:de\s|d['’])?(?:(?:M\.|Mme|MM\.)\s)?")


def _parted(text: str) -> tuple[str, ...]:
    """Return the names that a list of names holds, offices set behind a name left out.

    A part in small letters that holds a full name counts: two persons must never be taken for one.
    """
    parts = (one.strip(" .:") for one in _BETWEEN_NAMES.split(text))
    return tuple(part for part in parts if part[:1].isupper() or _FULL_NAME.search(part))


def names_in_title(title: str, pattern: str | None = None) -> tuple[str, ...]:
    """Return the persons whom a title names as speaking, with the titles before their names.

    *pattern* is the source's own, with a group ``speakers``; without one the usual forms of English,
    French and German titles are known.
    """
    found = re.search(pattern, title) if pattern else _BY.search(title)
    told = (found.groupdict().get("speakers") or "") if found else ""
    names = _parted(re.sub(r"^the\s", "The ", _AFTER_NAMES.split(told)[0]))
    return tuple(_TITLED.sub("", name) for name in names if not any(map(str.isdigit, name)))
