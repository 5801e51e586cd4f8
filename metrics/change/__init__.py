"""Change over time: the run chart for short series, the XmR chart for others."""
