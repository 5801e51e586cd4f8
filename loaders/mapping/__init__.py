"""Column mappings: how a CSV, Excel or JSON file of no known format becomes posts, comments or daily figures.

`suggest` proposes a mapping from header names and cells, a person corrects it, `apply` makes the batches, and the
mapping is kept under a name or shared as a file.
"""

from loaders.mapping.applying import apply, preview_table
from loaders.mapping.spec import FIELDS, REQUIRED, MappingError, MappingSpec
from loaders.mapping.suggesting import suggest

__all__ = ["FIELDS", "REQUIRED", "MappingError", "MappingSpec", "apply", "preview_table", "suggest"]
