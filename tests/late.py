"""A browser that has not drawn the latest page yet: with a click it sends what its boxes still show."""

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest


class Late:
    """What a browser shows now, to go on from there when the page has gone on."""

    def __init__(self, at: AppTest) -> None:
        self.at = at
        self.states = WidgetStates()
        self.states.CopyFrom(at._tree.get_widget_states())
        self.buttons = {one.key: one.id for one in (*at.button, *at.form_submit_button)}

    def box(self, key: str) -> WidgetState:
        """What a box shows, to choose something else in it."""
        return next(one for one in self.states.widgets if one.id.endswith(f"-{key}"))

    def press(self, key: str) -> AppTest:
        """Press a button."""
        states = WidgetStates()
        states.CopyFrom(self.states)
        states.widgets.append(WidgetState(id=self.buttons[key], trigger_value=True))
        return self.at._run(states)
