"""What Dutch messages are recognised by; complaints have a module of their own."""

from metrics.needs_reply.rule import Rule, RuleSet
from metrics.needs_reply.rules.general import FRIEND, MENTION, QUESTION_MARK, SPAM
from metrics.needs_reply.rules.nl_complaints import BROKEN, NO_ANSWER, NOT_DONE, NUISANCE, TREATED_BADLY, UNSAFE
from metrics.words import N_

_SUBJECT = (
    "(ik|je|jij|u|ge|we|wij|jullie|ze|zij|het|t|er|dr|dit|dat|deze|die|iemand|men|mijn|mn|onze|alle|ook|daar|"
    "hier|nog|nu|al)"
)
_DONE = (
    "(opgehaald|geleegd|gemaakt|gerepareerd|hersteld|opgelost|geveegd|gestrooid|gemaaid|gesnoeid|verwerkt|"
    "geleverd|bezorgd|ontvangen"
    "|gekregen|opgeruimd|schoongemaakt|vervangen|geplaatst|weggehaald|verwijderd|nagekomen|uitbetaald|"
    "gestort|gelukt|aangepast"
    "|beantwoord|teruggebeld|behandeld|uitgevoerd|aangesloten|gebeurd|gedaan|klaar|geholpen|binnen|geleegt|opgehaalt)"
)
_ANSWER = "(antwoord|reactie|bericht|bevestiging|gehoord|vernomen|teruggebeld|teruggekregen|terug gekregen|respons)"

