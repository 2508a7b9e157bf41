const setOf = (words: string) => new Set(words.split('|'));

/** Openings that refer to something said before. */
const pointing = setOf(
  'he|she|it|they|him|them|his|her|hers|its|their|theirs|this|that|these|those|such|both|neither|here|there|one|ones|some|' +
    'other|others|another|many|most|all|each|and|but|or|nor|so|yet|then|thus|hence|however|also|too|meanwhile|moreover|' +
    'furthermore|besides|nevertheless|nonetheless|still|instead|otherwise|therefore|consequently|accordingly|similarly|' +
    'likewise|indeed|additionally|afterward|afterwards|later|earlier|separately|elsewhere|overall|again|because|which|who|' +
    'whose|whom|ditto|plus|yes|no|well|now|even so|even then|in addition|in turn|in response|in return|in contrast|in fact|' +
    'in other words|in particular|in this|in that|in such|in both|in all|of those|of these|of them|of course|among them|' +
    'among those|among these|among others|for his part|for her part|for its part|for their part|if so|if true|if not|' +
    'if confirmed|for example|for instance|for this|for that|as a result|as such|as well|as expected|as for|at the time|' +
    'at the same time|at that|at this|on that|on this|in the same|on the same|by then|by that|by contrast|by comparison|' +
    'on the other|on the contrary|on top of|to that|to this|to do so|with that|with this|with these|with those|under this|' +
    'under that|under these|under those|since then|until then|from there|after that|after this|after which|before that|' +
    'before this|before then|despite this|despite that|according to him|according to her|according to them|according to it|' +
    'the same|the other|the others|the former|the latter|the rest|the remaining|the two|the three|the four|the pair|' +
    'the couple|the duo|the trio|the group',
);
/** `A few days later …`. */
const timeBehind =
  /^(?:an? )?(?:few |several |two |three |four )?(?:minute|hour|day|week|month|year)s? (?:later|earlier|before|after)(?: |$)/;

/** `The town also paid …` adds to an earlier statement. */
const adding = /^(\S+\s+){1,5}(also|too|as well)\b/;

/** Nouns whose definite form presupposes an earlier mention. */
const known = setOf(
  'minister|official|officials|president|premier|chancellor|governor|mayor|senator|lawmaker|lawmakers|spokesman|spokeswoman|' +
    'spokesperson|leader|leaders|chief|diplomat|ambassador|envoy|general|commander|candidate|politician|judge|prosecutor|lawyer|' +
    'man|woman|men|women|boy|girl|child|victim|victims|suspect|suspects|defendant|author|actor|actress|singer|player|coach|' +
    'company|firm|agency|organization|organisation|ministry|department|panel|committee|party|team|club|band|paper|newspaper|outlet|' +
    'incident|accident|attack|attacks|shooting|blast|explosion|fire|crash|storm|disaster|crime|case|trial|lawsuit|' +
    'move|decision|announcement|statement|comment|comments|remark|remarks|report|study|survey|poll|findings|results|visit|trip|' +
    'meeting|talks|call|conversation|discussion|discussions|negotiations|summit|interview|speech|letter|request|tweet|post|video|' +
    'law|bill|measure|measures|rule|rules|order|plan|plans|proposal|deal|agreement|pact|project|program|programme|policy|ban|' +
    'country|city|town|region|area|site|building|house|school|hospital|event|news|issue|problem|situation|crisis|change|changes|charges',
);
const modifiers = setOf('new|latest|former|first|second|last|young|old|local|senior');
/** Words that introduce a complement which identifies such a noun. */
const telling = setOf('of|by|to|in|on|at|between|against|for|from|that|who|which|with|where|over');

/** A bullet, quote mark or dash before the first word. */
const before = /^[\s•▪●*"“‘'«–—-]*/;
/** The first words of a sentence, up to the first punctuation mark. */
const opening = /^[\p{L}'’-]+(?: [\p{L}'’-]+){0,4}/u;

/** Whether the first words refer back: `In January of that year …`. */
function points(words: string[]): boolean {
  let phrase = '';
  for (const word of words) {
    const lower = word.toLowerCase();
    const isRelative = (lower === 'that' || lower === 'those') && /\s(?:of|in|on|at|by)$/.test(phrase);
    phrase += (phrase && ' ') + lower;
    if (isRelative || pointing.has(phrase)) return true;
  }
  return timeBehind.test(phrase);
}

/** `The minister said`; not `The minister Ines Dahl` or `the decision of the court`, which are identified. */
function isDefinite([article = '', ...words]: string[]): boolean {
  if (!/^(?:[Tt]he|[Aa]nother)$/.test(article)) return false;
  const [word = '', next = ''] = modifiers.has(words[0] ?? '') ? words.slice(1) : words;
  const bare = word.replace(/['’]s?$/, '');
  return known.has(bare) && (bare !== word || !(/^\p{Lu}/u.test(next) || telling.has(next)));
}

const person = /(?<![\p{L}\d'’-])(he|she|him|his|her|hers|himself|herself)(?![\p{L}'’-])/iu;
const speaker = /(?<![\p{L}\d'’.-])(I|[Ww]e|[Mm]y|[Oo]urs?|me|us|[Mm]ine|[Yy]ou|[Yy]our)(?![\p{L}.-])/u;

/**
 * Whether a sentence cannot be understood without the one before it: it begins with a word that refers back, or
 * says `he` before it names a person.
 * @param narration the sentence with its quotes blanked
 * @param names where the names of people begin in the text, UTF-16 offsets from its start
 */
export function needsContext(narration: string, names: number[]): boolean {
  const words = opening.exec(narration.replace(before, ''))?.[0].split(' ') ?? [];
  if (points(words) || adding.test(narration) || isDefinite(words)) return true;
  const at = person.exec(narration)?.index;
  return at !== undefined && !names.some(name => name < at);
}

/** Whether the narration itself says `we` or `you`. */
export function speaksItself(narration: string): boolean {
  return speaker.test(narration);
}

/** The text with everything between quote marks replaced by spaces, so that offsets stay valid. */
export function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”?|"[^"]*"?|«[^»]*»?/g, quoted => ' '.repeat(quoted.length));
}
