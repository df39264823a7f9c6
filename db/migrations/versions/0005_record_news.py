"""What befell the records of verdicts: a view alone, and views are made anew after every migration."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass
