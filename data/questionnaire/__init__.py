"""The questionnaire that ships, and the organisation's own questions: YAML, checked by a schema."""
