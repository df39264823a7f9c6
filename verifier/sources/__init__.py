"""Publishers of transcripts: connectors read pages into transcripts, they never fetch."""
