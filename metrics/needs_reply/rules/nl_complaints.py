"""What Dutch complaints are recognised by."""

from metrics.needs_reply.rule import Rule
from metrics.words import N_

_WAIT = "(uur|uren|dag|dagen|week|weken|maand|maanden|minuten|min|kwartier)"
_MANY = "([0-9]+|een|twee|drie|vier|vijf|zes|zeven|acht|tien|paar|half|halve|hele|enkele)"
_AGAIN = "(weer|alweer|opnieuw|wederom|voor de zoveelste keer)"
_DONE = (
    "(opgehaald|geleegd|gemaakt|gerepareerd|hersteld|opgelost|geveegd|gestrooid|gemaaid|gesnoeid|verwerkt|"
    "geleverd|bezorgd|ontvangen"
    "|gekregen|meegenomen|opgeruimd|schoongemaakt|vervangen|geplaatst|weggehaald|verwijderd|nagekomen|uitbetaald|"
    "gestort|gelukt|aangepast"
    "|beantwoord|teruggebeld|behandeld|uitgevoerd|aangesloten|gebeurd|gedaan|klaar|geholpen|binnen|geleegt|opgehaalt)"
)
_ANSWER = "(antwoord|reactie|bericht|bevestiging|gehoord|vernomen|teruggebeld|teruggekregen|terug gekregen|respons)"

