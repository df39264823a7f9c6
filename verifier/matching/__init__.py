"""From a statement to the places in the records where its words may stand."""
