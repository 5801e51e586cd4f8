"""Visits by day and campaign to a batch of site-days: a figure for each campaign (`metrics.campaigns.utm`)."""

import numpy as np
import pandas as pd

from loaders.files.building.counts import Counts
from loaders.files.building.format import Format
from loaders.files.building.posts import reject_incredible
from loaders.files.building.rows import Rows
from loaders.files.building.times import Times
from loaders.records import SITE_DAY_COLUMNS, Batch
from metrics.campaigns.utm import LONGEST, campaign_of, is_kept, metric_of
from metrics.words import N_, Message


def campaigns_batch(
    rows: Rows,
    form: Format,
    site: "pd.Series[str]",
    times: Times,
    names: "pd.Series[str]",
    visits: Counts,
    dates: "pd.Series[str]",
    columns: tuple[str | None, str | None],
) -> Batch:
    """The batch of a table with a row for each day and campaign, or several of them (by source): these are added up.

    `columns` are the headers of the date and of the campaign, for reasons.
    """
    on_date, on_name = columns
    rows.reject_unreadable(~times.known, on_date, dates)
    reject_incredible(rows, times, on_date)
    name = names.map(campaign_of).astype("str")
    text = N_("This row names no campaign, so its visits came with no link of one.")
    rows.reject(name == "", on_name, Message("no_campaign", text))
    text = N_("The name of a campaign has at most {most} characters and no @. This row is left out.")
    rows.reject(~name.map(is_kept).astype(bool), on_name, Message("campaign_name", text, {"most": LONGEST}))
    rows.reject(~visits.present, None, Message("no_figures", N_("This row holds no figures.")))
    day = pd.Series(pd.to_datetime(times.seconds, unit="s").strftime("%Y-%m-%d"), dtype="str")
    found = pd.DataFrame(
        {"line": rows.table.lines, "site": site.to_numpy(), "date": day, "metric": name.map(metric_of)}
    )
    found = found.assign(value=visits.values.astype(np.float64))[rows.alive]
    key = ["site", "date", "metric"]
    first = found["line"].groupby([found[name] for name in key], sort=False).transform("first")
    total = found.groupby(key, sort=False)["value"].transform("sum")
    again = found.index[found["line"] != first]
    text = N_("The figures of this row are added to those of row {row}, which is of the same day.")
    later = np.zeros(len(rows.table), dtype=np.bool_)
    later[again] = True
    rows.reject_each(later, on_name, lambda i: Message("added_up", text, {"row": int(first[i])}))
    frame = found.assign(value=total).drop(again).reset_index(drop=True).astype(SITE_DAY_COLUMNS)
    return rows.batch(form.id, "site_days", "website", site_days=frame[list(SITE_DAY_COLUMNS)])
