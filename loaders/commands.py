"""What the commands that change the store do: import files for a department, score what came in."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from data.access import Access
from data.registers import accounts, add_account, add_department, add_site, departments, remember, remembered, sites
from data.scoring import pending, score
from loaders.importer import import_batch
from loaders.records import Batch
from loaders.report import as_json
from loaders.sources import batches
from loaders.strangers import names_strangers
from metrics.words import N_, Message


def import_files(
    engine: Engine,
    access: Access,
    paths: Sequence[str],
    department: str,
    account: str | None,
    answers: Mapping[str, str] | None = None,
) -> list[dict[str, Any]]:
    """Import every table of these files for one department; the load reports.

    The department is made when it is new and there is something to load for it. Accounts come from the files; new
    ones are added to the department. `account` names the account of tables that do not say it, `answers` answer
    what tables leave open. A table that cannot be imported gives its report with `error`. Raises `OSError`, with
    nothing stored, when a file is not there.
    """
    for name in paths:
        Path(name).stat()
    reports = []
    for path, batch in batches(paths, answers):
        batch = _checked(batch, account)
        if not batch.loadable:
            reports.append(as_json(batch) | {"inserted": 0, "updated": 0, "unchanged": 0, "import_id": None})
            continue
        owners = _owners(engine, access, batch, department_named(engine, access, department), account)
        of_sites = batch.kind == "site_days"
        digest = sha256(path.read_bytes()).hexdigest()
        loaded = import_batch(
            engine,
            access,
            batch,
            {} if of_sites else owners,
            sites=owners if of_sites else {},
            file_hash=digest,
        )
        reports.append(loaded.report)
    return reports


def score_imported(engine: Engine, access: Access, reports: Iterable[Mapping[str, Any]]) -> None:
    """Work out topics and tones after an import, where its `reports` say that anything changed.

    Raises `StoreError` when that stops half-way; what was imported stays, and the next time goes on from there.
    """
    if any(report["inserted"] or report["updated"] for report in reports):
        score(engine, access)


def score_all(engine: Engine, access: Access) -> dict[str, Any]:
    """Work out topic and tone of all that has none by the models in use; what was done, and what is left."""
    found = score(engine, access)
    done = {"messages": found.messages, "posts": found.posts, "pending": pending(engine, access)}
    return done | {"tone_model": found.versions.tone_model, "topics_version": found.versions.topics}


def _checked(batch: Batch, account: str | None) -> Batch:
    """Refuse a batch whose rows name no account when the caller did not name it either."""
    if batch.error is None and batch.questions:
        text = N_("{question} Add --answer {name}=VALUE ({options}) and import it again.")
        first = batch.questions[0]
        values = {"question": first.text, "name": first.name, "options": ", ".join(first.options) or "YYYY-MM-DD"}
        batch.error = Message("open_question", text, values)
    nameless = "" in _names(batch)
    if batch.error is None and nameless and not account:
        text = N_("This file does not say which account it is of. Add --account NAME and import it again.")
        batch.error = Message("which_account", text)
    return batch


def _names(batch: Batch) -> set[str]:
    frames = (batch.posts, batch.comments, batch.account_days, batch.site_days, batch.audience)
    return {str(name) for frame in frames for name in frame["site" if "site" in frame else "account"].unique()}


def department_named(engine: Engine, access: Access, name: str) -> int:
    """The department of this name, in capitals or not; made when it is new."""
    known = departments(engine, access)
    found = known.loc[known["name"].str.casefold() == name.casefold(), "id"]
    return int(found.iloc[0]) if len(found) else add_department(engine, access, name, search=False)


def _owners(engine: Engine, access: Access, batch: Batch, department_id: int, account: str | None) -> Mapping[str, int]:
    """The account (or site) of each name in a batch: the remembered, else the one of this name, else a new one.

    Of a file that names many accounts only those that are known, or that `account` names.
    """
    names = _names(batch)
    if batch.kind == "site_days":
        known = dict(zip(*(sites(engine, access)[column].tolist() for column in ("host", "id")), strict=True))
        hosts = {name: account if account and len(names) == 1 else name for name in names}
        return {name: known.get(host) or add_site(engine, access, department_id, host) for name, host in hosts.items()}
    wanted = {name: account if account and len(names) == 1 else name for name in names}
    strangers = names_strangers(names)
    known_accounts = by_handle(engine, access, batch.platform)
    keys = {name: f"{batch.format}|{batch.platform}|{name}" for name in names if name}
    before = {} if account else remembered(engine, access, keys.values())
    owners = {}
    for name in sorted(names):
        owner = before.get(keys.get(name, "")) or known_accounts.get(plain_handle(wanted[name]))
        if owner or not strangers or plain_handle(name) == plain_handle(account or ""):
            owners[name] = owner or add_account(
                engine, access, department_id, batch.platform, wanted[name], search=False
            )
    remember(engine, access, {key: owners[name] for name, key in keys.items() if name in owners})
    return owners


def by_handle(engine: Engine, access: Access, platform: str) -> Mapping[str, int]:
    """The accounts on a platform, by their plain handle."""
    register = accounts(engine, access)
    register = register[register["platform"] == platform]
    return dict(zip(map(plain_handle, register["handle"]), register["id"].tolist(), strict=True))


def plain_handle(handle: str) -> str:
    """A handle in the form that handles are compared in.

    >>> plain_handle(" @Waterstad")
    'waterstad'
    """
    return handle.strip().removeprefix("@").casefold()