NO_ANSWER = Rule(
    "no_answer",
    "complaint",
    N_("Asks where the answer is, or cannot reach anybody."),
    (
        f"(geen|niks|niets|nooit|nul|zonder|nergens|nog niet) ... {_ANSWER}",
        f"{_ANSWER} ... (niet|nooit) (gekregen|gehad|ontvangen)",
        "(nog|weer) (steeds |altijd )?(geen|nul) (antwoord|reactie|bericht)",
        "waar blijf* (mijn|het|de|jullie|onze|dat|die|mn|t)",
        "(krijg|komt|kom|komen|hoor) (ik|er|we|wij|jullie) ... (nog|ooit) ... (antwoord|reactie|terug|iets)",
        "(wacht|wachten|wachtend) (ik |we |wij |al |nu |nog |steeds |inmiddels )*(op (een )?(antwoord|reactie|"
        "bericht)|al|sinds|weken|maanden)",
        "niemand ... (neemt|reageert|antwoordt|belt|luistert|doet|die|komt|weet|gehoord)",
        "(neemt|nemen|reageren|reageert|antwoorden|antwoordt|luistert|luisteren) ... (niemand|niet|nooit)",
        "in de wacht", "(geen|krijg) gehoor", "geeft? niet thuis", "van het kastje naar", "(het|een|aan) lijntje",
        "(al|ook) (twee|drie|vier|vijf|[0-9]+) ?(keer|x) (gemaild|gebeld|gemeld|gevraagd|doorgegeven|geappt|"
        "een mail)",
        "(twee|drie|vier|vijf|tig|meerdere|zoveel|[0-9]+) (keer|x|maal) (al )?(gemaild|gebeld|gemeld|gevraagd|"
        "doorgegeven|melding|mail)",
        "(gemeld|gemaild|gebeld|melding|mail)[^?]*(niks|niets|niet|nooit|niemand|zonder resultaat|geen)",
        "komt? er niet door(heen)?", "verbinding (wordt |werd )?verbroken", "opgehangen",
        "(zo snel mogelijk|binnen) ... (ja |maar )?dat was", "stilte (van|vanuit|vanaf|bij|aan)", "iemand thuis",
    ),
    hits=("Nog steeds niks gehoord", "Waar blijft mijn paspoort"),
    misses=("Ik heb vandaag antwoord gekregen",),
)  # fmt: skip
NOT_DONE = Rule(
    "not_done",
    "complaint",
    N_("Something should have been done and was not."),
    (
        f"(niet|geen|nooit|niks|niets) ... {_DONE}", "(blijven|blijft|laten|bleef|gebleven) (staan|liggen|hangen)",
        "(ligt|liggen|staat|staan|hangt|zit) (er |hier |daar )?(ook )?(nog|nog steeds|al|nog altijd) (steeds|"
        "altijd|weken|dagen|maanden|tijden|een week|heel lang)",
        "(staat|ligt|zit|hangt|is|zijn) ... (sinds|al weken|al dagen|al maanden|al tijden)",
        "nog (steeds|altijd)",
        "(komt?|kwam|komen) (er )?(niet|nooit|niemand|weer niet) (opdagen|langs|meer|door)?",
        "(niet|nooit) (langs ?gekomen|nagekomen|waargemaakt|langs geweest)",
        "(toezegging|toegezegd|beloofd|beloofde|belofte|afgesproken|zou|zouden|moest) ... (maar|nu|allang|"
        "al klaar|geleden|vorige)",
        "wanneer (doen|wordt|worden|gaat|gaan|komt|pakt|pakken|ruimt|lossen) ... (nou|nu|eens|eindelijk|ooit)",
        "(zou|zouden) (toch|jullie toch)", "(vergeten|vergeet|overgeslagen|overgeslaan|genegeerd)",
        "(krijg|krijgen|kreeg|kregen|heb|hebben|had|hadden) (maar |nog |al |ik |we |wij |hier |"
        "sinds [a-z]+ )*(geen|niks|niets|nooit)",
        "geen (enkele )?[a-z]+ (meer|vrij|over|beschikbaar|na|sinds|want|door|te vinden|te krijgen)",
        "helaas ... (niet|geen)", "geen [a-z]+ ... (te zien|te bekennen)", "(lost|helpt|helpen|oplost) ... niet",
        "zomaar (afgesloten|gesloten|verwijderd|weggehaald)", "(lag|was|stond|hing) er (nog )?(niet|geen|niemand)",
        "(nog|nooit|al weken|weer) (niks|niets|iets)",
        "(gebeurt|gebeurde|verandert|doen|doet|gedaan) ... (nooit|niks|niets)",
        "(nooit|niks|niets) ... (gebeurt|gebeurd|gedaan|verandert|geregeld)",
        "(staan|staat|liggen|ligt|hangt|hangen) ... (later|nog) (nog )?(in|op|voor|aan|naast|bij|langs)",
        "(was|is) (toch |anders )?afgesproken|afgesproken was", "(plan|besluit) (lag|stond) al",
    ),
    hits=("Het gft is niet opgehaald", "Er ligt nog steeds een boom op het pad"),
    misses=("De bakken zijn keurig geleegd",),
)  # fmt: skip
BROKEN = Rule(
    "broken",
    "complaint",
    N_("Something is broken, out of order or damaged."),
    (
        "kapotte?", "(is|zijn|gaat|al|weer|nu|lamp|lantaarn*|lift|bel) stuk", "stuk (is|zijn)", "defecte?",
        "(gesloopt|vernield|vandalisme|beschadigd|verzakte?|verzakking|scheurt?|scheuren|lekt|lekkage|"
        "verstopte?|verroest|afgebroken|omgewaaid|omgevallen|losliggende|losgeraakt|doorgeroest|ingestort)",
        "(losse|scheve|kapotte|wiebelende) (stoep)?(tegel*|steen|stenen|paal|paaltje*|plank*|putdeksel)",
        "(werkt|werken|functioneert|brandt|branden|doet|doen|laadt|opent|sluit|springt|gaat open) ... niet",
        "(werkt|werken|doet|doen|brandt|branden|lukt|laadt) ... (niet|niks|voor geen meter|nooit)",
        "(lukt|lukte|kan) (me |mij |ons )?(al |weer |nog steeds )?niet (om|meer|te|inloggen|in te loggen)?",
        "(foutmelding*|error|storing|onbereikbaar|vastgelopen|crasht|buiten (gebruik|werking|dienst))",
        "loopt (steeds |telkens )?vast",
        "(ligt|lig|is) (er )?(weer |alweer |al |helemaal |de hele [a-z]+ )*(uit|eruit|plat|down)",
        "(gat|gaten|kuil|kuilen|scheur|scheuren) in", "vol (gaten|kuilen)",
        "(lamp|lampen|lantaarn*|verlichting|straatverlichting|licht|straatlantaarn*) ... (uit|kapot|niet|stuk|"
        "defect|knippert)",
        "(omver|om|kapot) ?(gereden|gewaaid|getrapt)", "(iets|er is wat) mis", "accepteert ... niet",
        "(krijg|pakt|slikt|geeft) ... (geen|niet|niks)", "(pik|pikke|aarde|stik|te |zo |heel |erg )donker",
        "(water|wateroverlast|blank) ... (kelder|straat|tuin|huis)",
        "(kelder|straat|tunnel) (staat|stond|staan) ... (blank|water)",
        "geen (warm |stromend )?(water|stroom|licht|verwarming|internet)",
        "(onder water|overstroomd*|ondergelopen)",
        "(valt|vallen|viel) (steeds |telkens |altijd |vaak |weer |continu )+(weg|uit|stil)",
        "(blijft|blijven) ... (rood|hangen|steken|piepen|knipperen)",
        "(gestolen|ingebroken|ingegooid|bekrast|opengebroken|gejat|vernieling*|kapotgemaakt)",
        "niet (meer )?te (lezen|vinden|bereiken|doen|begrijpen|gebruiken|openen|volgen|verstaan)",
        "(niet|slecht|moeilijk|nauwelijks) (meer )?(bereikbaar|toegankelijk|leesbaar|zichtbaar|begaanbaar|"
        "verlicht)",
        "(verlopen|time-?out)",
        "(oude?|verkeerde?) adres",
        "(tegenspreken|onleesbaar|onvindbaar|onbegrijpelijk|verwarrend|uitgevallen|doorgeschoten)",
        "(alles|alles weer) kwijt", "opnieuw (beginnen|invullen|aanvragen)",
    ),
    hits=("De lantaarn is al weken kapot", "De app werkt niet"),
    misses=("Mooi gemaakt hoor",),
)  # fmt: skip
NUISANCE = Rule(
    "nuisance",
    "complaint",
    N_("Dirt, noise or other nuisance in a place."),
    (
        "[a-z]*(overlast|hinder)", "(stank|stinkt|stinken|gestonken|rioollucht)",
        "(herrie|lawaai|kabaal|bouwlawaai|teringherrie|gebonk|gedreun)",
        "(troep|rotzooi|zooi|zooitje|bende|tyfuszooi|klerezooi|puinhoop|rommeltje|teringzooi|zwijnenstal|"
        "vuilnisbelt|puinzooi)",
        "(zwerfvuil|zwerfafval|hondenpoep|hondendrollen|drollen|dumpen|gedumpte?|bijgeplaatst|afvaldump*)",
        "(rat|ratten|muizen|ongedierte|kakkerlakken|wespen|wespennest|eikenprocessierups|duivenpoep)", "onkruid",
        "(graffiti|beklad|bekladde?)", "hang(jongeren|jeugd|groep*)", "(scherven|glasscherven)",
        "glas (op|in|overal)", "overal (ligt |liggen )?(glas|afval|vuil|plastic|peuken|rommel|blikjes|poep)",
        "(ligt|liggen|vol met|bezaaid) ... (glas|afval|vuil|plastic|peuken|rommel|blikjes|poep|vuilniszakken|"
        "zakken|takken)",
        "(overvolle?|bomvolle?|propvolle?|mudvolle?|stampvolle?|tjokvolle?|uitpuilende)", "(puilt|puilen|uitpuil*)",
        "(bak|bakken|container|containers|kliko|glasbak|prullenbak*|ondergrondse) ... vol",
        "vol(le)? (met )?(container|bak|glasbak|prullenbak)",
        "(smerig|vies|vieze|goor|ranzig|vervuild|verwaarloosd|verloederd|verpauperd|overwoekerd|overgroeid)e?",
        "(worden|word) ... (gek|knettergek|wakker|ziek|moe) (van|door)",
        "(niet|geen oog) ... (slapen|geslapen|dichtgedaan)", "(zo|te|meter|metershoog|kniehoog|halve meter) hoog",
        "(wordt|word|worden) ... (gedumpt|gereden|gescheurd|gedeald|geracet)", "[0-9]+ uur s nachts",
        "elke (dag|nacht|avond|ochtend|week|keer|zaterdag|zondag|weekend) ... (tot|weer|hetzelfde|wakker|file|"
        "vast|overal|herrie|geluid)",
        "(dubbel|fout|verkeerd|wild|overal) ?(geparkeerd*|parkeren)",
        "(foutparkeerders|wildplassers|wildparkeren|dealers|drugs|drugsdealers)", "autowrak*", "last van",
        "midden in de nacht",
        "dode? (vos|duif|kat|hond|eend|zwaan|rat|vogel|dier|dieren|vis|vissen|egel|boom|bomen|meeuw)",
        "(is|zijn|was|gaat|staat|ligt) (hier |er |echt |wel |nogal |veel |altijd )*te (koud|warm|hard|luid|"
        "smal|nat|donker|"
        "druk|hoog|laag|steil|glad|vies|klein|kort|vol|gevaarlijk|traag|langzaam|ingewikkeld|moeilijk)",
        "elke (nacht|avond|ochtend)",
        "(trilt|trillen|trilling*|dreunen|dreunt|bassen|geblaf|blaffen|blaffende|gegil|geschreeuw|schreeuwen|"
        "knallen|geknal)",
        "(hondentoilet|wildplassen|kriskras|smurrie|modderpoel|prut)", "(sluipverkeer|sluiproute|vrachtverkeer)",
        "(vrachtwagens|vrachtauto's|bussen|scooters|brommers|fatbikes|taxi's) ... (door|over|elke|op de stoep|"
        "in de)",
        "veel te (hard|luid|lang|smal|laat|krap|donker|traag|weinig|vol|kort|moeilijk)",
        "(lag|ligt|zat|zit|lagen|stond|staat|staan) ... vol", "(chaos|aanfluiting|wanorde|drama|puinzooi|zooi)",
        "(rook|rookoverlast|houtrook|roet|fijnstof)", "(weesfietsen|fietswrakken)",
    ),
    hits=("Het stinkt hier naar riool", "De prullenbakken puilen uit"),
    misses=("Wat een schone straat",),
)  # fmt: skip
UNSAFE = Rule(
    "unsafe",
    "complaint",
    N_("A place is dangerous, or people cannot get through."),
    (
        "[a-z]*gevaarlijke?",
        "onveilige?",
        "niet ... (langs|voorbij|doorheen)",
        "(hek|poort|putdeksel|deksel|kraan|brandkraan) ... (open|weg)",
        "(eng|bang|griezelig|unheimisch)",
        "(bijna|net niet|net) ... (gevallen|onderuit|aangereden|ongeluk|geschept|omver|omgereden)",
        "wachten op (een |het eerste )?(ongeluk|slachtoffer|dode)",
        "(ongeluk|ongelukken) (te )?(gebeur*|wachten|gebeurt)",
        "(onderuit|gevallen|uitgegleden|gestruikeld|gewond|bezeerd) (gegaan|op|over|door|aan|in)?",
        "te hard (gereden|rijden|rijdt|door|langs)", "(spiegelglad|spekglad|glibberig|ijsbaan)",
        "(racen|scheuren|scheurt|racet) ... (straat|wijk|voorbij|weg|langs)", "durf* ... niet",
        "(kan|kon|kunnen|konden|kom|komen) ... (er |de [a-z]+ )?(niet|nergens|niemand) (meer )?(in|op|door|"
        "langs|uit|oversteken|lopen|fietsen|zitten|slapen|terecht|bij|parkeren|heen|inloggen|zien)",
        "(nergens|geen plek|geen plaats) ... (parkeren|terecht|staan|zitten|voor)",
        "(straat|weg|wijk) onbereikbaar", "ziet? (je )?(niks|niets|niet aankomen|geen)",
        "(steekt|steken|stak) ... uit",
        "versperr*",
        "(ik|we|wij|mijn [a-z]+|men|bewoners|kinderen|ouderen) (kan|kon|kunnen|konden|mag|mogen) ... niet",
        "(blokkeert|blokkeren|geblokkeerd)",
        "(mensen|ik|ben|vrouw|man|kind|moeder) (al |bijna )?(gevallen|gestruikeld|uitgegleden)",
        "(gladde|glad door)", "(takken|wortels|struiken|bosjes|heg) ... (over|stoep|fietspad|gezicht|weg|zicht)",
    ),
    hits=("Die kruising is levensgevaarlijk", "Er wordt hier veel te hard gereden"),
    misses=("Wat fijn dat het nu veiliger is",),
)  # fmt: skip
TREATED_BADLY = Rule(
    "treated_badly",
    "complaint",
    N_("A mistake, a fine, a long wait or a broken promise that hit the writer."),
    (
        "(weer|kreeg|gekregen|krijg|krijgen|kregen|heb|gehad|alweer|ontvangen|mijn|deze|wederom|"
        "toch) ... (bekeuring|bekeuringen|boete|boetes|bon)",
        "(bekeuring|boete|bon) ... (gekregen|gehad|terwijl|ontvangen|voor)",
        "(naheffing|aanmaning|dwangbevel|deurwaarder)",
        "(onterecht*|ten onrechte|dubbel betaald|zoekgeraakt|zoek geraakt|kwijtgeraakt|kwijt geraakt)",
        "(verkeerde|foute|onjuiste) (datum|adres|naam|bedrag|info*|brief|link|foto|gegevens|straat)",
        "(klopt|kloppen) ... (niet|niks|niets|geen)", "(fout|fouten) (in|op|bij)",
        "(niet|zonder) (te zijn )?(geinformeerd|ingelicht|op de hoogte|aankondiging|overleg|bericht|"
        "waarschuwing|iets te (zeggen|laten))",
        "(wisten|weten|wist) (we |wij |ik )?(van )?(niks|niets)", "zonder dat (wij|we|ik|iemand|bewoners)",
        "(geweigerd|afgewezen|stopgezet|ingetrokken|geannuleerd|vervallen|genegeerd) ",
        "(allang|al lang|wel) (gewoon )?(betaald|doorgegeven|ingeleverd)",
        f"(wacht|wachten|gewacht|wachttijd|wachtrij|rij|duurt|duurde)[^.!?]* {_MANY} {_WAIT}",
        f"{_MANY} {_WAIT}( lang| aan het| voor niks)? (gewacht|wachten|in de rij|in de wacht|onderweg|bezig|"
        f"zonder|geen)",
        f"(al|nu al|inmiddels) (ruim |bijna |meer dan |zo'n |zeker )?{_MANY} (hele )?{_WAIT}",
        "al (weken|maanden|dagen|tijden|uren)",
        "(tweede|derde|vierde|vijfde|zesde|zoveelste|[0-9]+e) (keer|x|maal|melding|week|mail|brief)",
        f"{_AGAIN} (niet|geen|hetzelfde|mis|raak|dicht|kapot|te laat|een (gat|boete|bekeuring|storing))",
        f"^{_AGAIN}[.!]", "(weer|alweer|wederom) ([a-z]+ )?(dicht|afgesloten|kapot|vol|te laat|mis|verkeerd)",
        "(loket|balie|kantoor|brug) (was |is )?(gewoon |alweer |weer |gesloten|dicht)", "in de file",
        "(moet|moeten) ... (bijbetalen|bij betalen|alles opnieuw|omrijden|omlopen)",
        "(te laat|veel te lang|veel te laat) ",
        "(slechte?|waardeloze?|belabberde?|abominabele?) (bereikbaar*|service|communicatie|bereikbaarheid|"
        "onderhoud*|informatie|geregeld)",
        "(ligt|liggen|ligge) (er )?(slecht|belabberd|schandalig|erbarmelijk|triest)[^.!?]*( bij)?",
        "(schandalig|belachelijk|onacceptabel|ongelofelijk|ongelooflijk|schande|bizar|absurd) (dat|hoe) (ik|"
        "wij|we|er|jullie|je|mijn|onze|de|het|u)",
        "(jammer|zonde|vervelend) dat (ik|wij|we|onze|mijn|er|jullie|de hulp) ... (niet|geen|is|zijn)",
        "(deur|loket|balie|poort|hek|toilet) ... (dicht|op slot|gesloten)",
        "altijd (op slot|dicht|bezet|vol|kapot)", "(voor (niks|niets)|tevergeefs)",
        "(wachtlijst|wachtenden|wachtmuziek)", "(afgekeurd|afgelast) ",
        "(kreeg|kregen|krijgen|gehad|geen) ... (geen|nooit) (brief|uitnodiging|uitleg|info*|bericht)",
        "geen (brief|uitnodiging|uitleg|aankondiging|waarschuwing|inspraak|overleg|plek|parkeerplek|oplossing)",
        "betaal ... belasting", "en maar wachten",
        "[a-z0-9][.,!]+ (schandalig|belachelijk|ongelofelijk|ongelooflijk|bizar|waardeloos|triest|onacceptabel|"
        "absurd|schande|asociaal)",
        "leverde? (niks|niets) op", "(kwijt|verdwenen) (bij|door) (jullie|de gemeente)", "ophangen dan maar",
    ),
    hits=("Weer een bekeuring terwijl ik een vergunning heb", "Al drie weken geen oud papier"),
    misses=("Ik woon hier al jaren met plezier",),
)  # fmt: skip
