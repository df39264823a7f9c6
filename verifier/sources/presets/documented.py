"""``docs/sources.md``: what the shipped publishers are, told from their files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from verifier.sources.config import JsonApiSource, SourceConfig, WebBase
from verifier.sources.presets import preset, preset_names, preset_text

PARTS = ("Traps", "Licence", "Robots", "Not verified live")
"""What the head comment of a preset tells, after what the site does and since when."""
_PART = re.compile(rf"(?P<name>{'|'.join(PARTS)}):\s*(?P<text>.*)")
_FOUND_BY = {"index": "crawl", "server": "search", "metadata": "index only"}
_INTRODUCTION = """\
# Sources

Made from `verifier/sources/presets/` by `make docs`; change the presets, not this page.

A preset is switched on in the configuration by its name; every key may be laid over it:

```toml
[[source]]
preset = "wh-biden"
coverage = { from = 2024-01-01, to = 2024-12-31 }
```

*Found by*: `search` asks the publisher's own search in `gather`; `crawl` reads its list in `harvest` and searches
what is stored; `index only` tells who spoke when, without the words. *Tier*: 1 official verbatim, 2 official edited
or a mirror, 3 a full transcript by an agency or broadcaster, 4 as prepared or metadata, 5 captions and speech
recognition. *Store*: `full` keeps the text, `excerpt` what surrounds a match, `hash` only the digest. `quote-verifier
sources check` asks each for its control and says what works; nothing here was seen live, so run it first.
"""
_ADDING = """\
## Adding a publisher

One TOML file and two recorded pages, no Python: see “Adding a publisher” in [CONTRIBUTING.md](../CONTRIBUTING.md).
"""


@dataclass(frozen=True, slots=True)
class Head:
    """The head comment of a preset: what the site does, then its parts by name."""

    about: str
    parts: tuple[tuple[str, str], ...]


def head_of(text: str) -> Head:
    """Return the head comment of a preset's file, its lines joined."""
    about: list[str] = []
    parts: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        said = line.lstrip("#").strip()
        if found := _PART.match(said):
            parts.append((found["name"], [found["text"]]))
        elif said:
            (parts[-1][1] if parts else about).append(said)
    return Head(" ".join(about), tuple((name, " ".join(lines)) for name, lines in parts))


def _row(cells: Iterable[str]) -> str:
    """Return one row of a table, strokes inside cells escaped."""
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _cells(config: SourceConfig) -> tuple[str, ...]:
    """Return what the table tells of a source."""
    off = "" if config.enabled else " (off)"
    robots = "obeyed" if config.robots == "obey" else f"ignored: {config.robots_reason}"
    return (
        f"[`{config.id}`](#{config.id})",
        f"{config.publisher}{off}",
        f"`{config.kind}`",
        " ".join(config.languages),
        str(config.tier or ""),
        _FOUND_BY[config.find] if isinstance(config, WebBase) else "files",
        config.licence or "",
        config.store,
        robots,
    )


def _described(config: SourceConfig) -> Iterator[str]:
    """Yield the lines about one source."""
    head = head_of(preset_text(config.id))
    first, last = config.coverage.first, config.coverage.last
    yield f"### {config.id}\n"
    yield f"{head.about}\n"
    if first or last:
        yield f"- **Covers**: from {first or 'its beginning'}{f' to {last}' if last else ''}."
    if isinstance(config, JsonApiSource) and config.auth:
        yield f"- **Key**: from the environment variable `{config.auth.env}`; without it the source is not asked."
    yield from (f"- **{name}**: {text}" for name, text in head.parts)
    yield ""


def sources_page() -> str:
    """Return the text of ``docs/sources.md``."""
    adapter: TypeAdapter[SourceConfig] = TypeAdapter(SourceConfig)
    configs = [adapter.validate_python(preset(name)) for name in preset_names()]
    head = ("id", "publisher", "kind", "languages", "tier", "found by", "licence", "store", "robots")
    table = [_row(head), _row("---" for _ in head), *(_row(_cells(config)) for config in configs)]
    said = [line for config in configs for line in _described(config)]
    return "\n".join([_INTRODUCTION, *table, "", "## Publishers\n", *said, _ADDING])
