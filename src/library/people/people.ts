import type { Database } from '../../database/database.ts';
import { limitedCount, limitedTotal } from '../model/counting.ts';
import { createForwarding } from '../model/forwarding.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf, numberOf } from '../model/rows.ts';
import type { Evidence, People, PersonSummary } from '../model/types.ts';
import { createQuoteRows } from '../quotes/quote-rows.ts';
import { matchOf } from '../search/search-words.ts';
import { foldedWords } from '../text/fold.ts';
import { sentenceIndexAt, sentencesOf } from '../text/sentences.ts';
import { personDecidingOf } from './manual-merge.ts';
import { peopleFindingOf } from './people-finding.ts';
import { tellingRoles } from './role.ts';

/** A person's roles are taken from at most this many of the latest articles that give one. */
const latestRoles = 400;
const mostVariants = 12;

type RoleRow = ArticleRow & { text: string; folded: string; start: number; end: number };
type AboutRow = ArticleRow & { start: number; end: number; quote: number | null };

/** The people of the library, each once whatever they are called. */
export function peopleOf(database: Database): People {
  const rows = createRows(database);
  const quotes = createQuoteRows(database);
  const find = peopleFindingOf(database);
  const deciding = personDecidingOf(database);
  const forwarding = createForwarding(database);
  /** A person merged into another is found under the new id. */
  const keyOf = (id: string) => forwarding.current(numberOf(id));
  const person = database.prepare('select key, name, articles from people where key = ?');
  const names = database
    .prepare('select name from person_names where person = ? order by uses desc, name')
    .pluck();
  const roles = database.prepare(`
    select ${articleColumns}, roles.text, roles.folded, roles.start, roles.end
    from roles join articles on articles.key = roles.article
    where person = ? order by roles.day desc, roles.article desc, roles.start limit ${latestRoles}`);
  // One rank at a time, which is read off the index in the order of the page.
  const about = database.prepare(`
    select ${articleColumns}, said_about.start, said_about.end, said_about.quote
    from said_about join articles on articles.key = said_about.article
    where person = ? and rank = ? and duplicate_of is null
    order by said_about.day desc, said_about.article desc, said_about.start limit ? offset ?`);
  const countAbout = database
    .prepare(
      limitedCount(
        'select 1 from said_about join articles on articles.key = article where person = ? and rank = ? and duplicate_of is null',
      ),
    )
    .pluck();
  const aboutPage = (person: number, limit: number, offset: number) => {
    const [first, second] = [0, 1].map(rank => countAbout.get(person, rank) as number) as [number, number];
    const before = about.all(person, 0, limit, offset) as AboutRow[];
    const after = about.all(person, 1, limit - before.length, Math.max(0, offset - first)) as AboutRow[];
    return { total: limitedTotal(first + second), rows: [...before, ...after] };
  };
  const companions = database.prepare(`
    select casts.person, count(distinct casts.article) as articles
    from (select casts.article from casts join articles on articles.key = casts.article
      where person = :person and duplicate_of is null order by casts.day desc limit 300) as own
    join casts on casts.article = own.article
    where casts.person <> :person group by casts.person order by articles desc, casts.person limit :limit`);
  const leading = database
    .prepare('select key from people where articles > 0 order by articles desc, quotes desc, key limit ?')
    .pluck();

  const summary = (key: number): PersonSummary | null => {
    const row = person.get(key) as { key: number; name: string; articles: number } | undefined;
    if (!row) return null;
    const variants = (names.all(key) as string[]).filter(name => name !== row.name).slice(0, mostVariants);
    const role = tellingRoles(roles.all(key) as RoleRow[])[0]?.text ?? null;
    return { id: String(key), name: row.name, variants, role, articles: row.articles };
  };
  const summaries = (keys: number[]) => keys.map(summary).filter(one => one !== null);

  return {
    async find(words) {
      const found = find(words);
      return { fits: summaries(found.fits), nearest: summaries(found.nearest) };
    },
    get: async id => summary(keyOf(id)),
    current: async ids => [...new Set(ids.map(id => (isId(id) ? String(keyOf(id)) : id)))],
    formerIds: async id => forwarding.former(numberOf(id)).map(String),
    async roles(id) {
      return tellingRoles(roles.all(keyOf(id)) as RoleRow[]).map(row => evidenceOf(row, row, row.text));
    },
    async quotes(id, { about: words, ...range }) {
      return quotes.of(keyOf(id), foldedWords(words ?? ''), range);
    },
    async quotesAbout(words, limit) {
      const match = matchOf(words);
      return match === null ? [] : quotes.about(match.prefix ?? match.exact, foldedWords(words), limit);
    },
    async about(id, { limit, offset }) {
      const { total, rows: found } = aboutPage(keyOf(id), limit, offset);
      const items = found.map(row => {
        const quote = row.quote === null ? null : quotes.get(row.quote);
        return { ...(quote ? spanOf(quote) : sentenceIn(rows.reading(row.key), row)), quote };
      });
      return { total, items };
    },
    async proposed(id) {
      const alone = summary(keyOf(id));
      return alone === null ? null : proposedFor(alone, summaries(find(alone.name).fits));
    },
    async companions(id, limit) {
      const found = companions.all({ person: keyOf(id), limit }) as { person: number; articles: number }[];
      return found.map(row => ({ ...rows.person(row.person)!, articles: row.articles }));
    },
    leading: async limit => summaries(leading.all(limit) as number[]),
    writtenAs: async id => deciding.writtenAs(id),
    join: async (id, other) => deciding.join(id, other),
    split: async (id, what) => deciding.split(id, what),
  };
}

/** A person is well known from this many articles on, and this many times as many as anyone else of the surname. */
const wellKnown = 3;
const timesBetterKnown = 3;

/** Whom a bare surname most likely means. */
function proposedFor(alone: PersonSummary, namesakes: PersonSummary[]): PersonSummary | null {
  const [surname, ...more] = foldedWords(alone.name);
  if (surname === undefined || more.length > 0) return null;
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

function sentenceIn(reading: Parameters<typeof sentencesOf>[0], row: AboutRow): Evidence {
  const sentences = sentencesOf(reading);
  const sentence = sentences[sentenceIndexAt(sentences, row.start)];
  return evidenceOf(row, row, sentence?.text ?? '');
}
