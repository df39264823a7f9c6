"""What is known about quoting: extraction, matching, verdicts, transcript sources; no Prefect, no SQL."""
