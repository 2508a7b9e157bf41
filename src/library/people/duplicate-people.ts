import type { Database } from '../../database/database.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { fold, foldedWords } from '../text/fold.ts';
import { mergeRanges } from './blocking-keys.ts';
import { bestMatch, type Candidate } from './merging-fit.ts';
import { nameOf } from './name.ts';
import type { Overrides } from './overrides.ts';
import type { PersonStore } from './person-store.ts';
import { rolesAgree } from './role.ts';
import { areTwoPeople, walksOf } from './walks-of-life.ts';

/** A person in more articles than this is not merged on the evidence of one article. */
const mostArticles = 40;

/**
 * Which other people of the library are the person that an article names in full: those whose names agree with it
 * as well as with the chosen person or occur in it, and those known by surname alone whose office, of two words or
 * more, agrees while no other bearer's of that surname does. People who appear in one article together are two, and
 * so are those separated by hand, and those whose occupations no one person has.
 */
export function createDuplicatePeople(database: Database, store: PersonStore, overrides: Overrides) {
  const articlesOf = database.prepare('select articles from people where key = ?').pluck();
  const rolesOf = database
    .prepare('select text from roles where person = ? order by day desc, article desc limit 30')
    .pluck();
  const namesakes = database
    .prepare('select distinct person from person_keys where key >= ? and key < ? limit 41')
    .pluck();
  const together = database
    .prepare(`
      select 1 from (select article from appearances where person = ? limit ${mostArticles + 1}) as own
      join appearances on appearances.article = own.article where appearances.person = ? limit 1`)
    .pluck();
  const namesOf = (person: number) =>
    store
      .namesOf(person)
      .map(row => nameOf(row.name))
      .filter(name => name !== null);

  const isApart = (person: number, other: number): boolean =>
    overrides.isDecided(person) ||
    (articlesOf.get(person) as number) > mostArticles ||
    together.get(person, other) !== undefined ||
    areTwoPeople(walksOf(rolesOf.all(person) as string[]), walksOf(rolesOf.all(other) as string[]));

  const isCalledSo = (person: number, roles: string[]): boolean =>
    (rolesOf.all(person) as string[]).some(text => roles.some(role => isTelling(role, text)));

  const isNamesakeAlone = ({ person, full, fit }: Candidate, chosen: number, read: ReadPerson): boolean => {
    const [name] = namesOf(person);
    const roles = read.roles.map(role => role.text);
    if (full || fit !== 'open' || !name || !isCalledSo(person, roles)) return false;
    const others = mergeRanges({ ...name, given: [] }).flatMap(
      ([from, to]) => namesakes.all(from, to) as number[],
    );
    return others.every(other => other === person || other === chosen || !isCalledSo(other, roles));
  };

  /** Whether the article itself uses every name of a person. */
  const isWritten = (person: number, read: ReadPerson): boolean => {
    const written = new Set([read.name, ...read.variants].map(fold));
    return store.namesOf(person).every(({ name }) => written.has(fold(name)));
  };

  return function duplicatesOf(
    chosen: number,
    read: ReadPerson,
    candidates: Candidate[],
    taken: ReadonlySet<number>,
  ): number[] {
    if (!nameOf(read.name)?.given.some(given => given.length > 1)) return [];
    const others = candidates.filter(({ person }) => person !== chosen && !taken.has(person));
    return others
      .filter(candidate =>
        candidate.fit === 'sure'
          ? bestMatch(namesOf(chosen), namesOf(candidate.person)) !== null ||
            isWritten(candidate.person, read)
          : isNamesakeAlone(candidate, chosen, read),
      )
      .map(({ person }) => person)
      .filter(person => !isApart(person, chosen));
  };
}

/** Whether two wordings of two words or more are one office: `Minister` alone may be anyone's. */
function isTelling(role: string, other: string): boolean {
  return Math.min(foldedWords(role).length, foldedWords(other).length) > 1 && rolesAgree(role, other);
}
