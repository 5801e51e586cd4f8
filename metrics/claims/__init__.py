"""Claims beside evidence: what an answer claims, checked against what was measured."""
