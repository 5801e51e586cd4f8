"""What messages are about, and in which tone: worked out in batches after an import (`data.scoring`)."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Text, UniqueConstraint

from data.schema.common import Big, Real, table

topic = table(
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
topic_model = table(
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
message_score = table(
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
post_score = table(
    "post_score",  # of the organisation's own posts: which topic they are about
    Column("id", Big, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("topic_id", Integer),
    Column("topics_version", Integer, nullable=False),
    Index(None, "topic_id"),
)
label_round = table(
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
label_stratum = table(
    "label_stratum",
    Column("round_id", Integer, ForeignKey("label_round.id"), primary_key=True, autoincrement=False),
    Column("platform", Text, primary_key=True),
    Column("predicted", Text, primary_key=True),
    Column("size", Integer, nullable=False),  # messages of the period in it, of which the items are a sample
    keyed=True,
)
label_item = table(
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
label = table(
    "label",
    Column("round_id", Integer, ForeignKey("label_round.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("labeller", Integer, primary_key=True, autoincrement=False),  # 1 or 2
    Column("value", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    keyed=True,
)
signal_feedback = table(
    "signal_feedback",  # "was this useful?"
    Column("id", Integer, primary_key=True),
    Column("series", Text, nullable=False),  # "topic:<id>" or "volume:<account id>"
    Column("day", Integer, nullable=False),
    Column("useful", Integer, nullable=False),
    Column("who", Text, nullable=False),
    Column("made_ts", Big, nullable=False),
    UniqueConstraint("series", "day"),
)
