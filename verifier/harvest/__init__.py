"""Getting pages: the only rooms that reach out, to the web and to folders."""
