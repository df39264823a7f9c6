"""The figures of the gate as a table for people."""

from __future__ import annotations

from scoring import Scores

MEASURES = (
    "precision recall speaker mention form joining date dated relayed contradicted indirect indirect_speaker never"
).split()
LANGUAGES = ("en", "fr", "de", "all")


def table(scores: Scores) -> str:
    """Return one row a measure: the right share, of how many, and (where it differs) of all that is labelled."""
    rows = [f"{'measure':<17}" + "".join(f"{lang:>24}" for lang in LANGUAGES)]
    for measure in MEASURES:
        cells = (_cell(scores, measure, lang) for lang in LANGUAGES)
        rows.append(f"{measure:<17}" + "".join(f"{cell:>24}" for cell in cells))
    return "\n".join(rows)


def _cell(scores: Scores, measure: str, lang: str) -> str:
    share = scores.share(measure, lang)
    if share is None:
        return "-"
    lost = scores.total(scores.unfound, measure, lang)
    overall = f" ({scores.reached(measure, lang):.3f})" if lost else ""
    return f"{share:.3f} of {scores.total(scores.judged, measure, lang)}{overall}"
