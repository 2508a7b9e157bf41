import { createHash } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import type { ReadEvent, Reading } from '../../reading/model/reading.ts';
import type { Refusal } from '../../system/refusal.ts';
import { entitiesIn, mentionedIn } from '../entities/entities-in.ts';
import { createEntityStore } from '../entities/entity-store.ts';
import type { AddOptions, AddOutcome, ReplaceOptions } from '../model/contracts.ts';
import { createRows } from '../model/rows.ts';
import { createWithdrawalStore } from '../model/withdrawals.ts';
import { createAppearances } from '../people/appearances.ts';
import type { KnownNames } from '../people/person-store.ts';
import { createQuoteStore } from '../quotes/quote-store.ts';
import { indexed } from '../search/search-words.ts';
import { createTextIndex } from '../search/text-index.ts';
import { createClustering } from '../stories/clustering.ts';
import { createStoryKeeping } from '../stories/story-keeping.ts';
import { oneLine } from '../text/fold.ts';
import { sentencesOf } from '../text/sentences.ts';
import { createEvents } from '../timeline/events.ts';
import { createTopicStore } from '../topics/topic-store.ts';
import { createDuplicateIndex, sketchOf } from './duplicates.ts';
import { problemOf } from './validate-reading.ts';

/** `place`: the key it is stored under, that of an article it replaces. */
type PlacedOptions = AddOptions & { place?: number };

/** The stores of everything that is derived from an article, on one connection. */
export function createStores(database: Database) {
  const clustering = createClustering(database);
  const texts = createTextIndex(database);
  const knownNames: KnownNames = new Map();
  return {
    rows: createRows(database),
    duplicates: createDuplicateIndex(database),
    clustering,
    stories: createStoryKeeping(database, clustering),
    appearances: createAppearances(database, knownNames),
    knownNames,
    quotes: createQuoteStore(database, texts.addQuote),
    texts,
    events: createEvents(database),
    topics: createTopicStore(database),
    withdrawals: createWithdrawalStore(database),
    entities: createEntityStore(database),
  };
}

export type Stores = ReturnType<typeof createStores>;

