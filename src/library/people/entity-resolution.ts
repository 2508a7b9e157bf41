import type { Database } from '../../database/database.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { fold } from '../text/fold.ts';
import { mergeRanges } from './blocking-keys.ts';
import { createDuplicatePeople } from './duplicate-people.ts';
import { bestMatch, type Candidate } from './merging-fit.ts';
import { nameOf } from './name.ts';
import type { Overrides } from './overrides.ts';
import type { PersonStore } from './person-store.ts';
import { rolesAgree } from './role.ts';
import { areTwoPeople, walksOf } from './walks-of-life.ts';

/** Under a surname as frequent as Smith no more people than this are looked at. */
const mostCandidates = 40;

/** How many times as often as any other bearer of the surname a person must be called by an office. */
const outweighing = 4;

/**
 * Who a person is (null: not in the library), who else in the library is shown to be the same, and whether
 * more of the article's people might tell who it is.
 */
export type Found = { person: number | null; duplicates: number[]; plausible: boolean };

/**
 * Which person of the library each person of a reading is; null for a new one. A given name, an initial
 * or a role has to agree, and a surname alone joins one person only: joining two people is worse than
 * having one twice. What was decided by hand goes before all of that.
 */
export function createEntityResolution(database: Database, store: PersonStore, overrides: Overrides) {
  const inRange = database
    .prepare(`
      select person from person_keys join people on people.key = person_keys.person
      where person_keys.key >= ? and person_keys.key < ? order by articles desc, person limit ${mostCandidates}`)
    .pluck();
  const exactly = database
    .prepare(`select person from person_keys where key = ? order by person limit ${mostCandidates}`)
    .pluck();
  const roles = database
    .prepare('select text from roles where person = ? order by day desc, article desc limit 30')
    .pluck();
  const inStory = database
    .prepare(`
      select 1 from articles join appearances on appearances.article = articles.key
      where articles.story = ? and appearances.person = ? limit 1`)
    .pluck();
  const together = database
    .prepare(`
      select 1 from (select article from appearances where person = :person order by day desc limit 200) as own
      join appearances on appearances.article = own.article
      where appearances.person in (select value from json_each(:others)) limit 1`)
    .pluck();

  const duplicatesOf = createDuplicatePeople(database, store, overrides);

  /** The people under any of these ranges of keys, each once. */
  const peopleIn = (ranges: [string, string][]): number[] => {
    const found = new Set<number>();
    for (const [from, to] of new Map(ranges.map(range => [range.join(), range])).values()) {
      const people = to === `${from}\u0001` ? exactly.all(from) : inRange.all(from, to);
      for (const person of people as number[]) found.add(person);
    }
    return [...found];
  };

  const candidatesFor = (written: string[], taken: ReadonlySet<number>): Candidate[] => {
    const [same, apart] = [overrides.sameAs(written), overrides.apartFrom(written)];
    const [name, ...more] = written.map(nameOf);
    if (!name) return [];
    const decided = [...same].map(nameOf).filter(other => other !== null);
    const names = [name, ...more.filter(other => other != null), ...decided];
    // The fullest form may have one word too many; a shorter full one is looked up as well.
    const full = name.suffix === '' ? names.filter(other => other.given.length > 0).slice(0, 4) : [];
    const people = peopleIn([name, ...decided, ...full].flatMap(mergeRanges));
    return people.flatMap(person => {
      const rows = store.namesOf(person);
      if (apart.size > 0 && rows.some(row => apart.has(fold(row.name)))) return [];
      const known = rows.map(row => nameOf(row.name)).filter(other => other !== null);
      const isDecided = same.size > 0 && rows.some(row => same.has(fold(row.name)));
      const fit = isDecided ? 'sure' : bestMatch(names, known);
      if (!fit || (taken.has(person) && fit !== 'sure')) return [];
      return [{ person, fit, full: known.some(other => other.given.some(given => given.length > 1)) }];
    });
  };

  return function personFor(read: ReadPerson, story: number, taken: ReadonlySet<number>): Found {
    const named = candidatesFor([read.name, ...read.variants], taken);
    const candidates = withoutNamesakes(read, story, named);
    const sure = candidates.filter(candidate => candidate.fit === 'sure').map(({ person }) => person);
    const person = sure.length > 1 ? oneOf(sure, read, story) : sure[0];
    if (person !== undefined)
      return { person, duplicates: duplicatesOf(person, read, candidates, taken), plausible: false };
    // Several of the same name, and nothing says which of them.
    if (sure.length > 0) return { person: null, duplicates: [], plausible: false };
    const plausible = candidates.some(candidate => candidate.fit === 'open');
    return { person: shownBy(read, story, [...taken], candidates), duplicates: [], plausible };
  };

  /** The candidates without those whose occupation rules out the one in the article; within a story they are one person. */
  function withoutNamesakes(read: ReadPerson, story: number, candidates: Candidate[]): Candidate[] {
    const walks = walksOf(read.roles.map(role => role.text));
    if (walks.size === 0) return candidates;
    return candidates.filter(
      ({ person, fit }) =>
        fit !== 'sure' ||
        overrides.isDecided(person) ||
        !areTwoPeople(walks, walksOf(roles.all(person) as string[])) ||
        inStory.get(story, person) !== undefined,
    );
  }

  /**
   * Which of several people of one full name an article means: any of them unless they are known to be two, else who
   * is in its story or has a role that it gives them, else one whose occupation is not known.
   */
  function oneOf(people: number[], read: ReadPerson, story: number): number | undefined {
    const known = people.map(person => ({ person, roles: roles.all(person) as string[] }));
    const walks = known.map(each => walksOf(each.roles));
    const areOne = walks.every(one => walks.every(other => !areTwoPeople(one, other)));
    if (areOne) return people[0];
    const inThis = people.filter(person => inStory.get(story, person) !== undefined);
    if (inThis.length === 1) return inThis[0];
    const called = known.filter(each =>
      each.roles.some(other => read.roles.some(role => rolesAgree(role.text, other))),
    );
    if (called.length === 1) return called[0]!.person;
    return people.find((_, at) => walks[at]!.size === 0);
  }

  function shownBy(
    read: ReadPerson,
    story: number,
    others: number[],
    candidates: Candidate[],
  ): number | null {
    /** How many of a person's known wordings agree with what the article calls them. */
    const roleAgreements = (person: number): number => {
      const known = roles.all(person) as string[];
      return known.filter(other => read.roles.some(role => rolesAgree(role.text, other))).length;
    };
    const companyAgrees = (person: number) =>
      inStory.get(story, person) !== undefined ||
      (others.length > 0 && together.get({ person, others: JSON.stringify(others) }) !== undefined);

    const likely = candidates.filter(candidate => candidate.fit === 'likely');
    if (likely.length === 1) return likely[0]!.person;
    const open = candidates.filter(candidate => candidate.fit !== 'faint');
    const byRole = candidates
      .map(candidate => ({ ...candidate, agreements: roleAgreements(candidate.person) }))
      .filter(candidate => candidate.agreements > 0);
    if (byRole.length > 0) return only(byRole);
    // A person of whom only the surname is known is not a second bearer of it.
    const rivals = open.some(candidate => candidate.full) ? open.filter(candidate => candidate.full) : open;
    if (rivals.length > 1) return null;
    const company = rivals.filter(candidate => companyAgrees(candidate.person));
    return company.length > 0 ? company[0]!.person : null;
  }
}

/** Of several in the same office, the one who is called so again and again while the others hardly are. */
function only(candidates: (Candidate & { agreements: number })[]): number | null {
  const full = candidates.filter(candidate => candidate.full);
  const among = (full.length > 0 ? full : candidates).toSorted((a, b) => b.agreements - a.agreements);
  const [first, second] = among;
  if (!first || !second) return first?.person ?? null;
  return first.agreements >= outweighing && first.agreements >= outweighing * second.agreements
    ? first.person
    : null;
}
