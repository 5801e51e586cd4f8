"""Posts that got more than was to be expected, worked out after an import and kept for the pages."""

from data.standouts.fitted import Fitted, fitted, forget, is_up_to_date
from data.standouts.refreshing import refresh

__all__ = ["Fitted", "fitted", "forget", "is_up_to_date", "refresh"]
