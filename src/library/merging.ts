import type { ReadPerson } from '../reading/reading.ts';
import type { Database } from './database.ts';
import { type Name, nameOf } from './name.ts';
import { agreement } from './name-agreement.ts';
import { mergeRanges } from './person-keys.ts';
import type { PersonStore } from './person-store.ts';
import { rolesAgree } from './role.ts';

/** Under a surname as frequent as Smith no more people than this are looked at. */
const mostCandidates = 40;

/** So many times as often as anybody else of the surname somebody has to be called by an office. */
const outweighing = 4;

type Candidate = { person: number; fit: Fit; full: boolean };
/** `sure`: the names alone tell; `likely`: an initial agrees; `open`: something else must agree; `faint`: so must the role. */
type Fit = 'sure' | 'likely' | 'open' | 'faint';

/**
 * Which person of the library each person of a reading is; null for somebody new. A given name, an initial
 * or a role has to agree, and a surname alone joins one person only: joining two people is worse than
 * having one twice.
 */
export function mergingOf(database: Database, store: PersonStore) {
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
      select 1 from articles join casts on casts.article = articles.key
      where articles.story = ? and casts.person = ? limit 1`)
    .pluck();
  const together = database
    .prepare(`
      select 1 from (select article from casts where person = :person order by day desc limit 200) as own
      join casts on casts.article = own.article
      where casts.person in (select value from json_each(:others)) limit 1`)
    .pluck();

  const candidatesFor = (name: Name, names: Name[], taken: ReadonlySet<number>): Candidate[] => {
    const seen = new Set<number>();
    const found: Candidate[] = [];
    // The fullest form may have caught a word too many; a shorter full one is looked up as well.
    const full = name.suffix === '' ? names.filter(other => other.given.length > 0).slice(0, 4) : [];
    const ranges = [name, ...full].flatMap(mergeRanges);
    for (const [from, to] of new Map(ranges.map(range => [range.join(), range])).values()) {
      const people = (to === `${from}\u0001` ? exactly.all(from) : inRange.all(from, to)) as number[];
      for (const person of people) {
        if (seen.has(person)) continue;
        seen.add(person);
        const known = store
          .namesOf(person)
          .map(row => nameOf(row.name))
          .filter(other => other !== null);
        const fit = bestFit(names, known);
        if (!fit || (taken.has(person) && fit !== 'sure')) continue;
        found.push({ person, fit, full: known.some(other => other.given.some(given => given.length > 1)) });
      }
    }
    return found;
  };

  return function personFor(
    read: ReadPerson,
    story: number,
    others: number[],
    taken: ReadonlySet<number>,
  ): number | null {
    const names = [read.name, ...read.variants].map(nameOf).filter(name => name !== null);
    const name = nameOf(read.name);
    if (!name) return null;
    const candidates = candidatesFor(name, names, taken);
    const sure = candidates.filter(candidate => candidate.fit === 'sure');
    if (sure.length > 0) return sure[0]!.person;

    /** How many of the wordings known of somebody agree with what they are called here. */
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
    // Somebody of whom only the surname is known stands for no second person of that name.
    const rivals = open.some(candidate => candidate.full) ? open.filter(candidate => candidate.full) : open;
    if (rivals.length > 1) return null;
    const company = rivals.filter(candidate => companyAgrees(candidate.person));
    return company.length > 0 ? company[0]!.person : null;
  };
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

function bestFit(names: Name[], known: Name[]): Fit | null {
  let best: Fit | null = null;
  let clash = false;
  const order: (Fit | null)[] = [null, 'faint', 'open', 'likely', 'sure'];
  for (const a of names)
    for (const b of known) {
      const found = agreement(a, b);
      // Two parts of one name say nothing of whom they belong to.
      if (found === 'clash') {
        if (a.given.length > 0 && b.given.length > 0) clash = true;
        continue;
      }
      const fit = fits[found];
      if (order.indexOf(fit) > order.indexOf(best)) best = fit;
    }
  return clash && best !== 'sure' ? null : best;
}

const fits: Record<Exclude<ReturnType<typeof agreement>, 'clash'>, Fit> = {
  same: 'sure',
  near: 'likely',
  initial: 'likely',
  surname: 'open',
  'near-initial': 'faint',
  'near-surname': 'faint',
};
