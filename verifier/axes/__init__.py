"""The axes of a verdict, each judged from a match on its own evidence."""
