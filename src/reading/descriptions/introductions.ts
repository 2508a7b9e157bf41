import type { Context } from '../grammar/context.ts';

/** Where each article first speaks of someone unnamed by a word for an office or a trade, by that word. */
const introductions = new WeakMap<Context, Map<string, number>>();

/** Whether someone unnamed was called so before the word at `before`: `a delegate`, whom `the delegate` then means. */
export function isIntroduced(context: Context, office: string, before: number): boolean {
  if (!context.index.offices.has(office)) return false;
  let known = introductions.get(context);
  if (!known) introductions.set(context, (known = new Map()));
  let at = known.get(office);
  if (at === undefined) known.set(office, (at = introduction(context, office)));
  return at < before;
}

function introduction(context: Context, office: string): number {
  const { words } = context;
  const plural = `${office}s`;
  for (let at = 0; at < words.length; at++) {
    const { lower, isCapitalized } = words[at]!;
    const isPlain = lower === office;
    if ((!isPlain && lower !== plural) || isCapitalized) continue;
    if (!isPlain && context.index.offices.has(plural)) continue;
    if (isNamedBehind(context, at)) continue;
    const article = articleBefore(context, at);
    if (article < 0 ? !isPlain && !isSomebodys(context, at) : !isApposed(context, article)) return at;
  }
  return Number.POSITIVE_INFINITY;
}

/** `a spokesman, X`, `a spokesman for the bank, X`: the name follows. */
function isNamedBehind({ words, beginsAt }: Context, at: number): boolean {
  for (let next = at + 1; next < at + 7 && words[next]?.sentence === words[at]!.sentence; next++) {
    if (beginsAt.has(next)) return next === at + 1 || words[next - 1]!.text === ',';
  }
  return false;
}

function articleBefore({ words }: Context, at: number): number {
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const { lower, pos, sentence } = words[before]!;
    if (sentence !== words[at]!.sentence || /^(VERB|AUX|PUNCT)$/.test(pos)) return -1;
    if (/^(a|an|one|another)$/.test(lower)) return before;
    if (/^(the|his|her|their|its|this|that)$/.test(lower)) return -1;
  }
  return -1;
}

/** `X, a delegate` and `X is a delegate` name the one they speak of. */
function isApposed({ words, endsAt }: Context, article: number): boolean {
  const before = words[article - 1];
  if (!before) return false;
  if (/^[,(–—]$/.test(before.text))
    return endsAt.has(article - 2) || !/^(NOUN|PROPN)$/.test(words[article - 2]?.pos ?? '');
  return /^(is|was|as|be|been|become|became|remains?)$/.test(before.lower);
}

function isSomebodys({ words }: Context, at: number): boolean {
  return /^(the|his|her|their|its|former)$/.test(words[at - 1]?.lower ?? '');
}
