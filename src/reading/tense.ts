import type { Sentence, Token } from './document.ts';

/** What the verb that goes with a stretch of a sentence says of its time. */
export type Tense = 'past' | 'present' | 'future' | 'open';

const ahead = new Set("will shall would ll ’ll 'll wo going may might could should must".split(' '));
const planned = new Set(
  'schedule due plan expect set slate intend hope want aim agree prepare arrange begin start ready prepare tentatively'.split(
    ' ',
  ),
);

/**
 * The tense of the verb nearest before an offset of the sentence; where there is none, of the first one
 * behind it. `open` where the verb does not decide (an infinitive, no verb at all).
 */
export function tenseAt(sentence: Sentence, offset: number): Tense {
  const { tokens } = sentence;
  const index = firstBehind(tokens, offset);
  if (/\b(until|till)$/.test(tokens[index - 1]?.text.toLowerCase() ?? '')) return 'future';
  const { before, first } = tensesOf(tokens);
  return before[index] ?? first ?? 'open';
}

/** The index of the first token that ends behind an offset. */
function firstBehind(tokens: Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For each token the tense of the verb nearest before it, and that of the sentence's first verb: looked for once. */
type Tenses = { before: (Tense | null)[]; first: Tense | null };
const made = new WeakMap<Token[], Tenses>();

function tensesOf(tokens: Token[]): Tenses {
  const known = made.get(tokens);
  if (known) return known;
  const tenses: Tenses = { before: [null], first: null };
  let last: Tense | null = null;
  for (let at = 0; at < tokens.length; at++) {
    last = tenseOf(tokens, at) ?? last;
    tenses.first ??= last;
    tenses.before.push(last);
  }
  made.set(tokens, tenses);
  return tenses;
}

/** The tense of the verb group that ends with a token, null if it is no verb that tells. */
function tenseOf(tokens: Token[], index: number): Tense | null {
  const token = tokens[index]!;
  const text = token.text.toLowerCase();
  if (text === 'due' || text === 'slated') return 'future';
  const isName = /^\p{Lu}/u.test(token.text) && index > 0;
  if ((token.pos !== 'VERB' && token.pos !== 'AUX') || isName) return null;
  const group = groupBefore(tokens, index);
  const words = group.map(member => member.text.toLowerCase());
  if (words.some(word => ahead.has(word))) return 'future';
  const to = words.lastIndexOf('to');
  if (to >= 0) return infinitive(tokens, index, words.slice(0, to));
  if (/^(schedule|slate)$/.test(token.lemma) && !words.some(word => /^(was|were|been|be)$/.test(word)))
    return 'future';
  if (words.some(word => /^(was|were|had|did|has|have|been)$/.test(word))) return 'past';
  if (/^(was|were|had|did)$/.test(text)) return 'past';
  const isPresentBe = words.some(word => /^(is|are|am|'s|’s|'re|’re)$/.test(word));
  if (planned.has(token.lemma) && (isPresentBe || text.endsWith('ed') || text === 'set'))
    return isPresentBe ? 'future' : 'open';
  if (text.endsWith('ing')) return isPresentBe ? 'present' : null;
  if (text !== token.lemma && !/s$/.test(text) && token.pos === 'VERB') return 'past';
  if (
    text === token.lemma &&
    /^(put|set|cut|hit|let|shut|hurt|cost|quit|read|beat|spread|split|burst|cast)$/.test(text)
  )
    return 'open';
  const before = tokens[index - 1];
  // A noun that looks like a verb.
  if (text === token.lemma && before && /^(DET|ADJ|ADP|NUM|VERB)$/.test(before.pos)) return null;
  return 'present';
}

/** `is to meet`, `plans to meet` look ahead; after a verb in the past tense it is open. */
function infinitive(tokens: Token[], index: number, before: string[]): Tense {
  if (before.some(word => /^(is|are|am)$/.test(word))) return 'future';
  for (let left = index - 1; left >= Math.max(0, index - 6); left--) {
    const token = tokens[left]!;
    if (planned.has(token.lemma) || planned.has(token.text.toLowerCase())) return 'future';
    if (token.pos === 'VERB' && token.text.toLowerCase() !== token.lemma) return 'open';
  }
  return 'open';
}

/** The auxiliaries, particles and adverbs right before a verb. */
function groupBefore(tokens: Token[], index: number): Token[] {
  const group: Token[] = [];
  for (let left = index - 1; left >= Math.max(0, index - 5); left--) {
    const token = tokens[left]!;
    const belongs =
      token.pos === 'AUX' || token.pos === 'PART' || token.pos === 'ADV' || token.text.toLowerCase() === 'to';
    if (!belongs) break;
    group.unshift(token);
  }
  return group;
}
