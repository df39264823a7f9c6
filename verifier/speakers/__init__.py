"""Who speaks: known people and their offices, titles, countries, and how a printed mention names a person on a day.

``people/`` holds the shipped people, one TOML file a region; ``people_file`` reads them and a user's
file; ``registry.People`` indexes them. ``words/`` holds the lists of titles, countries and bodies.
``occupations`` knows jobs by their words and German endings, and given names by gender.
``mention`` takes printed words apart, ``resolve.resolve`` turns them into a Speaker, ``same.same_person``
compares that Speaker with the label of a turn, ``labels.names_nobody`` knows labels without a person.
Nothing here looks at a clock, a network or a database.
"""
