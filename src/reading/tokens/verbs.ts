import type { Token } from '../model/document.ts';

/**
 * What a verb says of its time. `planned` looks ahead without being sure (`is expected`, `would`); `open`
 * is a verb that does not decide (an infinitive, `was planned`, no verb at all).
 */
export type Tense = 'past' | 'present' | 'planned' | 'future' | 'open';

const sure = new Set("will shall ll ’ll 'll wo".split(' '));
const unsure = new Set('may might should must would'.split(' '));
const planning = new Set(
  'schedule due plan expect set slate intend hope want aim agree prepare arrange ready tentatively poise'.split(
    ' ',
  ),
);
const sameInThePast = new Set(
  'put set cut hit let shut hurt cost quit read beat spread split burst cast'.split(' '),
);

/** The tense of the verb group that ends with a token, null if it is no verb that tells. */
export function tenseOf(tokens: Token[], index: number): Tense | null {
  const token = tokens[index]!;
  const text = token.lower;
  if (!mayTell(token, text)) return null;
  const next = tokens[index + 1]?.lower;
  const words = groupBefore(tokens, index).map(member => member.lower);
  const be = words.some(word => /^(is|are|am|'s|’s|'re|’re)$/.test(word));
  const was = words.some(word => /^(was|were|been|be|being)$/.test(word));
  if (text === 'due' || text === 'slated') return was ? 'open' : next === 'to' && !be ? null : 'planned';
  const isName = /^\p{Lu}/u.test(token.text) && index > 0;
  if (isName || !isVerb(tokens, index)) return null;
  if (words.some(word => sure.has(word))) return 'future';
  const had = words.some(word => /^(have|has|had|having)$/.test(word));
  if (words.includes('could')) return had ? 'past' : 'open';
  if (words.some(word => unsure.has(word))) return had ? 'past' : 'planned';
  const to = words.lastIndexOf('to');
  if (to >= 0) return had ? 'past' : infinitive(tokens, index, words.slice(0, to));
  if (planning.has(token.lemma) && was) return 'open';
  if (/^(schedule|slate)$/.test(token.lemma)) return 'planned';
  if (had || words.some(word => /^(was|were|did)$/.test(word))) return 'past';
  if (/^(was|were|had|did)$/.test(text)) return 'past';
  if (planning.has(token.lemma) && (be || text.endsWith('ed') || text === 'set'))
    return be ? 'planned' : 'open';
  if (text.endsWith('ing')) return be ? 'present' : null;
  if (text !== token.lemma && !/s$/.test(text) && token.pos === 'VERB') return be ? 'present' : 'past';
  if (text === token.lemma && sameInThePast.has(text)) return be ? 'present' : 'open';
  return 'present';
}

/** Whether a word may be a verb by itself: most are none, and need not be looked at with those beside them. */
function mayTell({ pos }: Token, text: string): boolean {
  if (pos === 'VERB' || pos === 'AUX' || text === 'due' || text === 'slated') return true;
  return pos === 'NOUN' && text.endsWith('s');
}

const plain = /^(i|we|you|they|who|which|that|people|police|and)$/;

/** A word in a verb's place: a plain form has a plural before it, else it is a noun that looks like a verb. */
function isVerb(tokens: Token[], index: number): boolean {
  const token = tokens[index]!;
  const text = token.lower;
  const group = groupBefore(tokens, index);
  const before = tokens[index - group.length - 1];
  if (token.pos === 'AUX') return true;
  if (token.pos === 'NOUN') return text.endsWith('s') && /^(who|which|he|she|it)$/i.test(before?.text ?? '');
  if (token.pos !== 'VERB') return false;
  const helped = group.some(member => member.pos === 'AUX' || /^to$/i.test(member.text));
  if (helped || !before) return true;
  if (text.endsWith('s') && text !== token.lemma) return !/^(DET|ADJ|ADP|NUM)$/.test(before.pos);
  if (text !== token.lemma || sameInThePast.has(text)) return true;
  const word = before.lower;
  return plain.test(word) || (/s$/.test(word) && /^(NOUN|PROPN)$/.test(before.pos));
}

/** `is to meet`, `plans to meet` look ahead; after a verb in the past tense it is open. */
function infinitive(tokens: Token[], index: number, before: string[]): Tense {
  if (before.some(word => /^(is|are|am)$/.test(word))) return 'future';
  for (let left = index - 1; left >= Math.max(0, index - 6); left--) {
    const token = tokens[left]!;
    const text = token.lower;
    if (text === 'going') return 'future';
    if (planning.has(token.lemma) || planning.has(text)) return 'planned';
    if (token.pos === 'VERB' && text !== token.lemma) return 'open';
  }
  return 'open';
}

/** The auxiliaries, particles and adverbs right before a verb. */
function groupBefore(tokens: Token[], index: number): Token[] {
  const group: Token[] = [];
  for (let left = index - 1; left >= Math.max(0, index - 5); left--) {
    const token = tokens[left]!;
    if (!inGroup(token)) break;
    group.unshift(token);
  }
  return group;
}

/** Whether a word may stand between the parts of one verb. */
export function inGroup(token: Token): boolean {
  const { pos } = token;
  return pos === 'AUX' || pos === 'PART' || pos === 'ADV' || token.lower === 'to';
}
