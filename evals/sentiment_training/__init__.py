"""How the weights of the sentiment models are learned: the steps of `python -m evals.train_sentiment`."""
