"""The self-assessment: its questions, the answers, and the scores that follow from them."""
