"""The history of the schema. ``db.migrate`` runs it; there is no configuration file and no way down."""
