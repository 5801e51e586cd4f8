"""Signs that hold in every language."""

from metrics.needs_reply.rule import Rule
from metrics.words import N_

SPAM = Rule(
    "spam",
    "spam",
    N_("Advertises, or lures people to another page or to a private chat."),
    (
        "(crypto|forex|bitcoin) (signals?|trading|invest*|trader)", "(join|lid) ... telegram",  # quick money
        "(earn|verdien*|make) ... [0-9]+ ... (per|a|an|each|week|day|dag|uur|hour|maand|month)",
        "(earn|verdien) ... (from home|vanuit huis|thuis)",
        "(helped me|hielp mij|helpt mij) ... (invest|belegg*|forex|crypto)",
        "(quick|snelle?|direct|urgent|instant)( een)? (loan|lening|krediet|credit|cash)",
        "(loan|lening) ... (whatsapp|bkr|bad credit)",
        "(follow|volg) (me|mij) (back|terug)",
        "(win|gewonnen|won) (an? |een )?(iphone|gift ?card|cadeaukaart|giveaway)",
        "link in (mijn |my |the |de )?(bio|profiel|profile)", "(subscribe|abonneer*|sub) (to|op) (my|mijn|our|ons)",
        "(check|bekijk|visit|bezoek) (mijn|my|our|out my) (page|pagina|profile?i?e?l?|channel|kanaal|shop|winkel)",
        "(online |live )?casino",
        "(free|gratis) (spins|followers|volgers|giveaway)",
        "(cheap|goedkope) (replica|followers|volgers)",
        "(love|liefdes) ?(spells?|betovering*)",
        "bring back your ex",
        "haal je ex terug",
        "(pills|pillen) ... (afvallen|lose)",
        "(lose|afvallen) ... [0-9]+ ?kg",
        "hot pics",
        "hete foto*",
        "onlyfans",
        "(dm|app|whatsapp) (me )?(for|voor) (price*|prijs*|promo|a quote)",
        "(quote|offerte|korting|[0-9]+ ?% off|discount|aanbieding)[^?]*(whatsapp|\\[phone\\]|\\[url\\]|\\[email\\])",
    ),
    hits=("Earn 500 a day from home, link in my bio", "Volg mij terug en win een iPhone"),
    misses=("Kan ik een lening krijgen voor isolatie?", "How do I apply for a loan to insulate my house?"),
)  # fmt: skip
QUESTION_MARK = Rule(
    "question_mark",
    "question",
    N_("A question mark after two words or more, when nothing says that the question is for somebody else."),
    (r"=[\w'-]+[ ,'\"/&()-]+[\w'-]+[ )'\"]*[?]",),
    hits=("Price for members?", "Stadhuis morgen open?"),
    misses=("Echt?", "Nice."),
)
FRIEND = Rule(
    "friend",
    "tag",
    N_("Names another person and asks a few words, without a question word or a verb in front."),
    (r"=^(?:hey |hee |hi |hoi )*(?:@[ ,.!&]*)+[\w'-]+(?: [\w'-]+){0,2} ?[?][^\w]*$",),
    hits=("[handle] iets voor ons?", "@x Saturday? 😍"),
    misses=("Iets voor ons?", "[handle] dat was toch niet meer open na de zomer?"),
)
MENTION = Rule(
    "mention",
    "tag",
    N_("Begins or ends with the name of another person and says little else."),
    (
        r"=^(?:cc |hey |hee |hi |hoi |ha |kijk |look |tag |zie |see |en |and |"
        r"\. )*(?:@[ ,.!&]*)+(?:[\w'-]+[^\w]+){0,6}[\w'-]*[^\w]*$",
        r"=^(?:[\w'-]+[^\w@]+){0,3}(?:@[ ,.!&]*)+[^\w]*$",
        "^tag (a|je|een|your) ",
    ),
    hits=("@x kijk!", "cc [handle]"),
    misses=("Kijk!", "[handle] ik vind het een goed plan, maar het had wel wat eerder gemogen"),
)
