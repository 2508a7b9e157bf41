import { type Context, textOf } from '../grammar/context.ts';
import { isVerb, type NounPhrase } from '../grammar/noun-phrase.ts';
import { diplomacy, officeWords } from '../grammar/office-words.ts';
import type { ReadPerson, Span } from '../model/reading.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { apposedSo } from './apposed.ts';
import { bearersOf, isLastNamed, isNamedNear, rank } from './bearers.ts';
import { isIntroduced } from './introductions.ts';
import { onlyBearer } from './only-bearer.ts';
import { countryman, fromPlace, isTiedTo } from './origins.ts';

/** More people than this with one office, and the office identifies no one. */
const mostBearers = 20;

/** What says only that there is something to be the head of. */
const generalModifiers: ReadonlySet<string> = new Set(
  'club team side union party council company school'.split(' '),
);

/**
 * Whom a description means: the only person of the article who bears this office, is of this country or is called so,
 * named not far before. Only `the …` can mean someone named.
 */
export function personDescribed(context: Context, subject: NounPhrase): ReadPerson | null {
  return byOffice(context, subject) ?? countryman(context, subject) ?? apposedSo(context, subject);
}

/**
 * Whom a description that speaks means. An office alone, `the president`, may be another’s: it means its bearer only
 * where the article has no other.
 */
export function speakerDescribed(context: Context, subject: NounPhrase): ReadPerson | null {
  if (subject.to - subject.from < 2) return null;
  // `the PM` is the prime minister.
  const isWhole =
    subject.to - subject.from > 2 || officeWords(textOf(context, subject.from + 1, subject.to)).length > 1;
  return (
    (isWhole ? byOffice(context, subject) : null) ??
    onlyBearer(context, subject) ??
    countryman(context, subject) ??
    fromPlace(context, subject) ??
    apposedSo(context, subject)
  );
}

/** The same for one of whom a sentence before a pronoun speaks: an office alone is also that of its bearer named last. */
export function antecedentDescribed(context: Context, subject: NounPhrase): ReadPerson | null {
  const person = speakerDescribed(context, subject);
  if (person) return person;
  const bearer = byOffice(context, subject);
  return bearer && isLastNamed(context, bearer, subject.from) ? bearer : null;
}

/**
 * The only one with an office by all its words; a description that says less than the office is no match where the
 * office is bound to a place (`ambassador in …`), unless its bearer was named just before.
 */
function byOffice(context: Context, subject: NounPhrase): ReadPerson | null {
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
      const has = officeWords(role.text);
      const isLower = has.some(word => rank.test(word) && !asked.includes(word));
      const isMeant = (word: string) => has.includes(word) || isTiedTo(context, person, word, has);
      return !isLower && needed.every(isMeant) && isNear(context, person, subject, role.text);
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
  return isNamedNear(context, person, subject.from, /\b(in|to|at|on)\b/i.test(role) ? 1 : 6);
}
