"""Verbs that a reported clause sets back by rule, and changes of verbs that no rule explains."""

from dataclasses import replace

import pytest
from pipeline_records import KIRBY, padding, quoted, says, transcript

from verifier.model.article import Cue, Form
from verifier.model.evidence import Wording
from verifier.pipeline import verify_statement
from verifier.retrieve.memory import MemoryCorpus
from verifier.speakers.registry import People

SAID = (
    "The academy will get its own training ship before the winter. The pilots can leave the harbour at night without "
    "lamps. The herring fleet may land at the northern quay on Sundays. The keeper is very proud of the new lamp "
    "house. We have bought eleven dredgers for the northern channel."
)


@pytest.fixture(scope="module")
def people() -> People:
    return People.load()


@pytest.fixture(scope="module")
def corpus(people) -> MemoryCorpus:
    return MemoryCorpus([transcript("ship", "2024-03-05", (says(KIRBY, SAID),)), *padding()], people)


@pytest.mark.parametrize(
    ("words", "form", "cue", "wording"),
    [
        pytest.param(
            "would get its own training ship before the winter", Form.MIXED, "said", Wording.CLEANED, id="will, would"
        ),
        pytest.param(
            "could leave the harbour at night without lamps", Form.MIXED, "told", Wording.CLEANED, id="can, could"
        ),
        pytest.param(
            "might land at the northern quay on Sundays", Form.MIXED, "added", Wording.CLEANED, id="may, might"
        ),
        pytest.param(
            "was very proud of the new lamp house", Form.MIXED, "has explained", Wording.CLEANED, id="is, was"
        ),
        pytest.param(
            "had bought eleven dredgers for the northern channel", Form.MIXED, "said", Wording.CLEANED, id="have, had"
        ),
        pytest.param(
            "would get its own training ship before the winter",
            Form.MIXED,
            "says",
            Wording.ALTERED_MATERIAL,
            id="near miss: a cue of the present",
        ),
        pytest.param(
            "The academy would get its own training ship before the winter",
            Form.DIRECT,
            "said",
            Wording.ALTERED_MATERIAL,
            id="near miss: a whole utterance",
        ),
        pytest.param(
            "should get its own training ship before the winter",
            Form.MIXED,
            "said",
            Wording.ALTERED_MATERIAL,
            id="near miss: another modal",
        ),
        pytest.param(
            "would not get its own training ship before the winter",
            Form.MIXED,
            "said",
            Wording.ALTERED_MATERIAL,
            id="near miss: a negation beside it",
        ),
        pytest.param(
            "had bought seven dredgers for the northern channel",
            Form.MIXED,
            "said",
            Wording.ALTERED_MATERIAL,
            id="near miss: a number beside it",
        ),
    ],
)
def test_reported_speech_sets_verbs_back(corpus, people, words, form, cue, wording):
    """Behind a cue in the past would, could and might are the record's will, can and may; nothing else is forgiven."""
    statement = replace(quoted(words, speaker=KIRBY, day="2024-03-05"), form=form, cue=Cue(cue))
    assert verify_statement(statement, None, corpus, people).wording is wording
