"""Who speaks: known people and their offices, titles, countries, and how a printed mention names a person on a day.

``people.py`` reads the shipped ``people/*.toml`` and a user's file; ``registry.People`` indexes them;
``resolve.resolve`` turns the words of an article into a Speaker; ``same.same_person`` compares that
Speaker with the label of a turn. Nothing here looks at a clock, a network or a database.
"""
