"""Statements of an article: quotations, cues, speakers, joining, and what is claimed of day and event.

``pipeline.extract`` is the way in; the only package that loads spaCy (``parser.load_parser``).
"""
