"""Headlines made readable: "Clinton Says Plan Is" shows a parser neither names nor verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.extract.verbs import Reporting, reporting_class

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_FEWEST_WORDS = 5
_CAPITALS = 0.65  # of the words of a headline
_SMALL = frozenset(
    """a an and are as at be been but by can did do does for from had has have he her his if in into is it its may
    not of on or our out over she should so than that the their them then there these they this those to too
    up was we were what when where who why will with would you your""".split()
)


def is_headline(words: Sequence[str]) -> bool:
    """Return whether the words are printed as a headline is, most of them with a capital.

    A sentence that is all names has its verb of saying in lower case: "said White House Secretary Josh Earnest".
    """
    capital = sum(word[:1].isupper() for word in words)
    if len(words) < _FEWEST_WORDS or capital <= _CAPITALS * len(words):
        return False
    return not any(word.islower() and reporting_class(word) >= Reporting.LABEL for word in words)


def truecased(sentences: Sequence[str]) -> list[str]:
    """Return the sentences, those printed as headlines with common words in lower case; lengths stay the same.

    A word is common where the other sentences print it in lower case, or where it reports speech.
    """
    printed = [_WORD.findall(sentence) for sentence in sentences]
    headlines = [is_headline(words) for words in printed]
    if not any(headlines):
        return list(sentences)
    small = {word for words, headline in zip(printed, headlines, strict=True) if not headline for word in words}

    def lowered(found: re.Match[str]) -> str:
        word = found.group()
        lower = word.lower()
        printed_small = lower in small and word not in small
        common = printed_small or lower in _SMALL or reporting_class(lower) is not Reporting.NONE
        return lower if common and len(lower) == len(word) and found.start() else word

    return [_WORD.sub(lowered, s) if headline else s for s, headline in zip(sentences, headlines, strict=True)]
