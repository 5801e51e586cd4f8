"""What messages are about and in which tone: worked out in batches after an import, never on a page.

`score` does all that is `pending`; who judges the texts says `executor`. Scores are kept per message with the versions
that they were made with (`choice`), and added up per day (`rollups`), also whenever conversations are.
"""

from data.scoring.choice import CHOICES, choice, choose
from data.scoring.work import Scored, pending, score

__all__ = ["CHOICES", "Scored", "choice", "choose", "pending", "score"]
