/** What people say to a bot without asking anything of the news. */
export const talkTopics = [
  'hello',
  'thanks',
  'bye',
  'rude',
  'bot',
  'chat',
  'help',
  'stop',
  'subscribe',
  'source',
  'sure',
  'opinion',
  'whom',
  'what',
  'language',
  'unsaid',
  'without',
] as const;
export type TalkTopic = (typeof talkTopics)[number];
/** After these there is nothing to suggest. */
export const closingTopics: ReadonlySet<TalkTopic> = new Set<TalkTopic>([
  'thanks',
  'bye',
  'stop',
  'subscribe',
  'source',
  'sure',
  'whom',
  'what',
  'language',
]);

/** How they say it in English; what is talked about is in the one group that is filled. */
export const talkPatterns: readonly [TalkTopic, RegExp][] = [
  [
    'hello',
    /^(?:hi|hello|hey|hiya|yo|sup|what(?:['’]?s| is) up|howdy|good (?:morning|afternoon|evening|day)|greetings|nice to meet you)(?: (?:there|bot|all|everyone|again|bro|man|mate|dude))?$/iu,
  ],
  [
    'thanks',
    /^(?:(?:ok(?:ay)?|great|cool|perfect|nice|many)(?:[ ,]+|$))?(?:thanks?|thank (?:you|u)|thx|tnx|ty|tysm|cheers)?(?: very much| a lot| so much| a bunch| a million)?(?: (?:bro|man|mate|dude|buddy|pal|friend|sir|guys|everyone|all|bot))?(?: (?:in advance|again|for (?:your|the|all your) (?:help|answer|time)))?$/iu,
  ],
  [
    'thanks',
    /^(?:(?:that|this)(?:['’]?s| is| was) )?(?:very |really |so |super |most |extremely )?(?:helpful|useful|interesting|kind of you|good to know)$|^(?:that|this) (?:really )?helps(?: a lot)?$|^(?:good|great|nice|excellent) (?:job|work|bot|answer)$|^well done$|^(?:you(?:['’]?re| are|r)|u r|ur) (?:so |really |very |just )?(?:great|awesome|amazing|brilliant|wonderful|fantastic|helpful|good|cool|the best|a star|a lifesaver)$|^(?:much appreciated|i appreciate (?:it|that))$|^have a (?:nice|good|great|lovely) (?:day|evening|weekend|one)$/iu,
  ],
  ['bye', /^(?:(?:good ?)?bye(?: bye)?|good ?night|see you(?: later| soon| tomorrow)?|take care|ciao)$/iu],
  [
    'rude',
    /^(?:(?:fuck|screw|piss|bugger)(?: (?:off|you|this|it))?|shut up|go to hell|wtf|(?:you(?:['’]?re| are|r)?|u(?:r| r| are)?|(?:this|the|your) (?:bot|app|thing|answer) (?:is )?|this is|that(?:['’]?s| is)|it(?:['’]?s| is)|what a|so|totally|completely|bloody) (?:an? |so |such an? |really |totally )?(?:stupid|dumb|useless|rubbish|idiot|idiotic|bad|terrible|awful|wrong|nonsense|bullshit|crap|shit|moron)(?: bot| answer)?|(?:stupid|dumb|useless|bad|rubbish|shit) (?:bot|answer)|bullshit|crap|shit|damn|idiot|(?:(?:this|the|your) (?:bot|app|thing|answer)|you|u|this|that|it) (?:really |totally )?(?:sucks?|stinks?))$/iu,
  ],
  [
    'bot',
    /^(?:(?:are|r) (?:you|u) (?:an? )?(?:ro)?(?:bot|human|person|real|ai|machine|chatgpt|alive)(?: person)?|who (?:are|made|built|created|wrote|runs|owns|programmed) (?:you|u|this(?: bot)?)|what(?:['’]s| is) your name|what are you|how (?:old )?are (?:you|u)(?: doing| today)?|how(?:['’]s| is) it going)$/iu,
  ],
  [
    'chat',
    /^(?:lol|haha(?:ha)*|wow|cool|i (?:love|like|hate) (?:you|u)|(?:tell me|do you know) (?:an? )?(?:jokes?|story)|what(?:['’]?s the)? time(?: is it)?|(?:yes|no|yeah|nope|maybe|hmm+|test|testing)|(?:what(?:['’]?s| is|ll be)|how(?:['’]?s| is)|what will) (?:the )?weather(?: be)?(?: like)?(?: (?:in|for) .{2,40}?)?(?: (?:today|tomorrow|tonight|now|this weekend))?|will it (?:rain|snow)\b.{0,60}|what(?:['’]?s| is) \d{1,9} ?[-+*x×/] ?\d{1,9})$/iu,
  ],
  [
    'help',
    /^(?:(?:(?:can|could|would|will) (?:you|u) (?:please )?)?help(?: me)?(?: out)?(?: please)?|i need (?:some )?help|i (?:don['’]?t|do not) (?:understand|get it|know (?:how|what) (?:this (?:bot )?(?:works|is|does)|it works|to (?:do|ask|use (?:this|it|you)))|understand (?:this|it|you|how (?:this|it) works))|i(?:['’]?m| am) (?:lost|confused|new here|new)|what do you mean|what (?:can|do) (?:you (?:do|know)|i (?:ask|do)(?: here)?)|what is this(?: bot)?(?: (?:for|about))?|how (?:does (?:this|it)(?: bot)?|do you) work|how (?:do|can|should) i (?:use|ask) (?:this|it|you)(?: bot| a question| something)?)$/iu,
  ],
  [
    'sure',
    /^(?:and |but )?(?:(?:is|was) (?:that|this|it) (?:really |actually )?(?:true|right|correct|so|real|fake|a fact)|really|(?:are you|r u) sure|true|sure|fact check(?: (?:this|that))?|can i trust (?:this|that|you)|how do (?:you|u) know)$/iu,
  ],
  [
    'opinion',
    /^(?:(?:and )?what (?:do|would) (?:you|u) (?:personally |yourself )?(?:think|make|reckon|feel|say)(?: (?:about|of|on|regarding) (?<about>.{1,200}))?|what(?:['’]?s| is) (?:your|ur) (?:opinion|view|take|stance|position|prediction)(?: (?:on|of|about|for) (?<on>.{1,200}))?|(?:do|don['’]?t|would) (?:you|u) (?:like|love|hate|support|trust|believe|condemn|agree|disagree|prefer|think)(?: (?:in|with|that))?(?: (?<what>.{1,200}))?|(?:whose|which|what) side (?:are|r) (?:you|u) on|(?:are|r) (?:you|u) (?:pro|anti|for|against|biased|neutral|left|right|on the side of)\b(?:[ -](?<side>.{1,80}))?|who (?:do|would) (?:you|u) (?:support|vote for|like|prefer|believe)(?: in (?<choice>.{1,80}))?|should (?!i (?:subscribe|ask))(?<should>.{3,200}))$/isu,
  ],
  ['source', /^(?:(?:the |your )?sources?|link|says who|where is (?:that|this|it) from)$/iu],
  ['stop', /^(?:stop|unsubscribe|stop (?:it|this|sending.*))$/iu],
  [
    'subscribe',
    /^(?:please )?(?:subscribe(?: me| us)?|sign (?:me|us) up|send (?:me|us) (?:the |an? |daily |weekly ){0,2}(?:news|digest|updates|headlines|summary)) (?:to|for|about|on) (?<about>.+)$/isu,
  ],
  [
    'language',
    /^(?:(?:can|could|do) (?:you|u) (?:please )?(?:translate|speak|talk|answer|write|switch|change|know|understand)(?: (?:this|it|that|everything|the news|me|back))?(?: (?:(?:in)?to|in|the))?(?: (?:language|\p{Lu}\p{Ll}{3,12}|english|ukrainian|german|russian|french|spanish|polish|italian|arabic|chinese|portuguese|turkish))(?: please)?|(?:translate|speak|answer|write|switch) (?:(?:this|it|that|everything) )?(?:(?:in)?to |in )?(?:english|ukrainian|german|russian|french|spanish|polish|italian|arabic|chinese|portuguese|turkish)|(?:change|switch|set|choose) (?:the |my |your )?language(?: (?:to|please) ?.{0,20})?|(?:which|what) languages? (?:do|can) (?:you|u) (?:speak|understand|know)|translate(?: (?:this|it|that))?)$/iu,
  ],
  [
    'unsaid',
    /^what (?:did(?:n['’]?t| not)|has(?:n['’]?t| not)|does(?:n['’]?t| not)|(?:did|has|does) (?=.{2,60} (?:not|never) )) ?(?<unsaid>.{2,80}?)(?: not| never)? (?:say|said|mention|mentioned|talk(?:ed)? about|address|addressed)(?: .{1,80})?$/iu,
  ],
  [
    'without',
    /^(?=(?:\S{1,30} ){2,8}\S{1,30}$)(?<without>.{3,100}? (?:but not|but without|except(?: for)?|excluding|minus|other than) .{2,60})$/iu,
  ],
  [
    'without',
    /^(?<without>(?:(?:all|any|latest|the|show me|give me) ){0,3}(?:news|headlines|stories|articles|quotes)(?: (?:about|on|from|of) .{2,60}?)? (?:without|not (?:about|on|by|from)|that (?:is|are)(?:n['’]?t| not) (?:about|on|by|from)) .{2,60})$/iu,
  ],
  [
    'what',
    /^(?:and |but |so )?(?:who|whom|when|where|why|how|how many|what|which(?: one)?|more|tell me more|show (?:me )?more|next|continue|go on)$/iu,
  ],
  [
    'whom',
    /^(?:who|what|where|when) (?:is|was|are|were) (?:this|that|it|these|those|they|he|she|him|her)(?: (?:guy|man|woman|person|people|one))?$|^what(?:['’]s| is) (?:this|that|it) about$/iu,
  ],
];

/** What is asked for and what is to be left out of it. */
export const leftOut =
  /^(?<rest>.{3,100}?) (?:but not|but without|except(?: for)?|excluding|minus|other than|without|not (?:about|on|by|from)|that (?:is|are)(?:n['’]?t| not) (?:about|on|by|from)) (?<words>.{2,60})$/iu;
