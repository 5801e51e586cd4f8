"""The demo city: a made-up Dutch municipality with three years of social media, to explore the product with.

`load` puts it in the store through the importer, like any file; `remove` takes it out again. What is hidden in
the data for people to find is written down in `docs/demo-city.md`.
"""

from loaders.demo.load import load, remove

__all__ = ["load", "remove"]
