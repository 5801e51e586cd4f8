"""A process that judges texts for another one: `python -m data.scoring.worker`, by `data.scoring.processes` only.

It reads the models and then chunks of texts from stdin, and answers each on stdout, until there are no more.
"""

import os
import pickle
import signal
import sys

from data.scoring.judging import judge

_NICER = 5


def main() -> None:
    """Answer until the other side closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; who asked for the work ends it
    os.nice(_NICER)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    questions = sys.stdin.buffer
    try:
        models = pickle.load(questions)  # noqa: S301 - of the process that started this one
        while True:
            chunk = pickle.load(questions)  # noqa: S301
            pickle.dump(judge(models, chunk), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
    except (EOFError, BrokenPipeError):
        return


if __name__ == "__main__":
    main()
