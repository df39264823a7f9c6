"""The words of accusation occur in no string that the program itself writes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = re.compile(
    r"\b(?:fabricat\w*|fake[ds]?|faking|false|falsely|lies?|lied|lying|liars?|hoax\w*)\b", re.IGNORECASE
)
# Lexicons hold what articles and records say, not what the program says.
LEXICON = re.compile(r"verifier/(?:extract|text|speakers)/")
SHOWN_DOCSTRINGS = re.compile(r"verifier/signals/|flows/commands/")
PYTHON = sorted(
    path
    for package in ("verifier", "db", "flows")
    for path in (ROOT / package).rglob("*.py")
    if not LEXICON.search(path.as_posix())
)
TEMPLATES = sorted((ROOT / "verifier").rglob("*.jinja"))


def written_strings(path: Path) -> Iterator[str]:
    """Yield every string constant of a module; of docstrings only those that readers are shown."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    shown = SHOWN_DOCSTRINGS.search(path.as_posix())
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (shown or id(node) not in bare):
            yield node.value


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_string_of_the_program_accuses(path):
    """Templates, reasons, help and docstrings stay with what was found where."""
    for text in written_strings(path):
        found = FORBIDDEN.search(text)
        assert found is None, text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_template_accuses(path):
    """The pages shown to readers hold none of the words either; JSON and template literals excepted."""
    text = re.sub(r"{[{%].*?[}%]}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert FORBIDDEN.search(text) is None
