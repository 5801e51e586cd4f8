"""The tables of the store, one definition for SQLite and PostgreSQL.

Keys of posts and comments are 63-bit hashes of platform and external id (`data.ids`), so the primary key is
also what makes an import repeatable. Calendar columns (`day`, `dow`, `hour`, `month`) are integers in the
organisation's time zone, computed at import: `day` counts days since 1970-01-01, `month` is year * 100 + month.
That choice keeps every query free of date functions. Indexes lead with `day`.

Counts are kept twice: `observation` holds the counts of a post as each import showed them, `post` holds what
follows from them (`data.observed` says how). A missing count is NULL, and `missing` says why, one letter per count
(`metrics.measures.MISSING`). The same holds for comments and for values per day.
"""

from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from metrics.measures import COUNTS, INTERACTION_PARTS
from metrics.responsiveness.bins import BINS
from metrics.text.tone import TONE_COLUMNS

Big = BigInteger().with_variant(Integer, "sqlite")
Real: TypeEngine[float] = Double().with_variant(REAL, "sqlite")  # REAL is single precision on PostgreSQL
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: SchemaItem, keyed: bool = False) -> Table:
    """A STRICT table; `keyed` stores rows in key order (SQLite's WITHOUT ROWID)."""
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=not keyed)


def _calendar() -> list[Column]:  # type: ignore[type-arg]
    return [
        Column("published_ts", Big, nullable=False),  # seconds since 1970, UTC
        Column("precision", Text, nullable=False),  # minute, or day when the hour is unknown
        Column("day", Integer, nullable=False),
        Column("dow", Integer, nullable=False),  # 0 Monday .. 6 Sunday
        Column("hour", Integer),  # NULL when only the day is known
        Column("month", Integer, nullable=False),
    ]


def _counts() -> list[Column]:  # type: ignore[type-arg]
    return [Column(name, Big) for name in COUNTS]


# The organisation and its registers -----------------------------------------------------------------

