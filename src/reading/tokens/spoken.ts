import type { Word } from './words.ts';

/** How far behind a label an `I` or a `you` may be, in words. */
const nearLabel = 14;
const firstOrSecond: ReadonlySet<string> = new Set('i we you my our your me us'.split(' '));

/** `X: I have it.`, `X: You have it.`: whether someone speaks, without marks, in the words from `from` on, behind a label. */
export function isSpokenFrom(words: Word[], from: number): boolean {
  const { paragraph } = words[from - 1]!;
  for (let at = from; at < from + nearLabel && words[at]?.paragraph === paragraph; at++) {
    const { text, lower } = words[at]!;
    if (text.length === 1 && '"“„«'.includes(text)) return false;
    if (firstOrSecond.has(lower)) return true;
  }
  return false;
}

/** A label with an office is no longer, in words. */
const longestLabel = 16;

/** Where the colon of a label is that begins at `from`; -1 where there is none before `to`. */
export function colonOf(words: Word[], from: number, to: number): number {
  const limit = Math.min(to - 1, from + longestLabel);
  for (let at = from; at <= limit; at++) if (isColon(words[at])) return at;
  return -1;
}

/** A colon, also where the tokenizer has taken it and the bracket before it for a face. */
function isColon(word: Word | undefined): boolean {
  return word?.text === ':' || word?.text === '):';
}

/**
 * Whether a label is whole that has a name and a colon at `colon`: `X:`, `X, HEAD OF THE COUNCIL:`, `X (D-Tarn):`,
 * `X, HEAD OF THE COUNCIL (voice-over):`, `Ann X of North Tarn:`, where a surname alone is one of several.
 */
export function isLabel(words: Word[], { from, to }: { from: number; to: number }, colon: number): boolean {
  if (to === colon) return true;
  const added = words.slice(to, colon);
  const bracket = added.findIndex(({ text }) => text === '(');
  const behind = added.length - bracket;
  if (bracket === 0) return behind <= longestLabel / 2;
  const office = bracket > 0 && behind <= longestLabel / 2 ? added.slice(0, bracket) : added;
  const [mark, ...rest] = office;
  if (mark!.text === ',') return rest.length > 0 && rest.every(({ text }) => text === text.toUpperCase());
  const isPlaced = mark!.lower === 'of' && to - from > 1 && rest.length > 0 && rest.length < 4;
  return isPlaced && rest.every(word => word.isCapitalized);
}

/** Whether a name from `name` to `to` is the label of a turn in which someone speaks, of a paragraph that it begins. */
export function isSpeakingLabel(words: Word[], name: number, to: number): boolean {
  if (words[name - 1]?.paragraph === words[name]!.paragraph) return false;
  if (!/^[:,(]$|^of$/.test(words[to]!.text)) return false;
  const colon = colonOf(words, to, words.length);
  return colon >= to && isLabel(words, { from: name, to }, colon) && isSpokenFrom(words, colon + 1);
}
