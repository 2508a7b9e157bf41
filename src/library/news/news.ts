import type { Database } from '../../database/database.ts';
import { evidenceOf, refOf, rowsOf } from '../model/rows.ts';
import type { Evidence, FreshStory, News, NewsFilter, Quote } from '../model/types.ts';
import { quoteRowsOf } from '../quotes/quote-rows.ts';
import { storyRowsOf } from '../stories/story-rows.ts';
import { oneLine } from '../text/fold.ts';
import { sentencesOf } from '../text/sentences.ts';
import { type Arrival, type Match, newsMatchingOf } from './news-matching.ts';
import { ranked, type Weighed } from './news-ranking.ts';
import { whatIsKnown } from './seen-content.ts';

/** So much of what was told of a story before is compared with what is new. */
const mostCompared = 40;

/** So many stories told before are read for what is new in them; with more, the rest counts as new. */
const mostUpdatesRead = 300;

/** What a story has to tell. */
type Content = { sentences: Evidence[]; quotes: Quote[] };

/** What is new since a place in the order of arrival. */
export function newsOf(database: Database): News {
  const rows = rowsOf(database);
  const stories = storyRowsOf(database);
  const quoteRows = quoteRowsOf(database);
  const matching = newsMatchingOf(database);
  const head = database.prepare('select coalesce(max(key), 0) from articles').pluck();
  const before = database.prepare('select key from articles order by key desc limit 1 offset ?').pluck();
  const arrived = database.prepare(`
    select key, story, source, day from articles
    where key > :after and key <= :upTo and archived = 0 order by key`);
  const earlier = database.prepare(`
    select key, story, source, day from articles
    where story in (select value from json_each(:stories)) and key > :since and key <= :after and archived = 0
    order by key`);
  const sources = database.prepare(`
    select source, count(*) as articles from articles where source is not null
    group by source order by articles desc, source`);

  return {
    head: async () => head.get() as number,
    before: async articles => (before.get(articles) as number | undefined) ?? 0,
    sources: async () => sources.all() as { source: string; articles: number }[],
    async stories({ since = 0, after, upTo, filter, limit, offset = 0 }) {
      const window = arrived.all({ after, upTo }) as Arrival[];
      const matches = matching.matching(window, filter);
      const weighed = ranked(window, matches);
      const told = toldBefore(weighed, filter, since, after);
      // What was never told is worth telling; of the rest it is read what is new, the most important first.
      const updates = new Map<number, Content>();
      const found = weighed.filter(each => {
        const before = told.get(each.story);
        if (!before || updates.size >= mostUpdatesRead) return true;
        const content = contentOf(each, before);
        updates.set(each.story, content);
        return content.sentences.length + content.quotes.length > 0;
      });
      const items = found.slice(offset, offset + limit).map(each => {
        const before = told.get(each.story);
        const content = updates.get(each.story) ?? contentOf(each, before ?? []);
        return freshStory(each, matches, before !== undefined, content);
      });
      return { total: found.length, items };
    },
  };

  /** Each story's articles that were told up to `after`. */
  function toldBefore(weighed: Weighed[], filter: NewsFilter, since: number, after: number) {
    const keys = JSON.stringify(weighed.map(({ story }) => story));
    const old = earlier.all({ stories: keys, since, after }) as Arrival[];
    const wanted = matching.matching(old, filter);
    return Map.groupBy(
      old.filter(({ key }) => wanted.has(key)),
      ({ story }) => story,
    );
  }

  /** What a story's new articles tell that those `told` before did not, each thing once. */
  function contentOf({ arrivals }: Weighed, told: Arrival[]): Content {
    const before = whatIsKnown();
    for (const { key } of told.slice(-mostCompared)) {
      for (const { text } of sentencesOf(rows.reading(key))) before.add(text);
      for (const { text } of quoteRows.inArticle(key)) before.add(text);
    }
    const [written, said] = [whatIsKnown(), whatIsKnown()];
    return {
      sentences: arrivals
        .flatMap(({ key }) => sentencesFrom(key, told.length > 0))
        .filter(({ text }) => before.isNew(text) && written.takes(text)),
      quotes: arrivals
        .flatMap(({ key }) => quoteRows.inArticle(key))
        .filter(({ speaker, kind }) => speaker?.person && kind === 'direct')
        .filter(({ text }) => before.isNew(text) && said.takes(text)),
    };
  }

  /** Those of the summary; with `all` the others behind them. */
  function sentencesFrom(article: number, all: boolean): Evidence[] {
    const reading = rows.reading(article);
    const row = rows.article(article);
    const leading = reading.summary.map(sentence => ({ ...sentence, text: oneLine(sentence.text) }));
    const sentences = all ? [...leading, ...sentencesOf(reading)] : leading;
    return sentences.map(each => evidenceOf(row, each, each.text));
  }

  function freshStory(
    { story, arrivals, sources }: Weighed,
    matches: Map<number, Match>,
    update: boolean,
    { sentences, quotes }: Content,
  ): FreshStory {
    const met = arrivals.map(({ key }) => matches.get(key)!);
    return {
      story: stories.get(story)!,
      fresh: arrivals.map(({ key }) => refOf(rows.article(key))),
      update,
      summary: sentences,
      quotes,
      sources,
      met: {
        topics: [...new Set(met.flatMap(({ topics }) => topics.map(({ id }) => id)))],
        people: [...new Set(met.flatMap(({ people }) => people))],
        words: [...new Set(met.flatMap(({ words }) => words))],
      },
    };
  }
}
