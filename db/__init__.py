"""What is kept: tables, migrations, views and the stored corpus, in one SQLite file."""
