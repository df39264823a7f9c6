"""The gate: what alignment and pipeline say of hand-written pairs, against pinned floors.

``pytest -s tests/quality/test_matching_quality.py`` prints the table.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from pairs_scoring import AXES, DIGEST, FLOORS, Judged, Pair, digest, figures, judge, read_pairs

from verifier.model.evidence import Context, CoverageState, Dating, EditKind, Headline, SpeakerCheck

PINNED = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
ALL = read_pairs()
VALUES = dict(zip(AXES, (Headline, SpeakerCheck, Dating, Context, CoverageState), strict=True))


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    """Return what the program says of every pair, and print the table."""
    found = [judge(pair) for pair in ALL]
    print("\n" + "\n".join(_table(found)))  # noqa: T201
    return found


def _table(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the figures, then every disagreement, most harmful first, then every listed failure."""
    honest = sum(one.pair.honest for one in judged)
    yield f"{len(judged)} pairs, {honest} honest"
    for name, (right, of) in figures(judged).items():
        yield f"{name:<20}{right:>5} of {of:<5}{right / of:.3f}  floor {PINNED['floors'][name]:.3f}"
    for mark, one in sorted(((_harm(one), one) for one in judged if not one.all_right), key=lambda row: row[0]):
        yield f"{mark:<24}{one.pair.theme}/{one.pair.id}: {_described(one)}"
    right = {one.pair.id for one in judged if one.all_right}
    for wrong in ("false_accusation", "false_confirmation"):
        for name, reason in PINNED[wrong].items():
            yield f"listed {wrong}: {name}: {'right by now: take it off the list' if name in right else reason}"


def _harm(one: Judged) -> str:
    if one.accuses_falsely:
        return "1 false accusation"
    if one.confirms_falsely:
        return "2 false confirmation"
    if one.belittles:
        return "3 change called less"
    return "4 wording or axis" if not one.wording_right or one.wrong_axes else "5 kind alone"


def _described(one: Judged) -> str:
    kinds = ["|".join(sorted(kind)) for kind in one.pair.kinds or ()]
    expected = f"{'|'.join(sorted(one.pair.wording))} {kinds}"
    axes = {axis: f"{value} for {'|'.join(sorted(one.pair.axes[axis]))}" for axis, value in one.wrong_axes.items()}
    return f"{one.wording} {sorted(one.found)}, expected {expected}{f' {axes}' if axes else ''}"


def _listed(judged: Sequence[Judged]) -> str:
    return "\n".join(f"{one.pair.theme}/{one.pair.id}: {_described(one)}" for one in judged)


@pytest.mark.parametrize(("name", "floor"), PINNED["floors"].items())
def test_no_figure_falls_below_its_floor(judged: list[Judged], name: str, floor: float) -> None:
    """Agreement with the reader stays at what was reached, by language and axis."""
    right, of = figures(judged)[name]
    assert right / of >= floor, _listed([one for one in judged if not one.all_right])


def test_no_words_are_accused_falsely(judged: list[Judged]) -> None:
    """Nothing is called changed in what it says that no reader would, but for the failures listed with their reason."""
    wrong = [one for one in judged if one.accuses_falsely and one.pair.id not in PINNED["false_accusation"]]
    assert wrong == [], _listed(wrong)


def test_no_changed_words_are_confirmed(judged: list[Judged]) -> None:
    """No changed quotation passes as faithful, but for the failures listed with their reason."""
    wrong = [one for one in judged if one.confirms_falsely and one.pair.id not in PINNED["false_confirmation"]]
    assert wrong == [], _listed(wrong)


def test_every_listed_failure_is_a_pair_and_has_its_reason() -> None:
    """The lists of known failures excuse nothing that is not in the table."""
    excused = {**PINNED["false_accusation"], **PINNED["false_confirmation"]}
    assert set(excused) <= {pair.id for pair in ALL}
    assert all(len(reason) > 10 for reason in excused.values())


def test_neither_pairs_nor_floors_change_unseen() -> None:
    """The pinned digest is that of the data; whoever changes either has to say so."""
    pinned = [line for line in DIGEST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert pinned == [digest()], f"pairs, padding or floors changed: see {DIGEST.name}; they are now {digest()}"


@pytest.mark.parametrize("pair", [pytest.param(pair, id=f"{pair.theme}/{pair.id}") for pair in ALL])
def test_pairs_are_well_formed(pair: Pair) -> None:
    """Every expected value is one that the axes know, and no key is misspelled."""
    known = "id lang record records quotation claim wording kinds also why day days place tier rendition title".split()
    assert set(pair.row) <= {*known, *AXES}
    assert pair.wording
    for kind in pair.also.union(*(pair.kinds or ())):
        EditKind(kind.removesuffix("!"))
    for axis, values in pair.axes.items():
        assert values <= set(VALUES[axis])


def test_the_table_covers_what_it_promises() -> None:
    """Pairs enough in each language, nearly half of them honest, no name used twice, and every kind of change."""
    languages = Counter(pair.lang for pair in ALL)
    assert languages["en"] >= 220
    assert languages["de"] >= 80
    assert languages["fr"] >= 20
    assert sum(pair.honest for pair in ALL) >= 0.45 * len(ALL)
    assert len({pair.id for pair in ALL}) == len(ALL)
    kinds = {kind.removesuffix("!") for pair in ALL for one in pair.kinds or () for kind in one}
    assert set(EditKind) - kinds <= {EditKind.CASE}
