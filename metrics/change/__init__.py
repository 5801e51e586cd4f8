"""Change over time: is the newest week more than ordinary variation, and will a target be met?

`reading.read` is what pages call; it goes through the others in this order:

* `series`: weekly estimates without holes, with the scale that suits the metric (`scale`)
* `season`: what the time of the year adds (`metrics.seasonality`), where there are years enough
* `charted`: which chart, from a baseline that stays as it is: `laney` for shares, XmR for others, both with `limits`
  and the four `rules`; `run` for short series; and the p-value of the newest point (`chance`)
* `assurance`: ordinary variation against a target
* `wording`, `reasons`: all of it in words; `result` holds the answer

`xmr` is the plain chart around an action (`metrics.beforeafter`), and says how long a baseline must be.
`metrics.breaks` knows from which days on platforms count in another way. How often charts cry wolf, and what they see:
`python -m evals.change`.
"""