setting = _table(
    "setting",
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)
department = _table(
    "department",
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
account = _table(
    "account",
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id"), nullable=False),
    Column("platform", Text, nullable=False),
    Column("handle", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("owner_role", Text),
    Column("purpose", Text),
    Column("status", Text, nullable=False, server_default="active"),  # active, dormant, closed
    Column("review_date", Text),  # ISO date
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Column("objective", Text),  # metrics.claims.objectives; NULL: nobody declared one
    UniqueConstraint("platform", "handle"),
)
site = _table(
    "site",
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id"), nullable=False),
    Column("host", Text, nullable=False, unique=True),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
assignment = _table(
    "assignment",  # which account a source in a file belongs to, remembered for the next import
    Column("source", Text, primary_key=True),  # "<format>|<platform>|<account as the file names it>"
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
)
mapping = _table(
    "mapping",  # a saved column mapping for files of no known format
    Column("name", Text, primary_key=True),
    Column("spec", Text, nullable=False),  # JSON, the same as the file people share
)

# Imports and what came in ---------------------------------------------------------------------------

import_batch = _table(
    "import_batch",
    Column("id", Integer, primary_key=True),
    Column("file_name", Text, nullable=False),
    Column("file_hash", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("imported_ts", Big, nullable=False),
    Column("observed_ts", Big, nullable=False),  # when its numbers were true: a later one wins (data.observed)
    Column("covered_until", Integer, nullable=False),  # the last day that its file says anything about
    Column("who", Text, nullable=False),
    Column("status", Text, nullable=False),  # done, undone
    Column("inserted", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("report", Text, nullable=False),  # JSON: the load report
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Column("connection_id", Integer),  # of `api_connection`, also of one that was removed since; NULL: from a file
    Index(None, "file_hash"),
    Index(None, "connection_id"),
)
post = _table(
    "post",
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("external_id", Text, nullable=False),
    *_calendar(),
    Column("type", Text, nullable=False),  # post, image, video, link, reply, ...
    Column("text", Text),
    Column("permalink", Text),
    Column("mentions", Text),  # own replies only, JSON: keyed hashes; own accounts in clear
    Column("parent_id", Big),  # own replies only: hash of the message it answers
    *_counts(),
    Column("missing", Text, nullable=False),
    Column("views_definition", Text),  # which definition of views or impressions the platform used
    Column("images", Integer),  # pictures in it
    Column("described", Integer),  # those with a description; NULL, as `images`, where the export does not tell
    Column("import_id", Integer, ForeignKey("import_batch.id"), nullable=False),  # first seen in
    Index(None, "day", "account_id"),
    Index(None, "account_id", "day"),
    Index(None, "import_id"),
)
Index(
    "ix_post_answers",  # own replies that came as posts, by what they answer
    post.c.parent_id,
    sqlite_where=post.c.parent_id.is_not(None),
    postgresql_where=post.c.parent_id.is_not(None),
)
comment = _table(
    "comment",  # no foreign key to post: dumps of comments come without their posts
    Column("post_id", Big, primary_key=True, autoincrement=False),  # hash of the thread's root
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("parent_id", Big),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),  # the organisation's account
    Column("external_id", Text, nullable=False),
    Column("is_own", Integer, nullable=False),  # 1: the organisation's own reply
    Column("author", Text),  # keyed hash, never a handle; NULL for own replies
    *_calendar(),
    Column("text", Text),  # masked for citizens
    Column("mentions", Text),  # JSON: keyed hashes; own accounts in clear
    Column("likes", Big),
    Column("import_id", Integer, ForeignKey("import_batch.id"), nullable=False),
    Index(None, "day", "account_id"),
    Index(None, "post_id", "parent_id", "published_ts"),
    Index(None, "import_id"),
)


# What each import showed: enough to know the newest state without any one of them -----------------------


def _seen(name: str, item: Table, *columns: Column) -> Table:  # type: ignore[type-arg]
    """A table with one row per item and import, stored beside the item (same shard key)."""
    keys = [Column(key.name, Big, primary_key=True, autoincrement=False) for key in item.primary_key]
    import_id = Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True, autoincrement=False)
    return _table(name, *keys, import_id, *columns, Index(None, "import_id"), keyed=True)


def _wording(item: Table, *names: str) -> list[Column]:  # type: ignore[type-arg]
    return [Column(name, item.c[name].type, nullable=item.c[name].nullable) for name in names]


observation = _seen("observation", post, *_counts(), Column("missing", Text, nullable=False))
comment_observation = _seen("comment_observation", comment, Column("likes", Big))

# What each import said besides the counts (text, date, account): only for items that imports describe
# differently. No rows: every import that showed the item agrees with the item itself.
post_version = _seen(
    "post_version",
    post,
    *_wording(post, "account_id", "published_ts", "precision", "type", "text", "permalink", "mentions", "parent_id"),
    *_wording(post, "views_definition", "images", "described"),
)
comment_version = _seen(
    "comment_version",
    comment,
    *_wording(comment, "parent_id", "account_id", "is_own", "author", "published_ts", "precision", "text", "mentions"),
)


def _daily(name: str, owner: Table) -> tuple[Table, Table]:
    """A table of daily values in long form, and the history that an undo restores from."""
    key = f"{owner.name}_id"

    def columns() -> list[Column]:  # type: ignore[type-arg]
        return [
            Column("day", Integer, primary_key=True, autoincrement=False),
            Column(key, Integer, ForeignKey(owner.c.id), primary_key=True, autoincrement=False),
            Column("metric", Text, primary_key=True),
        ]

    latest = _table(name, *columns(), Column("value", Real, nullable=False), keyed=True)
    history = _table(
        f"{name}_observation",
        *columns(),
        Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True),
        Column("value", Real, nullable=False),
        Index(None, "import_id"),
        keyed=True,
    )
    return latest, history


account_day, account_day_observation = _daily("account_day", account)
site_day, site_day_observation = _daily("site_day", site)

# How the organisation answers: worked out at import, and anew when a norm or a class changes (data.answering) ---

norm = _table(
    "norm",  # how soon an answer should come: versions, each from its first day on (data.norms)
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id")),  # with account_id empty too: of the organisation
    Column("account_id", Integer, ForeignKey("account.id")),
    Column("valid_from", Integer, nullable=False),  # day
    Column("unit", Text, nullable=False),  # hours, working_hours, working_days
    Column("amount", Real, nullable=False),
    Column("target", Real),  # share from 0 to 1; NULL: no share was promised
    Column("opening_hours", Text, nullable=False),  # JSON: weekday -> [from, to]
    Column("time_zone", Text, nullable=False),
    Column("holidays", Text, nullable=False),  # country, or country-subdivision; "" for none
    Column("source", Text, nullable=False),  # where it is written
    Column("source_date", Text),  # ISO date
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
    Index(None, "account_id"),
)
message_class = _table(
    "message_class",  # what each message is, by rule (metrics.needs_reply); of own replies, whether a person answered
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("intent", Text, nullable=False),
    Column("language", Text),  # where the rules needed to know it
    keyed=True,
)
message_label = _table(
    "message_label",  # what people say that a message is: it counts instead of the rule
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("intent", Text, nullable=False),
    Column("by_rule", Text, nullable=False),  # what the rule said at that moment
    Column("drawn", Integer, nullable=False),  # 1: of a random sample, so that it measures the rule
    Column("who", Text, nullable=False),
    Column("labelled_ts", Big, nullable=False),
    keyed=True,
)
answered_until = _table(
    "answered_until",  # until when an import tells about the conversations of an account: the newest is its "now"
    Column("account_id", Integer, ForeignKey("account.id"), primary_key=True, autoincrement=False),
    Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True, autoincrement=False),
    Column("until_ts", Big, nullable=False),
    Index(None, "import_id"),
    keyed=True,
)
conversation = _table(
    "conversation",  # from a citizen's first message that needs a reply to the first answer by a person
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("id", Big, primary_key=True, autoincrement=False),  # of that message
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("asked_ts", Big, nullable=False),
    Column("day", Integer, nullable=False),
    Column("hour", Integer),  # NULL when only the day is known: then no time can be judged
    Column("intent", Text, nullable=False),
    Column("answered_ts", Big),  # NULL: still waiting
    Column("noticed_ts", Big),  # the first automatic or holding reply before that
    Column("response_s", Big),  # seconds on the clock
    Column("work_s", Big),  # seconds in which the account was open
    Column("due_ts", Big),  # the deadline, by the norm of its day
    Column("bin", Integer),  # metrics.responsiveness.bins, of answered ones
    Index(None, "day", "account_id"),
    Index(None, "account_id", "due_ts"),
)
Index(
    "ix_conversation_waiting",
    *(conversation.c[name] for name in ("day", "account_id", "hour", "asked_ts")),
    sqlite_where=conversation.c.answered_ts.is_(None),
    postgresql_where=conversation.c.answered_ts.is_(None),
)
thread = _table(
    "thread",  # what happened under one post or message
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("day", Integer),  # of the own post; NULL when that is not in the store
    Column("messages", Integer, nullable=False),  # of citizens
    Column("replies", Integer, nullable=False),  # of the organisation
    Column("turns", Integer, nullable=False),  # how often a citizen's message was followed by a reply
    Index(None, "day", "account_id"),
)

# Guidelines and logs, kept by hand or from a file -------------------------------------------------------

guideline = _table(
    "guideline",  # versions, each from its first day on (data.guidelines)
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id")),  # with account_id empty too: of the organisation
    Column("account_id", Integer, ForeignKey("account.id")),
    Column("valid_from", Integer, nullable=False),  # day
    Column("content", Text, nullable=False),  # JSON: prose and rules (metrics.guidelines)
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
    Index(None, "account_id"),
)
test_message = _table(
    "test_message",  # the mystery shopper's log: what was asked as a test, and what came of it
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("asked_ts", Big, nullable=False),
    Column("question", Text, nullable=False),
    Column("answered_ts", Big),  # NULL: no answer yet
    Column("outcome", Text, nullable=False),  # answered, partly, picked_up, none
    Column("note", Text),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "account_id"),
)
moderation = _table(
    "moderation",  # removals of comments: counts with their reason, never the comment
    Column("id", Integer, primary_key=True),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("day", Integer, nullable=False),
    Column("action", Text, nullable=False),  # hidden, deleted
    Column("reason", Text, nullable=False),  # metrics.moderation; "" when none was given
    Column("rule", Text),  # the house rule that was cited
    Column("n", Integer, nullable=False),
    Column("appealed", Integer, nullable=False),
    Column("reversed", Integer, nullable=False),
    Column("source", Text, nullable=False),  # the file, or "" when entered by hand
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "day", "account_id"),
    Index(None, "account_id"),
)

