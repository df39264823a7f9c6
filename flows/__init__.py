"""What is done: jobs, the command line, and the Prefect flows around the jobs."""
