"""Labels by people: rounds of a random sample, what they say about the machine, and what it learns from them."""

from data.labelling.calibrated import Calibrated, calibrated
from data.labelling.files import Merged, merge_file, to_file
from data.labelling.labels import save_label, undo_last
from data.labelling.layer import in_use, local_layer, switched_on, try_out, use_layer
from data.labelling.rounds import Round, rounds, start_round
from data.labelling.state import RoundState, round_state
from data.labelling.work_list import next_items

__all__ = [
    "Calibrated",
    "Merged",
    "Round",
    "RoundState",
    "calibrated",
    "in_use",
    "local_layer",
    "merge_file",
    "next_items",
    "round_state",
    "rounds",
    "save_label",
    "start_round",
    "switched_on",
    "to_file",
    "try_out",
    "undo_last",
    "use_layer",
]
