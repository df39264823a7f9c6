"""From an article's statements to verdicts: no clock, no network, no writes; what a notebook uses."""

from verifier.pipeline.given import statement_of
from verifier.pipeline.verifying import verify, verify_statement

__all__ = ["statement_of", "verify", "verify_statement"]
