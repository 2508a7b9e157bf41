/** What a sentence may begin with before its first word: a bullet, a quote mark, a dash. */
const before = String.raw`^[\s•▪●*"“‘'«–—-]*`;

/** Words that point at something said before. */
const pointing = new RegExp(
  `${before}(he|she|it|they|him|them|his|her|hers|its|their|theirs|this|that|these|those|such|both|neither|here|there|one|ones|some|others?|another|many|most|all|each|and|but|or|nor|so|yet|then|thus|hence|however|also|too|meanwhile|moreover|furthermore|besides|nevertheless|nonetheless|still|instead|otherwise|therefore|consequently|accordingly|similarly|likewise|indeed|additionally|afterwards?|later|earlier|separately|elsewhere|overall|again|because|which|who|whose|whom|ditto|plus|yes|no|well|now|even so|even then|in addition|in turn|in response|in return|in contrast|in fact|in other words|in particular|in this|in that|in such|in both|in all|of (those|these|them|course)|among (them|those|these|others)|for (his|her|its|their) part|if (so|true|not|confirmed)|for (example|instance|this|that)|as a result|as such|as (well|expected)|as for|at the (same )?time|at that|at this|on (that|this)|in the same|on the same|by (then|that|contrast|comparison)|on the (other|contrary)|on top of|to (that|this|do so)|with (that|this|these|those)|under (this|that|these|those)|since then|until then|from there|after (that|this|which)|before (that|this|then)|despite (this|that)|according to (him|her|them|it)|the (same|other|others|former|latter|rest|remaining|two|three|four|pair|couple|duo|trio|group)|(an? )?(few |several |two |three |four )?(minutes?|hours?|days?|weeks?|months?|years?) (later|earlier|before|after))(?![\\p{L}'’-])`,
  'iu',
);

/** `The town also paid …` adds to what was said. */
const adding = /^(\S+\s+){1,5}(also|too|as well)\b/;

/** Things and people that are called so only when it has been said which or who they are. */
const known =
  'minister|official|officials|president|premier|chancellor|governor|mayor|senator|lawmaker|lawmakers|spokesman|spokeswoman|' +
  'spokesperson|leader|leaders|chief|diplomat|ambassador|envoy|general|commander|candidate|politician|judge|prosecutor|lawyer|' +
  'man|woman|men|women|boy|girl|child|victim|victims|suspect|suspects|defendant|author|actor|actress|singer|player|coach|' +
  'company|firm|agency|organization|organisation|ministry|department|panel|committee|party|team|club|band|paper|newspaper|outlet|' +
  'incident|accident|attack|attacks|shooting|blast|explosion|fire|crash|storm|disaster|crime|case|trial|lawsuit|' +
  'move|decision|announcement|statement|comment|comments|remark|remarks|report|study|survey|poll|findings|results|visit|trip|' +
  'meeting|talks|call|conversation|discussion|discussions|negotiations|summit|interview|speech|letter|request|tweet|post|video|' +
  'law|bill|measure|measures|rule|rules|order|plan|plans|proposal|deal|agreement|pact|project|program|programme|policy|move|ban|' +
  'country|city|town|region|area|site|building|house|school|hospital|event|news|issue|problem|situation|crisis|changes?|charges';

/** `The minister said`; not `The minister Ines Dahl`, nor `the decision of the court`, which say who or which. */
const definite = new RegExp(
  `${before}(?:[Tt]he|[Aa]nother) (new |latest |former |first |second |last |young |old |local |senior )?(${known})(['’]s?)?(?! (\\p{Lu}|(of|by|to|in|on|at|between|against|for|from|that|who|which|with|where|over)\\b))(?![\\p{L}-])`,
  'u',
);
const person = /(?<![\p{L}\d'’-])(he|she|him|his|her|hers|himself|herself)(?![\p{L}'’-])/iu;
const speaker = /(?<![\p{L}\d'’.-])(I|[Ww]e|[Mm]y|[Oo]urs?|me|us|[Mm]ine|[Yy]ou|[Yy]our)(?![\p{L}.-])/u;

/**
 * Whether a sentence needs the one before it: it begins with a word that points back, or says `he` before it has
 * named anybody.
 * @param told the sentence without its quotes
 * @param names where the names of people begin in the text, UTF-16 offsets from its start
 */
export function hangs(told: string, names: number[]): boolean {
  if (pointing.test(told) || adding.test(told) || definite.test(told)) return true;
  const at = person.exec(told)?.index;
  return at !== undefined && !names.some(name => name < at);
}

/** Whether somebody speaks who is not told: `we` and `you` in a sentence without its quotes. */
export function speaksItself(told: string): boolean {
  return speaker.test(told);
}

/** The text with blanks for what stands between quote marks, so that offsets stay. */
export function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”?|"[^"]*"?|«[^»]*»?/g, quoted => ' '.repeat(quoted.length));
}