# What the organisation declares, and what it says about itself ------------------------------------------

agreed_platform = _table(
    "agreed_platform",  # the platforms that departments agreed to use
    Column("platform", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
partner = _table(
    "partner",  # which department said to work with which other one, and how often a quarter that should show
    Column("department_id", Integer, ForeignKey("department.id"), primary_key=True, autoincrement=False),
    Column("partner_id", Integer, ForeignKey("department.id"), primary_key=True, autoincrement=False),
    Column("times_a_quarter", Integer, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
stakeholder = _table(
    "stakeholder",  # organisations to work with, never private persons
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("names", Text, nullable=False),  # JSON: other names and handles by which posts mention it
    Column("field", Text, nullable=False),  # the policy field; "" for none
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
questionnaire = _table(
    "questionnaire",  # the questions as they were when an assessment began, so that old results open after an update
    Column("id", Integer, primary_key=True),
    Column("version", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    Column("content", Text, nullable=False),  # JSON (data.questionnaire)
)
assessment = _table(
    "assessment",
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("questionnaire_id", Integer, ForeignKey("questionnaire.id"), nullable=False),
    Column("day", Integer, nullable=False),  # the day it is about
    Column("target", Integer, nullable=False),  # the level to reach, 0 to 4
    Column("weights", Text, nullable=False),  # JSON: dimension -> weight
    Column("status", Text, nullable=False),  # open, closed
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
respondent = _table(
    "respondent",  # who answers: a role, never a name
    Column("id", Integer, primary_key=True),
    Column("assessment_id", Integer, ForeignKey("assessment.id"), nullable=False),
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: for the whole organisation
    Column("role", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "assessment_id"),
    Index(None, "department_id"),
)
answer = _table(
    "answer",
    Column("respondent_id", Integer, ForeignKey("respondent.id"), primary_key=True, autoincrement=False),
    Column("question", Text, primary_key=True),
    Column("state", Text, nullable=False),  # open, answered, dont_know, not_applicable
    Column("level", Integer),  # 0 to 4, of answered ones
    Column("note", Text, nullable=False),
    Column("confidence", Text),  # low, medium, high; NULL: not said
    Column("evidence", Text, nullable=False),  # JSON: documents and measured figures
    Column("revision", Integer, nullable=False),  # 1 after the first save
    Column("saved_ts", Big, nullable=False),
    keyed=True,
)
answer_change = _table(
    "answer_change",  # every save, also those that another person's answer came before: nothing is lost
    Column("id", Integer, primary_key=True),
    Column("respondent_id", Integer, ForeignKey("respondent.id"), nullable=False),
    Column("question", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text),  # JSON
    Column("new", Text),
    Column("revision", Integer, nullable=False),  # of the answer after this save
    Column("set_aside", Integer, nullable=False),  # 1: kept here only, because another value came in between
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "respondent_id", "question"),
)
benchmark = _table(
    "benchmark",  # answers of other bodies, without their names
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),  # peers, oecd
    Column("version", Text, nullable=False),  # of the questionnaire
    Column("content", Text, nullable=False),  # JSON
    Column("consent", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
action = _table(
    "action",
    Column("id", Integer, primary_key=True),
    Column("assessment_id", Integer, ForeignKey("assessment.id")),
    Column("question", Text, nullable=False),  # "" when it came from no question
    Column("reason", Text, nullable=False),  # below_target, contradiction, own
    Column("title", Text, nullable=False),
    Column("department_id", Integer, ForeignKey("department.id")),
    Column("owner_role", Text, nullable=False),
    Column("status", Text, nullable=False),  # idea, planned, doing, done, dropped
    Column("due_day", Integer),
    Column("metric", Text),  # metrics.registry; NULL: nothing is measured
    Column("direction", Text),  # up, down
    Column("control_id", Integer, ForeignKey("department.id")),  # the department it is compared with
    Column("start_day", Integer),
    Column("expectation", Text, nullable=False),
    Column("registered_ts", Big),  # from then on metric, direction, control, start and expectation are locked
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "assessment_id"),
    Index(None, "department_id"),
)
action_change = _table(
    "action_change",
    Column("id", Integer, primary_key=True),
    Column("action_id", Integer, ForeignKey("action.id"), nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "action_id"),
)

# What messages are about, and in which tone: worked out in batches after an import (data.scoring) ---------------

topic = _table(
    "topic",  # the list that ships, what was found in the messages, and what people made of both (data.topics)
    Column("id", Integer, primary_key=True),
    Column("code", Text, unique=True),  # of the list that ships; NULL: found or made here
    Column("origin", Text, nullable=False),  # list, found, own
    Column("name", Text),  # what people call it here; NULL: as the list calls it, or its typical words
    Column("words", Text, nullable=False),  # JSON: language -> patterns, by which messages are matched first
    Column("excluded", Text, nullable=False),  # JSON: the same for words that rule the topic out
    Column("typical", Text, nullable=False),  # JSON: language -> words that set its messages apart (c-TF-IDF)
    Column("owner_id", Integer, ForeignKey("department.id")),  # the department whose matter it is
    Column("pinned", Integer, nullable=False, server_default="0"),  # 1: stays on top, and a new fit leaves it as it is
    Column("status", Text, nullable=False, server_default="active"),  # active, off
    Column("merged_into", Integer, ForeignKey("topic.id")),
    Column("model_id", Integer, ForeignKey("topic_model.id")),  # of a found one: the fit, and its place in it
    Column("place", Integer),
    Column("stability", Real),  # 0 to 1; NULL: not of a fit
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "owner_id"),
)
topic_model = _table(
    "topic_model",  # a fit of the messages that the list does not match
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # tfidf, semantic
    Column("language", Text, nullable=False),  # "" where one fit serves all languages
    Column("splits", Integer),  # topic.id of which it splits the messages; NULL: of those without a topic
    Column("status", Text, nullable=False),  # current, replaced
    Column("n", Integer, nullable=False),  # messages it was fitted on
    Column("k", Integer, nullable=False),
    Column("stability", Real, nullable=False),
    Column("drift", Real),  # of the newest messages, as last measured (metrics.text.topics)
    Column("content", LargeBinary, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
)
message_score = _table(
    "message_score",  # of citizens' messages; no row: not scored yet
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("language", Text),  # NULL: not known
    Column("tone", Integer),  # metrics.text.tone; NULL: no model serves its language
    Column("negative", Real),  # probabilities of the model, calibrated
    Column("positive", Real),
    Column("tone_model", Text, nullable=False),  # the version that looked at it
    Column("topic_id", Integer),  # NULL: none of the topics
    Column("topics_version", Integer, nullable=False),  # of the list and the fits that it was held against
    Index(None, "topic_id"),
    keyed=True,
)
post_score = _table(
    "post_score",  # of the organisation's own posts: which topic they are about
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("topic_id", Integer),
    Column("topics_version", Integer, nullable=False),
    Index(None, "topic_id"),
)
label_round = _table(
    "label_round",  # a sample of messages that people label, to know how often the machine is wrong
    Column("id", Integer, primary_key=True),
    Column("task", Text, nullable=False),  # tone, needs_reply
    Column("model", Text, nullable=False),  # the version whose classes it is stratified by
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)
label_stratum = _table(
    "label_stratum",
    Column("round_id", Integer, ForeignKey("label_round.id"), primary_key=True, autoincrement=False),
    Column("platform", Text, primary_key=True),
    Column("predicted", Text, primary_key=True),
    Column("size", Integer, nullable=False),  # messages of the period in it, of which the items are a sample
    keyed=True,
)
label_item = _table(
    "label_item",
    Column("round_id", Integer, ForeignKey("label_round.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),  # in the order of labelling, from 0
    Column("post_id", Big, nullable=False),
    Column("id", Big, nullable=False),
    Column("platform", Text, nullable=False),
    Column("predicted", Text, nullable=False),  # what the machine said when the sample was drawn
    Column("twice", Integer, nullable=False),  # 1: a second person labels it too
    keyed=True,
)
label = _table(
    "label",
    Column("round_id", Integer, ForeignKey("label_round.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("labeller", Integer, primary_key=True, autoincrement=False),  # 1 or 2
    Column("value", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    keyed=True,
)
signal_feedback = _table(
    "signal_feedback",  # "was this useful?"
    Column("id", Integer, primary_key=True),
    Column("series", Text, nullable=False),  # "topic:<id>" or "volume:<account id>"
    Column("day", Integer, nullable=False),
    Column("useful", Integer, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    UniqueConstraint("series", "day"),
)

# What platforms say about audiences: context, kept as each import brought it. The newest one is what a page shows.
audience = _table(
    "audience",
    Column("account_id", Integer, ForeignKey("account.id"), primary_key=True, autoincrement=False),
    Column("import_id", Integer, ForeignKey("import_batch.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),  # in the order of the file
    Column("line", Integer, nullable=False),  # figures of one group share it
    Column("day", Integer),  # NULL when the file does not say
    Column("dimension", Text, nullable=False),  # age, country, ...: metrics.audience_groups
    Column("label", Text, nullable=False),  # the group, as the file names it
    Column("metric", Text, nullable=False),
    Column("value", Real, nullable=False),
    Index(None, "import_id"),
    keyed=True,
)

# Rollups: kept in the import transaction, so a page never scans posts or comments ----------------------


def _sums() -> list[Column]:  # type: ignore[type-arg]
    """Sums that add up over days and accounts. `<count>_n` is the number of posts that report the count."""
    whole = ["posts", "replies", "comments_in", "replies_out", "interactions", "interactions_n"]
    for name in COUNTS:
        whole += [name, f"{name}_n"]
    whole += [f"{name}_posts" for name in INTERACTION_PARTS]  # posts with at least one
    for base in ("reach", "impressions"):  # over posts that report interactions and the base
        whole += [f"er_{base}_interactions", f"er_{base}_base", f"er_{base}_n"]
    rates = [f"{name}_per_follower" for name in (*INTERACTION_PARTS, "interactions")]  # sums of ratios per post
    return (
        [Column(name, Big, nullable=False) for name in whole]
        + [Column("per_follower_n", Big, nullable=False)]
        + [Column(name, Real, nullable=False) for name in rates]
    )


def _rollup(name: str, period: str) -> Table:
    return _table(
        name,
        Column(period, Integer, primary_key=True, autoincrement=False),
        Column("account_id", Integer, primary_key=True, autoincrement=False),
        *_sums(),
        keyed=True,
    )


rollup_day = _rollup("rollup_day", "day")
rollup_week = _rollup("rollup_week", "week")  # the day number of its Monday
rollup_month = _rollup("rollup_month", "month")
rollup_hour = _table(
    "rollup_hour",  # p00..p23 own posts, c00..c23 citizens' messages; rows whose hour is unknown are not in it
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    *(Column(f"{side}{hour:02}", Integer, nullable=False) for side in "pc" for hour in range(24)),
    keyed=True,
)
rollup_post = _table(
    "rollup_post",  # log-bucket histograms of each measure per post (metrics.histogram)
    Column("measure", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("bucket", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, nullable=False),
    keyed=True,
)


def _answers() -> list[Column]:  # type: ignore[type-arg]
    """Sums of conversations by the day they began, and of own posts by theirs (`talked`, `two_way`, `deep`)."""
    names = ["asked", "answered", "waiting", "noticed", "due", "in_time", "due_waiting", *BINS]
    return [Column(name, Integer, nullable=False) for name in (*names, "threads", "talked", "two_way", "deep")]


rollup_answer = _table(
    "rollup_answer",
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    *_answers(),
    keyed=True,
)
rollup_answer_month = _table(
    "rollup_answer_month",
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    *_answers(),
    keyed=True,
)
rollup_answer_hour = _table(
    "rollup_answer_hour",  # by hour: a asked, d due, k in time, r own replies in threads (of the day they were given)
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    *(Column(f"{side}{hour:02}", Integer, nullable=False) for side in "adkr" for hour in range(24)),
    keyed=True,
)
rollup_content = _table(
    "rollup_content",  # own posts by what they are: type, tactic, reading level, time of posting (data.content)
    Column("dimension", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("value", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("total", Real, nullable=False),  # of what the dimension measures per post; 0 where it only counts
    Column("squares", Real, nullable=False),
    keyed=True,
)


def _topics() -> list[Column]:  # type: ignore[type-arg]
    """Sums of citizens' messages by their day, with `t_<tone>` of each tone; `posts` of own posts by theirs.

    `complaints` are messages of that intent; `asked` to `in_time` are conversations that began with a message on the
    topic, as in `rollup_answer`.
    """
    names = ["messages", *TONE_COLUMNS, "complaints", "asked", "answered", "waiting", "due", "in_time", "posts"]
    return [Column(name, Integer, nullable=False) for name in names]


rollup_topic = _table(
    "rollup_topic",
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("topic_id", Integer, primary_key=True, autoincrement=False),  # 0: of no topic
    *_topics(),
    keyed=True,
)
rollup_topic_month = _table(
    "rollup_topic_month",
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("topic_id", Integer, primary_key=True, autoincrement=False),
    *_topics(),
    keyed=True,
)

rollup_group = _table(
    "rollup_group",  # the sums of `rollup_day`, of own posts by topic or tag, and of paid ones (data.post_groups)
    Column("dimension", Text, primary_key=True),  # topic, tag, paid
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("account_id", Integer, primary_key=True, autoincrement=False),
    Column("value", Integer, primary_key=True, autoincrement=False),  # topic.id (0: none), tag.id, or 1
    *_sums(),
    keyed=True,
)

# Change, and what explains it: decisions of people, never worked out --------------------------------------

baseline = _table(
    "baseline",  # a decision: from this day on the limits of a chart begin anew (data.baselines)
    Column("id", Integer, primary_key=True),
    Column("metric", Text, nullable=False),
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: of the whole organisation
    Column("platform", Text),  # NULL: of all platforms together
    Column("first_day", Integer, nullable=False),
    Column("reason", Text, nullable=False),  # policy, tool, definition, other
    Column("note", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("withdrawn_ts", Big),  # it no longer counts, and is still told
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
)
event = _table(
    "event",  # what happened, for the margin of a chart
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # holiday, storm, election, other
    Column("name", Text, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: it concerns everybody
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
)
acknowledged = _table(
    "acknowledged",  # somebody saw a signal and said what was done about it
    Column("id", Integer, primary_key=True),
    Column("series", Text, nullable=False),  # which one: metrics.signals
    Column("day", Integer, nullable=False),  # of its newest point
    Column("note", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    UniqueConstraint("series", "day"),
)

# Posts that belong together, and posts to learn from -----------------------------------------------------

tag = _table(
    "tag",  # a campaign, paid posts, or any other group of own posts
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),  # campaign, paid, other
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: of the whole organisation
    Column("rules", Text, nullable=False),  # JSON: which posts belong to it (data.tags)
    Column("utm_campaign", Text),  # as the links of its posts say it; site visits are joined by it
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("measure", Text),  # what is expected to come of it: metrics.campaigns
    Column("expected", Real),
    Column("expectation", Text, nullable=False),  # in words; "" when there is none
    Column("registered_ts", Big),  # since then measure, expected and expectation are locked
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
)
post_tag = _table(
    "post_tag",
    Column("tag_id", Integer, ForeignKey("tag.id"), primary_key=True, autoincrement=False),
    Column("post_id", Big, primary_key=True, autoincrement=False),  # also of a post that an undo took away
    Column("how", Text, nullable=False),  # rule, hand, not (by hand: it does not belong to it)
    Index(None, "post_id"),
    keyed=True,
)
standout = _table(
    "standout",  # posts that got more than platform, audience, weekday and topic explain (metrics.expectation)
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("day", Integer, nullable=False),
    Column("interactions", Big, nullable=False),
    Column("expected", Real, nullable=False),
    Column("low", Real, nullable=False),  # where 95 of 100 such posts end up
    Column("high", Real, nullable=False),
    Column("surprise", Real, nullable=False),  # standard deviations above what was expected
    Index(None, "day", "account_id"),
)
practice = _table(
    "practice",  # a department's leave to show a post as an example
    Column("post_id", Big, primary_key=True, autoincrement=False),
    Column("status", Text, nullable=False),  # shared, kept
    Column("lesson", Text, nullable=False),  # what others can take from it, in the words of the department
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
)

# Goals ---------------------------------------------------------------------------------------------------

goal = _table(
    "goal",
    Column("id", Integer, primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id")),  # NULL: of the whole organisation
    Column("title", Text, nullable=False),
    Column("status", Text, nullable=False, server_default="active"),  # active, closed
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Column("is_demo", Integer, nullable=False, server_default="0"),
    Index(None, "department_id"),
)
goal_kpi = _table(
    "goal_kpi",  # what shows that a goal comes nearer
    Column("id", Integer, primary_key=True),
    Column("goal_id", Integer, ForeignKey("goal.id"), nullable=False),
    Column("name", Text, nullable=False),  # "" for a number of the registry
    Column("metric", Text),  # metrics.registry; NULL: it is measured elsewhere
    Column("level", Text, nullable=False),  # output, outtake, outcome, impact
    Column("direction", Text, nullable=False),  # at_least, at_most
    Column("target", Real),  # in the unit of the metric; NULL: none was set
    Column("source", Text, nullable=False),  # where it is measured, when not here
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    Index(None, "goal_id"),
)


# Figures that are fetched from platforms (loaders.apis, data.connections) ---

api_connection = _table(
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
sync_run = _table(
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
sync_page = _table(
    "sync_page",  # rows of a run that is not over: protected, and in the shape of the tables
    Column("run_id", Integer, ForeignKey("sync_run.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("rows", LargeBinary, nullable=False),
)
