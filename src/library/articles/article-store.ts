import { createHash } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import type { ReadEvent, Reading } from '../../reading/model/reading.ts';
import { createRows } from '../model/rows.ts';
import type { AddOutcome } from '../model/types.ts';
import { castingOf } from '../people/appearances.ts';
import { createQuoteStore } from '../quotes/quote-store.ts';
import { createClustering } from '../stories/clustering.ts';
import { createStoryKeeping } from '../stories/story-keeping.ts';
import { fold, oneLine } from '../text/fold.ts';
import { sentencesOf } from '../text/sentences.ts';
import { createEvents } from '../timeline/events.ts';
import { createTopicStore } from '../topics/topic-store.ts';
import { createDuplicateIndex, sketchOf } from './duplicates.ts';
import { problemOf } from './validate-reading.ts';

/** An article is a link between no more stories than this. */
const maxMerged = 8;
const alone: { fits: number[]; nearly: number[] } = { fits: [], nearly: [] };

/** Takes articles in and out, each all or nothing, with everything that rests on them. */
export function createArticleStore(database: Database) {
  const rows = createRows(database);
  const duplicates = createDuplicateIndex(database);
  const forming = createClustering(database);
  const stories = createStoryKeeping(database, forming);
  const casting = castingOf(database);
  const quotes = createQuoteStore(database);
  const events = createEvents(database);
  const topics = createTopicStore(database);

  const hashOfId = database.prepare('select text_hash from articles where id = ?').pluck();
  const idOfHash = database
    .prepare('select id from articles where text_hash = ? order by key limit 1')
    .pluck();
  const keyOfHash = database
    .prepare('select key from articles where text_hash = ? order by key limit 1')
    .pluck();
  const insert = database.prepare(`
    insert into articles (key, id, title, source, url, day, language, text_hash, story, duplicate_of, came, archived)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const arrivalOf = database.prepare('select came, archived from articles where key = ?');
  const insertReading = database.prepare('insert into readings (article, json) values (?, ?)');
  const index = database.prepare('insert into search (rowid, title, body) values (?, ?, ?)');
  const deletions = [
    'delete from search where rowid = ?',
    'delete from readings where article = ?',
    'delete from articles where key = ?',
  ].map(sql => database.prepare(sql));
  const copies = database.prepare('select key from articles where duplicate_of = ? order by key').pluck();
  const follow = database.prepare('update articles set duplicate_of = ? where key = ?');
  const ofSource = database.prepare('select id from articles where source = ? order by key').pluck();

  const tagsOf = (reading: Reading, people: Map<string, number>, story: number) => (event: ReadEvent) => {
    const same = event.people.flatMap(local => (people.has(local) ? [`p${people.get(local)}`] : []));
    same.push(`s${story}`);
    return { same, all: [...same, ...reading.topics.map(one => `t${one.id}`)] };
  };

  const insertArticle = (
    reading: Reading,
    options: { now: number; archive?: boolean; place?: number },
    hash: string,
  ): AddOutcome => {
    const id = reading.id || `text-${hash.slice(0, 12)}`;
    const day = reading.published.date ?? '';
    const sketch = sketchOf(reading);
    const twin = keyOfHash.get(hash) as number | undefined;
    const duplicateOf = rootOf(twin ?? duplicates.find(sketch));
    const { vector, counts } = forming.weigh(reading);
    const { fits, nearly } = duplicateOf === null ? forming.storiesFor(vector, day) : alone;
    const told = duplicateOf === null ? fits[0] : rows.article(duplicateOf).story;
    const story = told ?? forming.createStory(reading, day);
    const { title, source = null, url = null, language } = reading;
    const archived = options.archive ? 1 : 0;
    const key = Number(
      insert.run(
        options.place ?? null,
        id,
        title,
        source,
        url,
        day,
        language,
        hash,
        story,
        duplicateOf,
        options.now,
        archived,
      ).lastInsertRowid,
    );
    insertReading.run(key, JSON.stringify({ ...reading, id }));
    stories.expand(story, key, reading, day);
    const body =
      reading.sentences.length > 0
        ? sentencesOf(reading)
            .map(one => one.text)
            .join('\n')
        : reading.text;
    index.run(key, fold(reading.title ?? ''), fold(body));
    topics.add(key, reading, day, duplicateOf !== null);
    const people = casting.assign(reading, story, id);
    casting.add(key, reading, day, people);
    quotes.add(key, reading, day, people);
    const spoken = reading.quotes.map(quote => people.get(quote.speaker?.person ?? ''));
    casting.count(
      people.values(),
      person => spoken.filter(speaker => speaker === person).length,
      duplicateOf,
    );
    events.add(key, reading, tagsOf(reading, people, story));
    forming.add(key, day, vector, counts);
    duplicates.add(key, sketch);
    if (told !== undefined) stories.mergeSingles(story, nearly.slice(0, maxMerged));
    return {
      outcome: 'loaded',
      id,
      story: String(story),
      duplicateOf: duplicateOf === null ? null : rows.article(duplicateOf).id,
    };
  };

  /** A copy of a copy is listed under the first article as well. */
  const rootOf = (key: number | null): number | null =>
    key === null ? null : (rows.article(key).duplicate_of ?? key);

  /** The tags that an article's reports give an event, as they were when the article was added. */
  const retag = (article: number, event: number): string[] => {
    const reading = rows.reading(article);
    const people = casting.peopleOf(article);
    const starts = new Set(startsOf.all(event, article) as number[]);
    const tags = tagsOf(reading, people, rows.article(article).story);
    return reading.events.filter(one => starts.has(one.start)).flatMap(one => tags(one).all);
  };
  const startsOf = database
    .prepare('select start from event_reports where event = ? and article = ?')
    .pluck();

  const removeArticle = (key: number): void => {
    const row = rows.article(key);
    const reading = rows.reading(key);
    const [heir, ...others] = copies.all(key) as number[];
    if (heir !== undefined) {
      follow.run(null, heir);
      topics.promote(heir);
      for (const other of others) follow.run(heir, other);
    }
    events.remove(key, retag);
    quotes.remove(key);
    topics.remove(key, row.duplicate_of !== null);
    const staying = casting.remove(key, reading);
    forming.remove(key, reading);
    duplicates.remove(key);
    for (const statement of deletions) statement.run(key);
    if (heir !== undefined) staying.push(...casting.peopleOf(heir).values());
    casting.recount(staying);
    stories.recluster(row.story);
  };

  return {
    has: (id: string, input: string): boolean => {
      const known = hashOfId.get(id) as string | undefined;
      return known !== undefined && known === hashOf(input);
    },
    add: database.transaction((reading: Reading, options: { now: number; archive?: boolean }): AddOutcome => {
      const reason = problemOf(reading);
      if (reason) return { outcome: 'refused', id: reading.id, reason };
      const hash = hashOf(reading.input ?? '');
      if (reading.id !== '') {
        const known = hashOfId.get(reading.id);
        if (known === hash) return { outcome: 'known', id: reading.id };
        if (known !== undefined) return { outcome: 'refused', id: reading.id, reason: otherText(reading.id) };
      } else {
        const known = idOfHash.get(hash) as string | undefined;
        if (known !== undefined) return { outcome: 'known', id: known };
      }
      return insertArticle(reading, options, hash);
    }).immediate,
    replace: database.transaction(
      (
        reading: Reading,
        options: { now: number; isNews: boolean; archive?: boolean; always?: boolean },
      ): AddOutcome => {
        const reason = problemOf(reading);
        if (reason) return { outcome: 'refused', id: reading.id, reason };
        const row = rows.articleById(reading.id);
        const hash = hashOf(reading.input ?? '');
        if (!row) return insertArticle(reading, options, hash);
        const isSame = reading.title === row.title && (reading.published.date ?? '') === row.day;
        if (!options.always && isSame && hashOfId.get(reading.id) === hash)
          return { outcome: 'known', id: reading.id };
        const { came, archived } = arrivalOf.get(row.key) as { came: number; archived: number };
        removeArticle(row.key);
        const place = options.isNews ? { now: options.now } : { now: came, place: row.key };
        return insertArticle(reading, { ...place, archive: archived === 1 }, hash);
      },
    ).immediate,
    remove: database.transaction((id: string): boolean => {
      const row = rows.articleById(id);
      if (row) removeArticle(row.key);
      return row !== undefined;
    }).immediate,
    removeSource: database.transaction((source: string): number => {
      const ids = ofSource.all(source) as string[];
      for (const id of ids) removeArticle(rows.articleById(id)!.key);
      return ids.length;
    }).immediate,
  };
}

/** The same for texts that differ in white space alone. */
function hashOf(text: string): string {
  return createHash('sha256').update(oneLine(text)).digest('hex');
}

function otherText(id: string): string {
  return `an article "${id}" with another text is here already: remove that one first, or give this one an id of its own`;
}
