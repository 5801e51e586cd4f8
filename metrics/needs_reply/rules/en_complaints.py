"""What English complaints are recognised by."""

from metrics.needs_reply.rule import Rule
from metrics.words import N_

_WAIT = "(hours?|days?|weeks?|months?|minutes?|mins?|years?)"
_MANY = "([0-9]+|a|an|one|two|three|four|five|six|seven|eight|ten|several|many|few|a few|half an|whole|couple of)"
_DONE = (
    "(collected|emptied|picked|taken|fixed|repaired|solved|resolved|cleaned|swept|gritted|mowed|cut|processed|"
    "delivered|received|arrived"
    "|cleared|removed|replaced|installed|paid|answered|handled|done|finished|updated|called|replied|"
    "responded|happened|ready|sorted|come|shown|turned|heard|addressed)"
)
_ANSWER = "(answer|answers|reply|replies|response|responses|confirmation|feedback|update|word|call back|callback)"

NO_ANSWER = Rule(
    "no_answer",
    "complaint",
    N_("Asks where the answer is, or cannot reach anybody."),
    (
        f"(no|not|never|without|zero|haven't|hasn't|havent|didn't|still) ... {_ANSWER}",
        "(not|never|haven't|havent|still|nothing|didn't) ... (heard|hear) (back|anything|nothing)?",
        "heard (nothing|back from no)",
        "(no ?one|nobody|no one) ... (answers?|answered|replies|replied|responds?|responded|cares?|picks?|"
        "calls?|called|listens?|acts?|told|does|knows|came|comes|turns|bothers)",
        "(don't|doesn't|never|not|won't|dont|doesnt) (even )?(answer*|repl(y|ies|ying)|respond*|care|listen*|"
        "call back|pick up)",
        "where('s|s| is| are) (my|the|our|your) (answer|reply|response|refund|passport|letter|money|bin|bins|"
        "card|[a-z]+)",
        "(on hold|in the queue|hung up|cut off|cut me off|kept waiting|engaged|get through|getting through|"
        "got through)",
        "(sent|passed|pushed) ... (pillar|department|one desk|around|back and forth)",
        "(strung|fobbed) (along|off)",
        "(emailed|mailed|called|phoned|rung|reported|asked|written|complained|messaged|told you) (you |it |"
        "this |about it )?(already |now )?(several|many|two|three|four|five|[0-9]+|twice|multiple|"
        "so many) ?(times|x)?",
        "(twice|times|x) ... (emailed|called|reported|phoned|asked|mailed|told)",
        "(emailed|reported|called|report|mailed|complained)[^?]*(nothing|no|nobody|never|ignored|silence|without)",
        "(nothing but |complete |total |radio )silence", "(ignored|ignoring) (me|us|my|our|again)?",
        "(still|been) (waiting|wait)", "as soon as possible[^?]*(yeah|was)", "anybody (home|there)",
        "anyone (home|there)", "how (many times|much longer|long (do|must|will|does|is))",
        "(will|am) i (ever|going to) (get|hear|receive)",
    ),
    hits=("Where is my answer?", "Nobody answers the phone"),
    misses=("I got my answer today",),
)  # fmt: skip
NOT_DONE = Rule(
    "not_done",
    "complaint",
    N_("Something should have been done and was not."),
    (
        f"(not|never|no|nothing|isn't|wasn't|weren't|hasn't|haven't|aren't|didn't|hasnt|havent|wasnt|werent|"
        f"didnt|nobody) ... {_DONE}",
        "still (hasn't|haven't|not|no|there|lying|waiting|broken|full|closed|out|isn't|nothing|the same|dark|"
        "don't|doesn't|can't|here|sitting|standing|blocked|dirty)",
        "(missed|skipped|forgot|forgotten) (again|our|my|us|the|to|collection)",
        "(supposed|meant|promised|said|due|were told|was told) (to )?(be|been|have|it|this|that|"
        "you|before|by|we|there)",
        "never (came|come|shows|showed|turns|turned|got|received|arrived|happens|happened|works|any)",
        "(don't|doesn't|didn't|won't|never) ... (show up|turn up|come|do anything|work|help|get)",
        "(has|have) been (there|lying|sitting|standing|like this|closed|broken|blocked) (since|for)",
        "(finally|ever) (be )?(emptied|fixed|repaired|cleaned|done|removed|collected)",
        "when (are you|will you|is somebody|will somebody|is someone|will someone) ... (fix|do|clean|act|"
        "repair|empty|sort)",
        "(closed|marked) ... (but|without|nothing)",
        "^not (emptied|collected|fixed|picked|cleaned)",
        "(told|asked) (me|us) (to|that|it)",
        "(forgotten|forgot|overlooked|skipped|ignored)",
        "no ... (left|available|since|because|any ?more|any longer)",
        "no longer",
        "(that|this|it|which) (doesn't|does not|didn't|doesnt) (even )?(solve|help|answer|fix|change)",
        "not an? ... in sight",
        "(isn't|is not|not) an? (answer|solution)", "(goes|leads|took|sent|sends) ... wrong",
        "(emptied|collected|cleaned|fixed|done|closed|late|broken|missed|out|down|full|"
        "blocked)( today)?[.,]? again",
    ),
    hits=("The green waste still hasn't been collected", "My report was closed but nothing was done"),
    misses=("The bins were emptied on time",),
)  # fmt: skip
BROKEN = Rule(
    "broken",
    "complaint",
    N_("Something is broken, out of order or damaged."),
    (
        "(broken|damaged|smashed|vandalised|vandalized|cracked|collapsed|sinking|sunken|sunk|leaking|leaks|"
        "leak|burst|faulty|defective|ripped|rusted|snapped|wrecked|crumbling|subsiding|busted|blocked|clogged|"
        "flooded|flooding|floods|overgrown)",
        "(out of (order|action|service)|down (again|all|since|for)|not working|stopped working|(doesn't|don't|"
        "doesnt|dont|won't|wont|didn't|isn't|never|does not|do not|not) (even )?(work*|load*|open*|function*|"
        "accept*|turn*|switch*|let))",
        "(is|are|been|site|website|app|system|server|page) (currently )?(down|dead|offline|crashing|stuck|broken)",
        "(error|errors|crashes|crashed|glitch|bug|timed out|times out|freezes)",
        "(unable to|won't let me|impossible to)", "expired", "(keep|keeps|kept) [a-z]+ing", "(my|our|the) old address",
        "(^|i|we|nobody|no one|my [a-z]+|he|she|they|kids|people|residents) (can't|cant|cannot|can not|"
        "couldn't) (even )?(log|get|sign|pay|"
        "open|see|use|access|sleep|walk|cross|park|reach|book|submit|upload|find|breathe|sit|live|drive|cycle|"
        "leave|afford|do|go|make|work|read|hear|breathe|stand)",
        "(hole|holes|pothole|potholes|crack|cracks) in",
        "(full of|another|huge|massive|big|deep) (holes?|potholes?|puddles?|cracks?)", "potholes?",
        "(light|lights|lamp|street ?lights?|street ?lamps?) ... (out|off|broken|not|flickering)",
        "(knocked|blown|fallen|fell|toppled) (over|down|on|across)",
        "(something|something's|what|what's) (is )?wrong", "(dead|broken) link", "swallowed",
        "(does|do|did) no(t)? (even )?work",
        "(is|are|was|were) not (invited|accessible|readable|visible|reachable|informed|working|allowed in)",
        "(stolen|robbed|broken into|break ?ins?|scratched|smashed in|nicked)", "everything (is|was) gone",
        "(start|begin) (all )?(over|again)",
        "(cuts|drops|falls|goes) (out|off|away) (again|all the time|every|constantly|always)?",
        "(half|not|badly|only) (translated|in dutch|dutch)",
        "(unreadable|illegible|incomprehensible|confusing|contradict*)",
        "water (in|is in|coming|pouring|runs|running) ... (basement|cellar|house|garden|street|home)",
        "(no|without) (hot |running )?(water|power|heating|electricity|internet|signal)", "pitch (dark|black)",
    ),
    hits=("The street light has been broken since May", "the app doesn't work"),
    misses=("It works like a charm",),
)  # fmt: skip
NUISANCE = Rule(
    "nuisance",
    "complaint",
    N_("Dirt, noise or other nuisance in a place."),
    (
        "(nuisance|stinks?|stench|reeks?|smells?|smelly|stinking)",
        "(noise|noisy|racket|humming|banging|deafening|loud music)",
        "(mess|filthy|filth|dirty|disgusting|rubbish tip|dump|dumped|dumping|fly ?tipp(ed|ing)|litter|littered|"
        "shambles|pigsty|eyesore|squalor|grimy|grubby)",
        "(dog (mess|poo|poop|shit|dirt)|droppings|rats?|mice|vermin|cockroaches|wasps|pigeon)", "weeds",
        "(graffiti|vandals|vandalism)", "(hanging|hang) (around|out)", "broken glass",
        "(glass|rubbish|trash|garbage|waste|bags|litter|butts|cans|needles) (all over|everywhere|lying|piled|"
        "piling|on the|in the|next to)",
        "(overflow*|bursting|piling up|piled up|full (again|for|since|of (rubbish|trash|litter|glass)))",
        "(bins?|containers?|bottle bank|skip) ... (full|overflowing|stuffed)",
        "(driving|drives) (me|us) (mad|crazy|insane|nuts)", "(didn't|couldn't|can't|no|without) ... sleep",
        "every (night|day|morning|evening|weekend|single) ... (until|till|again|noise|same|stuck|long|wait)",
        "(all night|all day) (long|again)?", "until [0-9]+ ?(am|in the morning)",
        "(abandoned|dumped) (car|bike|vehicle|trolley|mattress|sofa)*", "(illegally|double|badly) park*",
        "(drug )?dealers?",
        "fireworks every",
        "in the middle of the night",
        "(a|two|three|the) dead [a-z]+",
        "(is|are|was|were|it's|gets|way|far|much) too [a-z]+",
        "every (night|evening)",
        "(scooters|mopeds|lorries|trucks|fatbikes|taxis|buses|vans) ... (every|on the pavement|through|on the|"
        "at night)",
        "(is|was|were|all|are) ... full of", "too (loud|dark|narrow|slow|late|few|noisy|steep|complicated)",
        "(chaos|circus|disaster|nightmare|joke of a|farce|disgrace)",
        "(smoke|soot|barking|vibrat*|shaking|shakes|shouting|screaming|yelling)",
        "(waist|knee|metre|meter|sky|so) (high|tall)",
    ),
    hits=("It reeks of sewage here", "bins in the park are overflowing"),
    misses=("What a clean street",),
)  # fmt: skip
UNSAFE = Rule(
    "unsafe",
    "complaint",
    N_("A place is dangerous, or people cannot get through."),
    (
        "(dangerous|unsafe|hazard|hazardous|death ?trap|not safe|isn't safe|treacherous|slippery|icy|ice rink)",
        "(nearly|almost|narrowly) (got |been |was |were |came |fell |had |get )?(hit|run|fell|killed|knocked|"
        "off|crashed|slipped|an accident|broke|tripped)",
        "accident waiting", "(somebody|someone|people|kids|child|children) ... (hurt|killed|injured|die|run over)",
        "(got|was|been|gets) (hurt|injured)",
        "(gate|manhole|hydrant) ... (open|missing|gone)",
        "(accident|accidents) (there|here|waiting|happen*|will)",
        "(too|way too|so) fast", "(speeding|racing|speeders|racers|speed limit)",
        "(scary|frightening|creepy|intimidating)",
        "(don't|do not|dont|afraid|scared|wouldn't) (dare|to walk|to go|feel safe)",
        "(can't|cannot|couldn't|unable to|can not|cant) ... (past|through|across|pass|out|in|enter|cross)",
        "nowhere to (park|sit|go|cross|turn)", "(blocking|blocks|blocked|obstruct*)", "sticking out",
        "(stuck|sat|sitting) in (traffic|a queue|the queue)", "about to (fall|collapse)",
        "(branches|roots|bushes|hedge|brambles|nettles) ... (over|across|blocking|hanging|path|pavement|face|"
        "view)",
        "(slipped|tripped|fallen) (on|over|there|here|because)",
    ),
    hits=("That crossing is dangerous", "People drive way too fast here"),
    misses=("It feels much safer now",),
)  # fmt: skip
TREATED_BADLY = Rule(
    "treated_badly",
    "complaint",
    N_("A mistake, a fine, a long wait or a broken promise that hit the writer."),
    (
        "(got|get|given|received|gave) ... (fine|fined|penalty|ticket|reminder|bill|parking charge)",
        "(fined|overcharged|double charged|charged twice|bailiff*|wrongly|incorrectly|unfairly|lost (my|our|"
        "the|his|her) [a-z]+)",
        "(wrong|incorrect) (date|address|name|amount|info*|link|letter|photo|street|person|time|number)",
        "(that's|thats|is|are|makes) ... (wrong|incorrect|no sense)",
        "(without|no) (any )?(notice|warning|telling|explanation|consultation|consulting|informing|prior)",
        "(nobody|no one|you never|never) (told|informed|warned|asked|consulted)", "(knew|know|known) nothing",
        "(refused|rejected|denied|cancelled|canceled|ignored|withdrawn|scrapped) (my|our|it|us|me|again|"
        "without|for no)",
        "(already|ages ago|long ago) ... paid|paid ... (already|ages ago|long ago|twice)",
        f"(wait|waiting|waited|queue|queuing|hold|queued)[^.!?]* {_MANY} {_WAIT}",
        f"{_MANY} [ -]?{_WAIT}('s)? (of )?(and|waiting|wait|queue|without|on the phone|on hold|late|now|"
        f"in the queue|to get|later)",
        f"for (over |more than |about |almost |nearly )?{_MANY} {_WAIT} (now|already|and)",
        "for (weeks|months|days|ages|hours)", "for years (now|already|on end)",
        "(second|third|fourth|fifth|sixth|umpteenth|[0-9]+(nd|rd|th)) (time|week|month|day|report|email|"
        "letter) (this|i|we|in|now|running|that|already|a row|about)?",
        "(again|yet again|once again) (and|even though|no|not|the same|nothing|closed|nobody)",
        "(shut|closed|late|cancelled|blocked|broken|out|down|missed|full|wrong) (yet )?again",
        "(desk|office|counter|line) (was )?(closed|shut)", "do ... all over again", "waiting time* (is|are|of)",
        "another (hole|fine|pothole|delay|excuse|broken|closure|day without|week without)",
        "(ridiculous|unacceptable|disgraceful|shameful|outrageous|absurd|unbelievable|appalling|disgusted|"
        "shocking|disgrace) (that|how|state|service|way|you|the way)",
        "(poor|terrible|awful|appalling|dreadful|horrible|shocking|useless|rubbish|worst) (service|"
        "communication|maintenance|condition|state|information|customer|organisation|response|experience|"
        "planning)",
        "(i|we) (am|are|'m|'re)? ?(fed up|sick of|sick and tired|disappointed (with|in|that|by)|losing patience)",
        "meanwhile", "(waiting list|in line)",
        "no (letter|notice|space|invitation|explanation|ramp|sign|signs|info|solution|consultation|room)",
        "(robbery|rip ?-?off|daylight robbery|scam of a)", "(not what i|what do i|i) pay (my )?(taxes|tax)",
        "[a-z0-9][.,!]+ (unbelievable|ridiculous|disgraceful|unacceptable|shameful|pathetic|outrageous|"
        "appalling|disgusting)",
        "nothing (ever )?(happens|happened|changes|changed|was done|is done|gets done)",
        "gone in (a |two |five |ten |[0-9]+ )?(minutes?|weeks?|days?|hours?)", "for nothing",
        "(door|desk|gate|toilet|office) ... (locked|closed|shut)",
        "(always|never) (open|locked|full|busy|available|clean)",
    ),
    hits=("Got a fine even though I have a permit", "Ridiculous that the bridge is closed again"),
    misses=("I have lived here for years and love it",),
)  # fmt: skip
