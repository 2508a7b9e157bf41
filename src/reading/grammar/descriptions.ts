import { pushTo } from '../../system/lists-by-key.ts';
import type { ReadPerson, Span } from '../model/reading.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { type Context, textOf } from './context.ts';
import { isVerb, type NounPhrase } from './noun-phrase.ts';
import { diplomacy, officeWords } from './office-words.ts';

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
  const bearers = bearersOf(context, head);
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

/** The people of an article by the words of their offices, put together when the first is asked for. */
const byOffice = new WeakMap<Context, Map<string, ReadPerson[]>>();

function bearersOf(context: Context, office: string): ReadPerson[] {
  let people = byOffice.get(context);
  if (!people) {
    byOffice.set(context, (people = new Map()));
    for (const person of context.people)
      for (const word of new Set(person.roles.flatMap(role => officeWords(role.text))))
        pushTo(people, word, person);
  }
  return people.get(office) ?? [];
}

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
