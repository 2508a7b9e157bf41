import type { Database } from '../../database/database.ts';
import type { People } from '../model/contracts.ts';
import { createForwarding } from '../model/forwarding.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf, numberOf } from '../model/rows.ts';
import { createSnapshotCache } from '../model/snapshot-cache.ts';
import type { Evidence, PersonRef, PersonSummary } from '../model/types.ts';
import { createQuoteRows } from '../quotes/quote-rows.ts';
import { foldedWords } from '../text/fold.ts';
import { type ReadText, sentenceIndexAt, sentenceText } from '../text/sentences.ts';
import { createManualMerge } from './manual-merge.ts';
import { createPeopleFinding } from './people-finding.ts';
import { distinctRoles, groupWordings, lastMention, type Wording } from './role-history.ts';

/** A person's roles are taken from at most this many of the latest articles that give one. */
const latestRoles = 400;
const mostVariants = 12;
/** More wordings than this are not shown. */
const mostRoles = 20;

type UsedRole = { text: string; folded: string; day: string; article: number; start: number; end: number };
type AboutRow = ArticleRow & { start: number; end: number; quote: number | null };

/** The people of the library, each once whatever they are called. */
export function createPeople(database: Database): People {
  const rows = createRows(database);
  const quotes = createQuoteRows(database);
  const find = createPeopleFinding(database);
  const manualMerge = createManualMerge(database);
  const forwarding = createForwarding(database);
  /** A person merged into another is found under the new id. */
  const keyOf = (id: string) => forwarding.current(numberOf(id));
  const person = database.prepare('select key, name, articles from people where key = ?');
  const names = database
    .prepare('select name from person_names where person = ? order by uses desc, name')
    .pluck();
  // Read off the index alone, the latest first.
  const roles = database.prepare(`
    select text, folded, day, article, start, "end" from roles
    where person = ? order by day desc, article desc, start limit ${latestRoles}`);
  const kept = createSnapshotCache<(UsedRole & Wording & { lastDay: string })[]>(database);
  /** Each wording once, without those that say the same as another. */
  const wordingsOf = (person: number) =>
    kept(String(person), () => {
      const all = groupWordings(roles.all(person) as UsedRole[]);
      return distinctRoles(all).map(role => ({ ...role, lastDay: lastMention(role, all) }));
    });
  // One rank at a time, which is read off the index in the order of the page.
  const about = database.prepare(`
    select ${articleColumns}, said_about.start, said_about.end, said_about.quote
    from said_about join articles on articles.key = said_about.article
    where person = ? and rank = ? and duplicate_of is null
    order by said_about.day desc, said_about.article desc, said_about.start limit ?`);
  const aboutFirst = (person: number, limit: number): AboutRow[] => {
    const quoted = about.all(person, 0, limit) as AboutRow[];
    return quoted.length === limit
      ? quoted
      : [...quoted, ...(about.all(person, 1, limit - quoted.length) as AboutRow[])];
  };
  const articlesByDay = database.prepare(`
    select appearances.day, count(distinct appearances.article) as articles
    from appearances join articles on articles.key = appearances.article
    where appearances.person = ? and appearances.day >= ? and duplicate_of is null
    group by appearances.day order by appearances.day`);
  const companions = database.prepare(`
    select appearances.person, count(distinct appearances.article) as articles
    from (select article from appearances
      where person = :person and not exists (
        select 1 from articles indexed by articles_copies
        where articles.key = appearances.article and duplicate_of is not null)
      order by day desc limit 300) as own
    join appearances on appearances.article = own.article
    where appearances.person <> :person group by appearances.person order by articles desc, appearances.person limit :limit`);
  const leading = database
    .prepare('select key from people where articles > 0 order by articles desc, quotes desc, key limit ?')
    .pluck();

  const summary = (key: number): PersonSummary | null => {
    const row = person.get(key) as { key: number; name: string; articles: number } | undefined;
    if (!row) return null;
    const variants = (names.all(key) as string[]).filter(name => name !== row.name).slice(0, mostVariants);
    return {
      id: String(key),
      name: row.name,
      variants,
      // Few answers show it, and it is chosen from hundreds of wordings.
      get role() {
        return wordingsOf(key)[0]?.text ?? null;
      },
      articles: row.articles,
    };
  };
  // In one transaction, as another process may remove an article between two look-ups.
  const rolesOf = database.transaction((id: string) =>
    wordingsOf(keyOf(id))
      .slice(0, mostRoles)
      .map(role => ({ ...evidenceOf(rows.article(role.article), role, role.text), lastDay: role.lastDay })),
  );
  const summaries = (keys: number[]) => keys.map(summary).filter(one => one !== null);

  return {
    async find(words) {
      const found = find(words);
      return { fits: summaries(found.fits), nearest: summaries(found.nearest) };
    },
    get: async id => summary(keyOf(id)),
    current: async ids => [...new Set(ids.map(id => (isId(id) ? String(keyOf(id)) : id)))],
    formerIds: async id => forwarding.former(numberOf(id)).map(String),
    roles: async id => rolesOf(id),
    async quotes(id, { about: words, ...range }) {
      return quotes.of(keyOf(id), foldedWords(words ?? ''), range);
    },
    async wordings(id, { about: words, ...range }) {
      return quotes.wordingsOf(keyOf(id), foldedWords(words ?? ''), range);
    },
    async wordingsAbout(words, limit, whose) {
      return quotes.wordingsAbout(foldedWords(words), limit, whose);
    },
    async quotesOf(ids) {
      return quotes.whole(ids);
    },
    async about(id, limit) {
      return aboutFirst(keyOf(id), limit).flatMap(row => {
        const quote = row.quote === null ? null : quotes.get(row.quote);
        const said = quote ? spanOf(quote) : sentenceIn(rows.textOrNothing(row.key), row);
        return said.text === '' ? [] : [{ ...said, quote }];
      });
    },
    async proposed(id) {
      const alone = person.get(keyOf(id)) as { key: number; name: string } | undefined;
      if (alone === undefined || foldedWords(alone.name).length !== 1) return null;
      return proposedFor({ id: String(alone.key), name: alone.name }, summaries(find(alone.name).fits));
    },
    articlesByDay: async (id, from) =>
      articlesByDay.all(keyOf(id), from) as { day: string; articles: number }[],
    async companions(id, limit) {
      const found = companions.all({ person: keyOf(id), limit }) as { person: number; articles: number }[];
      return found.map(row => ({ ...rows.person(row.person)!, articles: row.articles }));
    },
    leading: async limit => summaries(leading.all(limit) as number[]),
    writtenAs: async id => manualMerge.writtenAs(id),
    join: async (id, other) => manualMerge.join(id, other),
    split: async (id, what) => manualMerge.split(id, what),
  };
}

/** A person is well known from this many articles on, and this many times as many as anyone else of the surname. */
const wellKnown = 3;
const timesBetterKnown = 3;

/** Whom a bare surname most likely means. */
function proposedFor(alone: PersonRef, namesakes: PersonSummary[]): PersonSummary | null {
  const surname = foldedWords(alone.name)[0]!;
  const bearers = namesakes
    .filter(
      ({ id, name }) =>
        id !== alone.id && foldedWords(name).length > 1 && foldedWords(name).includes(surname),
    )
    .sort((a, b) => b.articles - a.articles);
  const [first, second] = bearers;
  if (!first || foldedWords(first.name).at(-1) !== surname || first.articles < wellKnown) return null;
  return second && first.articles < timesBetterKnown * second.articles ? null : first;
}

function isId(id: string): boolean {
  return !Number.isNaN(numberOf(id));
}

function spanOf({ article, start, end, text }: Evidence): Evidence {
  return { article, start, end, text };
}

function sentenceIn(reading: ReadText, row: AboutRow): Evidence {
  const sentence = reading.sentences[sentenceIndexAt(reading.sentences, row.start)];
  return evidenceOf(row, row, sentence === undefined ? '' : sentenceText(reading, sentence));
}
