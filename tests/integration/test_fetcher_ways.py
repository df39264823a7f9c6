"""The way to a server: names, addresses and TLS."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from fetching import LIMITS, MANNERS, manners_with, refusal
from hostile.server import Canary, HostileServer, hostile_server
from hostile.wire import PAGE, whole

from verifier.harvest.addresses import AddressLaw, UnknownHost
from verifier.harvest.fetcher import Fetcher
from verifier.harvest.politeness import HostGate
from verifier.sources.connector import Request


@pytest.fixture
def server() -> Iterator[HostileServer]:
    """Run a server for one test."""
    with hostile_server() as running:
        yield running


def fetcher_under(law: AddressLaw) -> Fetcher:
    """Return a fetcher under an address law of its own."""
    return Fetcher(MANNERS, law=law, gate=HostGate())


@pytest.mark.parametrize(
    "addresses",
    [
        pytest.param(["127.0.0.1"], id="inside"),
        pytest.param(["93.184.215.14", "127.0.0.1"], id="inside and outside at once"),
        pytest.param(["10.1.2.3"], id="a private network"),
        pytest.param(["169.254.169.254"], id="a cloud's own data"),
        pytest.param(["100.64.0.1"], id="a provider's network"),
        pytest.param(["224.0.0.1"], id="many at once"),
        pytest.param(["fe80::1%eth0"], id="this link"),
        pytest.param(["::ffff:127.0.0.1"], id="IPv4 inside IPv6"),
        pytest.param(["64:ff9b::7f00:1"], id="translated"),
        pytest.param(["2002:7f00:1::"], id="6to4"),
        pytest.param(["not an address"], id="nothing"),
    ],
)
def test_a_name_that_leads_inside_is_refused(addresses: list[str]) -> None:
    """The address is judged as resolved: a public name for a private place, or for both, is refused."""
    law = AddressLaw(resolve=lambda *_: addresses)
    assert refusal(fetcher_under(law), Request("http://rebinding.example/")).outcome == "blocked_address"


def test_a_name_that_changes_its_mind(server: HostileServer) -> None:
    """The address that was checked is the one that is connected to: a second answer is never used unchecked (S12)."""
    canary = Canary("127.0.0.2", server.port)
    asked = []

    def rebind(host: str, port: int, seconds: float) -> list[str]:
        asked.append(host)
        return ["127.0.0.1" if len(asked) == 1 else "127.0.0.2"]

    law = AddressLaw(frozenset({f"harbour.example:{server.port}"}), rebind)
    page = fetcher_under(law).fetch(f"http://harbour.example:{server.port}/ok")
    assert page.body == PAGE
    assert asked == ["harbour.example"]
    assert canary.hits == []
    assert server.log[-1].asked.headers["host"] == f"harbour.example:{server.port}"
    canary.close()


def test_a_name_that_turns_inside_between_attempts() -> None:
    """A name that led outside at first and inside then is refused at the second attempt."""
    answers = iter([[], ["127.0.0.1"]])

    def rebind(host: str, port: int, seconds: float) -> list[str]:
        if found := next(answers):
            return found
        raise UnknownHost(f"{host}: try again")

    fetcher = Fetcher(manners_with(attempts=2), law=AddressLaw(resolve=rebind), gate=HostGate())
    error = refusal(fetcher, Request("http://rebinding.example/"))
    assert (error.outcome, error.attempts) == ("blocked_address", 2)


def test_a_name_that_is_never_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's resolver knows no time limit; ours ends with the deadline."""
    over = threading.Event()

    def wait(*_: object, **__: object) -> list[object]:
        over.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", wait)
    began = time.monotonic()
    error = refusal(Fetcher(MANNERS, gate=HostGate()), Request("http://slow.example/"))
    over.set()
    assert error.outcome == "too_slow"
    assert time.monotonic() - began < LIMITS.total_seconds + 0.5


def test_a_name_that_is_not_there() -> None:
    """A name without an address is no usable answer, which may pass."""
    error = refusal(Fetcher(MANNERS, gate=HostGate()), Request("http://harbour.invalid/"))
    assert (error.outcome, error.retryable) == ("http_error", True)


def test_nobody_listens(server: HostileServer) -> None:
    """A refused connection is no usable answer, which may pass."""
    place = server.place
    server.close()
    error = refusal(Fetcher(MANNERS, allow_private=frozenset({place}), gate=HostGate()), Request(f"http://{place}/"))
    assert (error.outcome, error.retryable) == ("http_error", True)


def test_plain_http_behind_https(server: HostileServer) -> None:
    """A server that speaks no TLS where https was asked for is a TLS error (T1)."""
    fetcher = Fetcher(MANNERS, allow_private=frozenset({server.place}), gate=HostGate())
    assert refusal(fetcher, Request(f"https://{server.place}/ok")).outcome == "tls_error"


def certificate(folder: Path, name: str, days: int) -> Path:
    """Return a file with a key and a self-signed certificate for *name* that is good for *days*."""
    key, asked, made, both = (folder / f"{part}.pem" for part in ("key", "asked", "certificate", "both"))
    (folder / "names").write_text(f"subjectAltName={name}\nbasicConstraints=CA:TRUE\n")
    for command in (
        f"openssl req -new -nodes -newkey rsa:2048 -subj /CN=harbour -keyout {key} -out {asked}",
        f"openssl x509 -req -in {asked} -signkey {key} -days {days} -extfile {folder / 'names'} -out {made}",
    ):
        subprocess.run(command.split(), check=True, capture_output=True)
    both.write_bytes(key.read_bytes() + made.read_bytes())
    return both


@contextmanager
def under_tls(both: Path) -> Iterator[int]:
    """Run a server that answers every TLS connection with the page; gives its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                plain, _ = listening.accept()
                with plain, suppress(OSError), context.wrap_socket(plain, server_side=True) as connection:
                    connection.recv(65_536)
                    connection.sendall(whole())

    threading.Thread(target=serve, daemon=True).start()
    yield listening.getsockname()[1]
    listening.close()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificates for this test")
@pytest.mark.parametrize(
    ("name", "days", "trusted", "outcome"),
    [
        pytest.param("IP:127.0.0.1", 2, True, None, id="a good one"),
        pytest.param("IP:127.0.0.1", 2, False, "tls_error", id="T1 nobody trusts it"),
        pytest.param("DNS:elsewhere.example", 2, True, "tls_error", id="T1 another name's"),
        pytest.param("IP:127.0.0.1", -1, True, "tls_error", id="T1 expired"),
    ],
)
def test_certificates(tmp_path: Path, name: str, days: int, trusted: bool, outcome: str | None) -> None:
    """A certificate must be trusted, in date, and the host's; there is no switch that passes it over."""
    both = certificate(tmp_path, name, days)
    context = ssl.create_default_context()
    if trusted:
        context.load_verify_locations(both)
    with under_tls(both) as port:
        allowed = frozenset({f"127.0.0.1:{port}"})
        fetcher = Fetcher(MANNERS, allow_private=allowed, gate=HostGate(), trusted=context)
        request = Request(f"https://127.0.0.1:{port}/")
        if outcome is None:
            assert fetcher.ask(request).body == PAGE
        else:
            assert refusal(fetcher, request).outcome == outcome
