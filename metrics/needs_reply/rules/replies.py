"""What replies are recognised by that are no answer yet: those of a machine, and those that say "later".

The patterns are written as in `metrics.needs_reply.rule`; the `intent` of these rules is the kind of reply.
"""

from metrics.needs_reply.rule import Rule
from metrics.words import N_

AUTOMATIC = Rule(
    "automatic",
    "automatic",
    N_("Sent by a machine: out of office, a receipt, opening hours, or when to expect an answer."),
    (
        # says so itself
        "(automatisch(e)?|geautomatiseerde?) (antwoord|bericht|reactie|reply|afwezigheid*)",
        "(automatic|automated|auto) ?-?(reply|response|message|answer)",
        "out of (the )?office",
        "(afwezig|niet aanwezig|buiten kantoor) (tot|van|t/m|wegens|ivm)",
        "(dit|this) (is een|is an|account|kanaal) ... (niet|not) ... (gelezen|beantwoord|monitored|read)",
        # a receipt
        "(hebben|heb) (je|uw|jouw) (bericht|vraag|melding|reactie|mail) (in goede orde )?ontvangen",
        "(have|'ve) received your (message|question|report|email|request)",
        "your (message|question|report|request) has been received",
        "(bericht|vraag|melding) is (in goede orde )?ontvangen",
        # when to expect an answer
        "(reageren|antwoorden|beantwoorden|proberen|streven) ... (binnen|"
        "uiterlijk) ... (uur|uren|dag|dagen|werkdag|werkdagen|week|weken)",
        "(reply|respond|answer|get back|be in touch|aim|try) ... (within|in) ... (hours?|days?|working days?|"
        "weeks?|business days?)",
        "(bereikbaar|geopend|online|aanwezig) (van|op) (maandag|werkdagen|ma)",
        "(we are|we're|our team is) (online|available|open) (from|on|monday|weekdays|during)",
        "(buiten (onze |kantoor)?(openingstijden|kantooruren|tijden)|outside (of )?(office|opening|working|"
        "business) hours)",
    ),
    hits=(
        "Bedankt voor uw bericht, wij reageren binnen twee werkdagen.",
        "Thank you. We will get back to you within 24 hours.",
    ),
    misses=("De bak wordt morgen geleegd.", "The light will be repaired on Friday."),
)  # fmt: skip
HOLDING = Rule(
    "holding",
    "holding",
    N_("Says that somebody will look into it or was told about it, and otherwise only polite words."),
    (
        # looking into it
        "(zoeken|zoek|zocht) ... (uit|na)",
        "(uitzoeken|uitgezocht|navragen|nagevraagd|nakijken|nagaan|nagegaan|nazoeken)",
        "(vragen|vraag|kijken|kijk|checken|check|gaan|ga) (we|wij|ik|het|dit|dat|er|even|hier|intern) ... (na|"
        "naar|achteraan)",
        "(we|wij|ik) (vragen|vraag|kijken|kijk|checken|check|gaan|ga) ... (na|naar|ernaar|hiernaar|mee|"
        "achteraan|aan de slag)",
        "(mee|ermee|hiermee) (bezig|aan de slag)",
        "in behandeling",
        "(we are|we're|i am|i'm) (on it|working on (it|this))",
        "(look|looking|check|checking|investigate|investigating|find|finding) (it |this |that )?(into|out|with|up)",
        "(ask|asked|asking|check|checking) (it |this |that )?(with )?(my|our|the|a) colleague*",
        # passed on
        "(door ?(zetten|gezet|gestuurd|sturen|gegeven|geven|gespeeld|spelen)|uitgezet|neergelegd|voorgelegd)",
        "(geven|sturen|zetten|spelen) ... door", "(geef|stuur|zet|speel) ik ... door",
        "(pakken|pak) ... op",
        "(nemen|neem) ... (mee|op)",
        "(leggen|leg) ... (voor|neer)", "(passed|forwarded|forward|pass|passing|handed|hand) ... (on|to|it|this|your)",
        "(hoort|ligt|thuis) (thuis )?bij", "(gaan|gaat) ... over", "(belongs to|is (up to|handled by))",
        # later
        "(we|wij|ik) (komen|kom) ... terug",
        "(komen|kom) (we|wij|ik|er|hier|daar) ... terug",
        "(get|come|be) (back|in touch)",
        "(reageren|reageert|antwoorden|hoor|hoort|horen|krijgt) ... (zo snel mogelijk|spoedig|zsm|binnenkort|"
        "snel|binnen|van ons)",
        "(respond|reply|answer|let you know) ... (as soon as|shortly|soon|possible)",
        "(keep you (posted|updated|informed)|houden (je|u|jullie) op de hoogte|wordt vervolgd)",
        "(moment|ogenblik)(je)? (geduld|please|aub)", "(bear with us|one moment|hang on|hold on)", "let you know",
    ),
    hits=("We zoeken het uit!", "Thanks for reporting. We are looking into it."),
    misses=("De bak wordt vrijdag geleegd.", "The light will be repaired on Friday."),
)  # fmt: skip
COURTESY = Rule(
    "courtesy",
    "person",
    N_("Polite words: a greeting, thanks, a pity, a signature."),
    (
        "(hallo|hoi|hi|hello|hey|beste|dear|dag|goede?(morgen|middag|navond)|goeden?avond|good (morning|"
        "afternoon|evening))",
        "(sorry|excuses|helaas|apologies|apologise|vervelend|jammer|balen|niet de bedoeling|annoying|pity|"
        "ongemak|inconvenience)",
        "(dank|bedankt|dankjewel|thanks|thank|fijn dat|goed dat|good that|goed om te|good to|wat fijn|"
        "goede vraag|good question)",
        "(begrijpen|begrijp|snappen|snap|understand|lastig|schrikken|should not happen|too long|te lang|"
        "duidelijk|helder|goed punt|good point)",
        "(fijne|prettige|mooie) (dag|avond|middag|weekend)",
        "(have a|nice day|good (day|weekend))",
        "(hopelijk|hopefully|we hope)",
        "(webcare|namens|gemeente|council)",
    ),
    hits=("Wat vervelend!", "Thank you for telling us"),
    misses=("De bak wordt morgen geleegd.",),
)  # fmt: skip
SIGNATURE = r"(?:\b(?:met vriendelijke )?groet(?:en|jes)?|\b(?:kind )?regards|\bmvg\b|\^).*$"
"""The end of a reply, with the name of who wrote it."""
