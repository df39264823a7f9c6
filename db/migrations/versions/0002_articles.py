"""Articles, their statements and claims, and known persons."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_articles()
    _create_speakers()
    _create_article_versions()
    _create_offices()
    _create_speaker_names()
    _create_statements()
    _create_claims()
    _create_quotations()


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("article_id", name="uq_articles_article_id"),
    )


def _create_speakers() -> None:
    op.create_table(
        "speakers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("gender", sa.Text(), nullable=True),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
    )
    op.create_index("ix_speakers_name", "speakers", ["name"])


def _create_article_versions() -> None:
    op.create_table(
        "article_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_pk", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_origin", sa.Text(), nullable=True),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("is_newest", sa.Boolean(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("first_seen_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["article_pk"], ["articles.id"], name="fk_article_versions_article_pk_articles"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name="fk_article_versions_snapshot_id_snapshots"),
        sa.PrimaryKeyConstraint("id", name="pk_article_versions"),
        sa.UniqueConstraint("article_pk", "fingerprint", name="uq_article_versions_article_pk_fingerprint"),
    )
    op.create_index("ix_article_versions_outlet", "article_versions", ["outlet"])
    op.create_index("ix_article_versions_sha256", "article_versions", ["sha256"])
    op.create_index("ix_article_versions_snapshot_id", "article_versions", ["snapshot_id"])
    op.create_index("ix_article_versions_url", "article_versions", ["url"])
    op.create_index(
        "ux_article_versions_newest",
        "article_versions",
        ["article_pk"],
        unique=True,
        sqlite_where=sa.text("is_newest = 1"),
    )


def _create_offices() -> None:
    op.create_table(
        "offices",
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("held_from", sa.Date(), nullable=False),
        sa.Column("held_to", sa.Date(), nullable=True),
        sa.Column("checked", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_offices_speaker_id_speakers"),
        sa.PrimaryKeyConstraint("speaker_id", "ordinal", name="pk_offices"),
    )


def _create_speaker_names() -> None:
    op.create_table(
        "speaker_names",
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speakers.id"], name="fk_speaker_names_speaker_id_speakers"),
        sa.PrimaryKeyConstraint("speaker_id", "kind", "name", name="pk_speaker_names"),
    )


def _create_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article_version_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("attribution_id", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("reported_start", sa.Integer(), nullable=True),
        sa.Column("reported_end", sa.Integer(), nullable=True),
        sa.Column("flags", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["article_versions.id"], name="fk_statements_article_version_id_article_versions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_article_version_id", "statements", ["article_version_id"])


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_id", sa.Text(), nullable=True),
        sa.Column("speaker_document", sa.Text(), nullable=True),
        sa.Column("mention", sa.Text(), nullable=True),
        sa.Column("mention_start", sa.Integer(), nullable=True),
        sa.Column("mention_end", sa.Integer(), nullable=True),
        sa.Column("attribution_confidence", sa.Float(), nullable=False),
        sa.Column("relayed_by", sa.Text(), nullable=True),
        sa.Column("date_from", sa.Date(), nullable=True),
        sa.Column("date_to", sa.Date(), nullable=True),
        sa.Column("date_text", sa.Text(), nullable=True),
        sa.Column("date_basis", sa.Text(), nullable=True),
        sa.Column("date_start", sa.Integer(), nullable=True),
        sa.Column("date_end", sa.Integer(), nullable=True),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("contradicted_by", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_claims_statement_id_statements"),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_index("ix_claims_speaker", "claims", ["speaker"])
    op.create_index("ix_claims_statement_id", "claims", ["statement_id"])


def _create_quotations() -> None:
    op.create_table(
        "quotations",
        sa.Column("statement_id", sa.Text(), nullable=False),
        sa.Column("article_version_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["article_versions.id"], name="fk_quotations_article_version_id_article_versions"
        ),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_quotations_statement_id_statements"),
        sa.PrimaryKeyConstraint("statement_id", "article_version_id", "ordinal", name="pk_quotations"),
    )
