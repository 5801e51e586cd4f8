"""The questionnaire that ships, and the organisation's own questions: YAML, checked by a schema.

`questionnaire.yaml` has the version, the dimensions, the brief's recommendations and the sources; beside it one file
for each question, named as its id.
"""

from data.questionnaire.as_json import from_json, to_json
from data.questionnaire.own_file import read_own
from data.questionnaire.shipped import shipped

__all__ = ["from_json", "read_own", "shipped", "to_json"]
