"""The configuration: ``quote-verifier.toml``, then ``QUOTE_VERIFIER_*`` from the environment.

A variable names section and key with two underscores between them: QUOTE_VERIFIER_STORAGE__DATABASE.
It overrides the file; the command line overrides both. Relative paths of the file are taken from
the file's folder. A value written "${NAME}" is read from the environment, for what must not stand
in a file. Nothing is read or opened before the whole configuration has been found right.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from flows.configuration import Document, explain_invalid, read_document
from verifier.errors import ConfigError, UsageError
from verifier.model.policy import Policy
from verifier.model.transcript import Rendition
from verifier.sources.config.tables import CoverageDays

CONFIG_NAME = "quote-verifier.toml"
NO_MODEL = "none"  # in place of a language model: read by quotation marks alone
PREFIX = "QUOTE_VERIFIER_"
# Variables of ours that are not keys: the folder flows run in, tracebacks for developers, the file.
_OTHER_VARIABLES = {"HOME", "DEBUG", "CONFIG"}


class Section(BaseModel):
    """A table of the file; a key that it does not know is an error, never passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Storage(Section):
    """Where results and evidence are kept."""

    database: str = "quote-verifier.db"  # a path or a URL
    evidence_dir: Path | None = None  # None: evidence/ beside the database


class Network(Section):
    """How the network is used."""

    contact: str | None = None  # goes into the User-Agent; harvesting is refused without it
    allow_private: tuple[str, ...] = ()  # host:port of private addresses that may be fetched
    proxy: str | None = None


class Articles(Section):
    """The watched inputs of the nightly run."""

    folders: tuple[Path, ...] = ()
    feeds: tuple[str, ...] = ()


class PeopleSettings(Section):
    """The desk's own people, merged over the shipped ones."""

    file: Path | None = None


class Extract(Section):
    """How statements are extracted."""

    model: str | None = None  # None: the language's own; or NO_MODEL


class Alerts(Section):
    """Whom to tell when a nightly run ends; services are apprise addresses."""

    services: tuple[str, ...] = ()
    on: tuple[Literal["failed", "degraded", "accusing", "always"], ...] = ("failed", "degraded")


class SourceSettings(Section):
    """One publisher of transcripts, or one folder of a desk's own."""

    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")
    kind: Literal["folder", "jsonl"]
    path: Path
    title: str | None = None
    enabled: bool = True
    globs: tuple[str, ...] = ()
    # Of records that do not say so themselves; None: the usual of their kind.
    tier: int | None = Field(default=None, ge=1, le=5)
    lang: str | None = Field(default=None, pattern=r"^[a-z]{2}$")
    rendition: Rendition | None = None
    coverage: CoverageDays = CoverageDays()
    lag_days: int = Field(default=0, ge=0)  # within so many days of an event it may not be there yet
    exhaustive_for: tuple[str, ...] = ()  # names of people whose every public word it holds
    persons: tuple[str, ...] = ()  # whom it records; empty: anybody
    store: Literal["full", "excerpt", "hash"] = "full"  # what its licence lets us keep
    licence: str | None = None
    stale_after_days: int | None = Field(default=None, ge=1)  # when its newest record is older, something is wrong


PolicySettings: type[Section] = create_model(
    "PolicySettings",
    __base__=Section,
    **{field.name: (type(field.default), field.default) for field in fields(Policy)},  # type: ignore[call-overload]
)


class Settings(BaseSettings):
    """Everything that can be configured, validated."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True)

    storage: Storage = Storage()
    network: Network = Network()
    articles: Articles = Articles()
    people: PeopleSettings = PeopleSettings()
    policy: PolicySettings = PolicySettings()
    alerts: Alerts = Alerts()
    extract: Extract = Extract()
    source: tuple[SourceSettings, ...] = ()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return where values come from, first wins: the environment, then the file."""
        return env_settings, init_settings

    @classmethod
    def load(cls, path: Path | None = None, *, database: str | None = None) -> Settings:
        """Return the configuration of *path*, else of ./quote-verifier.toml where there is one.

        *database* (of the command line) overrides file and environment. Raises UsageError for a
        file that is not there, ConfigError for anything wrong in it.
        """
        document = read_document(_config_path(path))
        _expect_known_variables(os.environ)
        try:
            settings = cls(**document.values)
        except (ValidationError, SettingsError) as error:
            raise ConfigError(explain_invalid(error, document, cls)) from error
        _expect_distinct_sources(settings, document)
        _expect_model(settings, document)
        if settings.network.proxy:
            # Going through a proxy would undo the check of the address that is connected to.
            raise ConfigError(f"{document.place(('network', 'proxy'))}: a proxy is not available in this version")
        if database is None:
            return settings
        return settings.model_copy(update={"storage": settings.storage.model_copy(update={"database": database})})

    @property
    def judging(self) -> Policy:
        """The thresholds of the judgement."""
        return Policy(**self.policy.model_dump())

    @property
    def evidence_dir(self) -> Path:
        """The folder in which the bytes behind every text are kept."""
        if self.storage.evidence_dir is not None:
            return self.storage.evidence_dir
        return Path(self.storage.database.removeprefix("sqlite:///")).parent / "evidence"


def _config_path(given: Path | None) -> Path | None:
    """Return the file to read: as given, as the environment says, or the one in the working folder."""
    named = given or (Path(os.environ[PREFIX + "CONFIG"]) if os.environ.get(PREFIX + "CONFIG") else None)
    if named is not None:
        if not named.is_file():
            raise UsageError(f"no configuration file {named}; `quote-verifier init` writes one")
        return named
    return Path(CONFIG_NAME) if Path(CONFIG_NAME).is_file() else None


def _expect_known_variables(environment: Mapping[str, str]) -> None:
    """Raise ConfigError for a variable of ours that names no section, with the nearest that does."""
    from difflib import get_close_matches

    known = sorted(set(Settings.model_fields)) + [name.lower() for name in sorted(_OTHER_VARIABLES)]
    for variable in sorted(environment):
        if not variable.upper().startswith(PREFIX):
            continue
        section = variable[len(PREFIX) :].lower().partition("__")[0]
        if section not in known:
            near = get_close_matches(section, known, 1)
            hint = f"; did you mean {PREFIX}{near[0].upper()}?" if near else ""
            raise ConfigError(f"environment: unknown variable {variable}{hint}")


def _expect_distinct_sources(settings: Settings, document: Document) -> None:
    """Raise ConfigError where two sources have one id."""
    seen: set[str] = set()
    for number, source in enumerate(settings.source):
        if source.id in seen:
            raise ConfigError(f"{document.place(('source', number, 'id'))}: a second source has the id '{source.id}'")
        seen.add(source.id)


def _expect_model(settings: Settings, document: Document) -> None:
    """Raise ConfigError where a language model is named that is not installed."""
    model = settings.extract.model
    if model in {None, NO_MODEL} or (model.isidentifier() and find_spec(model)):
        return
    raise ConfigError(f"{document.place(('extract', 'model'))}: the language model '{model}' is not installed")


def as_values(settings: Settings) -> dict[str, Any]:
    """Return the configuration as plain values, without what may be secret, for a run's row."""
    values: dict[str, Any] = settings.model_dump(mode="json")
    values["network"].pop("proxy")
    values["alerts"].pop("services")
    return values
