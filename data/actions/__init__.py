"""The action plan in the store: read, add, change, and register a comparison before the start.

A change of an action keeps its old value (`action_change`). Once a comparison is registered, nobody changes it.
"""

from data.actions.changing import add_action, change_action, remove_action
from data.actions.reading import actions, history
from data.actions.registering import register_action

__all__ = ["actions", "add_action", "change_action", "history", "register_action", "remove_action"]
