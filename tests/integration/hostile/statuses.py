"""Statuses, refusals that pass, conditions and parts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from hostile.wire import PAGE, Asked, Behaviour, Pieces, head, in_turn, redirect, whole

ETAG, MODIFIED = '"harbour-1"', "Thu, 07 Mar 2024 16:00:00 GMT"


def _date_form(_: Asked) -> bytes:
    """Return a 503 whose Retry-After is a date one to two seconds ahead."""
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    return whole(b"later", "503 Service Unavailable", Retry_After=when)


def _etag(asked: Asked) -> bytes:
    """Return the page, or that it has not changed."""
    if asked.headers.get("if-none-match") == ETAG or asked.headers.get("if-modified-since") == MODIFIED:
        return head("304 Not Modified", ETag=ETAG)
    return whole(ETag=ETAG, Last_Modified=MODIFIED)


def _part(asked: Asked) -> bytes:
    """Return the bytes that were asked for, as far as there are any."""
    first, _, last = asked.headers.get("range", "bytes=0-").removeprefix("bytes=").partition("-")
    body = PAGE[int(first) : int(last) + 1 if last else None]
    where = f"bytes {first}-{int(first) + len(body) - 1}/{len(PAGE)}"
    return whole(body, "206 Partial Content", Content_Range=where)


def _echo(asked: Asked) -> bytes:
    """Return what was asked, as a page."""
    told = [f"{asked.method} {asked.path}?{asked.query}", *(f"{n}: {v}" for n, v in asked.headers.items())]
    return whole("\n".join([*told, "", asked.body.decode("utf-8", "replace")]).encode(), kind="text/plain")


def _echo_header(asked: Asked) -> Pieces:
    """Return a page that repeats the request in a header of its own."""
    return whole(X_Asked=f"{asked.query} {asked.headers.get('x-api-key', '')}")


TOO_MANY, DOWN, BROKEN = "429 Too Many Requests", "503 Service Unavailable", "500 Internal Server Error"
STATUSES: dict[str, Behaviour] = {
    "/status/204": head("204 No Content"),
    "/status/206": whole(PAGE[:200], "206 Partial Content", Content_Range=f"bytes 0-199/{len(PAGE)}"),
    "/status/304": head("304 Not Modified"),
    "/status/400": whole(b"<html>what</html>", "400 Bad Request"),
    "/status/401": whole(b"<html>who are you</html>", "401 Unauthorized"),
    "/status/403": whole(b"<html>no</html>", "403 Forbidden"),
    "/status/403-wall": whole(b"<html><title>Just a moment...</title></html>", "403 Forbidden"),
    "/status/404": whole(b"<html>nothing here</html>", "404 Not Found"),
    "/status/404-wall": whole(b"<html><title>Access Denied</title></html>", "404 Not Found"),
    "/status/404-own-wall": whole(b"<html>Turnstile of the Harbour Office</html>", "404 Not Found"),
    "/status/410": whole(b"<html>gone</html>", "410 Gone"),
    "/status/451": whole(b"<html>the law</html>", "451 Unavailable For Legal Reasons"),
    "/status/stale-cache": whole(Age="31536000", Warning='110 - "Response is Stale"'),
    "/status/200-challenge": whole(PAGE, cf_mitigated="challenge"),
    "/status/200-own-challenge": whole(PAGE, X_Harbour_Gate="Closed for robots"),
    "/etag/asked": _etag,
    "/etag/unasked": head("304 Not Modified", ETag=ETAG),
    "/range/ok": _part,
    "/range/short": lambda _: whole(PAGE[:50], "206 Partial Content", Content_Range=f"bytes 0-99/{len(PAGE)}"),
    "/range/other": lambda _: whole(PAGE[5:55], "206 Partial Content", Content_Range=f"bytes 5-54/{len(PAGE)}"),
    "/range/unsaid": lambda _: whole(PAGE[:100], "206 Partial Content"),
    "/range/ignored": whole(),
    "/echo": _echo,
    "/echo/header": _echo_header,
}
RETRIES: dict[str, Behaviour] = {
    "/retry/429": in_turn(whole(b"wait", TOO_MANY, Retry_After="1"), whole()),
    "/retry/503-date": in_turn(_date_form, whole()),
    "/retry/500": in_turn(whole(b"broken", BROKEN), whole()),
    "/retry/cut": in_turn(head(Content_Length=str(len(PAGE))) + PAGE[:200], whole()),
    "/retry/silent-close": in_turn(b"", whole()),
    "/retry/empty": in_turn(whole(b""), whole()),
    "/retry/429-forever": whole(b"wait", TOO_MANY, Retry_After="0"),
    "/retry/500-forever": whole(b"broken", BROKEN),
    "/retry/429-day": whole(b"wait", TOO_MANY, Retry_After="86400"),
    "/retry/503-day": whole(b"later", DOWN, Retry_After="86400"),
    "/retry/429-day-b": whole(b"wait", TOO_MANY, Retry_After="86400"),
    "/retry/nonsense": in_turn(whole(b"later", DOWN, Retry_After="soon"), whole()),
    "/retry/negative": in_turn(whole(b"later", DOWN, Retry_After="-30"), whole()),
    "/retry/millennium": whole(b"later", DOWN, Retry_After="999999999"),
}


def _to_canary(form: str, path: str = "/secrets") -> Behaviour:
    """Return a redirect to the canary, whose port stands for {port} and host:port of the server for {allowed}."""

    def send(asked: Asked) -> bytes:
        port = asked.canary.rpartition(":")[2]
        return redirect(form.format(port=port, allowed=asked.place) + path)

    return send


def _chain(asked: Asked) -> bytes:
    """Return one of n redirects in a row."""
    number = int(asked.path.rsplit("/", 1)[1])
    return redirect(f"/redirect/chain/{number - 1}" if number > 1 else "/ok")


CANARY_FORMS = {
    "port1": "http://127.0.0.1:{port}",
    "short": "http://127.1:{port}",
    "decimal": "http://2130706433:{port}",
    "hex": "http://0x7f.0.0.1:{port}",
    "octal": "http://0177.0.0.1:{port}",
    "mapped": "http://[::ffff:127.0.0.1]:{port}",
    "loopback6": "http://[::1]:{port}",
    "zero": "http://0.0.0.0:{port}",
    "name": "http://localhost:{port}",
    "dot": "http://127.0.0.1.:{port}",
    "wide-digits": "http://１２７.0.0.1:{port}",
    "userinfo": "http://{allowed}@127.0.0.1:{port}",
    "no-scheme": "//127.0.0.1:{port}",
}
REDIRECTS: dict[str, Behaviour] = {
    "/redirect/ok": redirect("/ok#part", "301 Moved Permanently"),
    "/redirect/loop": redirect("/redirect/loop2"),
    "/redirect/loop2": redirect("/redirect/loop"),
    "/redirect/self": redirect("/redirect/self"),
    "/redirect/none": head("302 Found", Content_Length="0"),
    "/redirect/home": redirect("/"),
    "/redirect/login": redirect("/login?next=x"),
    "/redirect/file": redirect("file:///etc/passwd"),
    "/redirect/ftp": redirect("ftp://127.0.0.1/secrets"),
    "/redirect/script": redirect("javascript:alert(1)"),
    "/redirect/data": redirect("data:text/html,hello"),
    "/redirect/split": redirect("/ok\tHost: elsewhere.example"),
    "/redirect/see-other": redirect("/echo", "303 See Other"),
    "/redirect/same-method": redirect("/echo", "307 Temporary Redirect"),
    "/redirect/repeats-query": lambda asked: redirect(f"/echo?{asked.query}&page=2"),
    "/redirect/key-in-path": lambda asked: redirect(f"/echo/{asked.query}"),
    "/redirect/meta-refresh": lambda asked: whole(
        PAGE.replace(b"<head>", f'<head><meta http-equiv="refresh" content="0; url=http://{asked.canary}/">'.encode())
    ),
    "/html/subresources": lambda asked: whole(
        PAGE.replace(
            b"</main>",
            f'<img src="http://{asked.canary}/i"><script src="http://{asked.canary}/s"></script></main>'.encode(),
        )
    ),
    "/": whole(),
    "/login": whole(),
    **{f"/redirect/chain/{number}": _chain for number in range(1, 9)},
    **{f"/redirect/{name}": _to_canary(form) for name, form in CANARY_FORMS.items()},
}
