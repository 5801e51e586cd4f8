"""The topics that municipalities hear about: one file each (its name is the id), with words in English and Dutch.

The words are our own, from general knowledge. People change them in the app; what they change is kept in the store.
"""

from data.topics.municipal.shipped import shipped

__all__ = ["shipped"]
