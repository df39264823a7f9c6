"""XML records: a tree that can do no harm, and one module a parliament's or project's way to mark up speech."""
