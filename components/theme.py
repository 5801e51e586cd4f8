"""Colours and sizes of charts, with the contrast they were chosen for.

The colours of Streamlit's own elements are in `.streamlit/config.toml`; these are for figures, which must be
readable without colour (shape, word and dash say the same).
"""

TEXT = "#0B1320"
AXIS = "#3D4757"  # 9.4:1 on white; Streamlit's own axis labels have 3.7:1
GRID = "#E3E7EE"
FOCUS = "#12436D"

CATEGORICAL = ("#12436D", "#28A197", "#801650", "#F46A25")
"""At most four lines or groups. Each has 3:1 on white and 3:1 with its neighbours (Analysis Function)."""

TICK_FONT = {"color": AXIS, "size": 12}
FONT = {"family": "Inter, system-ui, sans-serif", "color": TEXT, "size": 13}
