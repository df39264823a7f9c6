"""Finding the passages of a corpus that may hold a quotation."""