/** Adds articles with everything that is derived from them, within a transaction of the caller. */
export function createArticleStore(database: Database, stores: Stores) {
  const { rows, duplicates, clustering, stories, appearances, quotes, texts, events, topics, entities } =
    stores;
  const hashOfId = database.prepare('select text_hash from articles where id = ?').pluck();
  const idOfHash = database
    .prepare('select id from articles where text_hash = ? order by key limit 1')
    .pluck();
  const keyOfHash = database
    .prepare('select key from articles where text_hash = ? order by key limit 1')
    .pluck();
  const insert = database.prepare(`
    insert into articles (key, id, title, source, url, day, day_doubted, language, text_hash, story, duplicate_of, came,
      archived)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const arrivalOf = database.prepare('select came, archived from articles where key = ?');
  const insertReading = database.prepare('insert into readings (article, json) values (?, ?)');

  /** The first of the articles with this text, also if the one found is a copy itself. */
  const firstOf = (key: number | null): number | null =>
    key === null ? null : (rows.article(key).duplicate_of ?? key);

  const insertRows = (
    reading: Reading,
    options: PlacedOptions,
    of: { id: string; hash: string; story: number; duplicateOf: number | null },
  ): number => {
    const { title, source = null, url = null, language } = reading;
    const day = reading.published.date ?? '';
    const archived = options.archive ? 1 : 0;
    const key = Number(
      insert.run(
        options.place ?? null,
        of.id,
        title,
        source,
        url,
        day,
        reading.published.doubted ? 1 : 0,
        language,
        of.hash,
        of.story,
        of.duplicateOf,
        options.now,
        archived,
      ).lastInsertRowid,
    );
    insertReading.run(key, JSON.stringify({ ...reading, id: of.id }));
    texts.addArticle(key, indexed(title ?? ''), indexed(bodyOf(reading)));
    return key;
  };

  const addPeople = (
    key: number,
    reading: Reading,
    id: string,
    story: number,
    duplicateOf: number | null,
  ) => {
    const day = reading.published.date ?? '';
    const people = appearances.assign(reading, story, id);
    appearances.add(key, reading, day, people);
    quotes.add(key, reading, day, people);
    const speakers = reading.quotes.map(quote => people.get(quote.speaker?.person ?? ''));
    const quotesOf = (person: number) => speakers.filter(speaker => speaker === person).length;
    appearances.count(people.values(), quotesOf, duplicateOf);
    return people;
  };

  const addNew = (reading: Reading, options: PlacedOptions, hash: string): AddOutcome => {
    const id = reading.id || `text-${hash.slice(0, 12)}`;
    const day = reading.published.date ?? '';
    const sketch = sketchOf(reading);
    const sameText = keyOfHash.get(hash) as number | undefined;
    const duplicateOf = firstOf(sameText ?? duplicates.find(sketch));
    const profile = clustering.profileOf(reading);
    const [own, ...others] =
      duplicateOf === null
        ? clustering.place(profile, day)
        : [{ story: rows.article(duplicateOf).story, articles: [] }];
    const story = own?.story ?? clustering.createStory(reading, day);
    const key = insertRows(reading, options, { id, hash, story, duplicateOf });
    stories.expand(story, key, reading, day);
    topics.add(key, reading, day, duplicateOf !== null);
    entities.add(key, reading, day, duplicateOf);
    const people = addPeople(key, reading, id, story, duplicateOf);
    events.add(key, reading, tagsOf(reading, people, story), duplicateOf !== null);
    clustering.add(key, day, profile);
    duplicates.add(key, sketch);
    stories.move([{ story, articles: own?.articles ?? [] }, ...others]);
    return {
      outcome: 'loaded',
      id,
      story: String(story),
      duplicateOf: duplicateOf === null ? null : rows.article(duplicateOf).id,
    };
  };

  return {
    /** Whether an article of this id and text is stored. */
    has: (id: string, input: string): boolean => {
      const known = hashOfId.get(id) as string | undefined;
      return known !== undefined && known === hashOf(input);
    },
    add(reading: Reading, options: AddOptions): AddOutcome {
      const reason = problemOf(reading);
      if (reason) return { outcome: 'refused', id: reading.id, reason, code: 'unfit' };
      const hash = hashOf(reading.input ?? '');
      if (reading.id !== '') {
        const known = hashOfId.get(reading.id);
        if (known === hash) return { outcome: 'known', id: reading.id };
        if (known !== undefined) return { outcome: 'refused', id: reading.id, ...otherText(reading.id) };
      } else {
        const known = idOfHash.get(hash) as string | undefined;
        if (known !== undefined) return { outcome: 'known', id: known };
      }
      return addNew(reading, options, hash);
    },
    /**
     * Stores a reading in place of the one with its id; see `Articles.replace`.
     * @param remove removes the article with a key and everything derived from it
     */
    replace(reading: Reading, options: ReplaceOptions, remove: (key: number) => void): AddOutcome {
      const reason = problemOf(reading);
      if (reason) return { outcome: 'refused', id: reading.id, reason, code: 'unfit' };
      const row = rows.articleById(reading.id);
      const hash = hashOf(reading.input ?? '');
      if (!row) return addNew(reading, options, hash);
      const isSame = reading.title === row.title && (reading.published.date ?? '') === row.day;
      if (!options.always && isSame && hashOfId.get(reading.id) === hash)
        return { outcome: 'known', id: reading.id };
      const { came, archived } = arrivalOf.get(row.key) as { came: number; archived: number };
      if (!options.completes) stores.withdrawals.replaced(rows.readingOrNothing(row.key), reading);
      remove(row.key);
      const place = options.isNews ? { now: options.now } : { now: came, place: row.key };
      return addNew(reading, { ...place, archive: archived === 1 }, hash);
    },
  };
}

/**
 * The tags by which an event is found: its people, its story, its topics, and the organizations and places that its
 * sentence names. The same event is looked for among those with one of the tags in `same`.
 */
export function tagsOf(reading: Reading, people: ReadonlyMap<string, number>, story: number) {
  const entities = entitiesIn(reading);
  return (event: ReadEvent): { same: string[]; all: string[] } => {
    const same = event.people.flatMap(local => (people.has(local) ? [`p${people.get(local)}`] : []));
    same.push(`s${story}`);
    const topics = reading.topics.map(one => `t${one.id}`);
    return { same, all: [...same, ...topics, ...mentionedIn(entities, event)] };
  };
}

/** What is searched of an article besides its title. */
function bodyOf(reading: Reading): string {
  if (reading.sentences.length === 0) return reading.text;
  return sentencesOf(reading)
    .map(one => one.text)
    .join('\n');
}

/** The same for texts that differ in white space only. */
function hashOf(text: string): string {
  return createHash('sha256').update(oneLine(text)).digest('hex');
}

function otherText(id: string): Refusal {
  const reason = `an article "${id}" with another text is here already: remove that one first, or give this one an id of its own`;
  return { reason, code: 'other-text' };
}
