import { pushTo } from '../../system/lists-by-key.ts';
import type { Context } from '../grammar/context.ts';
import { officeWords } from '../grammar/office-words.ts';
import type { ReadPerson } from '../model/reading.ts';

/** A deputy minister is not the minister, nor is a former one. */
export const rank =
  /^(deputy|vice|assistant|associate|under|former|ex|acting|shadow|designate|elect)(-|$)|-elect$/;

/** Offices that are of a wider kind too, as the last word of a role: `the judge` may be a justice. */
const kinds: Readonly<Record<string, string>> = { justice: 'judge' };

/** The words of a role by which it is asked for. */
export function wordsOfRole(text: string): readonly string[] {
  const words = officeWords(text);
  const kind = kinds[words.at(-1) ?? ''];
  return kind === undefined ? words : [...words, kind];
}

/** The people of an article by the words of their offices, put together when the first is asked for. */
const byOffice = new WeakMap<Context, Map<string, ReadPerson[]>>();

/** Who in an article has an office with this word, lower case. */
export function bearersOf(context: Context, office: string): readonly ReadPerson[] {
  let people = byOffice.get(context);
  if (!people) {
    byOffice.set(context, (people = new Map()));
    for (const person of context.people)
      for (const word of new Set(person.roles.flatMap(role => wordsOfRole(role.text))))
        pushTo(people, word, person);
  }
  return people.get(office) ?? [];
}

/**
 * Whether someone is named before the word at `at`, and at most a given number of paragraphs before its own.
 * @param paragraphs 0 for its own only
 */
export function isNamedNear(context: Context, person: ReadPerson, at: number, paragraphs: number): boolean {
  const { paragraph, start } = context.words[at]!;
  const from = context.document.paragraphs[Math.max(0, paragraph - paragraphs)]?.start ?? 0;
  return person.mentions.some(mention => mention.start >= from && mention.start < start);
}

/** How many paragraphs back the person named last may still be meant. */
const lastNamedReach = 3;

/** Whether someone is named not far before the word at `before`, and no one else since, outside quotes. */
export function isLastNamed(context: Context, person: ReadPerson, before: number): boolean {
  if (!isNamedNear(context, person, before, lastNamedReach)) return false;
  for (let at = before - 1; at >= 0; at--) {
    const named = context.beginsAt.get(at);
    if (named && !context.quoted[at]) return named.person === person;
  }
  return false;
}
