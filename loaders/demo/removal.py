"""Takes the demo city out of the store, in one transaction, and leaves everything else as it is.

Data that people imported themselves into a demo account or department stays: that account or department is then no
longer a demo.
"""

from collections.abc import Callable, Sequence

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, and_, delete, exists, not_, or_, select, update

from data import answering, bulk, schema, standout_rows, standouts
from data.access import Access
from data.account_imports import follow_accounts
from data.assessments.register import drop_assessments
from data.naming import follow
from data.post_groups import TAG, count_paid, days_of
from data.rollups import refresh
from data.signal_series_of import forget_demo, forget_gone
from data.staging import ACCOUNT_DAYS, COMMENTS, POSTS, SITE_DAYS, workbench
from data.store import write_transaction
from data.tag_rules import forget_accounts
from data.taken_out import take_out, take_out_days
from data.time_zone import organisation_zone
from data.topics import unseed

_BY_HAND = (schema.norm, schema.guideline, schema.test_message, schema.moderation)
_AGREED = (
    *(schema.action, schema.benchmark, schema.agreed_platform, schema.partner, schema.stakeholder),
    *(schema.baseline, schema.event, schema.goal, schema.practice),
)
_ROLLUPS = (
    *(schema.rollup_day, schema.rollup_week, schema.rollup_month, schema.rollup_hour),
    *(schema.rollup_post, schema.rollup_content, schema.rollup_group),
)
_ACCOUNTS = select(schema.account.c.id).where(schema.account.c.is_demo == 1)


def remove(engine: Engine, access: Access, progress: Callable[[float], None] | None = None) -> None:
    """Remove the demo city: its rows, imports, accounts, websites and departments. Without a demo nothing happens.

    Raises `AccessDeniedError` without the right to write.
    """
    access.require("write")
    with workbench(engine) as connection, write_transaction(connection):
        imports = select(schema.import_batch.c.id).where(schema.import_batch.c.is_demo == 1)
        accounts = _remove_imports(connection, list(connection.scalars(imports)))
        if progress:
            progress(0.5)
        _remove_tags(connection)
        _restore_rollups(connection, accounts)
        answering.restore(connection, accounts)
        _remove_kept_by_hand(connection)
        _remove_assessments(connection)
        _remove_labels(connection)
        _remove_topics(connection)
        connection.execute(delete(schema.import_batch).where(schema.import_batch.c.is_demo == 1))
        _remove_registers(connection)
        forget_demo(connection)
        forget_gone(connection)
        forget_accounts(connection)
        follow(connection)
    if progress:
        progress(1.0)


def _remove_imports(connection: Connection, imports: list[int]) -> Select[tuple[int]]:
    """What the demo's imports showed, and what was said of the posts that only they showed.

    Gives the accounts whose figures are out of date: those of the demo, and own ones that posts go back to.
    """
    zone = organisation_zone(connection)
    touched = []
    for items in (POSTS, COMMENTS):
        touched.append(take_out(connection, items, imports, zone))
        if items is POSTS:  # what people said of posts of an import that was undone stays
            known = exists().where(schema.post.c.id == POSTS.changed.c.id)
            gone = select(POSTS.changed.c.id).where(not_(known))
            connection.execute(delete(schema.post_tag).where(schema.post_tag.c.post_id.in_(gone)))
    for days in (ACCOUNT_DAYS, SITE_DAYS):
        take_out_days(connection, days, imports)
    for table in (schema.audience, schema.answered_until, schema.account_import):
        connection.execute(delete(table).where(table.c.import_id.in_(imports)))
    moved = pd.concat(touched)
    follow_accounts(connection, moved)
    standout_rows.follow(connection)
    standouts.forget(connection)
    back = sorted(set(moved["account_id"].astype("int64").tolist()))
    return select(schema.account.c.id).where(or_(schema.account.c.is_demo == 1, schema.account.c.id.in_(back)))


def _remove_kept_by_hand(connection: Connection) -> None:
    """Norms, guidelines, test messages and removals that came with the demo."""
    for kept in _BY_HAND:
        connection.execute(delete(kept).where(kept.c.is_demo == 1))


def _remove_tags(connection: Connection) -> None:
    """Tags of the demo."""
    demo = list(connection.scalars(select(schema.tag.c.id).where(schema.tag.c.is_demo == 1)))
    held = days_of(connection, demo)
    groups = schema.rollup_group.c
    connection.execute(delete(schema.rollup_group).where(groups.dimension == TAG, groups.value.in_(demo)))
    connection.execute(delete(schema.post_tag).where(schema.post_tag.c.tag_id.in_(demo)))
    connection.execute(delete(schema.tag).where(schema.tag.c.is_demo == 1))
    count_paid(connection, held)


