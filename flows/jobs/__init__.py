"""Plain functions that join the verifier and the database; they know neither Prefect nor the screen."""
