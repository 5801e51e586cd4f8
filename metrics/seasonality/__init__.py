"""The time of the year in a weekly series: what each week owes to it, learnt from earlier years only."""
