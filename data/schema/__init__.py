"""The tables of the store, one definition for SQLite and PostgreSQL.

Keys of posts and comments are 63-bit hashes of platform and external id (`data.ids`), so the primary key is
also what makes an import repeatable. Calendar columns (`day`, `dow`, `hour`, `month`) are integers in the
organisation's time zone, computed at import: `day` counts days since 1970-01-01, `month` is year * 100 + month.
That choice keeps every query free of date functions. Indexes lead with `day`.

Counts are kept twice: `observation` holds the counts of a post as each import showed them, `post` holds what
follows from them (`data.observed` says how). A missing count is NULL, and `missing` says why, one letter per count
(`metrics.measures.MISSING`). The same holds for comments and for values per day.
"""

from data.schema.answering import answered_until, conversation, message_class, message_label, norm, thread
from data.schema.audience import audience
from data.schema.change import acknowledged, baseline, event
from data.schema.common import Big, Real, metadata
from data.schema.connections import api_connection, sync_page, sync_run
from data.schema.declared import (
    action,
    action_change,
    agreed_platform,
    answer,
    answer_change,
    assessment,
    benchmark,
    partner,
    questionnaire,
    respondent,
    stakeholder,
)
from data.schema.goals import goal, goal_kpi
from data.schema.groups import post_tag, practice, standout, tag
from data.schema.guidelines import guideline, moderation, test_message
from data.schema.incoming import comment, import_batch, post
from data.schema.observed import (
    account_day,
    account_day_observation,
    account_import,
    comment_observation,
    comment_version,
    observation,
    post_version,
    site_day,
    site_day_observation,
)
from data.schema.registers import account, assignment, department, mapping, setting, site
from data.schema.rollups import (
    rollup_answer,
    rollup_answer_hour,
    rollup_answer_month,
    rollup_answer_week,
    rollup_content,
    rollup_day,
    rollup_group,
    rollup_hour,
    rollup_month,
    rollup_post,
    rollup_site_week,
    rollup_topic,
    rollup_topic_month,
    rollup_week,
)
from data.schema.scoring import (
    label,
    label_item,
    label_round,
    label_stratum,
    message_score,
    post_score,
    signal_feedback,
    topic,
    topic_model,
)

__all__ = [
    "Big",
    "Real",
    "account",
    "account_day",
    "account_day_observation",
    "account_import",
    "acknowledged",
    "action",
    "action_change",
    "agreed_platform",
    "answer",
    "answer_change",
    "answered_until",
    "api_connection",
    "assessment",
    "assignment",
    "audience",
    "baseline",
    "benchmark",
    "comment",
    "comment_observation",
    "comment_version",
    "conversation",
    "department",
    "event",
    "goal",
    "goal_kpi",
    "guideline",
    "import_batch",
    "label",
    "label_item",
    "label_round",
    "label_stratum",
    "mapping",
    "message_class",
    "message_label",
    "message_score",
    "metadata",
    "moderation",
    "norm",
    "observation",
    "partner",
    "post",
    "post_score",
    "post_tag",
    "post_version",
    "practice",
    "questionnaire",
    "respondent",
    "rollup_answer",
    "rollup_answer_hour",
    "rollup_answer_month",
    "rollup_answer_week",
    "rollup_content",
    "rollup_day",
    "rollup_group",
    "rollup_hour",
    "rollup_month",
    "rollup_post",
    "rollup_site_week",
    "rollup_topic",
    "rollup_topic_month",
    "rollup_week",
    "setting",
    "signal_feedback",
    "site",
    "site_day",
    "site_day_observation",
    "stakeholder",
    "standout",
    "sync_page",
    "sync_run",
    "tag",
    "test_message",
    "thread",
    "topic",
    "topic_model",
]
