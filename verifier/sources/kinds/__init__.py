"""One module a kind of source; none knows another."""
