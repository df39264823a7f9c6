"""The address law: what may be connected to, decided on addresses as resolved, never on names.

Only http and https, ports 80 and 443, and globally routed unicast addresses. ``allow_private``
names the exceptions as "host:port", exactly as an address must print them; no other spelling of the
same machine is let through by it.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

_PORTS = {"http": 80, "https": 443}
# A host of digits, dots and 0x only is a spelling of an IPv4 address: 127.1, 2130706433, 0x7f.0.0.1.
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d*))*", re.IGNORECASE)
_QUAD = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")
_UNICAST = IPv6Network("2000::/3")  # all that is assigned for the open internet
_NAT64 = IPv6Network("64:ff9b::/96")


class BlockedAddress(Exception):
    """An address that may not be asked; the message says why, in one line."""


class UnknownHost(Exception):
    """A host name that could not be resolved; the message says why, in one line."""


class UnresolvedInTime(UnknownHost):
    """A host name that was not resolved in the time there was."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a URL leads: its scheme, host as printed in lower case, and port."""

    scheme: str
    host: str
    port: int

    @property
    def printed(self) -> str:
        """The "host:port" that ``allow_private`` would have to name."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 one stands for (mapped, 6to4, Teredo, NAT64), or None."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    return IPv4Address(int(address) & 0xFFFF_FFFF) if address in _NAT64 else None


def is_open(address: IPv4Address | IPv6Address) -> bool:
    """Return whether *address* lies on the open internet.

    ``is_global`` alone lets multicast through, and an IPv6 address may stand for an IPv4 one.
    """
    if isinstance(address, IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_open(inner)
        return address in _UNICAST and address.is_global and not address.is_reserved
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_link_local)


def _resolve(host: str, port: int, seconds: float) -> list[str]:
    """Return the addresses of *host* as the system resolves it, in order; UnknownHost after *seconds*.

    The system's resolver knows no time limit, so it is left behind in a thread of its own.
    """
    answers: list[str] = []
    reasons: list[str] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            reasons.append(str(error.strerror or error) if isinstance(error, OSError) else "not a host name")
            return
        answers.extend(dict.fromkeys(str(entry[4][0]) for entry in found))

    thread = threading.Thread(target=ask, daemon=True, name=f"resolve {host}")
    thread.start()
    thread.join(max(0.0, seconds))
    if answers:
        return answers
    if reasons:
        raise UnknownHost(f"{host}: {reasons[0]}")
    raise UnresolvedInTime(f"{host}: the name was not resolved in time")


def target_of(url: str) -> Target:
    """Return where *url* leads.

    Raises BlockedAddress for a scheme other than http and https, a user name in the address, no
    host, or a port that is no number.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise BlockedAddress("not a web address") from None
    if parts.scheme not in _PORTS:
        raise BlockedAddress(f"only http and https are asked, not {parts.scheme or 'an address without scheme'}")
    if parts.username is not None or parts.password is not None:
        raise BlockedAddress("an address with a user name in it is not asked")
    if not parts.hostname:
        raise BlockedAddress("an address without a host")
    return Target(parts.scheme, parts.hostname, _PORTS[parts.scheme] if port is None else port)


@dataclass(frozen=True, slots=True)
class AddressLaw:
    """What may be connected to; ``allow_private`` holds the exceptions as "host:port"."""

    allow_private: frozenset[str] = frozenset()
    resolve: Callable[[str, int, float], list[str]] = _resolve

    def expect_allowed(self, target: Target) -> None:
        """Raise BlockedAddress where the printed address alone forbids the connection."""
        if target.printed in self.allow_private:
            return
        if target.port not in _PORTS.values():
            raise BlockedAddress(f"port {target.port} is not asked; only 80 and 443 are")
        if _NUMERIC.fullmatch(target.host) and not _QUAD.fullmatch(target.host):
            raise BlockedAddress(f"{target.host} is an unusual spelling of an address")

    def addresses(self, host: str, port: int, seconds: float) -> list[str]:
        """Return the addresses of *host* that may be connected to, in the resolver's order.

        Raises BlockedAddress if any of them is not on the open internet: a name that leads inside
        and outside at once is an attack or a mistake. Raises UnknownHost where there is none.
        """
        target = Target("", host.lower(), port)
        self.expect_allowed(target)
        found = self.resolve(host, port, seconds)
        if target.printed in self.allow_private:
            return found
        for printed in found:
            try:
                address = ip_address(printed.partition("%")[0])
            except ValueError:
                raise BlockedAddress(f"{host} leads to {printed}, which is no address") from None
            if "%" in printed or not is_open(address):
                via = "" if host == printed else f"{host} leads to "
                raise BlockedAddress(f"{via}{address}, which is not on the open internet")
        return found
