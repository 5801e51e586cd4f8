"""What Dutch messages are recognised by."""

from metrics.needs_reply.rule import Rule, RuleSet
from metrics.needs_reply.rules.general import FRIEND, MENTION, QUESTION_MARK, SPAM
from metrics.words import N_

_SUBJECT = "(ik|je|jij|u|ge|we|wij|jullie|ze|zij|het|t|er|dit|dat|deze|die|iemand|men|mijn|mn|onze|alle|ook|daar|hier|nog|nu|al)"
_WAIT = "(uur|uren|dag|dagen|week|weken|maand|maanden|minuten|min|kwartier)"
_MANY = "([0-9]+|een|twee|drie|vier|vijf|zes|zeven|acht|tien|paar|half|halve|hele|enkele)"
_AGAIN = "(weer|alweer|opnieuw|wederom|voor de zoveelste keer)"
_DONE = (
    "(opgehaald|geleegd|gemaakt|gerepareerd|hersteld|opgelost|geveegd|gestrooid|gemaaid|gesnoeid|verwerkt|geleverd|bezorgd|ontvangen"
    "|gekregen|opgeruimd|schoongemaakt|vervangen|geplaatst|weggehaald|verwijderd|nagekomen|uitbetaald|gestort|gelukt|aangepast"
    "|beantwoord|teruggebeld|behandeld|uitgevoerd|aangesloten|gebeurd|gedaan|klaar|geholpen|binnen|geleegt|opgehaalt)"
)
_ANSWER = "(antwoord|reactie|bericht|bevestiging|gehoord|vernomen|teruggebeld|teruggekregen|terug gekregen|respons)"

FRIENDS = Rule(
    "friends",
    "tag",
    N_("A question to a friend or another reader."),
    (
        "^(ga|gaan|kom|komen|zin|heb|wil|doe|weet|zie|ken|was|ben|woon) (je|jij|jullie) (ook |dan |nog |dit |zelf |zin |er )*(mee|bij|al|nog|ook|geweest|antwoord|gehoord|reactie|kaartjes|in)[^.!?]*[?]",
        "^(gaan|zullen|moeten|doen) (we|wij) [^.!?]*[?]?", "^zullen we[^.!?]*[?]?", "^zin om[^.!?]*[?]?", "weet je nog[^.!?]*[?]?",
        "(iets|leuk|wat) voor (ons|jou|jullie|je|de kinderen|de kids)[^.!?]*[?]?", "(is|ben) (dat|dit|jij|je) (niet )?(jij|je|jouw|dat)[^.!?]*[?]?",
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
        "wie (verzint|bedenkt|gelooft|wil)[^.!?]*[?]?", "hoe (dom|gek|stom|naief|hypocriet|triest|zielig|mooi|leuk|fijn|gaaf|knap|blij|lief|cool|vet) (is|kun|kan|ben|zijn|wil|moet)[^.!?]*[?]?",
        "hoe (verzin|bedenk|bestaat|haal*) (je|jullie|ze|het|t|dit)[^.!?]*[?]?", "waar een wil[^.!?]*", "hoezo (duurzaam|groen|democratie|inspraak|service)[^.!?]*",
        "laat (me|mij) niet lachen", "doe (toch )?(eens )?(effe |even |ff )?normaal", "kom op", "zet (hem|m|'m) op", "wie weet[?]?$", "waarom niet[?]?$", "(echt|serieus|meen je dat|toch|wat nou|waarom ook niet|wie niet)[?]",
        "(het is al|is het al|is het) (1|een) april[?]?", "(moet dat|wat) nou", "graag gedaan", "stop (eens )?met (klagen|zeuren|zeiken)", "(dan )?ga (je )?toch[^.!?]*",
        "(heb|had|ben|was|kan|zou|moet|wil) ik (ook|al|niet|nooit|altijd|me|zelf|wel)[^.!?]*[.!]", "moet (je|ge) (maar|gewoon|eens|wel|niet)[^.!?]*", "is (dat|het) (zo|niet|nou) [^?.!]*(mooi|leuk|fijn)[^?.!]*[?]?", "mag (ook )?(wel )?gezegd worden", "mag ook wel eens", "(dan )?weet ik (dat|het|niet|genoeg|wel|nu|weer)", "[a-z]+ erheen ?[?]", "ga maar (eens )?(kijken|zitten|staan)", "ziet er [^.!?]*uit", "hebben ze[^.!?]*[?]?",
    ),
    hits=("Wie verzint dit toch allemaal?", "Hoe dom kun je zijn?"),
    misses=("Wie is er verantwoordelijk voor de sloot?", "Hoe laat gaat het open?"),
)  # fmt: skip
NO_COMPLAINT = Rule(
    "no_complaint",
    "opinion",
    N_("Says that a nuisance is gone, or is none."),
    (
        "(geen|nooit|weinig|zonder|minder) (enkele? )?(last|overlast|problemen|klachten|troep|rommel|afval)", "(gat|gaten|lamp|lampen|melding|klacht|lek|probleem|tegel|tegels)[^.!?]*(gedicht|gemaakt|verholpen|opgelost|hersteld|gerepareerd|vervangen)",
        "niet (te )?klagen", "(niet|geen) (zo )?(gevaarlijk|vies|erg|slecht)",
    ),
    hits=("Het gat is gedicht",),
    misses=("Er zit een gat in de weg",),
)  # fmt: skip

