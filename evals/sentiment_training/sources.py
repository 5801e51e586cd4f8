"""Where the labelled texts come from, under which terms, and which of them are learned from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A set of labelled texts; `weight` is what one of its texts counts, beside those of the others."""

    name: str
    terms: str
    weight: float


SOURCES = {
    "semeval1316": Source(
        "SemEval 2013-2016, Sentiment Analysis in Twitter (English)",
        "Shared for research; the tweets remain under the terms of X. Not cleared for other use.",
        0.4,
    ),
    "umsab": Source(
        "UMSAB, Unified Multilingual Sentiment Analysis Benchmark (de en es fr it pt; Barbieri and others, 2022)",
        "Gathered from research sets, each with its own terms; the tweets remain under the terms of X. "
        "Not cleared for other use.",
        1.0,
    ),
    "nlpol": Source(
        "Dutch tweets by politicians (a thesis)",
        "Shared for research, no licence stated. Not cleared for other use.",
        1.5,
    ),
    "tweeteval": Source(
        "TweetEval sentiment, validation part (English; Barbieri and others, 2020)",
        "As SemEval: shared for research; the tweets remain under the terms of X.",
        0.4,
    ),
}
"""The sources in use."""

LEFT_OUT = {
    "xed": "XED, film subtitles (14 languages): no neutral class, and many lines do not show the tone of their label. "
    "An earlier trial with it did not raise the figures of the languages that are measured.",
    "finnsent": "FinnSentiment (Finnish): the file holds references to texts, not the texts.",
}
"""Sources that are in the files and not learned from, and why."""
