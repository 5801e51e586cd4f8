"""What English messages are recognised by; complaints have a module of their own."""

from metrics.needs_reply.rule import Rule, RuleSet
from metrics.needs_reply.rules.en_complaints import BROKEN, NO_ANSWER, NOT_DONE, NUISANCE, TREATED_BADLY, UNSAFE
from metrics.needs_reply.rules.general import FRIEND, MENTION, QUESTION_MARK, SPAM
from metrics.words import N_

_SUBJECT = (
    "(i|you|u|we|they|he|she|it|there|this|that|these|those|the|a|an|any|anyone|anybody|someone|somebody|my|"
    "our|your|all|one|people|residents|kids|children|dogs)"
)
_DONE = (
    "(collected|emptied|picked|fixed|repaired|solved|resolved|cleaned|swept|gritted|mowed|cut|processed|"
    "delivered|received|arrived"
    "|cleared|removed|replaced|installed|paid|answered|handled|done|finished|updated|called|replied|"
    "responded|happened|ready|sorted|come|shown|turned|heard|addressed)"
)
_ANSWER = "(answer|answers|reply|replies|response|responses|confirmation|feedback|update|word|call back|callback)"

FRIENDS = Rule(
    "friends",
    "tag",
    N_("A question to a friend or another reader."),
    (
        "(are|r) (you|u) (coming|in|up for|joining|free|there|going (too|there|as well|on|with|this))[^.!?]*[?]?",
        "^(shall|should) we[^.!?]*[?]?",
        "(want|wanna|fancy) (to )?(go|come|join)[^.!?]*[?]?",
        "(did|do|have) (you|u) (get|got|remember|hear|see|seen|heard|been) [^.!?]*(tickets|answer|back|"
        "remember|yet|there)[^.!?]*[?]",
        "(one|this|something|perfect|nice) for (us|you|me)[^.!?]*[?]?",
        "(is|isn't|isnt) (that|this) (your|you|where you|not you)[^.!?]*[?]?", "do you remember[^.!?]*[?]?",
    ),
    hits=("Are you coming?", "[handle] shall we?"),
    misses=("Can you call me?",),
)  # fmt: skip
RHETORICAL = Rule(
    "rhetorical",
    "opinion",
    N_("A question or an order that expects nothing: an outcry or a saying."),
    (
        "who (comes up|came up|thinks|thought|believes|invents|wants)[^.!?]*[?]?",
        "how (stupid|dumb|nice|lovely|beautiful|cool|great|sad|typical|ironic|convenient|cute|"
        "pathetic)[^.!?]*[?]?",
        "are you (kidding|serious|joking|mad|for real|having)[^.!?]*[?]?",
        "(seriously|really|right|remember|why not|who knows|who cares|so what|what else is new|or what|eh|no|"
        "haha|what)[?]",
        "where (there's|theres|there is) a will[^.!?]*", "don't make me laugh",
        "(isn't|isnt|aren't|wasn't) (it|that|this|they) (a |just |so )?(beauty|lovely|beautiful|great|nice|fun|"
        "wonderful|funny|amazing)[^.!?]*[?]?",
        "(give|cut) (them|him|her) (a break|some slack)", "get (a life|over it|a grip)",
        "(is it) (the )?(1st of april|april)[^.!?]*[?]?",
        "^no idea (where|what|who|how|if)",
        "can't (wait|make it|please|agree more|help but|imagine|say|remember|stop|think)",
        "can't (go wrong|complain|blame|argue|believe (how|it's|its))", "(what|how) (a|an) ",
        "stop (whining|moaning|complaining)", "you're welcome",
        "(just |then )(sort|take|go|vote|use|walk|buy|call|ask)[^.!?]*", "come and look at",
        "will (never|ever) (learn|change)[^.!?]*[?]?", "please god",
    ),
    hits=("Who comes up with this stuff?", "Are you kidding me?"),
    misses=("Who is responsible for the ditch?",),
)  # fmt: skip
NO_COMPLAINT = Rule(
    "no_complaint",
    "opinion",
    N_("Says that a nuisance is gone, or is none."),
    (
        "(hole|holes|pothole|potholes|lamp|light|lights|report|problem|leak|tree)[^.!?]*(filled|fixed|repaired|"
        "solved|sorted|replaced|removed)",
        "(not|isn't|never) (that |so )?(bad|dirty|dangerous|hard)",
        "no (complaints|problem|problems|worries|trouble)", "(no|without) (more )?(litter|rubbish|noise|mess)",
    ),
    hits=("The hole has been filled",),
    misses=("There is a hole in the road",),
)  # fmt: skip
DEMAND = Rule(
    "demand",
    "request",
    N_("Asks the organisation to do something."),
    (
        "(please|pls|plz|kindly|pleas|plse|pleeease)",
        "^(send|call|fix|remove|clean|empty|repair|put|place|stop|sort|do|get|give|move|replace|cut|grit|turn|"
        "take|clear|let|tell|help|answer|reply|respond|contact|check|install|change|make|bring|come|look|"
        "enforce|close|open|delete|correct|update|pick|reply|add) (me|us|my|our|it|that|this|those|these|the|"
        "them|something|some|your|up|a|an|in|out|off|down|to|people who)",
        "(would|i'd|we'd|i would|we would|id) (really )?(like|love|appreciate|be grateful|prefer|want) (to|a|"
        "it|if|an|some|for|more|your)",
        "(could|can|would|will) (you|u|someone|somebody|anyone|anybody|the council|the city|the|we|i|they|"
        "there|u guys|you guys) (please |also |maybe |perhaps |just |all |at least )*[a-z]+",
        "would you mind",
        "would it be possible",
        "(nice|good|great|helpful) if (someone|somebody|you|the council|anyone|they|there)",
        "please advise",
        "(i|we) (want|need|wish|have) to (report|cancel|object|complain|speak|talk|change|make|file|know|"
        "register|apply|book|reschedule|appeal)",
        "(need|needs|requesting|request|seeking|require) (some |your |urgent )?(help|assistance|information|"
        "info|a|an|access|more|to speak)",
        "(i|we) request", "^(help|sos)( me| us)?[!.]", "looking (for|forward)",
        "how about (putting|making|a|some|you)", "(get|got|be) in touch",
        "(get back|call me|email me|mail me|phone me|dm me|message me|contact me|ring me)",
        "(asap|as soon as possible|urgently)", "let (me|us) know",
        "(action|response|reply|attention) (needed|required|wanted|now)",
        "time (you|the council|somebody|someone) ", "will you$", "grateful (for|if)",
        "appreciate (it if|a|an|some|your)",
    ),
    hits=("Please call me back", "Could you cut the hedge"),
    misses=("Very pleased with it",),
)  # fmt: skip
QUESTION_WORD = Rule(
    "question_word",
    "question",
    N_("A clause begins with a question word."),
    (
        "^((until|from|since|on|for|by|at|in|with|of|to|up to|under) )?(when|where|which|whose|whom|wen|"
        "whn) (is|are|do|does|did|can|could|will|would|should|was|were|have|has|am|exactly|on|to|i|we|"
        "[a-z]+ (is|are|do|does|will|can|should|i|we))",
        "^((until|from|since|on|for|by|at|in|with|of|to|up to|for) )?what (is|are|do|does|did|can|could|will|"
        "would|should|was|were|have|has|am|time|date|day|about|if|happens|happened|kind|documents|steps|"
        "exactly|to|papers|number|address|costs?|changes)",
        "^what('s|s) ", "^when('s|s) ", "^where('s|s) ",
        "^why (is|are|do|does|did|can|can't|could|will|would|should|was|were|have|has|am|isn't|aren't|don't|"
        "doesn't|not|on|the|only|no|still|so|hasn't|haven't)",
        "^who (is|are|do|does|did|can|could|will|would|should|was|has|have|to|empties|pays|decides|[a-z]+s )",
        "^who('s|s) ",
        "^((for|in|by) )?how (do|does|did|is|are|can|could|will|would|should|was|many|much|long|often|far|big|"
        "high|late|soon|old|to|come|else|about|am|i|we)",
        "(when|where|why|how|what time|how much|how long|which one|for whom)[?]",
        "(know|tell|explain|wonder|wondering|ask|understand|unclear|curious|sure|idea) (me |us |about )?(if|"
        "whether|when|where|why|how|what|who|which)",
    ),
    hits=("how do I get a permit", "Nice, but what does it cost"),
    misses=("What nonsense", "How lovely"),
)  # fmt: skip
VERB_FIRST = Rule(
    "verb_first",
    "question",
    N_("A clause begins with the verb, as questions do: can I, is there, do you."),
    (
        f"^(can|could|may|is|are|do|does|did|will|would|should|has|have|was|were|am|must|isn't|aren't|don't|"
        f"doesn't|didn't|can't|won't|shouldn't|wasn't|hasn't|haven't|cant|isnt|r) {_SUBJECT} ",
        "(is|are) there (any|a|an|still|also|another|going|going to|parking|more|plans|anyone|"
        "somewhere)[^.!]*[?]?",
        "(is|are|do|does|can|will|has|have|did|should|would) [^.!,?]*[?]",
        "(any|an) (update|updates|news|idea|chance|info|information|word|progress) (on|about|when|if|whether|"
        "yet|for)",
        "^(anyone|anybody|someone|somebody) (know|knows|have|got|else|can|able)",
        "(does|do) (anyone|anybody|someone|somebody|you|u) (know|have|take|accept|offer)",
        "is it (true|possible|allowed|ok|okay|correct|me or|necessary)",
        "am i (right|allowed|correct|eligible|supposed)", "^(and )?if (i|you|we|my) [^.!?]*[?]",
        "^any [a-z]+ (left|available|for|on|in|near)",
    ),
    hits=("Can I pay by card there", "is the pool open on Monday"),
    misses=("That is a lovely idea", "You can do it"),
)  # fmt: skip
INDIRECT = Rule(
    "indirect",
    "question",
    N_("Says that there is a question, or asks in a roundabout way."),
    (
        "(a|quick|my|one|another|the|small|other|different) question", "questions? (about|for|on|regarding)",
        "(was|am|i'm|im|been|just) wondering", "^wondering (if|when|whether|how|what|where|why)",
        "(like|want|need|love) to (know|find out|understand|hear)",
        "(don't|dont|do not|can't|cannot|couldn't|didn't|unable to) (quite |really )?(understand|find|figure|"
        "see how|see where|get what)",
        "(can't|cannot|couldn't|cant) ... find", "(not|isn't|it's) (sure|clear) (if|whether|how|what|where|when)",
        "one more thing", "(trying|tried) to (find|apply|register|reach|contact|book|get)",
        "(can|could) (you|u|someone|somebody|anyone) (tell|explain|confirm|clarify|advise|let)", "what should i",
        "confused (about|by)", "more (information|info|details) (about|on)",
    ),
    hits=("I was wondering whether this applies to tenants", "Quick question about the barbecue"),
    misses=("curious to see how it turns out",),
)  # fmt: skip
THANKS = Rule(
    "thanks",
    "thanks",
    N_("Thanks or praises."),
    (
        "(thank|thanks|thx|thnx|ty|tysm|cheers|kudos|bravo|grateful|thankyou|tnx)", "thank ?(you|u)", "compliment*",
        "hats off", "(well|nicely|neatly|quickly) (done|solved|sorted|fixed)",
        "(great|good|excellent|amazing|fantastic|brilliant|top|super|nice|awesome|wonderful|lovely|fine|quick|"
        "friendly|perfect) (job|work|service|team|help|news|staff|response|people|effort|lads|guys)",
        "(so |very |really |super |extremely )?(happy|pleased|glad|impressed|delighted) (with|that|you|about|"
        "to see)",
        "appreciated?", "(very|really|so|super) (helpful|friendly|kind|quick|fast)", "impressive",
        "(credit|shout ?out|props) (to|where)",
        "(fixed|solved|sorted|repaired|filled) (already|so quickly|within|today|the same day|in no time)?",
        "it worked", "that's all i needed", "love the new", "(🙏|❤|🧡|👏)+ *$",
    ),
    hits=("Brilliant, thanks",),
    misses=("Good plan",),
)  # fmt: skip
EN = RuleSet(
    "en",
    openers=(
        "hello", "hi", "hey", "dear", "good (morning|afternoon|evening|day)", "council", "all", "everyone", "team",
        "there", "guys", "waterstad", "sir", "madam", "and", "but", "so", "or", "then", "also", "ok", "okay", "yes",
        "no", "nice", "great", "sorry", "well", "oi", "um", "lol", "now", "just", "still", "even", "quick question",
        "question", "please", "thanks", "thank you", "anyway", "btw", "off topic",
        "not sure if this is the right place", "@", "ps", "seriously", "honestly", "because", "if not", "if so",
        "wow", "great news", "looks great",
    ),
    words=(
        "the", "a", "and", "to", "it", "you", "that", "for", "this", "are", "i", "be", "at", "have", "has", "not",
        "my", "our", "your", "from", "does", "can", "what", "where", "who", "why", "how", "there", "will", "would",
        "could", "been", "they", "thank", "thanks", "please", "still", "no", "when", "do", "i'm", "i've", "it's",
        "don't", "can't", "doesn't", "with", "by", "an", "get", "any", "but", "all", "on", "need", "street", "road",
        "council", "nice", "great", "good", "your", "us", "me", "just", "about", "u",
    ),
    set_aside=(
        FRIENDS, RHETORICAL, NO_COMPLAINT,
    ),
    rules=(
        SPAM, NO_ANSWER, DEMAND, QUESTION_WORD, VERB_FIRST, INDIRECT, NOT_DONE, BROKEN, NUISANCE, UNSAFE,
        TREATED_BADLY, FRIEND, QUESTION_MARK, FRIENDS, THANKS, MENTION,
    ),
)  # fmt: skip
"""Everything for English."""
