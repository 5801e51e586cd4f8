"""One vocabulary for what a post is, from the words of each platform and language."""

import pandas as pd

from loaders.files.reading.headers import normalise

_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("reel", ("reel",)),
    ("story", ("story", "stories", "historia", "história", "verhaal", "händelse")),
    ("carousel", ("carousel", "carrousel", "carrossel", "secuencia", "karusell", "album", "document", "multi")),
    ("video", ("video", "vídeo", "vidéo", "live", "short", "igtv")),
    ("image", ("photo", "image", "imagen", "imagem", "foto", "afbeelding", "bild")),
    ("link", ("link", "enlace", "lien", "länk", "koppeling", "article")),
    ("text", ("text", "texto", "texte", "tekst", "status")),
    ("reply", ("reply",)),
)


def post_type(name: str) -> str:
    """One of image, video, reel, carousel, story, link, text, reply; "post" when the name says nothing.

    >>> post_type("IG carousel"), post_type("Imagem do Instagram"), post_type("Photos"), post_type("Organic")
    ('carousel', 'image', 'image', 'post')
    """
    words = normalise(name)
    return next((kind for kind, hints in _WORDS if any(hint in words for hint in hints)), "post")


def post_types(names: "pd.Series[str]") -> "pd.Series[str]":
    """The type of each post."""
    return names.map({name: post_type(name) for name in names.unique()}).astype("str")
