"""The configuration: what it reads, and that every fault is found before any work, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.configuration import line_of
from flows.settings import Settings, as_values
from verifier.errors import ConfigError, UsageError
from verifier.model.policy import Policy
from verifier.model.transcript import Rendition

ROOT = Path(__file__).parents[2]
FOLDER_SOURCE = '[[source]]\nid = "desk"\nkind = "folder"\npath = "records"\n'


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder."""
    monkeypatch.chdir(tmp_path)


def load(text: str) -> Settings:
    """Return the configuration of a file that holds *text*."""
    Path("quote-verifier.toml").write_text(text, encoding="utf-8")
    return Settings.load()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            '[storage]\ndatabse = "x"',
            "quote-verifier.toml:2: unknown key 'storage.databse'; did you mean 'database'?",
            id="unknown key",
        ),
        pytest.param(
            '\n[storag]\ndatabase = "x"',
            "quote-verifier.toml:2: unknown key 'storag'; did you mean 'storage'?",
            id="unknown table",
        ),
        pytest.param(
            f"{FOLDER_SOURCE}{FOLDER_SOURCE.replace('desk', 'b')}tierr = 1",
            "quote-verifier.toml:9: unknown key 'source.tierr'; did you mean 'tier'?",
            id="unknown key of the second source",
        ),
        pytest.param(
            "[policy]\nmin_word = 3",
            "quote-verifier.toml:2: unknown key 'policy.min_word'; did you mean 'min_words'?",
            id="unknown threshold",
        ),
        pytest.param(
            '[policy]\nmin_words = "many"',
            "quote-verifier.toml:2: 'policy.min_words' must be a whole number, not 'many'",
            id="text for a number",
        ),
        pytest.param(
            "[storage]\ndatabase = 5",
            "quote-verifier.toml:2: 'storage.database' must be text, not 5",
            id="number for text",
        ),
        pytest.param(
            '[articles]\nfolders = "a"',
            "quote-verifier.toml:2: 'articles.folders' must be a list, not 'a'",
            id="text for a list",
        ),
        pytest.param("storage = 3", "quote-verifier.toml:1: 'storage' must be a table, not 3", id="number for a table"),
        pytest.param(
            f"{FOLDER_SOURCE}tier = 9",
            "quote-verifier.toml:5: 'source.tier' must be less than or equal to 5, not 9",
            id="tier out of range",
        ),
        pytest.param(
            '[[source]]\nid = "desk"\nkind = "folder"',
            "quote-verifier.toml:1: 'source.path' is missing",
            id="missing path",
        ),
        pytest.param(
            "[storage]\ndatabase = = 1", "quote-verifier.toml:2: not valid TOML: invalid value", id="broken TOML"
        ),
        pytest.param(
            f"{FOLDER_SOURCE}{FOLDER_SOURCE}",
            "quote-verifier.toml:6: a second source has the id 'desk'",
            id="two sources of one id",
        ),
        pytest.param(
            '[[source]]\nid = "wh"\nkind = "sitemap"',
            "quote-verifier.toml:1: 'source.sitemap' is missing",
            id="table that a kind needs",
        ),
        pytest.param(
            '[[source]]\nid = "wh"\nkind = "foldr"',
            "quote-verifier.toml:3: unknown kind 'foldr'; did you mean 'folder'?",
            id="misspelt kind",
        ),
        pytest.param(
            '[network]\nproxy = "${NO_SUCH_VARIABLE}"',
            "quote-verifier.toml:2: 'proxy' asks for the environment variable NO_SUCH_VARIABLE, which is not set",
            id="variable that is not set",
        ),
        pytest.param(
            '[network]\nproxy = "http://proxy.example.org:3128"',
            "quote-verifier.toml:2: a proxy is not available in this version",
            id="key of a later version",
        ),
        pytest.param(
            '[extract]\nmodel = "xx_no_such_model"',
            "quote-verifier.toml:2: the language model 'xx_no_such_model' is not installed",
            id="model that is not installed",
        ),
    ],
)
def test_fault_is_named_with_its_place(text: str, message: str) -> None:
    """A wrong configuration gives one line: file, line, key, and what would be right; exit code 2."""
    with pytest.raises(ConfigError) as raised:
        load(text)
    assert raised.value.message == message
    assert raised.value.exit_code == 2


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        pytest.param(
            "QUOTE_VERIFIER_STORGE__DATABASE",
            "x",
            "environment: unknown variable QUOTE_VERIFIER_STORGE__DATABASE; did you mean QUOTE_VERIFIER_STORAGE?",
            id="unknown section",
        ),
        pytest.param(
            "QUOTE_VERIFIER_ARTICLES__FOLDER",
            '["a"]',
            "environment variable QUOTE_VERIFIER_ARTICLES__FOLDER: unknown key 'articles.folder'; "
            "did you mean 'folders'?",
            id="unknown key",
        ),
        pytest.param(
            "QUOTE_VERIFIER_POLICY__MIN_WORDS",
            "many",
            "environment variable QUOTE_VERIFIER_POLICY__MIN_WORDS: 'policy.min_words' must be a whole number, "
            "not 'many'",
            id="wrong type",
        ),
    ],
)
def test_fault_in_the_environment_names_the_variable(
    variable: str, value: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong variable is a fault of the configuration too, and is named."""
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigError) as raised:
        Settings.load()
    assert raised.value.message == message


def test_defaults_need_no_file() -> None:
    """Without a file everything has a default, and evidence stands beside the database."""
    settings = Settings.load()
    assert settings.storage.database == "quote-verifier.db"
    assert settings.evidence_dir == Path("evidence")
    assert settings.judging == Policy()
    assert settings.source == ()


def test_command_line_over_environment_over_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearer word wins, key by key."""
    text = '[storage]\ndatabase = "file.db"\nevidence_dir = "kept"'
    assert load(text).storage.database == "file.db"
    monkeypatch.setenv("QUOTE_VERIFIER_STORAGE__DATABASE", "/elsewhere/environment.db")
    assert load(text).storage.database == "/elsewhere/environment.db"
    assert load(text).evidence_dir == Path("kept")
    assert load("").evidence_dir == Path("/elsewhere/evidence")
    assert Settings.load(database="given.db").storage.database == "given.db"


def test_paths_count_from_the_file(tmp_path: Path) -> None:
    """A relative path means the same wherever the program is started; a URL is no path."""
    (tmp_path / "desk").mkdir()
    file = tmp_path / "desk" / "quote-verifier.toml"
    file.write_text(f'[storage]\ndatabase = "q.db"\n[articles]\nfolders = ["in"]\n{FOLDER_SOURCE}', encoding="utf-8")
    settings = Settings.load(file)
    assert settings.storage.database == str(tmp_path / "desk" / "q.db")
    assert settings.articles.folders == (tmp_path / "desk" / "in",)
    assert settings.source[0].path == tmp_path / "desk" / "records"
    file.write_text('[storage]\ndatabase = "postgresql://db.example.org/quotes"', encoding="utf-8")
    assert Settings.load(file).storage.database == "postgresql://db.example.org/quotes"


def test_source_and_policy_are_typed() -> None:
    """A source comes out with its standing, thresholds as the policy that verdicts name."""
    settings = load(f'{FOLDER_SOURCE}rendition = "asr"\ntier = 5\nglobs = ["*.vtt"]\n[policy]\nmin_words = 7')
    (source,) = settings.source
    assert (source.rendition, source.tier, source.globs) == (Rendition.ASR, 5, ("*.vtt",))
    assert settings.judging.min_words == 7
    assert settings.judging.name != Policy().name


def test_missing_file_is_a_usage_error() -> None:
    """A file that was asked for and is not there is never replaced by defaults."""
    with pytest.raises(UsageError, match=r"no configuration file desk\.toml; `quote-verifier init` writes one"):
        Settings.load(Path("desk.toml"))


def test_secrets_stay_out_of_what_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret is read from the environment, and is neither in a run's row nor in an error."""
    monkeypatch.setenv("DESK_ALERTS", "MARKSECRET")
    settings = load('[alerts]\nservices = ["${DESK_ALERTS}"]')
    assert settings.alerts.services == ("MARKSECRET",)
    assert "MARKSECRET" not in str(as_values(settings))
    with pytest.raises(ConfigError) as raised:
        load('[alerts]\nservices = "${DESK_ALERTS}"')
    assert "MARKSECRET" not in raised.value.message


def test_example_is_right_with_every_comment_taken_away() -> None:
    """The example file holds only keys that exist, each with a value of the right type."""
    lines = (ROOT / "quote-verifier.example.toml").read_text(encoding="utf-8").splitlines()
    keys = [line.removeprefix("# ") for line in lines if " = " in line or line.removeprefix("# ").startswith("[")]
    text = "\n".join(key for key in keys if not key[:1].isupper()).replace("${", "$")
    settings = load(text)
    assert [source.kind for source in settings.source] == ["sitemap", "folder", "jsonl", "listing"]
    assert load((ROOT / "quote-verifier.example.toml").read_text(encoding="utf-8")).source == ()


@pytest.mark.parametrize(
    ("place", "line"),
    [
        pytest.param(("a", "x"), 2, id="key of a table"),
        pytest.param(("b", 1, "x"), 7, id="key of the second of an array"),
        pytest.param(("b", 0, "y"), 4, id="absent key is its table's line"),
        pytest.param(("c",), None, id="nowhere"),
    ],
)
def test_line_of(place: tuple[str | int, ...], line: int | None) -> None:
    """A key is found in the text, under its own table."""
    assert line_of("[a]\nx = 1\n# x\n[[b]]\nx = 1\n[[b]]\nx = 2\n", place) == line