def _remove_assessments(connection: Connection) -> None:
    """What was answered, planned and agreed in the demo."""
    demo = select(schema.assessment.c.id).where(schema.assessment.c.is_demo == 1)
    drop_assessments(connection, list(connection.scalars(demo)))
    actions = select(schema.action.c.id).where(schema.action.c.is_demo == 1)
    connection.execute(delete(schema.action_change).where(schema.action_change.c.action_id.in_(actions)))
    goals = select(schema.goal.c.id).where(schema.goal.c.is_demo == 1)
    connection.execute(delete(schema.goal_kpi).where(schema.goal_kpi.c.goal_id.in_(goals)))
    for table in _AGREED:
        connection.execute(delete(table).where(table.c.is_demo == 1))


def _remove_labels(connection: Connection) -> None:
    """What people said of the tones of the demo's messages."""
    demo = select(schema.label_round.c.id).where(schema.label_round.c.is_demo == 1)
    for table in (schema.label, schema.label_item, schema.label_stratum):
        connection.execute(delete(table).where(table.c.round_id.in_(demo)))
    connection.execute(delete(schema.label_round).where(schema.label_round.c.is_demo == 1))


def _remove_topics(connection: Connection) -> None:
    """Found topics, and those of the list that nobody changed, when the demo's texts were the only ones.

    The list comes back when it is next asked for.
    """
    if connection.scalar(select(or_(*(exists(select(table.c.id)) for table in (schema.post, schema.comment))))):
        return
    untouched = and_(schema.topic.c.origin == "list", schema.topic.c.who == "")
    gone = select(schema.topic.c.id).where(or_(schema.topic.c.model_id.is_not(None), untouched))
    numbers = list(connection.scalars(gone))
    connection.execute(update(schema.topic).where(schema.topic.c.merged_into.in_(numbers)).values(merged_into=None))
    connection.execute(delete(schema.topic).where(schema.topic.c.id.in_(numbers)))
    connection.execute(delete(schema.topic_model))
    unseed(connection)


def _restore_rollups(connection: Connection, accounts: Select[tuple[int]]) -> None:
    """Empty the rollups of these accounts, and fill them again with what was not the demo's."""
    for rollup in _ROLLUPS:
        connection.execute(delete(rollup).where(rollup.c.account_id.in_(accounts)))
    kept = [
        bulk.read(connection, select(t.c.account_id, t.c.day).where(t.c.account_id.in_(accounts)).distinct())
        for t in (schema.post, schema.comment)
    ]
    days = pd.concat(kept).drop_duplicates()
    if len(days):
        refresh(connection, days)


def _remove_registers(connection: Connection) -> None:
    """Remove the demo's accounts, websites and departments; those that are in use stay, no longer as a demo."""
    holders = (*_BY_HAND, schema.post, schema.comment, schema.account_day, schema.audience, schema.api_connection)
    accounts_used = [table.c.account_id for table in holders]
    unused = _ACCOUNTS.where(_unused(schema.account, accounts_used))
    connection.execute(delete(schema.assignment).where(schema.assignment.c.account_id.in_(unused)))
    _drop(connection, schema.account, accounts_used)
    _drop(connection, schema.site, [schema.site_day.c.site_id, schema.api_connection.c.site_id])
    departments_used = [
        *(table.c.department_id for table in (schema.account, schema.site, schema.guideline, schema.norm)),
        *(table.c.department_id for table in (schema.respondent, schema.action, schema.partner, schema.tag)),
        *(table.c.department_id for table in (schema.baseline, schema.event, schema.goal)),
        schema.action.c.control_id,
        schema.partner.c.partner_id,
    ]
    gone = select(schema.department.c.id).where(schema.department.c.is_demo == 1)
    ownerless = schema.topic.c.owner_id.in_(gone.where(_unused(schema.department, departments_used)))
    connection.execute(update(schema.topic).where(ownerless).values(owner_id=None))
    _drop(connection, schema.department, departments_used)


def _drop(connection: Connection, table: Table, references: Sequence[ColumnElement[int]]) -> None:
    connection.execute(delete(table).where(table.c.is_demo == 1, _unused(table, references)))
    connection.execute(update(table).where(table.c.is_demo == 1).values(is_demo=0))


def _unused(table: Table, references: Sequence[ColumnElement[int]]) -> ColumnElement[bool]:
    return not_(or_(*(exists().where(column == table.c.id) for column in references)))
