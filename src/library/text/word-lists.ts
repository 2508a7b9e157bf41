import { readFileSync } from 'node:fs';
import { type NameLists, nicknameGroups } from '../../names/name.ts';
import { listLines } from '../../system/list-lines.ts';

/** The lists of `data/knowledge/` by which names and stories are compared. Each is read when it is first needed. */

/** Words of everyday English: none of them distinguishes events as a name does. */
const everydayWords = once(() => new Set(linesOf('common-words.txt')));

/** Words that are in news of any kind. */
const frequentWords = once(() => new Set(linesOf('frequent-words.txt').flatMap(line => line.split(/\s+/))));

/** Whether a folded word is one of everyday English, which says less about an event than a name. */
export function isEveryday(word: string): boolean {
  return everydayWords().has(word);
}

/** Whether a folded word is as frequent in news of any kind, so that it says nothing about an event. */
export function isFrequent(word: string): boolean {
  return frequentWords().has(word);
}

const adjectivesByCountry = once(
  () =>
    new Map(
      linesOf('country-adjectives.txt').map(line => {
        const [country = '', ...adjectives] = line.split(', ');
        return [country, adjectives] as const;
      }),
    ),
);

/** The words for what is of a country, in lower case: `polish` for `Poland`; none for what is none. */
export function adjectivesOf(country: string): readonly string[] {
  return adjectivesByCountry().get(country.toLowerCase()) ?? [];
}

/** The lists by which names are parsed and compared. */
export const nameLists: () => NameLists = once(() => ({
  familyFirst: new Set(linesOf('family-first.txt')),
  nicknames: nicknameGroups(linesOf('nicknames.txt')),
  // Only a name that may be written surname first is looked up in these.
  get female() {
    return female();
  },
  get male() {
    return male();
  },
  get surnames() {
    return surnames();
  },
}));

const female = once(() => new Set(linesOf('given-names-female.txt')));
const male = once(() => new Set(linesOf('given-names-male.txt')));
const surnames = once(() => new Set(linesOf('surnames.txt')));

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function linesOf(name: string): string[] {
  return listLines(readFileSync(new URL(`../../../data/knowledge/${name}`, import.meta.url), 'utf8'));
}
