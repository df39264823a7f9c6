"""Verdicts and the sums of a run, as terminal text, HTML, JSON, CSV and Markdown."""
