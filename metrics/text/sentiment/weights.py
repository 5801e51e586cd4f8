"""The tables of a trained scorer, and how they are kept in a file: whole numbers of 8 bits with a scale a column."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

_Floats = NDArray[np.float32]
_IN_8_BITS = frozenset({"pieces", "phrases", "vectors"})
_IN_16_BITS = frozenset({"windows", "semantic_hidden"})
_ADDED = "scale_"


@dataclass(frozen=True)
class Weights:
    """What a scorer has learned; the last axis of the last tables is negative, neutral, positive."""

    version: str
    languages: tuple[str, ...]
    sure: float
    """Below this probability the tone is unsure."""
    mean: _Floats
    deviation: _Floats
    """Of `features`, by which they are made comparable."""
    pieces: _Floats
    phrases: _Floats
    linear_bias: _Floats
    names: NDArray[np.uint32]
    """The upper half of the hash of each known word."""
    vectors: _Floats
    """What each known word means; the last row is for all others."""
    windows: _Floats
    """For the word before, the word itself and the word after: from its vector to the hidden signs."""
    hidden_bias: _Floats
    out: _Floats
    out_bias: _Floats
    stack: _Floats
    """From the logarithms of the probabilities of both parts to the calibrated answer."""
    stack_bias: _Floats
    certainty: _Floats
    """For each language by how much its scores are to be multiplied: under 1 where the parts agree too easily."""


@dataclass(frozen=True)
class SemanticWeights:
    """What is added to `Weights` where sentence vectors are at hand."""

    version: str
    languages: tuple[str, ...]
    sure: float
    semantic_hidden: _Floats
    """From the vector of a text and its features to the hidden signs."""
    semantic_hidden_bias: _Floats
    semantic_out: _Floats
    semantic_out_bias: _Floats
    stack: _Floats
    stack_bias: _Floats
    certainty: _Floats


_Kind = TypeVar("_Kind", Weights, SemanticWeights)


def save(weights: Any, path: Path) -> None:
    """Write the tables to a compressed file of NumPy arrays (no pickles)."""
    arrays: dict[str, Any] = {}
    for field in fields(weights):
        value = getattr(weights, field.name)
        if field.name in _IN_8_BITS:
            scale = np.maximum(np.abs(value).max(axis=0), 1e-9) / 127
            arrays[_ADDED + field.name] = scale.astype(np.float32)
            value = np.rint(value / scale).astype(np.int8)
        elif field.name in _IN_16_BITS:
            value = value.astype(np.float16)
        elif field.name == "languages":
            value = ",".join(value)
        arrays[field.name] = np.asarray(value)
    np.savez_compressed(path, **arrays)


def load(kind: type[_Kind], path: Path) -> _Kind:
    """Read what `save` wrote."""
    values: dict[str, Any] = {}
    with np.load(path, allow_pickle=False) as arrays:
        for field in fields(kind):
            value = arrays[field.name]
            if field.name in _IN_8_BITS:
                value = value.astype(np.float32) * arrays[_ADDED + field.name]
            elif field.name == "languages":
                value = tuple(str(value).split(","))
            elif value.ndim == 0:
                value = value.item()
            elif field.name != "names":
                value = value.astype(np.float32)
            values[field.name] = value
    return kind(**values)
