/** Ways of asking in English for what someone, or anyone, said, with the groups `name` and `about`. */

const said =
  '(?:say|said|saying|tell|told|state|stated|think|thought|thinking|claim|claimed|claiming|comment|write|tweet|answer|reply|respond)';
const aboutWords = '(?: (?:about|on|of|regarding|concerning|re) (?<about>.+))?';
/** What quotes are called, and what may be in front of that. */
const quotesCalled = '(?:quotes?|quotations?|statements?|remarks?|comments?|words)';
const asking =
  '(?:(?:please |can i (?:get|have|see) |give me |show me |find(?: me)? |list |get )?(?:(?:all|any|some|the|a few|more|latest|last|newest|recent|most recent|\\d{1,3}) ){0,3})';

export const quotesPhrasings: readonly RegExp[] = [
  new RegExp(
    `^what(?: else)?(?:['’]s| is| was| has| had| have| did| does| do)? (?<name>.+?)(?: been)? ${said}${aboutWords}$`,
    'isu',
  ),
  // Where or when they spoke, `in his speech to WORDS`, is in the sentences around what they said.
  new RegExp(
    `^what(?: else)?(?: did| has| had| have| does)? (?<name>.+?) ${said} (?:in|at|during|after|before|following|when|while) (?:(?:his|her|their|its|the|an?) )?(?<about>.+)$`,
    'isu',
  ),
  new RegExp(
    `^(?:what (?:do|did|does) (?:people|politicians|they|leaders|anyone|everyone) (?:say|think)|who said what|${asking}${quotesCalled}|what (?:was|is|has been) said) (?:about|on|regarding) (?<about>.+)$`,
    'isu',
  ),
  /^(?:did|has|have|had) (?<name>.{1,80}?) (?:ever )?(?:say|said|comment(?:ed)?|spoken?|talk(?:ed)?|mention(?:ed)?|react(?:ed)?|respond(?:ed)?)(?: (?:anything|something|much|publicly)){0,2}(?: (?:about|on|of|to|regarding) (?<about>.{1,200}))?$/isu,
  // Without a preposition: `did NAME mention WORDS`.
  /^(?:did|does|has|have|had) (?<name>.{1,80}?) (?:(?:ever|also|even|really|already) )?(?:mention(?:ed)?|bring up|brought up|address(?:ed)?) (?:the |that )?(?<about>.{1,200})$/isu,
  // How often is seen from how many quotes there are.
  new RegExp(
    `^how many ${quotesCalled} (?:(?:do|have) (?:you|u) (?:have|got|know)|are there)?(?: ?(?:by|from|of) )(?<name>.{1,80}?)(?: (?:(?:do|have) (?:you|u) (?:have|got|know)|are there|exist))?$`,
    'isu',
  ),
  /^how (?:often|many times) (?:did|does|has|have|had) (?<name>.{1,80}?) (?:(?:ever|publicly) )?(?:(?:talk(?:ed)?|sp(?:eak|oken)|comment(?:ed)?) (?:about|of|on)|mention(?:ed)?) (?:the )?(?<about>.{1,200})$/isu,
  /^(?:what(?:['’]s| is)|where does) (?<name>.{1,80}?)(?:['’]s?)? (?:position|stance|view|views|opinion|reaction|response|take|stand) (?:on|about|to|towards?) (?<about>.{1,200})$/isu,
  /^what (?:do|did|has|does|had) (?<name>.{1,80}?) (?:wants?|wanted|demand(?:ed)?|call(?:ed)? for|ask(?:ed)? for|propose|proposed|promise|promised|offer|offered|plan|planned|expect|expected|hope for)$/isu,
  /^what (?:did|has|does|had) (?<name>.{1,80}?) (?:tell|told|promise|promised|ask|asked|offer|offered|demand|demanded|call|called|say to|said to) (?<about>.{1,200})$/isu,
  /^(?:how did|how has) (?<name>.{1,80}?) (?:react|respond|reacted|responded) to (?<about>.{1,200})$/isu,
  // When they last spoke is on their newest quote.
  ...[
    'did (?<name>.{1,80}?) last (?:speak|talk|say|comment)',
    'was the last time (?:that )?(?<name>.{1,80}?) (?:spoke|talked|said|commented)',
  ].map(
    last => new RegExp(`^when ${last}(?: (?:anything|something|publicly|out)){0,2}${aboutWords}$`, 'isu'),
  ),
  /^what (?:was|is|were|are) (?:the )?(?:very )?(?:last|latest|newest|most recent) (?:thing|words?|statement|comment|quote)s? (?:(?:that|which|from|by|of) )?(?<name>.{1,80}?)(?: (?:said|has said|made|told (?:us|reporters)))?(?: (?:about|on) (?<about>.{1,200}))?$/isu,
  new RegExp(`^${asking}${quotesCalled} (?:of|by|from) (?<name>.+?)(?: (?:about|on) (?<about>.+))?$`, 'isu'),
  new RegExp(
    `^${asking}(?<name>.{1,80}?)(?:['’]s?)? (?:latest |last |recent )?(?:quotes?|quotations?|statements?|remarks|comments)(?: (?:about|on|regarding) (?<about>.{1,200}))?$`,
    'isu',
  ),
];

/** `NAME on WORDS`, of a person only: places and words are asked about in many other ways that look so. */
export const personOnWords = /^(?<name>.{2,60}?) (?:on|about|regarding) (?:the )?(?<about>.{2,150})$/isu;

/** What may be such a way of asking, with a period at its end. */
export const maybeOfPeriod =
  /^(?=.{0,200}\b(?:what|did|has|have|had|quotes?|quotations?|words|statements?|remarks|comments)\b)(?<asked>.{3,300})$/isu;

/** What is asked with a period behind it, and nothing else. */
export const saidByAnyone = new RegExp(
  `^(?:what (?:was|has been|have people|did (?:people|they|politicians|everyone)) (?:said|say)|who said what|${asking}${quotesCalled})$`,
  'iu',
);
