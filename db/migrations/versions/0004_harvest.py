"""Every attempt, what sources list, how records change; and the index over words made anew."""

import sqlalchemy as sa
from alembic import op

from db.engine import raw_of
from db.search_index import rebuild_index

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _extend_sources()
    _extend_fetches()
    _extend_harvests()
    _create_entries()
    _create_version_changes()
    _create_record_events()
    _remake_index()


def _extend_sources() -> None:
    with op.batch_alter_table("sources") as batch:
        batch.add_column(sa.Column("store", sa.Text(), nullable=False, server_default="full"))
        batch.add_column(sa.Column("licence", sa.Text(), nullable=True))
        batch.add_column(sa.Column("stale_after_days", sa.Integer(), nullable=True))
    with op.batch_alter_table("transcript_versions") as batch:
        batch.add_column(sa.Column("reader", sa.Text(), nullable=True))


def _extend_fetches() -> None:
    with op.batch_alter_table("fetches") as batch:
        batch.add_column(sa.Column("source_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("run_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("last_run_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("times", sa.Integer(), nullable=False, server_default="1"))
        batch.add_column(sa.Column("attempts", sa.Integer(), nullable=False, server_default="1"))
        batch.add_column(sa.Column("message", sa.Text(), nullable=True))
        batch.add_column(sa.Column("next_attempt_at", sa.String(27), nullable=True))
        batch.add_column(sa.Column("etag", sa.Text(), nullable=True))
        batch.add_column(sa.Column("last_modified", sa.Text(), nullable=True))
        batch.create_foreign_key("fk_fetches_source_id_sources", "sources", ["source_id"], ["id"])
        batch.create_foreign_key("fk_fetches_run_id_runs", "runs", ["run_id"], ["id"])
        batch.create_foreign_key("fk_fetches_last_run_id_runs", "runs", ["last_run_id"], ["id"])
    op.create_index("ix_fetches_source_id", "fetches", ["source_id"])
    op.create_index("ix_fetches_run_id", "fetches", ["run_id"])


def _extend_harvests() -> None:
    with op.batch_alter_table("harvests") as batch:
        batch.add_column(sa.Column("pages", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("stopped_at_page", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("newest", sa.Date(), nullable=True))


def _create_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.String(27), nullable=True),
        sa.Column("transcript_id", sa.Integer(), nullable=True),
        sa.Column("first_seen_at", sa.String(27), nullable=False),
        sa.Column("last_seen_at", sa.String(27), nullable=False),
        sa.Column("settled_at", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_entries_source_id_sources"),
        sa.ForeignKeyConstraint(["transcript_id"], ["transcripts.id"], name="fk_entries_transcript_id_transcripts"),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.UniqueConstraint("source_id", "entry_id", name="uq_entries_source_id_entry_id"),
    )
    op.create_index("ix_entries_url", "entries", ["url"])
    op.create_index("ix_entries_transcript_id", "entries", ["transcript_id"])
    op.create_index("ix_entries_state_first_day", "entries", ["state", "first_day"])


def _create_version_changes() -> None:
    versions = "transcript_versions"
    op.create_table(
        "version_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("transcript_id", sa.Integer(), nullable=False),
        sa.Column("old_version_id", sa.Integer(), nullable=False),
        sa.Column("new_version_id", sa.Integer(), nullable=False),
        sa.Column("changed_after", sa.String(27), nullable=False),
        sa.Column("changed_before", sa.String(27), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("declared", sa.Boolean(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("diff", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["transcript_id"], ["transcripts.id"], name="fk_version_changes_transcript_id_transcripts"
        ),
        sa.ForeignKeyConstraint(
            ["old_version_id"], [f"{versions}.id"], name=f"fk_version_changes_old_version_id_{versions}"
        ),
        sa.ForeignKeyConstraint(
            ["new_version_id"], [f"{versions}.id"], name=f"fk_version_changes_new_version_id_{versions}"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_version_changes"),
        sa.UniqueConstraint(
            "old_version_id", "new_version_id", name="uq_version_changes_old_version_id_new_version_id"
        ),
    )
    op.create_index("ix_version_changes_transcript_id", "version_changes", ["transcript_id"])
    op.create_index("ix_version_changes_new_version_id", "version_changes", ["new_version_id"])


def _create_record_events() -> None:
    op.create_table(
        "record_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("transcript_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("last_at", sa.String(27), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["transcript_id"], ["transcripts.id"], name="fk_record_events_transcript_id_transcripts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_record_events"),
    )
    op.create_index("ix_record_events_transcript_id_id", "record_events", ["transcript_id", "id"])


def _remake_index() -> None:
    """Make the index anew where there is one: words are folded otherwise than when older databases were filled."""
    raw = raw_of(op.get_bind())
    if raw.execute("SELECT 1 FROM transcript_versions LIMIT 1").fetchone():
        rebuild_index(raw)
