"""Jobs for the parsing child: some behave, most do not."""

from __future__ import annotations

import os
import sys
import time

from verifier.errors import FetchError, ParseError, ReadError
from verifier.model.page import Page


def length(page: Page, *, twice: bool = False) -> int:
    return len(page.body) * (2 if twice else 1)


def process_id() -> int:
    return os.getpid()


def spin() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(30)


def take_memory() -> int:
    return len(bytearray(3_000_000_000))


def crash() -> None:
    os.abort()


def stumble() -> None:
    raise KeyError("a bug of a parser")


def say_much() -> str:
    sys.stdout.write("noise " * 10_000)
    sys.stdout.flush()
    return "done"


def refuse(kind: str) -> None:
    if kind == "read":
        raise ReadError("it is a picture", subject="a.png", outcome="wrong_type")
    if kind == "fetch":
        raise FetchError("no", url="http://a.example/", outcome="gone", status=404)
    raise ParseError("no turns")
