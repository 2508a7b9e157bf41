import type { ReadPerson } from './reading.ts';
import { diplomacy, officeWords } from './roles-words.ts';
import { type Context, textOf } from './speakers-context.ts';
import type { Subject } from './speakers-phrase.ts';

/** More people than this with one office, and the office tells nobody. */
const mostBearers = 20;

/** A deputy minister is not the minister, nor is a former one. */
const rank = /^(deputy|vice|assistant|associate|under|former|ex|acting|shadow|designate|elect)(-|$)|-elect$/;

/**
 * Whom a description means: the only person of the article who bears this office, named not far before.
 * Only `the …` can mean somebody named; a description that says less than the office is no match where the
 * office is bound to a place (`ambassador in …`), unless its bearer was named just before.
 */
export function personDescribed(context: Context, subject: Subject): ReadPerson | null {
  const { words, index } = context;
  const first = words[subject.from]!;
  if (first.lower !== 'the' || subject.to - subject.from < 2) return null;
  const asked = officeWords(textOf(context, subject.from + 1, subject.to));
  const head = asked.find(word => word === diplomacy || index.offices.has(word));
  if (!head || asked.length === 0 || (/s$/.test(head) && !/ss$/.test(head))) return null;
  const bearers = context.byOffice.get(head) ?? [];
  if (bearers.length > mostBearers) return null;
  const fits = bearers.filter(person =>
    person.roles.some(role => {
      // What the words themselves make somebody's role tells of nobody: "In a letter to X, the minister said".
      if (role.start < words[subject.to - 1]!.end && role.end > first.start) return false;
      const has = new Set(officeWords(role.text));
      const isLower = [...has].some(word => rank.test(word) && !asked.includes(word));
      return !isLower && asked.every(word => has.has(word)) && isNear(context, person, subject, role.text);
    }),
  );
  return fits.length === 1 ? fits[0]! : null;
}

function isNear(context: Context, person: ReadPerson, subject: Subject, role: string): boolean {
  const { paragraph, start } = context.words[subject.from]!;
  const reach = /\b(in|to|at|on)\b/i.test(role) ? 1 : 6;
  const paragraphs = context.document.paragraphs;
  const from = paragraphs[Math.max(0, paragraph - reach)]?.start ?? 0;
  return person.mentions.some(mention => mention.start >= from && mention.start < start);
}
