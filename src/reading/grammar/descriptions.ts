import { pushTo } from '../../system/lists-by-key.ts';
import type { ReadPerson, Span } from '../model/reading.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { type Context, textOf } from './context.ts';
import { isVerb, type NounPhrase } from './noun-phrase.ts';
import { diplomacy, officeWords } from './office-words.ts';

/** More people than this with one office, and the office identifies no one. */
const mostBearers = 20;

/** What says only that there is something to be the head of. */
const generalModifiers: ReadonlySet<string> = new Set(
  'club team side union party council company school'.split(' '),
);

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
  // `the club captain`: of the one captain of the article the role may be given without its club.
  const needed = bearers.length === 1 ? asked.filter(word => !generalModifiers.has(word)) : asked;
  const fits = bearers.filter(person =>
    person.roles.some(role => {
      // What the words themselves make a person's role identifies no one: "In a letter to X, the minister said".
      if (role.start < words[subject.to - 1]!.end && role.end > first.start) return false;
      if (isSubjectItself(context, role)) return false;
      const has = new Set(officeWords(role.text));
      const isLower = [...has].some(word => rank.test(word) && !asked.includes(word));
      return !isLower && needed.every(word => has.has(word)) && isNear(context, person, subject, role.text);
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

/** Offices of state: every country or region has one, and another’s may be meant. */
const offices =
  'president governor senator minister premier chancellor secretary ambassador congressman congresswoman';
const ofState: ReadonlySet<string> = new Set(
  `${offices} representative king queen pope candidate`.split(' '),
);

/**
 * `The clerk, Mr X, said … “…,” the clerk said`: an office in one word, which only X has in the article, named in the same
 * paragraph or the one before; null where the article speaks of the office in any other way.
 */
export function onlyBearer(context: Context, { from, to }: NounPhrase): ReadPerson | null {
  const { words, index } = context;
  const office = words[to - 1]!;
  if (to - from !== 2 || words[from]!.lower !== 'the' || office.isCapitalized) return null;
  if (!index.offices.has(office.lower) || ofState.has(office.lower) || /[^s]s$/.test(office.lower))
    return null;
  const [bearer, ...others] = bearersOf(context, office.lower);
  if (!bearer || others.length > 0) return null;
  const near = context.document.paragraphs[Math.max(0, office.paragraph - 1)]!.start;
  const isNear = bearer.mentions.some(({ start }) => start >= near && start < office.start);
  return isNear && isOnlyBearers(context, bearer, from) ? bearer : null;
}

/** Whether the text before `to` has a word for an office only in a bearer's own roles, and bare behind `the`. */
function isOnlyBearers({ words }: Context, { roles }: ReadPerson, to: number): boolean {
  const office = words[to + 1]!.lower;
  for (let at = 0; at < to; at++) {
    const { lower, start } = words[at]!;
    if (lower !== office && lower !== `${office}s`) continue;
    const isOwn = roles.some(role => role.start <= start && role.end > start);
    const isBare =
      words[at - 1]?.lower === 'the' && !/^(of|for|in|from|at)$/.test(words[at + 1]?.lower ?? '');
    if (lower !== office || !(isOwn || isBare)) return false;
  }
  return roles.some(
    role => role.start < words[to]!.start && !rank.test(role.text.toLowerCase().split(' ')[0]!),
  );
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
