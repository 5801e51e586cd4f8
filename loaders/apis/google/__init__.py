"""Google's servers: a token from a key file of a service account, and what their errors mean."""

from loaders.apis.google.refusals import manners
from loaders.apis.google.tokens import bearer

__all__ = ["bearer", "manners"]
