import type { ReadPerson, Span } from '../model/reading.ts';
import { diplomacy, officeWords } from '../people/roles-words.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { type Context, textOf } from './context.ts';
import { isVerb, type NounPhrase } from './noun-phrase.ts';

/** More people than this with one office, and the office identifies no one. */
const mostBearers = 20;

/** A deputy minister is not the minister, nor is a former one. */
const rank = /^(deputy|vice|assistant|associate|under|former|ex|acting|shadow|designate|elect)(-|$)|-elect$/;

/**
 * Whom a description means: the only person of the article who bears this office, named not far before.
 * Only `the …` can mean someone named; a description that says less than the office is no match where the
 * office is bound to a place (`ambassador in …`), unless its bearer was named just before.
 */
export function personDescribed(context: Context, subject: NounPhrase): ReadPerson | null {
  const { words, index } = context;
  const first = words[subject.from]!;
  if (first.lower !== 'the' || subject.to - subject.from < 2) return null;
  const asked = officeWords(textOf(context, subject.from + 1, subject.to));
  const head = asked.find(word => word === diplomacy || index.offices.has(word));
  if (words.slice(subject.from, subject.to).some(word => isIntroduced(context, word.lower, subject.from)))
    return null;
  if (!head || asked.length === 0 || (/s$/.test(head) && !/ss$/.test(head))) return null;
  const bearers = context.byOffice.get(head) ?? [];
  if (bearers.length > mostBearers) return null;
  const fits = bearers.filter(person =>
    person.roles.some(role => {
      // What the words themselves make a person's role identifies no one: "In a letter to X, the minister said".
      if (role.start < words[subject.to - 1]!.end && role.end > first.start) return false;
      if (isSubjectItself(context, role)) return false;
      const has = new Set(officeWords(role.text));
      const isLower = [...has].some(word => rank.test(word) && !asked.includes(word));
      return !isLower && asked.every(word => has.has(word)) && isNear(context, person, subject, role.text);
    }),
  );
  return fits.length === 1 ? fits[0]! : null;
}

/** `To beat X, the former president has …`: what goes on with a verb behind a comma is no apposition. */
function isSubjectItself(context: Context, role: Span): boolean {
  const { words } = context;
  const from = wordIndexAt(words, role.start);
  const before = words[from - 1]?.lower === 'the' ? from - 2 : from - 1;
  const behind = wordIndexAt(words, role.end);
  return words[before]?.text === ',' && behind < words.length && isVerb(context, behind);
}

function isNear(context: Context, person: ReadPerson, subject: NounPhrase, role: string): boolean {
  const { paragraph, start } = context.words[subject.from]!;
  const reach = /\b(in|to|at|on)\b/i.test(role) ? 1 : 6;
  const paragraphs = context.document.paragraphs;
  const from = paragraphs[Math.max(0, paragraph - reach)]?.start ?? 0;
  return person.mentions.some(mention => mention.start >= from && mention.start < start);
}

/** Where the article first speaks of someone unnamed by a word for an office or a trade, found once. */
const introductions = new WeakMap<Context, Map<string, number>>();

/** Whether someone unnamed was called so before the word at `before`: `a delegate`, whom `the delegate` then means. */
export function isIntroduced(context: Context, office: string, before: number): boolean {
  let found = introductions.get(context);
  if (!found) introductions.set(context, (found = introduced(context)));
  return (found.get(office) ?? before) < before;
}

function introduced(context: Context): Map<string, number> {
  const { words, index } = context;
  const found = new Map<string, number>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word.isCapitalized) continue;
    const isPlain = index.offices.has(word.lower);
    if (!isPlain && !word.lower.endsWith('s')) continue;
    const office = isPlain ? word.lower : word.lower.slice(0, -1);
    if (!index.offices.has(office) || found.has(office) || isNamedBehind(context, at)) continue;
    const article = articleBefore(context, at);
    if (article < 0 ? !isPlain && !isSomebodys(context, at) : !isApposed(context, article))
      found.set(office, at);
  }
  return found;
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
