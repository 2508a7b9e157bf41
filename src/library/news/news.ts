import type { Database } from '../../database/database.ts';
import type { News } from '../model/contracts.ts';
import { createRows, evidenceOf, refOf } from '../model/rows.ts';
import type { Evidence, FreshStory, NewsFilter, Quote } from '../model/types.ts';
import { createWithdrawals } from '../model/withdrawals.ts';
import { createQuoteRows } from '../quotes/quote-rows.ts';
import { createStoryRows } from '../stories/story-rows.ts';
import { oneLine } from '../text/fold.ts';
import { sentencesOf } from '../text/sentences.ts';
import { accountOf } from '../timeline/central-report.ts';
import { createArrivals } from './arrivals.ts';
import { fairOrder, withoutFlood } from './fair-order.ts';
import { type Arrival, createNewsMatching, type Match } from './news-matching.ts';
import { ranked, type Weighed } from './news-ranking.ts';
import { createSeenContent } from './seen-content.ts';

/** How many of a story's earlier articles are compared with what is new. */
const mostCompared = 40;

/** How many stories delivered before are read for what is new in them; the rest counts as new. */
const mostUpdatesRead = 300;

/** How many of the most important stories are put in another order where many are alike. */
const mostOrdered = 200;

/** What a story has to show. */
type Content = { sentences: Evidence[]; quotes: Quote[] };

/** What is new since a place in the order of arrival. */
export function createNews(database: Database): News {
  const rows = createRows(database);
  const stories = createStoryRows(database);
  const quoteRows = createQuoteRows(database);
  const matching = createNewsMatching(database);
  const head = database.prepare('select coalesce(max(key), 0) from articles').pluck();
  const before = database.prepare('select key from articles order by key desc limit 1 offset ?').pluck();
  const arrived = database.prepare(`
    select key, story, source, day, coalesce(duplicate_of, key) as original from articles
    where key > :after and key <= :upTo and archived = 0 order by key`);
  const arrivedBefore = database.prepare(`
    select key, story, source, day, coalesce(duplicate_of, key) as original from articles
    where story in (select value from json_each(:stories)) and key > :since and key <= :after and archived = 0
    order by key`);
  const titlesOf = database
    .prepare('select key, title from articles where key in (select value from json_each(:keys))')
    .raw();
  const sources = database.prepare(`
    select source, articles from outlets order by articles desc, source`);

  return {
    head: async () => head.get() as number,
    before: async articles => (before.get(articles) as number | undefined) ?? 0,
    ...createArrivals(database),
    ...createWithdrawals(database),
    sources: async () => sources.all() as { source: string; articles: number }[],
    async stories({ since = 0, after, upTo, filter, limit, offset = 0 }) {
      const window = arrived.all({ after, upTo }) as Arrival[];
      const matches = matching.matching(window, filter);
      const weighed = withoutMany(fairOrder(ranked(window, matches), matches, filter));
      const delivered = deliveredBefore(weighed, filter, since, after);
      // A story never delivered is new; the others are read for what is new in them, the most important first.
      const updates = new Map<number, Content>();
      const damaged = new Set<string>();
      const found = weighed.filter(each => {
        const before = delivered.get(each.story);
        if (!before || updates.size >= mostUpdatesRead) return true;
        const content = contentOf(each, before, damaged);
        updates.set(each.story, content);
        return content.sentences.length + content.quotes.length > 0;
      });
      const items = found.slice(offset, offset + limit).map(each => {
        const before = delivered.get(each.story);
        const content = updates.get(each.story) ?? contentOf(each, before ?? [], damaged);
        return freshStory(each, matches, before !== undefined, content);
      });
      return { total: found.length, items, damaged: [...damaged] };
    },
  };

  /** The stories with those of a flood behind the others. */
  function withoutMany(weighed: Weighed[]): Weighed[] {
    const looked = weighed.slice(0, mostOrdered);
    const keys = JSON.stringify(looked.map(({ arrivals }) => arrivals[0]!.key));
    const titles = new Map(titlesOf.all({ keys }) as [number, string | null][]);
    return [
      ...withoutFlood(looked, ({ arrivals }) => titles.get(arrivals[0]!.key) ?? null),
      ...weighed.slice(mostOrdered),
    ];
  }

  /** Each story's matching articles that arrived up to `after`. */
  function deliveredBefore(weighed: Weighed[], filter: NewsFilter, since: number, after: number) {
    const keys = JSON.stringify(weighed.map(({ story }) => story));
    const old = arrivedBefore.all({ stories: keys, since, after }) as Arrival[];
    const wanted = matching.matching(old, filter);
    return Map.groupBy(
      old.filter(({ key }) => wanted.has(key)),
      ({ story }) => story,
    );
  }

  /** What a story's new articles say that the `earlier` ones did not, each thing once. */
  function contentOf({ arrivals }: Weighed, earlier: Arrival[], damaged: Set<string>): Content {
    const before = createSeenContent();
    for (const { key } of earlier.slice(-mostCompared)) {
      for (const { text } of sentencesOf(rows.readingOrNothing(key, damaged))) before.add(text);
      for (const { text } of quoteRows.inArticle(key)) before.add(text);
    }
    const [written, said] = [createSeenContent(), createSeenContent()];
    return {
      sentences: arrivals
        .flatMap(({ key }) => sentencesFrom(key, earlier.length > 0, damaged))
        .filter(({ text }) => before.isNew(text) && written.takes(text)),
      quotes: arrivals
        .flatMap(({ key }) => quoteRows.inArticle(key))
        .filter(({ speaker, kind }) => speaker?.person && kind === 'direct')
        .filter(({ text }) => before.isNew(text) && said.takes(text)),
    };
  }

  /** Those of the summary; with `all`, the others after them. */
  function sentencesFrom(article: number, all: boolean, damaged: Set<string>): Evidence[] {
    const reading = rows.readingOrNothing(article, damaged);
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
    const people = new Set(met.flatMap(each => each.people));
    const isWanted = ({ speaker }: Quote) => people.has(speaker?.person?.id ?? '');
    const whole = stories.get(story)!;
    return {
      story: whole,
      fresh: arrivals.map(({ key }) => refOf(rows.article(key))),
      update,
      summary: sentences,
      lead: leadOf(sentences, whole.title),
      quotes: quotes.toSorted((a, b) => Number(isWanted(b)) - Number(isWanted(a))),
      sources,
      met: {
        topics: [...new Set(met.flatMap(({ topics }) => topics.map(({ id }) => id)))],
        people: [...people],
        words: [...new Set(met.flatMap(({ words }) => words))],
      },
    };
  }
}

/** How many sentences the lead is chosen from, the newest. */
const leadCandidates = 60;
/** An article opens with its news, and that of the headline says it in full. */
const openingFactor = 1.3;
const ownFactor = 1.3;

/** The sentence shown under a story's headline: the clear one that says most of what the headline does. */
function leadOf(sentences: Evidence[], title: string): Evidence | null {
  const candidates = sentences.slice(-leadCandidates);
  const scores = candidates.map(({ article, text }, at) => {
    const isOpening = article.id !== candidates[at - 1]?.article.id;
    const isOwn = article.title === title;
    return accountOf(text, title) * (isOpening ? openingFactor : 1) * (isOwn ? ownFactor : 1);
  });
  return candidates[scores.lastIndexOf(Math.max(...scores))] ?? null;
}
