"""The words that pages use for numbers, explained. Metrics explain themselves in the registry."""

from dataclasses import dataclass

from metrics.words import N_


@dataclass(frozen=True)
class Term:
    """A word and what it means, in plain language."""

    id: str
    term: str
    explanation: str


GLOSSARY: tuple[Term, ...] = (
    Term(
        "account",
        N_("Account"),
        N_("A page, profile or channel of your organisation on one platform."),
    ),
    Term(
        "answer",
        N_("Answer"),
        N_(
            "The first reply by a person to a question. An automatic or holding reply is no answer: the clock runs on "
            "until a person replies."
        ),
    ),
    Term(
        "change",
        N_("Clear change"),
        N_(
            "A difference with the period before that is larger than the usual ups and downs. We call a change clear "
            "when chance alone would show one this large in fewer than 5 of 100 cases, and when it is at least 5%."
        ),
    ),
    Term(
        "comments",
        N_("Comments"),
        N_("What people wrote under a post. Replies on X, Mastodon and Bluesky count as comments."),
    ),
    Term(
        "completeness",
        N_("Completeness"),
        N_(
            "The share of an account's posts that have a count, of the counts that the platform gives. A count that "
            "the platform never gives is not missing: it is not available."
        ),
    ),
    Term(
        "coverage",
        N_("Coverage"),
        N_("Which accounts and days are in the data. A gap in the data is not a fall in activity."),
    ),
    Term(
        "cross_check",
        N_("Cross-check"),
        N_(
            "A test of a file against itself, for example whether likes, comments and shares add up to the total. A "
            "kind of file that has nothing to test cannot be checked; that is not the same as passing."
        ),
    ),
    Term(
        "data_quality",
        N_("Quality of the data"),
        N_(
            "Whether the data of an account are good enough to compare: complete, accurate, on time, consistent and "
            "without gaps. Departments whose data differ too much are not compared on the numbers it concerns."
        ),
    ),
    Term(
        "deadline_passed",
        N_("Deadline passed"),
        N_(
            "The time that the norm gives for an answer is over. Only these questions are judged: a question of an "
            "hour ago may still be answered in time."
        ),
    ),
    Term(
        "dormant",
        N_("Dormant account"),
        N_(
            "An account that has been silent for three times as long as usual and for at least 28 days, and for longer "
            "than ever before."
        ),
    ),
    Term(
        "engagement_rate",
        N_("Engagement rate"),
        N_(
            "Interactions divided by the number of followers, by reach or by impressions. The three cannot be compared "
            "with each other, nor across platforms."
        ),
    ),
    Term(
        "followers",
        N_("Followers"),
        N_("People and organisations that chose to see the posts of an account, also called fans or subscribers."),
    ),
    Term(
        "holding_reply",
        N_("Holding reply"),
        N_(
            "A reply such as “we are looking into it”, by a person or by a machine. It tells people that they were "
            "seen, and it does not stop the clock."
        ),
    ),
    Term(
        "impressions",
        N_("Impressions"),
        N_(
            "How many times a post was shown on a screen. One person can cause several. Some platforms now call this "
            "views."
        ),
    ),
    Term(
        "interactions",
        N_("Interactions"),
        N_("Likes and other reactions, comments and shares together. Saves and clicks are counted apart."),
    ),
    Term(
        "interval",
        N_("95% interval"),
        N_(
            "The range in which the real value very probably lies. With few posts it is wide. If the same measurement "
            "were repeated 100 times, about 95 of the ranges would hold the real value."
        ),
    ),
    Term(
        "kaplan_meier",
        N_("Kaplan-Meier"),
        N_(
            "A way to calculate waiting times that counts people who still wait. A question that has waited 3 days "
            "tells that its answer takes more than 3 days; leaving it out would make the times look too short."
        ),
    ),
    Term(
        "level",
        N_("Output, out-take, outcome, impact"),
        N_(
            "Four steps from what you publish, through what people see and do with it, to what changes for them and in "
            "society. Numbers of social media are almost always about the first two."
        ),
    ),
    Term(
        "likes",
        N_("Likes"),
        N_("All quick reactions to a post: likes, hearts, favourites, and also angry or sad faces."),
    ),
    Term(
        "median",
        N_("Median (the middle post)"),
        N_(
            "Put all posts in order: the median is the one in the middle. Unlike the average, it does not jump when "
            "one post goes viral. Answerable reads it from classes that are 4 % wide, so it is at most 2 % off; below "
            "25 it is exact."
        ),
    ),
    Term(
        "missing",
        N_("Missing"),
        N_("A number that a platform or file does not give. It is never counted as zero."),
    ),
    Term(
        "n",
        N_("n (what a number rests on)"),
        N_("How many posts, accounts or days a number is made of. The fewer, the less sure it is."),
    ),
    Term(
        "no_clear_change",
        N_("No clear change"),
        N_("The difference is no larger than the usual ups and downs. It may be real, but nobody can tell yet."),
    ),
    Term(
        "period_before",
        N_("Period before"),
        N_("As many days as the chosen period, ending the day before it starts."),
    ),
    Term(
        "pooled",
        N_("Pooled"),
        N_("Calculated over all posts together, so that posts that were seen by many weigh most."),
    ),
    Term(
        "pseudonym",
        N_("Pseudonym"),
        N_(
            "A code that replaces the name of a person who wrote a comment. The name itself is not kept. The code "
            "cannot be turned back into the name without a secret key."
        ),
    ),
    Term(
        "question",
        N_("Question"),
        N_(
            "A message of a citizen that needs a reply: a question, a request or a complaint. Thanks, opinions and "
            "tags of friends need none."
        ),
    ),
    Term(
        "reach",
        N_("Reach"),
        N_(
            "How many different people saw a post, as the platform says. Reach of several posts cannot be added up: "
            "the same people may have seen them."
        ),
    ),
    Term(
        "shares",
        N_("Shares"),
        N_("How often people passed a post on: shares, reposts and boosts."),
    ),
    Term(
        "simpson",
        N_("Simpson's paradox"),
        N_(
            "One department can do better on every platform and still look worse in total, because it uses other "
            "platforms. That is why we also compare within each platform."
        ),
    ),
    Term(
        "small_group",
        N_("Small group"),
        N_("Fewer than five people. Their number is hidden, so that nobody can be recognised."),
    ),
    Term(
        "too_few",
        N_("Too few"),
        N_("There are not enough posts for a number you can trust. Below 10 posts we say “7 of 9”, not a percentage."),
    ),
    Term(
        "visitors",
        N_("Visitors"),
        N_("How many different people came to a website on a day, as the statistics of the website recognise them."),
    ),
    Term(
        "waiting",
        N_("Waiting"),
        N_(
            "A question without an answer by a person at the moment when the data of its account end. How long it has "
            "waited is counted up to that moment."
        ),
    ),
    Term(
        "working_hours",
        N_("Working hours"),
        N_(
            "The hours in which an account is open, on days that are no public holiday. A question of Friday 16:00 "
            "that is answered on Monday at 10:00 took 2 working hours when the account is open from 9 to 17."
        ),
    ),
)
"""In the order of the English alphabet; a page sorts them in its own language."""
