"""What the open export holds: the tables of the store, and those that are left out."""

from data.access import Access
from data.open_export.assessment import (
    actions_table,
    agreed_platforms_table,
    answers_table,
    assessments_table,
    partners_table,
    questionnaires_table,
    respondents_table,
    stakeholders_table,
)
from data.open_export.change import acknowledged_table, baselines_table, events_table
from data.open_export.columns import OpenTable
from data.open_export.daily import account_days_table, site_days_table
from data.open_export.examples import examples_table
from data.open_export.goals import goal_kpis_table, goals_table
from data.open_export.groups import audience_table
from data.open_export.logs import moderation_table, test_messages_table
from data.open_export.messages import comments_table, posts_table
from data.open_export.registers import accounts_table, departments_table, imports_table, sites_table
from data.open_export.tags import post_tags_table, tags_table
from data.open_export.topics import topics_table
from data.open_export.versions import guidelines_table, norms_table

LEFT_OUT = {
    "observation": "what each import showed; the newest of it is in the posts",
    "comment_observation": "the same for comments",
    "post_version": "what each import said; the newest of it is in the posts",
    "comment_version": "the same for comments",
    "account_day_observation": "what each import said; the newest of it is in the account days",
    "site_day_observation": "the same for site days",
    "account_import": "which imports show something of an account; follows from what each showed",
    "rollup_day": "sums of the rows that are exported",
    "rollup_week": "sums of the rows that are exported",
    "rollup_month": "sums of the rows that are exported",
    "rollup_hour": "sums of the rows that are exported",
    "rollup_post": "sums of the rows that are exported",
    "rollup_answer": "sums of the rows that are exported",
    "rollup_answer_week": "sums of the rows that are exported",
    "rollup_answer_month": "sums of the rows that are exported",
    "rollup_site_week": "sums of the rows that are exported",
    "rollup_answer_hour": "sums of the rows that are exported",
    "rollup_content": "sums of the rows that are exported",
    "message_class": "follows from the comments by the rules on the page Methods",
    "message_label": "says of single messages of citizens what they are",
    "topic_model": "what a fit of topics learned from the messages",
    "message_score": "says of single messages of citizens what they are",
    "post_score": "follows from the posts and the list of topics",
    "label_round": "a sample of single messages; labels are a file of their own on the page Conversation",
    "label_stratum": "a sample of single messages; labels are a file of their own on the page Conversation",
    "label_item": "a sample of single messages; labels are a file of their own on the page Conversation",
    "label": "says of single messages of citizens what they are",
    "signal_feedback": "what people here found useful",
    "rollup_topic": "sums of what is said of single messages",
    "rollup_topic_month": "sums of what is said of single messages",
    "rollup_group": "sums of the rows that are exported",
    "standout": "follows from the posts by what the page Methods says; shared examples have their range",
    "conversation": "follows from the comments, the norms and the rules on the page Methods",
    "thread": "follows from the posts and comments",
    "answered_until": "until when the conversations of an account are known; follows from the imports",
    "setting": "the organisation and its time zone are in the metadata; the rest is of this installation",
    "answer_change": "what an answer was before; what it is now is in the answers",
    "action_change": "what an action was before; what it is now is in the actions",
    "benchmark": "answers of other bodies, which they shared for a comparison here",
    "assignment": "what loading a file remembers",
    "mapping": "what loading a file remembers",
    "api_connection": "how this installation asks platforms for figures, with encrypted secrets",
    "sync_run": "what a connection did; what came of it is in the imports",
    "sync_page": "rows of a run that is not over",
}
"""Tables of the store that are not exported, and why."""


def tables(access: Access, texts: bool = False) -> tuple[OpenTable, ...]:
    """The tables of the export as far as this user may see them.

    `texts` adds what stands in conversations with citizens, masked. Raises `AccessDeniedError`.
    """
    access.require("read")
    if texts:
        access.require("texts")
        access.require("administer")
    return (
        departments_table(access),
        accounts_table(access),
        sites_table(access),
        imports_table(access),
        posts_table(access, texts),
        comments_table(access, texts),
        account_days_table(access),
        site_days_table(access),
        audience_table(access),
        norms_table(access),
        guidelines_table(access),
        test_messages_table(access),
        moderation_table(access),
        questionnaires_table(access),
        assessments_table(access),
        respondents_table(access),
        answers_table(access),
        actions_table(access),
        goals_table(access),
        goal_kpis_table(access),
        agreed_platforms_table(access),
        partners_table(access),
        stakeholders_table(access),
        topics_table(access),
        baselines_table(access),
        events_table(access),
        acknowledged_table(access),
        tags_table(access),
        post_tags_table(access),
        examples_table(access),
    )