NO_ANSWER = Rule(
    "no_answer",
    "complaint",
    N_("Asks where the answer is, or cannot reach anybody."),
    (
        f"(geen|niks|niets|nooit|nul|zonder|nergens|nog niet) ... {_ANSWER}", f"{_ANSWER} ... (niet|nooit) (gekregen|gehad|ontvangen)", "(nog|weer) (steeds |altijd )?(geen|nul) (antwoord|reactie|bericht)",
        "waar blijf* (mijn|het|de|jullie|onze|dat|die|mn|t)", "(krijg|komt|kom|komen|hoor) (ik|er|we|wij|jullie) ... (nog|ooit) ... (antwoord|reactie|terug|iets)", "(wacht|wachten|wachtend) (ik |we |wij |al |nu |nog |steeds |inmiddels )*(op (een )?(antwoord|reactie|bericht)|al|sinds|weken|maanden)",
        "niemand ... (neemt|reageert|antwoordt|belt|luistert|doet|die|komt|weet|gehoord)", "(neemt|nemen|reageren|reageert|antwoorden|antwoordt|luistert|luisteren) ... (niemand|niet|nooit)", "in de wacht", "(geen|krijg) gehoor", "geeft? niet thuis",
        "van het kastje naar", "(het|een|aan) lijntje", "(al|ook) (twee|drie|vier|vijf|[0-9]+) ?(keer|x) (gemaild|gebeld|gemeld|gevraagd|doorgegeven|geappt|een mail)", "(twee|drie|vier|vijf|tig|meerdere|zoveel|[0-9]+) (keer|x|maal) (al )?(gemaild|gebeld|gemeld|gevraagd|doorgegeven|melding|mail)",
        "(gemeld|gemaild|gebeld|melding|mail)[^?]*(niks|niets|niet|nooit|niemand|zonder resultaat|geen)", "komt? er niet door(heen)?", "verbinding (wordt |werd )?verbroken", "opgehangen", "(zo snel mogelijk|binnen) ... (ja |maar )?dat was", "stilte (van|vanuit|vanaf|bij|aan)", "iemand thuis",
    ),
    hits=("Nog steeds niks gehoord", "Waar blijft mijn paspoort"),
    misses=("Ik heb vandaag antwoord gekregen",),
)  # fmt: skip
NOT_DONE = Rule(
    "not_done",
    "complaint",
    N_("Something should have been done and was not."),
    (
        f"(niet|geen|nooit|niks|niets) ... {_DONE}", "(blijven|blijft|laten|bleef|gebleven) (staan|liggen|hangen)", "(ligt|liggen|staat|staan|hangt|zit) (er |hier |daar )?(ook )?(nog|nog steeds|al|nog altijd) (steeds|altijd|weken|dagen|maanden|tijden|een week|heel lang)",
        "(staat|ligt|zit|hangt|is|zijn) ... (sinds|al weken|al dagen|al maanden|al tijden)", f"nog (steeds|altijd) {_SUBJECT}?", "nog (steeds|altijd) (niet|geen|niks|niets|kapot|vol|dicht)", "(komt?|kwam|komen) (er )?(niet|nooit|niemand|weer niet) (opdagen|langs|meer|door)?", "(niet|nooit) (langs ?gekomen|nagekomen|waargemaakt|langs geweest)",
        "(toezegging|toegezegd|beloofd|beloofde|belofte|afgesproken|zou|zouden|moest) ... (maar|nu|allang|al klaar|geleden|vorige)", "wanneer (doen|wordt|worden|gaat|gaan|komt|pakt|pakken|ruimt|lossen) ... (nou|nu|eens|eindelijk|ooit)", "zomaar (afgesloten|gesloten|verwijderd|weggehaald)", "(lag|was|stond|hing) er (nog )?(niet|geen|niemand)", "(nog|nooit|al weken|weer) (niks|niets|iets)", "(gebeurt|gebeurde|verandert|doen|doet|gedaan) ... (nooit|niks|niets)", "(nooit|niks|niets) ... (gebeurt|gebeurd|gedaan|verandert|geregeld)", "(staan|staat|liggen|ligt|hangt|hangen) ... (later|nog) (nog )?(in|op|voor|aan|naast|bij|langs)", "(was|is) (toch |anders )?afgesproken|afgesproken was", "(plan|besluit) (lag|stond) al",
    ),
    hits=("Het gft is niet opgehaald", "Er ligt nog steeds een boom op het pad"),
    misses=("De bakken zijn keurig geleegd",),
)  # fmt: skip
BROKEN = Rule(
    "broken",
    "complaint",
    N_("Something is broken, out of order or damaged."),
    (
        "kapotte?", "(is|zijn|gaat|al|weer|nu|lamp|lantaarn*|lift|bel) stuk", "stuk (is|zijn)", "defecte?", "(gesloopt|vernield|vandalisme|beschadigd|verzakte?|verzakking|scheurt?|scheuren|lekt|lekkage|verstopte?|verroest|afgebroken|omgewaaid|omgevallen|losliggende|losgeraakt|doorgeroest|ingestort)", "(losse|scheve|kapotte|wiebelende) (stoep)?(tegel*|steen|stenen|paal|paaltje*|plank*|putdeksel)",
        "(werkt|werken|functioneert|brandt|branden|doet|doen|laadt|opent|sluit|springt|gaat open) ... niet", "(werkt|werken|doet|doen|brandt|branden|lukt|laadt) ... (niet|niks|voor geen meter|nooit)", "(lukt|lukte|kan) (me |mij |ons )?(al |weer |nog steeds )?niet (om|meer|te|inloggen|in te loggen)?", "(foutmelding*|error|storing|onbereikbaar|vastgelopen|crasht|buiten (gebruik|werking|dienst))", "loopt (steeds |telkens )?vast", "(ligt|lig|is) (er )?(weer |alweer |al |helemaal |de hele [a-z]+ )*(uit|eruit|plat|down)",
        "(gat|gaten|kuil|kuilen|scheur|scheuren) in", "vol (gaten|kuilen)", "(lamp|lampen|lantaarn*|verlichting|straatverlichting|licht|straatlantaarn*) ... (uit|kapot|niet|stuk|defect|knippert)", "(omver|om|kapot) ?(gereden|gewaaid|getrapt)", "(iets|er is wat) mis", "accepteert ... niet", "(krijg|pakt|slikt|geeft) ... (geen|niet|niks)",
        "(pikkedonker|aardedonker|stikdonker)", "(water|wateroverlast|blank) ... (kelder|straat|tuin|huis)", "(kelder|straat|tunnel) (staat|stond|staan) ... (blank|water)", "geen (warm |stromend )?(water|stroom|licht|verwarming|internet)", "(onder water|overstroomd*|ondergelopen)", "(valt|vallen|viel) (steeds |telkens |altijd |vaak |weer |continu )+(weg|uit|stil)", "(blijft|blijven) ... (rood|hangen|steken|piepen|knipperen)", "(gestolen|ingebroken|ingegooid|bekrast|opengebroken|gejat|vernieling*|kapotgemaakt)", "niet (meer )?te (lezen|vinden|bereiken|doen|begrijpen|gebruiken|openen|volgen|verstaan)", "(niet|slecht|moeilijk|nauwelijks) (meer )?(bereikbaar|toegankelijk|leesbaar|zichtbaar|begaanbaar|verlicht)", "(tegenspreken|onleesbaar|onvindbaar|onbegrijpelijk|verwarrend|uitgevallen|doorgeschoten)", "(alles|alles weer) kwijt", "opnieuw (beginnen|invullen|aanvragen)",
    ),
    hits=("De lantaarn is al weken kapot", "De app werkt niet"),
    misses=("Mooi gemaakt hoor",),
)  # fmt: skip
NUISANCE = Rule(
    "nuisance",
    "complaint",
    N_("Dirt, noise or other nuisance in a place."),
    (
        "[a-z]*(overlast|hinder)", "(stank|stinkt|stinken|gestonken|rioollucht)", "(herrie|lawaai|kabaal|bouwlawaai|teringherrie|gebonk|gedreun)", "(troep|rotzooi|zooi|zooitje|bende|tyfuszooi|klerezooi|puinhoop|rommeltje|teringzooi|zwijnenstal|vuilnisbelt|puinzooi)", "(zwerfvuil|zwerfafval|hondenpoep|hondendrollen|drollen|dumpen|gedumpte?|bijgeplaatst|afvaldump*)", "(rat|ratten|muizen|ongedierte|kakkerlakken|wespen|wespennest|eikenprocessierups|duivenpoep)",
        "onkruid", "(graffiti|beklad|bekladde?)", "hang(jongeren|jeugd|groep*)", "(scherven|glasscherven)", "glas (op|in|overal)", "overal (ligt |liggen )?(glas|afval|vuil|plastic|peuken|rommel|blikjes|poep)", "(ligt|liggen|vol met|bezaaid) ... (glas|afval|vuil|plastic|peuken|rommel|blikjes|poep|vuilniszakken|zakken|takken)",
        "(overvolle?|bomvolle?|propvolle?|mudvolle?|stampvolle?|tjokvolle?|uitpuilende)", "(puilt|puilen|uitpuil*)", "(bak|bakken|container|containers|kliko|glasbak|prullenbak*|ondergrondse) ... vol", "vol(le)? (met )?(container|bak|glasbak|prullenbak)", "(smerig|vies|vieze|goor|ranzig|vervuild|verwaarloosd|verloederd|verpauperd|overwoekerd|overgroeid)e?", "(worden|word) ... (gek|knettergek|wakker|ziek|moe) (van|door)", "(niet|geen oog) ... (slapen|geslapen|dichtgedaan)", "(zo|te|meter|metershoog|kniehoog|halve meter) hoog", "(wordt|word|worden) ... (gedumpt|gereden|gescheurd|gedeald|geracet)", "[0-9]+ uur s nachts",
        "elke (dag|nacht|avond|ochtend|week|keer|zaterdag|zondag|weekend) ... (tot|weer|hetzelfde|wakker|file|vast|overal|herrie|geluid)", "(dubbel|fout|verkeerd|wild|overal) ?(geparkeerd*|parkeren)", "(foutparkeerders|wildplassers|wildparkeren|dealers|drugs|drugsdealers)", "autowrak*", "last van", "midden in de nacht", "elke (nacht|avond|ochtend)", "(trilt|trillen|trilling*|dreunen|dreunt|bassen|geblaf|blaffen|blaffende|gegil|geschreeuw|schreeuwen|knallen|geknal)", "(hondentoilet|wildplassen|kriskras|smurrie|modderpoel|prut)", "(sluipverkeer|sluiproute|vrachtverkeer)", "(vrachtwagens|vrachtauto's|bussen|scooters|brommers|fatbikes|taxi's) ... (door|over|elke|op de stoep|in de)", "veel te (hard|luid|lang|smal|laat|krap|donker|traag|weinig|vol|kort|moeilijk)", "(lag|ligt|zat|zit|lagen|stond|staat|staan) ... vol", "(chaos|aanfluiting|wanorde|drama|puinzooi|zooi)", "(rook|rookoverlast|houtrook|roet|fijnstof)", "(weesfietsen|fietswrakken)",
    ),
    hits=("Het stinkt hier naar riool", "De prullenbakken puilen uit"),
    misses=("Wat een schone straat",),
)  # fmt: skip
UNSAFE = Rule(
    "unsafe",
    "complaint",
    N_("A place is dangerous, or people cannot get through."),
    (
        "[a-z]*gevaarlijke?", "onveilige?", "(bijna|net niet|net) ... (gevallen|onderuit|aangereden|ongeluk|geschept|omver|omgereden)", "wachten op (een |het eerste )?(ongeluk|slachtoffer|dode)", "(ongeluk|ongelukken) (te )?(gebeur*|wachten|gebeurt)", "(onderuit|gevallen|uitgegleden|gestruikeld|gewond|bezeerd) (gegaan|op|over|door|aan|in)?", "te hard (gereden|rijden|rijdt|door|langs)", "(spiegelglad|spekglad|glibberig|ijsbaan)", "(racen|scheuren|scheurt|racet) ... (straat|wijk|voorbij|weg|langs)", "durf* ... niet",
        "(kan|kon|kunnen|konden|kom|komen) ... (er |de [a-z]+ )?(niet|nergens|niemand) (meer )?(in|op|door|langs|uit|oversteken|lopen|fietsen|zitten|slapen|terecht|bij|parkeren|heen|inloggen|zien)", "(nergens|geen plek|geen plaats) ... (parkeren|terecht|staan|zitten|voor)", "(straat|weg|wijk) onbereikbaar", "ziet? (je )?(niks|niets|niet aankomen|geen)", "(steekt|steken|stak) ... uit", "versperr*", "(blokkeert|blokkeren|geblokkeerd)", "(mensen|ik|ben|vrouw|man|kind|moeder) (al |bijna )?(gevallen|gestruikeld|uitgegleden)", "(gladde|glad door)", "(takken|wortels|struiken|bosjes|heg) ... (over|stoep|fietspad|gezicht|weg|zicht)",
    ),
    hits=("Die kruising is levensgevaarlijk", "Er wordt hier veel te hard gereden"),
    misses=("Wat fijn dat het nu veiliger is",),
)  # fmt: skip
TREATED_BADLY = Rule(
    "treated_badly",
    "complaint",
    N_("A mistake, a fine, a long wait or a broken promise that hit the writer."),
    (
        "(weer|kreeg|gekregen|krijg|krijgen|kregen|heb|gehad|alweer|ontvangen|mijn|deze|wederom|toch) ... (bekeuring|bekeuringen|boete|boetes|bon)", "(bekeuring|boete|bon) ... (gekregen|gehad|terwijl|ontvangen|voor)", "(naheffing|aanmaning|dwangbevel|deurwaarder)", "(onterecht*|ten onrechte|dubbel betaald|zoekgeraakt|zoek geraakt|kwijtgeraakt|kwijt geraakt)", "(verkeerde|foute|onjuiste) (datum|adres|naam|bedrag|info*|brief|link|foto|gegevens|straat)", "(klopt|kloppen) ... (niet|niks|niets|geen)", "(fout|fouten) (in|op|bij)", "(niet|zonder) (te zijn )?(geinformeerd|ingelicht|op de hoogte|aankondiging|overleg|bericht|waarschuwing|iets te (zeggen|laten))", "(wisten|weten|wist) (we |wij |ik )?(van )?(niks|niets)", "zonder dat (wij|we|ik|iemand|bewoners)",
        "(geweigerd|afgewezen|stopgezet|ingetrokken|geannuleerd|vervallen|genegeerd) ", "(allang|al lang|wel) (gewoon )?(betaald|doorgegeven|ingeleverd)", f"(wacht|wachten|gewacht|wachttijd|wachtrij|rij|duurt|duurde)[^.!?]* {_MANY} {_WAIT}", f"{_MANY} {_WAIT}( lang| aan het| voor niks)? (gewacht|wachten|in de rij|in de wacht|onderweg|bezig|zonder|geen)", f"(al|nu al|inmiddels) (ruim |bijna |meer dan |zo'n |zeker )?{_MANY} (hele )?{_WAIT}", "al (weken|maanden|dagen|tijden|uren)", "(tweede|derde|vierde|vijfde|zesde|zoveelste|[0-9]+e) (keer|x|maal|melding|week|mail|brief)", f"{_AGAIN} (niet|geen|hetzelfde|mis|raak|dicht|kapot|te laat|een (gat|boete|bekeuring|storing))", f"^{_AGAIN}[.!]", "(weer|alweer|wederom) ([a-z]+ )?(dicht|afgesloten|kapot|vol|te laat|mis|verkeerd)",
        "(loket|balie|kantoor|brug) (was |is )?(gewoon |alweer |weer |gesloten|dicht)", "in de file", "(moet|moeten) ... (bijbetalen|bij betalen|alles opnieuw|omrijden|omlopen)", "(te laat|veel te lang|veel te laat) ", "(slechte?|waardeloze?|belabberde?|abominabele?) (bereikbaar*|service|communicatie|bereikbaarheid|onderhoud*|informatie|geregeld)", "(ligt|liggen|ligge) (er )?(slecht|belabberd|schandalig|erbarmelijk|triest)[^.!?]*( bij)?", "(schandalig|belachelijk|onacceptabel|ongelofelijk|ongelooflijk|schande|bizar|absurd) (dat|hoe) (ik|wij|we|er|jullie|je|mijn|onze|de|het|u)", "(jammer|zonde|vervelend) dat (ik|wij|we|onze|mijn|er|jullie|de hulp) ... (niet|geen|is|zijn)", "(deur|loket|balie|poort|hek|toilet) ... (dicht|op slot|gesloten)", "altijd (op slot|dicht|bezet|vol|kapot)", "(voor (niks|niets)|tevergeefs)", "(wachtlijst|wachtenden|wachtmuziek)", "(afgekeurd|afgelast) ", "(kreeg|kregen|krijgen|gehad|geen) ... (geen|nooit) (brief|uitnodiging|uitleg|info*|bericht)", "geen (brief|uitnodiging|uitleg|aankondiging|waarschuwing|inspraak|overleg|plek|parkeerplek|oplossing)", "betaal ... belasting", "en maar wachten", "[a-z0-9][.,!]+ (schandalig|belachelijk|ongelofelijk|ongelooflijk|bizar|waardeloos|triest|onacceptabel|absurd|schande|asociaal)", "leverde? (niks|niets) op", "(kwijt|verdwenen) (bij|door) (jullie|de gemeente)", "ophangen dan maar",
    ),
    hits=("Weer een bekeuring terwijl ik een vergunning heb", "Al drie weken geen oud papier"),
    misses=("Ik woon hier al jaren met plezier",),
)  # fmt: skip
DEMAND = Rule(
    "demand",
    "request",
    N_("Asks the organisation to do something."),
    (
        "^(graag|gaarne|gelieve|verzoek|verzoeken)", "(aub|a.u.b|alsjeblieft|alstublieft|alsjeblief|svp|s.v.p|pls|plz|please|astublieft)", "(reactie|antwoord|actie|aandacht|uitleg|hulp|duidelijkheid|informatie|handhaving|contact) (graag|aub|svp|gewenst|nodig)", "(wil|willen|zou|zouden|hoor|horen|ontvang|ontvangen|zie|zien|verneem|wilde|had|krijg) (ik |wij |we |dit |dat )?(heel |nu |wel )?(graag|gaarne)", "(help|sos)[!]", "^help ", "hulp nodig",
        "^(stuur|bel|mail|app|haal|zet|pak|doe|ruim|los|maak|plaats|verwijder|neem|geef|zorg|regel|repareer|herstel|vervang|leeg|snoei|strooi|stop|check|controleer|handhaaf|leg|bekijk|reageer|antwoord|grijp|kom|kijk|laat|schrijf|knap|veeg|sluit|verplaats|verbied|luister|denk|doe) (me|mij|ons|mn|mijn|onze|die|dat|dit|de|het|t|er|eens|even|ff|effe|nou|nu|dan|iets|wat|een|hier|in|contact|dat|meer|extra|deze|eindelijk|gewoon) ", "^(doe|los|pak|ruim|regel|grijp) (er |dit |dat |het |t |die |eens |nou |dan )*(eens|nou|aan|op|in|iets|wat)", "doe er (eens |nou |dan |toch )*(iets|wat|eens)", "(laat|laten) (het )?(me|mij|ons|even|ff)? ?weten", "(neem|nemen|opnemen|opneemt|neemt) ... contact|contact ... (opnemen|opneemt|met mij|met me|met ons)", "(mij|me|ons) (terug ?)?(bellen|mailen|helpen|op weg)",
        "(ik|wij|we|hierbij) (wil|moet|wilde|zou|willen|wou|kom)[^.!?]*(melding|klacht|afspraak|bezwaar|aangeven|melden|doorgeven|afzeggen|opzeggen|aanvragen|wijzigen|verzetten|spreken|aanmelden|afmelden|aangifte|inschrijven)", "^(pak|los|ruim) ... op", "[a-z]+ eens (op|aan|wat|iets|in|een|hier|langs|kijken|snel)", "zsm", "zo snel mogelijk", "(kan|kun|kunt|kunnen|wil|willen|wilt|zou|zouden) (u|je|jullie|iemand|er iemand|de gemeente|er|de [a-z]+) (mij |me |ons |dit |dat |alsjeblieft |misschien |even |eens |ook |een |hier )*[^.!?]*(bellen|mailen|sturen|kijken|helpen|komen|doen|maken|plaatsen|verwijderen|opnemen|regelen|zetten|snoeien|opruimen|nalopen|checken|rijden|legen|herstellen|repareren|ophalen|strooien)",
        "(zou|zouden) (jullie|u|je|iemand|er)", "het zou fijn zijn (als|om)", "kan er (een|iemand|meer|wat|iets|eindelijk|ook|misschien|snel)", "mag (er|het|de|die) (iets|wat|een|ook|eens|weer|aub|snel)", "(kom|komen) (eens )?(een keer )?(kijken|langs)", "tijd dat (jullie|er|de gemeente)", "wanneer (doen|gaan|komen|pakken|lossen) jullie",
    ),
    hits=("Graag strooien op het fietspad", "Kunnen jullie mij bellen"),
    misses=("Graag gedaan", "Ik kom daar graag"),
)  # fmt: skip
QUESTION_WORD = Rule(
    "question_word",
    "question",
    N_("A clause begins with a question word."),
    (
        "^((tot|vanaf|sinds|op|voor|bij|in|met|van|naar|aan|uit|over|door|onder) )?(wanneer|welke?|hoeveel|hoelang|hoelaat|waarom|wrm|waarvoor|waarmee|waarheen|waarvan|waaraan|waarop|waarbij|vanwaar|hoezo|hoeverre|wnneer) ", "(hoezo|waarom|wanneer|hoeveel|welke|waar dan|hoe dan|hoe laat|hoe lang)[?]",
        "^(en |maar |dus )?waar (kan|kun|kunnen|moet|moeten|is|zijn|vind|vinden|staat|staan|haal|meld|ligt|wordt|worden|komt|komen|gaat|gaan|hangt|zit|mag|mogen|koop|lees|krijg|vraag|lever|parkeer|vraagt|was|precies|hebben|begint|blijft|laat)", f"^waar [a-z]+ {_SUBJECT}",
        "^((tot|vanaf|in|voor|op) )?hoe (lang|laat|vaak|ver|groot|hoog|duur|snel|oud|veel|zit|kan|kun|kom|komen|kunnen|moet|moeten|werkt|gaat|krijg|weet|weten|wordt|worden|vraag|meld|regel|dan|zo|komt|kon|lees|bereik|ga|heet|zien|ziet)", f"^hoe [a-z]+ {_SUBJECT}", "^wie (is|zijn|kan|kunnen|weet (wanneer|waar|hoe|of|wat|het)|heeft|hebben|moet|gaat|betaalt|regelt|ruimt|helpt|doet|bepaalt|mag|krijgt|beslist|houdt|controleert|leegt|maakt)", "^((aan|bij|van|met|voor|door) )wie ", "^wie [a-z]+ (er|een|de|het|dit|dat|die|mij|ons) ",
        "^(en )?wat (is|zijn|kost|kosten|moet|moeten|gaat|gaan|betekent|houdt|doe|doen|kan|kun|kunnen|wordt|worden|als|voor soort|gebeurt|heb|hebben|mag|mogen|zegt|vinden|wil|willen|heeft|komt|staat|valt|levert|doet|zou) ", "^wat nu", "^als (ik|je|we|mijn)[^.!?]*[?]", "^op welk* ", "zo ja", "(weten|vertellen|zeggen|uitleggen|aangeven|benieuwd|vraag) (me |mij |aan jullie )?(of|wanneer|waar|waarom|hoe|wat|wie|welke|hoelang|hoeveel|vanaf|tot)",
    ),
    hits=("wanneer komt de vuilnis nou eindelijk", "Mooi, maar wat kost dit"),
    misses=("Wat een onzin", "Hoe mooi is dit"),
)  # fmt: skip
VERB_FIRST = Rule(
    "verb_first",
    "question",
    N_("A clause begins with the verb, as questions do: can I, is there, do you."),
    (
        f"^(kan|kun|kunt|kunnen|mag|mogen|moet|moeten|heeft|hebben|heb|wordt|worden|komt|komen|krijgen|krijg|krijgt|zou|zouden|zal|wil|willen|wilt|gaat|gaan|is|zijn|zit|zitten|staat|staan|geldt|gelden|doet|doen|ligt|blijft|hoeft|hoef|hoeven|vallen|valt|telt|bestaat|werkt|hoort|begint|rijdt|rijden|loopt|ben|was|waren|word|weet|weten|klopt|begrijp|snap|vraag|ist|kost|duurt) {_SUBJECT} ", "^(kan|mag|moet|is|zijn|gaat|gaan|wordt|worden|geldt|komt|komen|zit|staat|heeft|krijgen|blijft|ligt|gelden|werkt|telt|begint|rijdt|rijden|klopt) (de|het|een|deze|die|jullie) ",
        "is het (mogelijk|de bedoeling|waar|toegestaan|verplicht|nodig|normaal|al bekend)", "klopt (het|dit|dat|t)", "(kan|mag|moet|zijn|is|kunnen|mogen|heeft) [^.!,]*[?]", "is er (ook|al|nog|iets|een|iemand|volgend|misschien|ergens|toevallig)", "(weten|weet) (jullie|u|iemand|je) (al |ook |iets |misschien |meer )?(of|wanneer|waar|meer|wat|hoe|iets|toevallig|de|het)",
    ),
    hits=("Kan ik daar ook pinnen", "Is de brug weer open"),
    misses=("Dat kan ik me voorstellen", "Mooi is dat"),
)  # fmt: skip
INDIRECT = Rule(
    "indirect",
    "question",
    N_("Says that there is a question, or asks in a roundabout way."),
    (
        "(ik )?vraag(je)?( |:|,)(over|:|,|is|even|mij|me)?", "(een|mijn|nog een|1|snelle|andere|korte|kleine|wel een|de) vraag(je)?", "vraag(je)?:", "vragen (of|over|hoe|waarom|wanneer)", "vraag (ik )?me af", "(weten|wete) (of|wanneer|waar|hoe|wat|welke|wie|waarom)", "benieuwd (of|wanneer|hoe|waar|wat|wie|welke|naar (het|jullie) (antwoord|reactie))", "(snap|begrijp|zie|vind|lees) ... (niet|niks|nergens|niets) ... (van|waar|hoe|op|over|terug|meer|vinden)", "(kan|kunnen|kon) ... (nergens|niet|niks) ... vinden", "(iemand|jullie) (hier )?(een )?(idee|enig idee|ervaring mee|tip)", "iemand (die )?(weet|toevallig)",
        "(ik|wij|we|ben) (ben |zijn )?(zoek|zoeken|op zoek)", "(iets|meer|al) (over )?bekend", "kom ... niet uit", "(meer|graag|nadere) (informatie|info)", "waar moet ik (zijn|naartoe|heen)", "of (dit|dat|er|het) (ook|nog|al) [^.!]*[?]?$", "hoop dat (jullie|u) ... (helpen|weten)", "^hoor ik",
    ),
    hits=("Ik vraag me af of dit ook geldt voor huurders", "Vraagje over de barbecue"),
    misses=("ben benieuwd",),
)  # fmt: skip
THANKS = Rule(
    "thanks",
    "thanks",
    N_("Thanks or praises."),
    (
        "(be)?dankt?", "dank ?(je|u|jullie)( ?wel)?", "(thx|thanks|merci|tnx|bedank|dankjewel|dankuwel)", "compliment*", "(chapeau|hulde|petje af|klasse|keurig|netjes|prima geholpen|goed bezig|lekker bezig)", "(top|goed|mooi|knap|netjes|super|goe|prima|fijn|snel) (gedaan|geregeld|werk|opgelost|service|gefixt|geholpen|bezig|team|gewerkt)", "(fijn|top|mooi|super|geweldig|wat fijn|wat goed|lief|goed|blij) dat (jullie|dit|het|er|dat) ... (zo|snel|al|gelukt|kan|doen|kon|opgelost|is|denken|weer)", "(zo |heel |erg |super)?(blij|tevreden|dankbaar) (met|over|van|voor)", "(gelukt|gemaakt|opgelost|verholpen|geholpen|gefixt)[.!]?", "(vriendelijk|goed|snel|super|netjes|fijn) geholpen", "^(top|super|gelukt|helder)[.! ]*$", "fijn, dan weet ik", "(🙏|❤|🧡|👏)+ *$",
    ),
    hits=("Super geregeld, bedankt",),
    misses=("Mooi plan",),
)  # fmt: skip

