import type { Database } from '../../database/database.ts';
import { memoize } from '../../system/memoize.ts';
import { isEntityId } from '../entities/entity-id.ts';
import type { People } from '../model/contracts.ts';
import { createGoneSubjects } from '../model/gone-subjects.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf } from '../model/rows.ts';
import type { PersonSummary } from '../model/types.ts';
import { createOfficeHolders } from '../people/office-holders.ts';
import { createPeopleFinding } from '../people/people-finding.ts';
import { createQuoteRows } from '../quotes/quote-rows.ts';
import { foldedWords } from '../text/fold.ts';
import { createEntityFinding } from './entity-finding.ts';
import { createEntityRows } from './entity-rows.ts';
import { speaksFor } from './speaking-for.ts';
import type { FoundSubjects, Subject, Subjects } from './types.ts';

/** Who and what is named with an entity is counted in this many of its newest articles. */
const articlesCounted = 120;
/** So many times as many as are shown are weighed. */
const weighedPerShown = 5;
const mostFits = 10;
const mostNearest = 5;

/** Named in `articles` of the newest articles, and in `of` articles in all. */
type Companion = { id: string | number; name: string; articles: number; of: number };
type RoleRow = ArticleRow & { person: number; start: number; end: number; text: string };

/** People, organizations and places under one index of names. */
export function createSubjects(database: Database, people: Pick<People, 'get'>): Subjects {
  const findPeople = createPeopleFinding(database);
  const offices = createOfficeHolders(database);
  const rows = createRows(database);
  const entities = createEntityRows(database);
  const finding = createEntityFinding(database);
  const quotes = createQuoteRows(database);
  const gone = createGoneSubjects(database);
  const newest = `
    select entity_articles.article from entity_articles join articles on articles.key = entity_articles.article
    where entity = :entity and duplicate_of is null
    order by entity_articles.day desc, entity_articles.article desc limit ${articlesCounted}`;
  const roles = database.prepare(`
    select ${articleColumns}, roles.person, roles.start, roles.end, roles.text
    from (${newest}) as own join roles on roles.article = own.article
    join articles on articles.key = roles.article order by roles.day desc, roles.article desc, roles.start`);
  const peopleWith = database.prepare(`
    select people.key as id, people.name, people.articles as of, count(distinct appearances.article) as articles
    from (${newest}) as own join appearances on appearances.article = own.article join people on people.key = appearances.person
    group by people.key order by articles desc, people.key limit :limit`);
  const entitiesWith = database.prepare(`
    select entities.id, entities.name, entities.articles as of, count(*) as articles
    from (${newest}) as own join entity_articles as other on other.article = own.article
    join entities on entities.id = other.entity
    where entities.id <> :entity group by entities.id order by articles desc, entities.id limit :limit`);

  const found = (ids: readonly string[]): Subject[] => ids.flatMap(id => entities.get(id) ?? []);

  const personsOf = async (keys: readonly number[]): Promise<Subject[]> => {
    const persons = await Promise.all(keys.map(key => people.get(String(key))));
    return persons.flatMap(person => (person ? asSubject(person) : []));
  };

  const nearest = (words: string, persons: Subject[]): Subject[] => {
    const near = finding.nearest(words);
    const close = found(near.filter(({ far }) => far <= closeBy).map(({ id }) => id));
    const others = found(near.filter(({ far }) => far > closeBy).map(({ id }) => id));
    return [...close, ...persons, ...others].slice(0, mostNearest);
  };

  const get = async (id: string): Promise<Subject | null> => {
    if (isEntityId(id)) return entities.get(id);
    const person = await people.get(id);
    return person && asSubject(person);
  };

  return {
    async find(words): Promise<FoundSubjects> {
      const asPerson = findPeople(words);
      const persons = await personsOf(asPerson.fits);
      const { name, part, spelling } = finding.find(words);
      const called = asPerson.isExact ? persons : [];
      if (called.length + name.length > 0)
        return { fits: together(called, found(name)), how: 'name', nearest: [] };
      if (part.length > 0) return { fits: found(part), how: 'part', nearest: [] };
      const holders = await personsOf(offices.called(words));
      if (holders.length > 0) return { fits: holders, how: 'office', nearest: [] };
      const alike = together(persons, found(spelling));
      if (alike.length > 0) return { fits: alike, how: 'spelling', nearest: [] };
      return { fits: [], how: null, nearest: nearest(words, await personsOf(asPerson.nearest)) };
    },
    holdersNearby: async words => personsOf(offices.calledNearby(words)),
    get,
    nameOf: async id => (await get(id))?.name ?? gone.nameOf(id),
    async statements(id, { about: words, ...range }) {
      return quotes.ofEntity(id, foldedWords(words ?? ''), range);
    },
    async wordings(id, { about: words, ...range }) {
      return quotes.wordingsOfEntity(id, foldedWords(words ?? ''), range);
    },
    async representatives(id, limit) {
      const names = entities.namesOf(id);
      const isNaming = memoize((text: string): boolean => speaksFor(text, names));
      const naming = (roles.all({ entity: id }) as RoleRow[]).filter(({ text }) => isNaming(text));
      return [...Map.groupBy(naming, ({ person }) => person)]
        .sort(([, a], [, b]) => b.length - a.length)
        .slice(0, limit)
        .flatMap(([person, given]) => {
          const ref = rows.person(person);
          const [role] = given as [RoleRow];
          return ref === null ? [] : [{ ...ref, role: evidenceOf(role, role, role.text) }];
        });
    },
    async companions(id, limit) {
      const asked = { entity: id, limit: limit * weighedPerShown };
      return [...(peopleWith.all(asked) as Companion[]), ...(entitiesWith.all(asked) as Companion[])]
        .sort((a, b) => closeness(b) - closeness(a) || (a.name < b.name ? -1 : 1))
        .slice(0, limit)
        .map(({ id, name, articles }) => ({ id: String(id), name, articles }));
    },
    leading: async (type, limit) => entities.leading(type, limit),
  };
}

/** Not a copy, for which the role would be looked up. */
function asSubject(person: PersonSummary): Subject {
  return Object.assign(person, { type: 'person' as const });
}

/** A name this near, as a share of its letters, is offered before people whose names are only somewhat alike. */
const closeBy = 0.25;

/** People, best first, and entities, those in most articles first; together by how many articles name them. */
function together(people: Subject[], entities: Subject[]): Subject[] {
  const all = [...entities, ...people];
  const isMixed = people.length > 0 && entities.length > 0;
  return (isMixed ? all.sort((a, b) => b.articles - a.articles) : all).slice(0, mostFits);
}

/** What is in nearly every article, as a capital or a news agency, says less than what comes with this name only. */
function closeness({ articles, of }: Companion): number {
  return articles / Math.sqrt(Math.max(1, of));
}
