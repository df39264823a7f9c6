"""Sources, evidence, transcripts and the index over their words."""

import sqlalchemy as sa
from alembic import op

from db.search_schema import SEARCH_DDL

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_snapshots()
    _create_sources()
    _create_fetches()
    _create_transcripts()
    _create_transcript_versions()
    _create_record_dates()
    _create_turns()
    _create_version_speakers()
    # The index can always be rebuilt from the turns, so it has no history of its own.
    for statement in SEARCH_DDL:
        op.execute(statement)


def _create_snapshots() -> None:
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("stored_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_snapshots"),
        sa.UniqueConstraint("sha256", name="uq_snapshots_sha256"),
    )


def _create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("name", name="uq_sources_name"),
    )


def _create_fetches() -> None:
    op.create_table(
        "fetches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("final_url", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("hops", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("content_type", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("first_seen_at", sa.String(27), nullable=False),
        sa.Column("last_seen_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_fetches_snapshot_id_snapshots"),
        sa.PrimaryKeyConstraint("id", name="pk_fetches"),
    )
    op.create_index("ix_fetches_snapshot_id", "fetches", ["snapshot_id"])
    op.create_index("ix_fetches_url_name_snapshot_id", "fetches", ["url", "name", "snapshot_id"])


def _create_transcripts() -> None:
    op.create_table(
        "transcripts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("doc_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_transcripts_source_id_sources"),
        sa.PrimaryKeyConstraint("id", name="pk_transcripts"),
        sa.UniqueConstraint("source_id", "doc_id", name="uq_transcripts_source_id_doc_id"),
    )


def _create_transcript_versions() -> None:
    op.create_table(
        "transcript_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("transcript_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("rendition", sa.Text(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("is_newest", sa.Boolean(), nullable=False),
        sa.Column("is_worse", sa.Boolean(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("first_seen_at", sa.String(27), nullable=False),
        sa.Column("last_seen_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_transcript_versions_snapshot_id_snapshots"),
        sa.ForeignKeyConstraint(
            ["transcript_id"], ["transcripts.id"], name="fk_transcript_versions_transcript_id_transcripts"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_transcript_versions"),
        sa.UniqueConstraint("transcript_id", "version", name="uq_transcript_versions_transcript_id_version"),
    )
    op.create_index("ix_transcript_versions_snapshot_id", "transcript_versions", ["snapshot_id"])
    op.create_index("ix_transcript_versions_version", "transcript_versions", ["version"])
    op.create_index(
        "ux_transcript_versions_newest",
        "transcript_versions",
        ["transcript_id"],
        unique=True,
        sqlite_where=sa.text("is_newest = 1"),
    )


def _create_record_dates() -> None:
    op.create_table(
        "record_dates",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["transcript_versions.id"], name="fk_record_dates_version_id_transcript_versions"
        ),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_record_dates"),
    )
    op.create_index("ix_record_dates_day", "record_dates", ["day"])


def _create_turns() -> None:
    op.create_table(
        "turns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_id", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=True),
        sa.Column("rendition", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["transcript_versions.id"], name="fk_turns_version_id_transcript_versions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
        sa.UniqueConstraint("version_id", "number", name="uq_turns_version_id_number"),
    )


def _create_version_speakers() -> None:
    op.create_table(
        "version_speakers",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Text(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["transcript_versions.id"], name="fk_version_speakers_version_id_transcript_versions"
        ),
        sa.PrimaryKeyConstraint("version_id", "ordinal", name="pk_version_speakers"),
    )
    op.create_index("ix_version_speakers_speaker", "version_speakers", ["speaker"])
    op.create_index("ix_version_speakers_speaker_id", "version_speakers", ["speaker_id"])