NL = RuleSet(
    "nl",
    openers=("hallo", "hoi", "hai", "hey", "hee", "he", "he,", "hi", "dag", "goede?middag", "goede?morgen", "goede?navond", "goede?n?avond", "beste", "gemeente", "waterstad", "mensen", "team", "allemaal", "dames en heren", "zeg", "en", "maar", "dus", "want", "of", "oke?", "ok", "ja", "nee", "top", "leuk", "mooi", "mooi hoor", "goed", "sorry", "vraag", "vraagje", "even", "nou", "nu", "ook", "anders", "quick question", "dan", "eh", "pff", "serieus", "iemand", "weet iemand", "ik vraag me af", "graag weten", "een", "@", "en dan", "verder", "ps", "bedankt", "dank", "alvast bedankt", "off ?topic"),  # fmt: skip
    words=("de", "het", "een", "van", "ik", "je", "niet", "dat", "die", "voor", "met", "zijn", "aan", "er", "maar", "ook", "als", "bij", "nog", "wel", "naar", "dan", "geen", "wat", "jullie", "deze", "dit", "heb", "hebben", "wordt", "kan", "moet", "mijn", "ons", "onze", "hier", "daar", "al", "wij", "ze", "hoe", "waar", "wanneer", "waarom", "wie", "gaat", "komt", "dank", "bedankt", "graag", "weer", "te", "en", "om", "uit", "tot", "zo", "nu", "iets", "niks", "niets", "veel", "mag", "staat", "ligt", "weg", "straat", "gemeente", "leuk", "mooi", "goed", "kunnen", "worden"),  # fmt: skip
    set_aside=(FRIENDS, RHETORICAL, NO_COMPLAINT),
    rules=(SPAM, NO_ANSWER, DEMAND, QUESTION_WORD, VERB_FIRST, INDIRECT, NOT_DONE, BROKEN, NUISANCE, UNSAFE, TREATED_BADLY, FRIEND, QUESTION_MARK, THANKS, MENTION),  # fmt: skip
)
"""Everything for Dutch."""
