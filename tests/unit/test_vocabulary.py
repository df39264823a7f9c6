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
PYTHON = sorted(
    path
    for package in ("verifier", "db", "flows")
    for path in (ROOT / package).rglob("*.py")
    if not LEXICON.search(path.as_posix())
)
TEMPLATES = sorted((ROOT / "verifier").rglob("*.jinja"))


def written_strings(source: str) -> Iterator[str]:
    """Yield every string constant of a module that is not a docstring, and the docstrings of signals and commands."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, documented) and (text := ast.get_docstring(node)):
            yield text
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_string_of_the_program_accuses(path):
    """Templates, reasons, help and docstrings stay with what was found where."""
    for text in written_strings(path.read_text(encoding="utf-8")):
        found = FORBIDDEN.search(text)
        assert found is None, text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_template_accuses(path):
    """The pages shown to readers hold none of the words either; JSON and template literals excepted."""
    text = re.sub(r"{[{%].*?[}%]}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert FORBIDDEN.search(text) is None
