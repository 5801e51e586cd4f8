"""Figures that are fetched from platforms (`loaders.apis`, `data.connections`)."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Text, UniqueConstraint

from data.schema.common import Big, Real, table

api_connection = table(
    "api_connection",  # an account or a site at a platform, and how to ask for its figures
    Column("id", Integer, primary_key=True),
    Column("connector", Text, nullable=False),  # loaders.apis: mastodon, bluesky, ...
    Column("name", Text, nullable=False),  # as people and the command line call it
    Column("host", Text, nullable=False),  # that a person typed; "" where the platform has one
    Column("target", Text, nullable=False),  # handle, page or property, as typed
    Column("upstream_id", Text, nullable=False),  # its lasting id there, once it was tested; else ""
    Column("account_id", Integer, ForeignKey("account.id")),
    Column("site_id", Integer, ForeignKey("site.id")),
    Column("texts", Integer, nullable=False),  # 1: also what citizens wrote, masked
    Column("status", Text, nullable=False),  # active, paused, broken
    Column("since", Text),  # ISO date of the oldest post that is wanted; NULL: all
    Column("every_minutes", Integer, nullable=False),
    Column("budget", Real),  # US dollars a month; NULL: it costs nothing
    Column("secret", Text),  # encrypted; NULL: none, or kept outside the store
    Column("secret_end", Text),  # its last four characters
    Column("secret_until", Text),  # ISO date on which it ends
    Column("problem", Text),  # JSON: why it is broken
    Column("next_ts", Big),  # when the next run is due; NULL: at once
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "account_id"),
    Index(None, "site_id"),
    UniqueConstraint("name"),
)
sync_run = table(
    "sync_run",  # one time that a connection was asked for news
    Column("id", Integer, primary_key=True),
    Column("connection_id", Integer, ForeignKey("api_connection.id"), nullable=False),
    Column("started_ts", Big, nullable=False),
    Column("alive_ts", Big, nullable=False),  # last sign of life
    Column("ended_ts", Big),
    Column("status", Text, nullable=False),  # running, done, stopped (goes on next time), failed
    Column("fetched", Integer, nullable=False),  # rows
    Column("inserted", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("deleted", Integer, nullable=False),
    Column("requests", Integer, nullable=False),
    Column("quota", Integer, nullable=False),  # units, where a platform counts them
    Column("cost", Real, nullable=False),  # US dollars
    Column("since_ts", Big),  # the oldest post that was asked for; NULL: all
    Column("listed_from", Big),  # from then on everything is listed: what is not among it is gone
    Column("after", Text),  # JSON: where to go on after the last page that was kept
    Column("threads", Text, nullable=False),  # JSON: external ids of posts under which all messages were listed
    Column("report", Text, nullable=False),  # JSON: the load report so far
    Column("problems", Text, nullable=False),  # JSON
    Column("import_id", Integer, ForeignKey("import_batch.id")),
    Column("who", Text, nullable=False),
    Index(None, "connection_id", "started_ts"),
)
sync_page = table(
    "sync_page",  # rows of a run that is not over: protected, and in the shape of the tables
    Column("run_id", Integer, ForeignKey("sync_run.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("rows", LargeBinary, nullable=False),
)
