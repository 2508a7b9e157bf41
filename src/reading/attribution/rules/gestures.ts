import { subjectBefore } from '../../grammar/clause.ts';
import type { Context } from '../../grammar/context.ts';
import { type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';

/** `X paused.`, `X shook his head.`, `X rose like a heron.`: who makes a sign of being about to speak. */
export function gesturer(context: Context, from: number, to: number): NounPhrase | null {
  return actor(context, from, to, gestures) ?? actor(context, from, to, moods);
}

/** `X was blunter.`, at the end of the paragraph before: whether a sentence says how someone speaks. */
export function isInMood(context: Context, from: number, to: number): boolean {
  return actor(context, from, to, moods) !== null;
}

function actor(
  context: Context,
  sentence: number,
  to: number,
  verbs: ReadonlyMap<string, RegExp>,
): NounPhrase | null {
  const { words } = context;
  // `Outside, X was blunter.`
  const from = words[sentence + 1]?.text === ',' && !context.beginsAt.has(sentence) ? sentence + 2 : sentence;
  const subject = parseNounPhrase(context, from, to);
  if (subject?.kind !== 'person' && subject?.kind !== 'pronoun') return null;
  let verb = subject.whole.to;
  if (words[verb]?.text === ',') verb++;
  while (verb < to && words[verb]!.pos === 'ADV') verb++;
  if (verb >= to || subjectBefore(context, verb, from)?.from !== subject.from) return null;
  const behind = verbs.get(words[verb]!.lemma);
  const rest = words.slice(verb + 1, verb + 4).map(({ lower }) => lower);
  return behind?.test(rest.join(' ')) ? subject : null;
}

/** What people do right before they speak, with what must come behind the verb. */
const gestures: ReadonlyMap<string, RegExp> = new Map([
  ...'pause shrug sigh smile grin laugh chuckle nod wince frown hesitate blush bristle'
    .split(' ')
    .map(verb => [verb, /^(?!(?:off|through|away|out)\b)/] as const),
  ['shake', /^(?:his|her|their) head/],
  ['roll', /^(?:his|her|their) eyes/],
  ['raise', /^(?:his|her|a|an|one) (?:hand|eyebrow)/],
  ['clear', /^(?:his|her) throat/],
  ['rise', /^(?:like|slowly|again|and|\.|to (?:his|her|speak|reply|ask))/],
  ['stand', /^up\b/],
  ['lean', /^(?:in|back|forward|into|over)\b/],
  ['think', /^(?:for a|about it|hard)/],
  ['consider', /^(?:this|that|the question|it)\b/],
]);

/** What a sentence says of someone whose words follow, also in the next paragraph. */
const moods: ReadonlyMap<string, RegExp> = new Map([
  [
    'be',
    /^(?:(?:not|n't|n’t|even|far|rather|quite|equally|also|still|just as) )*(?:more (?:blunt|direct|cautious|careful|optimistic|hopeful|critical|scathing|forthright|sanguine|sceptical|skeptical)|less (?:sure|certain|kind|impressed|diplomatic|convinced|optimistic|generous|sanguine)|blunt(?:er)?|unimpressed|impressed|unmoved|unconvinced|convinced|adamant|defiant|scathing|philosophical|unrepentant|incredulous|emphatic|sceptical|skeptical|dismissive|furious|so sure|having none|in no doubt|(?:delighted|devastated|thrilled|overjoyed|disappointed|frustrated|worried|concerned|upset|proud|pleased|heartbroken|elated|ecstatic|jubilant|upbeat|in tears|clear)(?= ?(?:\.|$|with|about|that|to|at)))\b/,
  ],
  ['have', /^(?:no doubts?|other ideas|a different (?:view|memory|answer)|an answer|none of it)\b/],
  [
    'remember',
    /^(?:(?:it|things|that) (?:differently|well|otherwise)|how|what|when|the (?:day|night|moment))\b/,
  ],
  ['relive', /^(?:the|that|it|her|his)\b/],
  ['see', /^(?:it|things|that) (?:differently|otherwise)/],
  ['put', /^it (?:more|another|differently|bluntly|simply|plainly)/],
  ['beg', /^to differ/],
  ['disagree', /^\./],
  ['agree', /^\./],
  ['demur', /^\./],
]);
