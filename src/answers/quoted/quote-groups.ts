import type { Quote } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';

/** What decides whether two quotes are the same. */
export type Groupable = Pick<Quote, 'kind' | 'text'> & {
  article: { id: string };
  speaker: { person: { id: string } | null; text: string } | null;
};

/** A quote with every article that has it, the one that is shown first; `words`: its folded words, each in blanks. */
export type QuoteGroup<One extends Groupable = Quote> = {
  quote: One;
  articles: One['article'][];
  words: string;
};

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
  const index = createIndex<One>();
  for (const quote of quotes) {
    const words = wordingOf(quote.text);
    const known = index
      .alike(words)
      .find(
        ({ group, words: other, wordings }) =>
          speakerOf(group.quote) === speakerOf(quote) &&
          (wordings.includes(words.whole) || isExcerpt(group, other, quote, words)),
      );
    if (!known) {
      const group: QuoteGroup<One> = { quote, articles: [quote.article], words: words.whole };
      const fresh = { group, words, wordings: [words.whole], place: groups.length };
      groups.push(fresh);
      index.add(fresh);
      continue;
    }
    known.wordings.push(words.whole);
    const isFuller = words.whole.length > known.words.whole.length;
    const articles = isFuller
      ? [quote.article, ...known.group.articles]
      : [...known.group.articles, quote.article];
    known.group.articles = [...new Map(articles.map(article => [article.id, article])).values()];
    if (!isFuller) continue;
    [known.group.quote, known.group.words, known.words] = [quote, words.whole, words];
    index.add(known);
  }
  return groups.map(({ group }) => group);
}

/** `words` are those of the fullest version, `wordings` those of all. */
type Known<One extends Groupable> = {
  group: QuoteGroup<One>;
  words: Wording;
  wordings: string[];
  place: number;
};

/**
 * Finds the groups that a quote may belong to: a quote that contains another has its longest word. Comparing each with
 * each takes too long for someone who is quoted every day.
 */
function createIndex<One extends Groupable>() {
  const byWord = new Map<string, Known<One>[]>();
  const byLongest = new Map<string, Known<One>[]>();
  const put = (map: Map<string, Known<One>[]>, word: string, known: Known<One>) => {
    const found = map.get(word);
    if (found) found.push(known);
    else map.set(word, [known]);
  };
  return {
    add(known: Known<One>): void {
      for (const word of known.words.list) put(byWord, word, known);
      put(byLongest, known.words.longest, known);
    },
    /** In the order in which they were first added. */
    alike({ longest, list }: Wording): Known<One>[] {
      // Most quotes are like no other.
      const found = [...(byWord.get(longest) ?? [])];
      for (const word of list) {
        const others = byLongest.get(word);
        if (others) found.push(...others);
      }
      return found.length < 2 ? found : [...new Set(found)].sort((a, b) => a.place - b.place);
    },
  };
}

/** The words of a quote, its longest one, and those between what it leaves out: `We fight … and win`. */
type Wording = { whole: string; parts: string[]; list: string[]; longest: string };

const ellipsis = /…|\.(?:\s?\.){2,3}/;

function wordingOf(text: string): Wording {
  const parts = (ellipsis.test(text) ? text.split(ellipsis) : [text])
    .map(foldedWords)
    .filter(part => part.length > 0);
  const list = parts.length === 1 ? parts[0]! : parts.flat();
  const whole = inBlanks(list);
  return {
    whole,
    parts: parts.length === 1 ? [whole] : parts.map(inBlanks),
    list,
    longest: list.reduce((longest, word) => (word.length > longest.length ? word : longest), ''),
  };
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
  const [shorter, longer] = words.list.length < other.list.length ? [words, other] : [other, words];
  const isShort = (shorter === words ? group.quote : quote).kind === 'partial';
  const isOfOneArticle = group.articles.some(({ id }) => id === quote.article.id);
  const least = isShort && isOfOneArticle ? minWordsOfExcerpt : minSharedWords;
  return shorter.list.length >= least && contains(longer, shorter);
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
