"""Laws of reading one huge JSON array value by value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import ParseError
from verifier.sources.json_stream import BreaksOff, chunks_of, iter_array

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
ARRAYS = st.lists(VALUES, max_size=8)


def pieces(body: bytes, size: int) -> Iterator[bytes]:
    """Yield the body in pieces of *size* bytes."""
    yield from (body[start : start + size] for start in range(0, len(body), size))


@given(ARRAYS, st.integers(1, 40), st.sampled_from([None, 2]), st.booleans(), st.sampled_from(["", "\ufeff", " \r\n"]))
def test_streamed_is_loaded(values: list[Any], size: int, indent: int | None, plain: bool, before: str) -> None:
    """However an array is printed and cut into pieces, its values come as if it were loaded whole."""
    body = (before + json.dumps(values, indent=indent, ensure_ascii=plain)).encode("utf-8", "surrogatepass")
    assert list(iter_array(pieces(body, size))) == values
    assert list(iter_array(chunks_of(body))) == values


@given(ARRAYS, st.integers(1, 40), st.data())
def test_a_cut_array_gives_its_whole_values(values: list[Any], size: int, data: st.DataObject) -> None:
    """Of an array that breaks off the values before the break come, whole, and then the break is told."""
    body = json.dumps(values).encode()
    kept = data.draw(st.integers(1, len(body) - 1))
    found: list[Any] = []
    try:
        for value in iter_array(pieces(body[:kept], size)):
            found.append(value)  # noqa: PERF402  (what came before the break counts)
        told = False
    except BreaksOff:
        told = True
    assert told
    assert found == values[: len(found)]
    # At most the value in which it breaks, and the one before it whose end shows only in the next mark.
    rest = json.dumps(values[len(found) :])
    assert len(rest) + 2 >= len(body) - kept


@given(st.binary(max_size=60), st.integers(1, 9))
def test_whatever_comes_is_values_or_one_error(body: bytes, size: int) -> None:
    """Bytes of any kind end in values or in one error of ours."""
    try:
        found = list(iter_array(pieces(body, size)))
    except ParseError:
        return
    assert found == json.loads(body.decode("utf-8-sig"))