FRIENDS = Rule(
    "friends",
    "tag",
    N_("A question to a friend or another reader."),
    (
        "^(ga|gaan|kom|komen|zin|heb|wil|doe|weet|zie|ken|was|ben|woon) (je|jij|jullie) (ook |dan |nog |dit |"
        "zelf |zin |er )*(mee|bij|al|nog|ook|geweest|antwoord|gehoord|reactie|kaartjes|in)[^.!?]*[?]",
        "^(gaan|zullen|moeten|doen) (we|wij) [^.!?]*[?]?", "^zullen we[^.!?]*[?]?", "^zin om[^.!?]*[?]?",
        "weet je nog[^.!?]*[?]?", "(iets|leuk|wat) voor (ons|jou|jullie|je|de kinderen|de kids)[^.!?]*[?]?",
        "(is|ben) (dat|dit|jij|je) (niet )?(jij|je|jouw|dat)[^.!?]*[?]?",
        "^(heb|weet|ken|zie|ga|kom|wil|kan|was|ben) jij[^.!?]*[?]",
    ),
    hits=("Ga je ook mee?", "[handle] zullen we zaterdag?"),
    misses=("Kunnen jullie mij bellen?",),
)  # fmt: skip
RHETORICAL = Rule(
    "rhetorical",
    "opinion",
    N_("A question or an order that expects nothing: an outcry or a saying."),
    (
        "wie (verzint|bedenkt|gelooft|wil)[^.!?]*[?]?",
        "hoe (dom|gek|stom|naief|hypocriet|triest|zielig|mooi|leuk|fijn|gaaf|knap|blij|lief|cool|vet) (is|kun|"
        "kan|ben|zijn|wil|moet)[^.!?]*[?]?",
        "hoe (verzin|bedenk|bestaat|haal*) (je|jullie|ze|het|t|dit)[^.!?]*[?]?", "waar een wil[^.!?]*",
        "hoezo (duurzaam|groen|democratie|inspraak|service)[^.!?]*", "laat (me|mij) niet lachen",
        "doe (toch )?(eens )?(effe |even |ff )?normaal", "kom op", "zet (hem|m|'m) op", "wie weet[?]?$",
        "waarom niet[?]?$", "(echt|serieus|meen je dat|toch|wat nou|waarom ook niet|wie niet)[?]",
        "(het is al|is het al|is het) (1|een) april[?]?", "(moet dat|wat) nou", "graag gedaan",
        "stop (eens )?met (klagen|zeuren|zeiken)", "(dan )?ga (je )?toch[^.!?]*",
        "(heb|had|ben|was|kan|zou|moet|wil) ik (ook|al|niet|nooit|altijd|me|zelf|wel)[^.!?]*[.!]",
        "moet (je|ge) (maar|gewoon|eens|wel|niet)[^.!?]*",
        "is (dat|het) (zo|niet|nou) [^?.!]*(mooi|leuk|fijn)[^?.!]*[?]?", "mag (ook )?(wel )?gezegd worden",
        "mag ook wel eens",
        "wat (is|zijn|ziet|zien|was|waren) [^.!?]*(mooi|leuk|prachtig|gezellig|fijn|heerlijk|lekker)[^.!?]*",
        "kan (ik |er |me |mij |het |helaas )*niet (wachten|komen|bij|voorstellen|ontkennen|klagen)",
        "^geen idee (waar|wat|wie|hoe|of)", "(dan )?weet ik (dat|het|niet|genoeg|wel|nu|weer)",
        "[a-z]+ erheen ?[?]",
        "ga maar (eens )?(kijken|zitten|staan)", "ziet er [^.!?]*uit", "hebben ze[^.!?]*[?]?",
    ),
    hits=("Wie verzint dit toch allemaal?", "Hoe dom kun je zijn?"),
    misses=("Wie is er verantwoordelijk voor de sloot?", "Hoe laat gaat het open?"),
)  # fmt: skip
NO_COMPLAINT = Rule(
    "no_complaint",
    "opinion",
    N_("Says that a nuisance is gone, or is none."),
    (
        "(geen|nooit|weinig|zonder|minder) (enkele? )?(last|overlast|problemen|klachten|troep|rommel|afval)",
        "(gat|gaten|lamp|lampen|melding|klacht|lek|probleem|tegel|tegels)[^.!?]*(gedicht|gemaakt|verholpen|"
        "opgelost|hersteld|gerepareerd|vervangen)",
        "niet (te )?klagen",
        "nog (steeds|altijd) (zo |heel |erg |even )?(blij|mooi|leuk|fijn|trots|goed|tevreden|gezellig|eens)",
        "(niet|geen) (zo )?(gevaarlijk|vies|erg|slecht)",
    ),
    hits=("Het gat is gedicht",),
    misses=("Er zit een gat in de weg",),
)  # fmt: skip
DEMAND = Rule(
    "demand",
    "request",
    N_("Asks the organisation to do something."),
    (
        "^(graag|gaarne|gelieve|verzoek|verzoeken)",
        "(aub|a.u.b|alsjeblieft|alstublieft|alsjeblief|svp|s.v.p|pls|plz|please|astublieft)",
        "(reactie|antwoord|actie|aandacht|uitleg|hulp|duidelijkheid|informatie|handhaving|contact) (graag|aub|"
        "svp|gewenst|nodig)",
        "(wil|willen|zou|zouden|hoor|horen|ontvang|ontvangen|zie|zien|verneem|wilde|had|krijg) (ik |wij |we |"
        "dit |dat )?(heel |nu |wel )?(graag|gaarne)",
        "(help|sos)[!]", "^help ", "hulp nodig",
        "^(stuur|bel|mail|app|haal|zet|pak|doe|ruim|los|maak|plaats|verwijder|neem|geef|zorg|regel|repareer|"
        "herstel|vervang|leeg|snoei|strooi|stop|check|controleer|handhaaf|leg|bekijk|reageer|antwoord|grijp|"
        "kom|kijk|laat|schrijf|knap|veeg|sluit|verplaats|verbied|luister|denk|doe) (me|mij|ons|mn|mijn|onze|"
        "die|dat|dit|de|het|t|er|eens|even|ff|effe|nou|nu|dan|iets|wat|een|hier|in|contact|dat|meer|extra|deze|"
        "eindelijk|gewoon) ",
        "^(doe|los|pak|ruim|regel|grijp) (er |dit |dat |het |t |die |eens |nou |dan )*(eens|nou|aan|op|in|iets|"
        "wat)",
        "doe er (eens |nou |dan |toch )*(iets|wat|eens)", "(laat|laten) (het )?(me|mij|ons|even|ff)? ?weten",
        "(neem|nemen|opnemen|opneemt|neemt) ... contact|contact ... (opnemen|opneemt|met mij|met me|met ons)",
        "(mij|me|ons) (terug ?)?(bellen|mailen|helpen|op weg)",
        "(ik|wij|we|hierbij) (wil|moet|wilde|zou|willen|wou|kom)[^.!?]*(melding|klacht|afspraak|bezwaar|"
        "aangeven|melden|doorgeven|afzeggen|opzeggen|aanvragen|wijzigen|verzetten|spreken|aanmelden|afmelden|"
        "aangifte|inschrijven)",
        "^(pak|los|ruim) ... op", "^[a-z]+ eens (op|aan|wat|iets|in|een|hier|langs|kijken|snel)", "zsm",
        "zo snel mogelijk",
        "(kan|kun|kunt|kunnen|wil|willen|wilt|zou|zouden) (u|je|jullie|iemand|er iemand|de gemeente|er|"
        "de [a-z]+) (mij |me |ons |dit |dat |alsjeblieft |misschien |even |eens |ook |een |"
        "hier )*[^.!?]*(bellen|mailen|sturen|kijken|helpen|komen|doen|maken|plaatsen|verwijderen|opnemen|"
        "regelen|zetten|snoeien|opruimen|nalopen|checken|rijden|legen|herstellen|repareren|ophalen|strooien)",
        "(zou|zouden) (jullie|u|je|iemand|er)",
        "(kunnen|kunt|willen|zouden|zullen) (jullie|u)",
        "zou (wel |heel |echt )?(fijn|prettig|handig|netjes) zijn (als|om)",
        "kan er (een|iemand|meer|wat|iets|eindelijk|ook|misschien|snel)",
        "mag (er|het|de|die) (iets|wat|een|ook|eens|weer|aub|snel)",
        "(kom|komen) (eens )?(een keer )?(kijken|langs)", "tijd dat (jullie|er|de gemeente)",
        "wanneer (doen|gaan|komen|pakken|lossen) jullie",
    ),
    hits=("Graag strooien op het fietspad", "Kunnen jullie mij bellen"),
    misses=("Ik kom daar graag",),
)  # fmt: skip
QUESTION_WORD = Rule(
    "question_word",
    "question",
    N_("A clause begins with a question word."),
    (
        "^((tot|vanaf|sinds|op|voor|bij|in|met|van|naar|aan|uit|over|door|onder) )?(wanneer|welke?|hoeveel|"
        "hoelang|hoelaat|waarom|wrm|waarvoor|waarmee|waarheen|waarvan|waaraan|waarop|waarbij|vanwaar|hoezo|"
        "hoeverre|wnneer|wanner|waneer) ",
        "(hoezo|waarom|wanneer|hoeveel|welke|waar dan|hoe dan|hoe laat|hoe lang)[?]",
        "^(en |maar |dus )?waar (kan|kun|kunnen|moet|moeten|is|zijn|vind|vinden|staat|staan|haal|meld|ligt|"
        "wordt|worden|komt|komen|gaat|gaan|hangt|zit|mag|mogen|koop|lees|krijg|vraag|lever|parkeer|vraagt|was|"
        "precies|hebben|begint|blijft|laat)",
        f"^waar [a-z]+ {_SUBJECT}",
        "^((tot|vanaf|in|voor|op) )?hoe (lang|laat|vaak|ver|groot|hoog|duur|snel|oud|veel|zit|kan|kun|kom|"
        "komen|kunnen|moet|moeten|werkt|gaat|krijg|weet|weten|wordt|worden|vraag|meld|regel|dan|zo|komt|kon|"
        "lees|bereik|ga|heet|zien|ziet)",
        f"^hoe [a-z]+ {_SUBJECT}",
        "^wie (is|zijn|kan|kunnen|weet (wanneer|waar|hoe|of|wat|het)|heeft|hebben|moet|gaat|betaalt|regelt|"
        "ruimt|helpt|doet|bepaalt|mag|krijgt|beslist|houdt|controleert|leegt|maakt)",
        "^((aan|bij|van|met|voor|door) )wie ", "^wie [a-z]+ (er|een|de|het|dit|dat|die|mij|ons) ",
        "^(en )?wat (is|zijn|kost|kosten|moet|moeten|gaat|gaan|betekent|houdt|doe|doen|kan|kun|kunnen|wordt|"
        "worden|als|voor soort|gebeurt|heb|hebben|mag|mogen|zegt|vinden|wil|willen|heeft|komt|staat|valt|"
        "levert|doet|zou) ",
        "^wat nu", "^als (ik|je|we|mijn)[^.!?]*[?]", "^op welk* ", "zo ja",
        "(weten|vertellen|zeggen|uitleggen|aangeven|benieuwd|vraag) (me |mij |aan jullie )?(of|wanneer|waar|"
        "waarom|hoe|wat|wie|welke|hoelang|hoeveel|vanaf|tot)",
    ),
    hits=("wanneer komt de vuilnis nou eindelijk", "Mooi, maar wat kost dit"),
    misses=("Wat een onzin", "Hoe mooi is dit"),
)  # fmt: skip
VERB_FIRST = Rule(
    "verb_first",
    "question",
    N_("A clause begins with the verb, as questions do: can I, is there, do you."),
    (
        f"^(kan|kun|kunt|kunnen|mag|mogen|moet|moeten|heeft|hebben|heb|wordt|worden|komt|komen|krijgen|krijg|"
        f"krijgt|zou|zouden|zal|wil|willen|wilt|gaat|gaan|is|zijn|zit|zitten|staat|staan|geldt|gelden|doet|doen|"
        f"ligt|blijft|hoeft|hoef|hoeven|vallen|valt|telt|bestaat|werkt|hoort|begint|rijdt|rijden|loopt|ben|was|"
        f"waren|word|weet|weten|klopt|begrijp|snap|vraag|ist|kost|duurt) {_SUBJECT} ",
        "^(kan|mag|moet|is|zijn|gaat|gaan|wordt|worden|geldt|komt|komen|zit|staat|heeft|krijgen|blijft|ligt|"
        "gelden|werkt|telt|begint|rijdt|rijden|klopt) (de|het|een|deze|die|jullie) ",
        "is het (mogelijk|de bedoeling|waar|toegestaan|verplicht|nodig|normaal|al bekend)", "klopt (het|dit|dat|t)",
        "(kan|mag|moet|zijn|is|kunnen|mogen|heeft) [^.!,]*[?]",
        "is er (ook|al|nog|iets|een|iemand|volgend|misschien|ergens|toevallig)",
        "(weten|weet) (jullie|u|iemand|je) (al |ook |iets |misschien |meer )?(of|wanneer|waar|meer|wat|hoe|"
        "iets|toevallig|de|het)",
    ),
    hits=("Kan ik daar ook pinnen", "Is de brug weer open"),
    misses=("Dat kan ik me voorstellen", "Mooi is dat"),
)  # fmt: skip
INDIRECT = Rule(
    "indirect",
    "question",
    N_("Says that there is a question, or asks in a roundabout way."),
    (
        "(ik )?vraag(je)?( |:|,)(over|:|,|is|even|mij|me)?",
        "(een|mijn|nog een|1|snelle|andere|korte|kleine|wel een|de) vraag(je)?", "vraag(je)?:",
        "vragen (of|over|hoe|waarom|wanneer)", "vraag (ik )?me af",
        "(weten|wete) (of|wanneer|waar|hoe|wat|welke|wie|waarom)",
        "benieuwd (of|wanneer|hoe|waar|wat|wie|welke|naar (het|jullie) (antwoord|reactie))",
        "(snap|begrijp|zie|vind|lees) ... (niet|niks|nergens|niets) ... (van|waar|hoe|op|over|terug|meer|vinden)",
        "(kan|kunnen|kon) ... (nergens|niet|niks) ... vinden",
        "(iemand|jullie) (hier )?(een )?(idee|enig idee|ervaring mee|tip)", "iemand (die )?(weet|toevallig)",
        "(ik|wij|we|ben) (ben |zijn )?(zoek|zoeken|op zoek)", "(iets|meer|al) (over )?bekend", "kom ... niet uit",
        "(meer|graag|nadere) (informatie|info)", "waar moet ik (zijn|naartoe|heen)",
        "of (dit|dat|er|het) (ook|nog|al) [^.!]*[?]?$", "hoop dat (jullie|u) ... (helpen|weten)", "^hoor ik",
    ),
    hits=("Ik vraag me af of dit ook geldt voor huurders", "Vraagje over de barbecue"),
    misses=("ben benieuwd",),
)  # fmt: skip
THANKS = Rule(
    "thanks",
    "thanks",
    N_("Thanks or praises."),
    (
        "(be)?dankt?", "dank ?(je|u|jullie)( ?wel)?", "(thx|thanks|merci|tnx|bedank|dankjewel|dankuwel)",
        "compliment*", "(chapeau|hulde|petje af|klasse|keurig|netjes|prima geholpen|goed bezig|lekker bezig)",
        "(top|goed|mooi|knap|netjes|super|goe|prima|fijn|snel) (gedaan|geregeld|werk|opgelost|service|gefixt|"
        "geholpen|bezig|team|gewerkt)",
        "(fijn|top|mooi|super|geweldig|wat fijn|wat goed|lief|goed|blij) dat (jullie|dit|het|er|dat) ... (zo|"
        "snel|al|gelukt|kan|doen|kon|opgelost|is|denken|weer)",
        "(zo |heel |erg |super)?(blij|tevreden|dankbaar) (met|over|van|voor)",
        "(gelukt|gemaakt|opgelost|verholpen|geholpen|gefixt)[.!]?",
        "(vriendelijk|goed|snel|super|netjes|fijn) geholpen", "^(top|super|gelukt|helder)[.! ]*$",
        "fijn, dan weet ik", "(🙏|❤|🧡|👏)+ *$",
    ),
    hits=("Super geregeld, bedankt",),
    misses=("Mooi plan",),
)  # fmt: skip
NL = RuleSet(
    "nl",
    openers=(
        "hallo", "hoi", "hai", "hey", "hee", "he", "he,", "hi", "dag", "goede?middag", "goede?morgen",
        "goede?navond", "goede?n?avond", "beste", "gemeente", "waterstad", "mensen", "team", "allemaal",
        "dames en heren", "zeg", "en", "maar", "dus", "want", "of", "oke?", "ok", "ja", "nee", "top", "leuk",
        "mooi", "mooi hoor", "goed", "sorry", "vraag", "vraagje", "even", "nou", "nu", "ook", "anders",
        "quick question", "dan", "eh", "pff", "serieus", "iemand", "weet iemand", "ik vraag me af", "graag weten",
        "een", "@", "en dan", "verder", "ps", "bedankt", "dank", "alvast bedankt", "off ?topic",
    ),
    words=(
        "de", "het", "een", "van", "ik", "je", "niet", "dat", "die", "voor", "met", "zijn", "aan", "er", "maar",
        "ook", "als", "bij", "nog", "wel", "naar", "dan", "geen", "wat", "jullie", "deze", "dit", "heb", "hebben",
        "wordt", "kan", "moet", "mijn", "ons", "onze", "hier", "daar", "al", "wij", "ze", "hoe", "waar", "wanneer",
        "waarom", "wie", "gaat", "komt", "dank", "bedankt", "graag", "weer", "te", "en", "om", "uit", "tot", "zo",
        "nu", "iets", "niks", "niets", "veel", "mag", "staat", "ligt", "weg", "straat", "gemeente", "leuk", "mooi",
        "goed", "kunnen", "worden",
    ),
    set_aside=(
        FRIENDS, RHETORICAL, NO_COMPLAINT,
    ),
    rules=(
        SPAM, NO_ANSWER, DEMAND, QUESTION_WORD, VERB_FIRST, INDIRECT, NOT_DONE, BROKEN, NUISANCE, UNSAFE,
        TREATED_BADLY, FRIEND, QUESTION_MARK, FRIENDS, THANKS, MENTION,
    ),
)  # fmt: skip
"""Everything for Dutch."""
