"""The one way to the network: audited, polite, and impossible to turn against the city's own network."""

from loaders.apis.client.answer import Answer
from loaders.apis.client.client import Client
from loaders.apis.client.errors import ApiError, Kind
from loaders.apis.client.manners import Manners

__all__ = ["Answer", "ApiError", "Client", "Kind", "Manners"]
