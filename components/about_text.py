"""What Answerable says about itself, as one Markdown text per heading."""

from metrics.words import N_

SECTIONS: tuple[tuple[str, str, str], ...] = (
    (
        "what",
        N_("What it is"),
        N_(
            "Answerable shows public organisations how they listen and answer on social media. You load the files "
            "that the platforms let you export. Answerable turns them into figures per department, with the number "
            "of posts behind each figure and how sure it is.\n\n"
            "It is free software. It runs on your own computer or server, and it works without the internet."
        ),
    ),
    (
        "what-not",
        N_("What it is not"),
        N_(
            "- It is not a league table. Departments do different work, so they stand in alphabetical order.\n"
            "- It is not a tool to follow people. It shows what happens, not who did it.\n"
            "- It does not measure what changed in society. Likes and views show what you published and what people "
            "did with it.\n"
            "- It does not replace reading what citizens write."
        ),
    ),
    (
        "never",
        N_("What it never does"),
        N_(
            "- It never sends your data anywhere. No file, no font and no script comes from another computer.\n"
            "- It never stores the name of a citizen. Names in a file are replaced by a code before anything is "
            "stored, and the key of that code is not in the database.\n"
            "- It never stores e-mail addresses, telephone numbers, bank account numbers or citizen service numbers "
            "from citizens' texts. They are masked first.\n"
            "- It never counts a missing number as zero. It says that the number is missing, and why.\n"
            "- It never shows a group of fewer than five citizens.\n"
            "- It never estimates how much an advertisement with the same reach would have cost. That figure says "
            "nothing about what you did for citizens."
        ),
    ),
    (
        "source",
        N_("Where it comes from"),
        N_(
            "Answerable follows *Policy recommendations for government use of social media for collaboration with "
            "citizens* by Falco and Kleinhans (SmartGov, JPI Urban Europe). That brief advises governments to choose "
            "a strategy, write guidelines, let departments work together, appoint people, align their systems, agree "
            "on standards for data, and measure what they do.\n\n"
            "The brief uses figures from Mickoleit (2014), *Social media use by governments*, OECD Working Papers on "
            "Public Governance No. 26, "
            "[doi.org/10.1787/5jxrcmghmk0s-en](https://doi.org/10.1787/5jxrcmghmk0s-en)."
        ),
    ),
    (
        "cookies",
        N_("Cookies"),
        N_(
            "Answerable sets two cookies, both needed to work: one remembers your language, and one protects the "
            "upload of files. There are no cookies that follow you."
        ),
    ),
    (
        "licences",
        N_("Licences"),
        N_(
            "Answerable is licensed under the European Union Public Licence, version 1.2 (EUPL-1.2). You may use, "
            "change and share it under that licence.\n\n"
            "The letters on the screen are Inter, under the SIL Open Font License 1.1. Answerable is built with "
            "Streamlit, pandas, NumPy, SciPy, Plotly, SQLAlchemy, Alembic, Babel and other free software. Their "
            "licences are in the file NOTICE that comes with Answerable."
        ),
    ),
    (
        "accessibility",
        N_("Accessibility"),
        N_(
            "Answerable is made to meet EN 301 549 and WCAG 2.2, level AA. Before each release, every page is tested "
            "automatically in both languages, without data and with the demo city, on a wide and a narrow screen.\n\n"
            "**What to expect.** Everything works with the keyboard. Every chart has a sentence that says what it "
            "shows, a table with the same numbers and a file to save. Colour is never the only sign.\n\n"
            "**What we know is not good yet.** The points of a chart can only be read with a mouse: use the table "
            "below the chart. When a filter changes the page, a screen reader does not say so by itself. "
            "Automatic tests find only part of the problems; a test by people who use a screen reader has not been "
            "done yet.\n\n"
            "**Found a problem?** Tell the person who runs Answerable in your organisation. They can change it, or "
            "report it to the makers."
        ),
    ),
)
"""Address on the page, heading, text."""
