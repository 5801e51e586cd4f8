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
        "(reageren|antwoorden|beantwoorden|krijgt|ontvangt|krijg|hoort|proberen|streven) ... (binnen|uiterlijk) ... (uur|uren|dag|dagen|werkdag|werkdagen|week|weken)",
        "(reply|respond|answer|get back|be in touch|aim|try) ... (within|in) ... (hours?|days?|working days?|weeks?|business days?)",
        "(bereikbaar|geopend|online|aanwezig) (van|op) (maandag|werkdagen|ma)",
        "(we are|we're|our team is) (online|available|open) (from|on|monday|weekdays|during)",
        "(buiten (onze |kantoor)?(openingstijden|kantooruren|tijden)|outside (of )?(office|opening|working|business) hours)",
    ),
    hits=("Bedankt voor uw bericht, wij reageren binnen twee werkdagen.", "Thank you. We will get back to you within 24 hours."),
    misses=("De bak wordt morgen geleegd.", "The light will be repaired on Friday."),
)  # fmt: skip
HOLDING = Rule(
    "holding",
    "holding",
    N_("Says that somebody will look into it, and nothing more."),
    (
        # looking into it
        "(zoeken|zoek) (we |wij |ik |het |dit |dat |voor (je|u) |even |graag )*(uit|na)",
        "(gaan|ga|zullen|zal) (het |dit |dat |voor (je|u) |even |direct )*(uitzoeken|navragen|nakijken|bekijken|na|checken)",
        "(vragen|vraag|kijken|kijk|checken|check|gaan) (we |wij |ik |het |dit |dat |hier |voor (je|u) |even |direct |er )*(na|naar|achteraan)",
        "(look|looking|check|checking|investigating|find|finding) (it |this |that )?(into|out|with|on)",
        "(pakken|nemen|zetten|leggen|sturen|geven|speel|spelen|zet|stuur|geef) (we |wij |ik |het |dit |dat |je |uw |jouw |bericht |vraag |melding |voor (je|u) |intern |direct )*(op|door|uit|neer|voor|mee)",
        # passed on
        "(door ?(gezet|gestuurd|gegeven|gespeeld)|uitgezet|neergelegd|voorgelegd|nagevraagd)",
        "(passed|forwarded|sent|handed|pass|forward) (it |this |that |your [a-z]+ )?(on )?(to|on)",
        # later
        "(komen|kom) (we |wij |ik |er |hier |daar |zo snel mogelijk |snel |later |nog )*(op )?(bij (je|u) )?(terug|op terug)",
        "(reageren|reageert|antwoorden|hoor|hoort|horen) ... (zo snel mogelijk|spoedig|zsm|binnenkort|snel)",
        "(get|come) back to you",
        "(keep you (posted|updated|informed)|houden (je|u) op de hoogte|wordt vervolgd)",
        "(moment|ogenblik)(je)? (geduld|please|aub)|(bear with us|one moment|hang on|hold on)",
    ),
    hits=("We zoeken het uit!", "We are looking into it."),
    misses=("De bak wordt morgen geleegd.", "The light will be repaired on Friday."),
)  # fmt: skip
SUBSTANCE = Rule(
    "substance",
    "person",
    N_("Tells something: a day, an address, how it works, what was done, or asks for what is needed."),
    (
        # when or where
        "(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|vandaag|vanmiddag|vanavond|overmorgen)",
        "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|this afternoon)",
        "[0-9]+ (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)",
        "[0-9]+ (january|february|march|april|may|june|july|august|september|october|november|december)",
        "[0-9]{1,2}[.:][0-9]{2}", "[0-9]+ ?(euro|eur)", "[0-9]{3,}",
        "\\[(url|phone|email)\\]", "[a-z0-9-]+\\.(nl|com|org|eu|be|example)",
        # what was done, or how it is
        "(is|zijn|wordt|worden|was|were|are|been|be|has|have) ... (gemaakt|geleegd|gerepareerd|opgelost|hersteld|vervangen|opgehaald|geplaatst|gepland|ingepland|verwijderd|aangepast|klaar|fixed|repaired|emptied|collected|replaced|solved|removed|planned|scheduled|ready|updated)",
        "(want|omdat|doordat|because|due to|vanwege|wegens|namelijk)",
        "(je|u|jij) (kunt|kan|moet|mag|hoeft|hebt|heeft|vindt|vraagt|meldt)", "(kun|kunt|mag|moet) (je|u)",
        "you (can|need|may|must|should|don't|do not|will need|have to)", "(^ja|^nee|^yes|^no)[ ,.!]",
        "(geldt|kost|costs?|duurt|takes|applies|is gratis|is free|is (open|dicht|closed))",
        # asks for what is needed
        "[?]",
    ),
    hits=("We geven het door; de bak wordt vrijdag geleegd.", "You can report it at waterstad.example/report"),
    misses=("We zoeken het uit!",),
)  # fmt: skip
