"""Demo cities that several test modules look at, generated once."""

from functools import cache

from loaders.demo.generate import City, generate


@cache
def whole() -> City:
    """The city that people get."""
    return generate()


@cache
def small(seed: int = 1) -> City:
    """A city that is quick to make."""
    return generate(seed, posts=2_000)
