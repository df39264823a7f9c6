"""Work done in threads that nobody waits for when the program is told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import TypeVar

_Given = TypeVar("_Given")
_Result = TypeVar("_Result")


def side_by_side(work: Callable[[_Given], _Result], given: Sequence[_Given], at_once: int) -> Iterator[_Result]:
    """Yield what *work* makes of each, as it ends, at most *at_once* at a time; an error of it is raised here.

    The threads are daemons: a walk that waits for a slow server must not keep a stopped program alive. What
    each stores it stores in whole transactions, so one that is left behind leaves nothing half done.
    """
    waiting: SimpleQueue[_Given] = SimpleQueue()
    ended: SimpleQueue[tuple[_Result | None, BaseException | None]] = SimpleQueue()
    for one in given:
        waiting.put(one)

    def serve() -> None:
        while True:
            try:
                one = waiting.get_nowait()
            except Empty:
                return
            try:
                ended.put((work(one), None))
            except BaseException as error:  # noqa: BLE001 - the thread's edge: it is raised where the results are read
                ended.put((None, error))

    for number in range(min(at_once, len(given))):
        threading.Thread(target=serve, daemon=True, name=f"source {number}").start()
    for _ in given:
        result, error = ended.get()
        if error is not None:
            raise error
        yield result  # type: ignore[misc]  # None only beside an error
