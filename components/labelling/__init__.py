"""Labelling messages: what people say that they are, so that it is known how often the machine is wrong."""
