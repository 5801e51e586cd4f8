"""How many pictures a post has and how many are described, on the platform whose exports tell."""

import numpy as np
import pandas as pd

_TELLS = "mastodon"
_PICTURES = (0.45, 0.38, 0.10, 0.04, 0.03)  # share of posts with none, one, two, three, four
_DESCRIBED = 0.7


def pictures(rng: np.random.Generator, posts: pd.DataFrame) -> pd.DataFrame:
    """`images` and `described` of each post; missing where no export of the platform tells."""
    images = rng.choice(len(_PICTURES), size=len(posts), p=_PICTURES)
    untold = (posts["platform"] != _TELLS).to_numpy()
    found = pd.DataFrame({"images": images, "described": rng.binomial(images, _DESCRIBED)}, dtype="Int64")
    found.loc[untold] = pd.NA
    return found
