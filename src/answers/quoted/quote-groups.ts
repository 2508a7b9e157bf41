import type { Quote } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { scanWords } from '../../library/text/word-scan.ts';
import { toLatin } from '../../names/fold.ts';

/** What decides whether two quotes are the same. */
export type Groupable = Pick<Quote, 'kind' | 'text'> & {
  article: { id: string };
  speaker: { person: { id: string } | null; text: string } | null;
};

/** A quote with every article that has it, the one that is shown first. */
export type QuoteGroup<One extends Groupable = Quote> = { quote: One; articles: One['article'][] };

/** A shorter quote is the same as another only if it is word for word; a longer one also as a part of it. */
const minSharedWords = 5;
/** An excerpt of what the same article quotes in full may be shorter. */
const minWordsOfExcerpt = 2;

/**
 * The same words reported by several articles become one entry: the fullest version, whole quotes before excerpts,
 * with all its sources. Order is that of each quote's first occurrence; quotes of different speakers stay apart.
 */
export function groupQuotes<One extends Groupable>(quotes: One[]): QuoteGroup<One>[] {
  const groups: Known<One>[] = [];
  const index = createIndex<One>(quotes.map(({ text }) => text));
  // Most quotes are like no other, and their words are never compared.
  const wordings = new Map<string, Wording>();
  const wordingOf = (text: string) => {
    const wording = wordings.get(text) ?? readWording(text);
    wordings.set(text, wording);
    return wording;
  };
  quotes.forEach((quote, at) => {
    const known = index.alike(at).find(other => isSame(other, quote, wordingOf));
    if (!known) {
      const fresh = {
        group: { quote, articles: [quote.article] },
        texts: [quote.text],
        place: groups.length,
      };
      groups.push(fresh);
      index.add(fresh, at);
      return;
    }
    const { group, texts } = known;
    texts.push(quote.text);
    const isFuller = wordingOf(quote.text).whole.length > wordingOf(group.quote.text).whole.length;
    const articles = isFuller ? [quote.article, ...group.articles] : [...group.articles, quote.article];
    group.articles = [...new Map(articles.map(article => [article.id, article])).values()];
    if (!isFuller) return;
    group.quote = quote;
    index.add(known, at);
  });
  return groups.map(({ group }) => group);
}

/** A group with all its versions, and its place among the groups. */
type Known<One extends Groupable> = { group: QuoteGroup<One>; texts: string[]; place: number };

/** Whether a quote has the words of one in the group, or is an excerpt of the fullest, or that of it. */
function isSame<One extends Groupable>(
  { group, texts }: Known<One>,
  quote: One,
  wordingOf: (text: string) => Wording,
): boolean {
  if (speakerOf(group.quote) !== speakerOf(quote)) return false;
  const words = wordingOf(quote.text);
  return (
    texts.some(text => wordingOf(text).whole === words.whole) ||
    isExcerpt(group, wordingOf(group.quote.text), quote, words)
  );
}

/**
 * Finds the groups that a quote may belong to: a quote that contains another has its longest word, and all of its words
 * in their order. Comparing each with each takes too long for someone who is quoted every day, and so would making
 * strings of all their words: words are known by their hashes, and only the longest of each quote is looked up.
 */
function createIndex<One extends Groupable>(texts: string[]) {
  const { hashes, ends, longest } = hashedWords(texts);
  /** Of each longest word the texts that were added with their groups: those that have it, and those whose longest it is. */
  const byWord = new Map<number, Record<'having' | 'longest', Added<One>[]>>();
  for (const hash of longest) if (hash !== null) byWord.set(hash, { having: [], longest: [] });
  const longestOf = (at: number) => byWord.get(longest[at] ?? Number.NaN);
  const startOf = (at: number) => ends[at - 1] ?? 0;

  /** Whether a text has all the words of another in their order. */
  const mayContain = (longer: number, shorter: number): boolean => {
    let word = startOf(shorter);
    for (let at = startOf(longer); at < ends[longer]! && word < ends[shorter]!; at += 1)
      if (hashes[at] === hashes[word]) word += 1;
    return word === ends[shorter];
  };

  return {
    /** Adds a group by the words of the text at a place. */
    add(known: Known<One>, at: number): void {
      for (let word = startOf(at); word < ends[at]!; word += 1)
        byWord.get(hashes[word]!)?.having.push({ known, at });
      longestOf(at)?.longest.push({ known, at });
    },
    /** For the text at a place, in the order in which the groups were first added. */
    alike(at: number): Known<One>[] {
      const found = new Set<Known<One>>();
      for (const other of longestOf(at)?.having ?? []) if (mayContain(other.at, at)) found.add(other.known);
      for (let word = startOf(at); word < ends[at]!; word += 1)
        for (const other of byWord.get(hashes[word]!)?.longest ?? [])
          if (mayContain(at, other.at)) found.add(other.known);
      return found.size < 2 ? [...found] : [...found].sort((a, b) => a.place - b.place);
    },
  };
}

/** A group, and the place of the text by whose words it is found. */
type Added<One extends Groupable> = { known: Known<One>; at: number };

/** The hashes of the words of texts one after another, up to `ends`; `longest`: of the longest of each, null without words. */
function hashedWords(texts: string[]): { hashes: number[]; ends: number[]; longest: (number | null)[] } {
  const [hashes, ends, longest]: [number[], number[], (number | null)[]] = [[], [], []];
  let [most, longestHash]: [number, number | null] = [0, null];
  const keep = (hash: number, length: number) => {
    hashes.push(hash);
    if (length > most) [most, longestHash] = [length, hash];
  };
  for (const text of texts) {
    [most, longestHash] = [0, null];
    scanWords(toLatin(text), keep);
    ends.push(hashes.length);
    longest.push(longestHash);
  }
  return { hashes, ends, longest };
}

/** The words of a quote, and those between what it leaves out: `We fight … and win`. */
type Wording = { whole: string; parts: string[]; count: number };

const ellipsis = /…|\.(?:\s?\.){2,3}/;

function readWording(text: string): Wording {
  const parts = (ellipsis.test(text) ? text.split(ellipsis) : [text])
    .map(foldedWords)
    .filter(part => part.length > 0);
  const list = parts.flat();
  const whole = inBlanks(list);
  return { whole, parts: parts.length === 1 ? [whole] : parts.map(inBlanks), count: list.length };
}

function inBlanks(words: string[]): string {
  return ` ${words.join(' ')} `;
}

/** Whether one of two quotes is a part of the other; `three words` of a speech in an article that has more of it, too. */
function isExcerpt<One extends Groupable>(
  group: QuoteGroup<One>,
  words: Wording,
  quote: One,
  other: Wording,
): boolean {
  const [shorter, longer] = words.count < other.count ? [words, other] : [other, words];
  const isShort = (shorter === words ? group.quote : quote).kind === 'partial';
  const isOfOneArticle = group.articles.some(({ id }) => id === quote.article.id);
  const least = isShort && isOfOneArticle ? minWordsOfExcerpt : minSharedWords;
  return shorter.count >= least && contains(longer, shorter);
}

/** Whether a longer quote has all the words of a shorter one, in order, each part unbroken. */
function contains({ whole }: Wording, { parts }: Wording): boolean {
  let from = 0;
  for (const part of parts) {
    const at = whole.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length - 1;
  }
  return true;
}

function speakerOf({ speaker }: Groupable): string {
  return speaker?.person?.id ?? speaker?.text ?? '';
}
