"""The rules that a guideline can have, one file each; `metrics.guidelines.rule` finds them."""
