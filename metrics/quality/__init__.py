"""How good the data of each account are: whether they may be compared, why not, and what to do about it.

One module per side of quality: `completeness`, `accuracy`, `timeliness`, `consistency`, `register` and `days` each give
reasons; `verdict` puts the reasons of an account together; `headline` says it in a sentence; `fairness` decides when
groups may not be put side by side. `limits` has every threshold, with its reason.
"""
