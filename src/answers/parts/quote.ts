import type { ArticleRef, Quote, StoredArticle } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { askButton, publishedDay } from '../page/builders.ts';
import { clip, wordCount } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line } from '../page/page.ts';
import type { Sources } from '../page/sources.ts';

/** The longest quote (in words) shown from an article whose publisher limits reproduction. */
const maxWordsUnderRights = 25;
/** A longer quote (in UTF-16 code units) is cut; the rest is in its context. */
const maxQuoteLength = 560;

/** Whether a quote is short enough to be shown from an article with a rights notice. */
export function isWithinQuoteLimit(quote: { text: string }): boolean {
  return wordCount(quote.text) <= maxWordsUnderRights;
}

/** The ids of those of the quotes' articles that carry a notice limiting reproduction. */
export async function limitedArticles(library: Library, quotes: Quote[]): Promise<Set<string>> {
  const ids = [...new Set(quotes.map(quote => quote.article.id))];
  const articles = await Promise.all(ids.map(id => library.articles.get(id)));
  return new Set(articles.filter(article => article?.reading.rights).map(article => article!.id));
}

/** The quotes of an article as the library would give them. */
export function quotesIn({ reading, cast, ...article }: StoredArticle): Quote[] {
  const { id, title, source, url, published, doubted } = article;
  return reading.quotes.map(({ speaker, cue, ...quote }) => ({
    ...quote,
    article: { id, title, source, url, published, ...(doubted && { doubted }) },
    speaker: speaker && { ...speaker, person: cast.get(speaker.person ?? '') ?? null },
    cue: cue?.text ?? null,
  }));
}

/** A quote with every article that has it, the one that is shown first. */
export type QuoteGroup = { quote: Quote; articles: ArticleRef[] };

/** A shorter quote is the same as another only if it is word for word; a longer one also as a part of it. */
const minSharedWords = 5;

/**
 * The same words reported by several articles become one entry: the fullest version, whole quotes before excerpts,
 * with all its sources. Order is that of each quote's first occurrence; quotes of different speakers stay apart.
 */
export function groupQuotes(quotes: Quote[]): QuoteGroup[] {
  const groups: KnownQuote[] = [];
  // One of two quotes is a part of the other only if they share a run of words: only those are compared.
  const byWords = new Map<string, KnownQuote[]>();
  const byRun = new Map<string, KnownQuote[]>();
  const byOpening = new Map<string, KnownQuote[]>();
  const note = (index: Map<string, KnownQuote[]>, key: string, known: KnownQuote) => {
    const noted = index.get(key);
    if (!noted) index.set(key, [known]);
    else if (!noted.includes(known)) noted.push(known);
  };
  const noteWords = (known: KnownQuote, runs: string[]) => {
    note(byWords, known.words, known);
    for (const run of runs) note(byRun, run, known);
    if (runs[0] !== undefined) note(byOpening, runs[0], known);
  };
  for (const quote of quotes) {
    const { words, parts } = wordingOf(quote.text);
    const runs = parts.flatMap(runsOf);
    const speaker = speakerOf(quote);
    const alike = [
      ...(byWords.get(words) ?? []),
      ...(runs[0] === undefined ? [] : (byRun.get(runs[0]) ?? [])),
      ...runs.flatMap(run => byOpening.get(run) ?? []),
    ].filter(
      known =>
        speakerOf(known.group.quote) === speaker &&
        (known.words === words ||
          (runs.length > 0 && contains(known.words, parts)) ||
          (known.isLong && contains(words, known.parts))),
    );
    const known = alike.toSorted((a, b) => a.place - b.place)[0];
    if (!known) {
      const group = { quote, articles: [quote.article] };
      groups.push({ group, words, parts, place: groups.length, isLong: runs.length > 0 });
      noteWords(groups.at(-1)!, runs);
      continue;
    }
    const isFuller = words.length > known.words.length;
    const articles = isFuller
      ? [quote.article, ...known.group.articles]
      : [...known.group.articles, quote.article];
    known.group.articles = [...new Map(articles.map(article => [article.id, article])).values()];
    if (!isFuller) continue;
    Object.assign(known, { words, parts, isLong: runs.length > 0 });
    known.group.quote = quote;
    noteWords(known, runs);
  }
  return groups.map(({ group }) => group);
}

/** A group with its folded words, a blank around each; `isLong`: enough of them to be known by as a part of others. */
type KnownQuote = Wording & { group: QuoteGroup; place: number; isLong: boolean };

/** The runs of `minSharedWords` words, from the first on. */
function runsOf(words: string[]): string[] {
  const count = Math.max(0, words.length - minSharedWords + 1);
  return Array.from({ length: count }, (_, at) => words.slice(at, at + minSharedWords).join(' '));
}

/** An excerpt of fewer words says little alone. */
const fewestTellingWords = 3;

/** Those that say something alone: whole quotes and longer excerpts; all of them if none does. */
export function tellingQuotes(groups: QuoteGroup[]): QuoteGroup[] {
  const telling = groups.filter(
    ({ quote }) => quote.kind === 'direct' || wordCount(quote.text) >= fewestTellingWords,
  );
  return telling.length > 0 ? telling : groups;
}

/** The first ones that say something alone, whole ones chosen before excerpts, in the order they came in. */
export function wholeFirst(groups: QuoteGroup[], count: number): QuoteGroup[] {
  const telling = tellingQuotes(groups);
  const chosen = telling
    .toSorted((a, b) => Number(a.quote.kind === 'partial') - Number(b.quote.kind === 'partial'))
    .slice(0, count);
  return telling.filter(group => chosen.includes(group));
}

/** The folded words of a quote with a blank around each, and those of its parts: `We fight … and win` has two. */
type Wording = { words: string; parts: string[][] };

const ellipsis = /[[(]? ?(?:…|\.(?: ?\.){2,3}) ?[\])]?/;

function wordingOf(text: string): Wording {
  const parts = text.split(ellipsis).map(foldedWords);
  return { words: ` ${parts.flat().join(' ')} `, parts: parts.filter(part => part.length > 0) };
}

/** Whether the words of a longer quote hold the parts of a shorter one, in order, each unbroken. */
function contains(words: string, parts: string[][]): boolean {
  let from = 0;
  for (const part of parts) {
    const own = ` ${part.join(' ')} `;
    const at = words.indexOf(own, from);
    if (at < 0) return false;
    from = at + own.length - 1;
  }
  return true;
}

function speakerOf({ speaker }: Quote): string {
  return speaker?.person?.id ?? speaker?.text ?? '';
}

/** A quote this many days before the newest article is marked as an older one. */
const oldAfterDays = 60;

/** How a quote is shown on a page. */
export type QuoteView = {
  sources: Sources;
  /** Ids of articles that limit reproduction. */
  limited: Set<string>;
  /** Every article that has the quote; its own if missing. */
  articles?: ArticleRef[];
  /** With it the quote’s day is shown, and old quotes are marked; `YYYY-MM-DD` of the newest article. */
  today?: string | undefined;
  /** Follows the credit, before the sources. */
  remark?: Line;
};

/** How many articles are cited for one quote. */
const citedPerQuote = 4;

/**
 * A quote with its speaker and sources. If the article limits reproduction and the quote is longer than may be
 * shown, a line says only that there is one.
 */
export function quoteBlock(
  quote: Quote,
  { sources, limited, articles, today, remark = [] }: QuoteView,
): Block {
  const all = articles ?? [quote.article];
  const cited = all.slice(0, citedPerQuote);
  const credit: Line = [
    ...speakerLine(quote),
    ...(today === undefined ? [] : dayLine(quote.article, today)),
    ...remark,
    ...sources.cite(...cited),
    ...(all.length > cited.length
      ? [{ text: ' ' }, { messageKey: 'and-more', args: { count: all.length - cited.length } }]
      : []),
  ];
  if (limited.has(quote.article.id) && !isWithinQuoteLimit(quote)) {
    const withheld = {
      messageKey: 'quote-withheld',
      args: { count: wordCount(quote.text) },
      style: 'italic' as const,
    };
    return { kind: 'text', line: [withheld, { text: ' — ' }, ...credit] };
  }
  return {
    kind: 'quote',
    text: clip(quote.text, maxQuoteLength).replace(quote.kind === 'partial' ? /[.,]$/ : /,$/, ''),
    credit,
    ...(quote.kind === 'partial' && { partial: true }),
  };
}

function dayLine(article: ArticleRef, today: string): Line {
  const { published } = article;
  if (published === null) return [];
  const age = (Date.parse(today) - Date.parse(published.slice(0, 10))) / 86_400_000;
  const old: Line = age > oldAfterDays ? [{ text: ' · ' }, { messageKey: 'old-quote', style: 'italic' }] : [];
  return [{ text: ', ' }, ...publishedDay(article), ...old];
}

/**
 * Who said it, in the article's own words: the name, how the article calls them there if otherwise, and
 * the reporting verb, unless it is a credit line that only repeats the name. Hearsay and quotes that the article
 * denies are marked as such.
 */
export function speakerLine({ speaker, cue, rule }: Quote): Line {
  if (/^(denied|fabricated|fictional|supposed)$/.test(rule))
    return [{ messageKey: 'speaker-denied', style: 'italic' }];
  if (rule === 'cited') return [{ messageKey: 'speaker-cited', style: 'italic' }];
  if (speaker === null) return [{ messageKey: 'speaker-unclear', style: 'italic' }];
  if (rule === 'second-hand')
    return [
      { messageKey: 'speaker-second-hand' },
      { text: ' ' },
      { text: clip(speaker.text, 160), style: 'italic' },
    ];
  const said: Line = /(^|-)cited$/.test(rule)
    ? [{ text: ' · ' }, { messageKey: 'speaker-cited', style: 'italic' }]
    : cue === null || rule === 'credit-line'
      ? []
      : [{ text: ' · ' }, { text: cue.toLowerCase(), style: 'italic' }];
  const name = speaker.person?.name ?? speaker.name;
  if (speaker.kind === 'organization' || speaker.kind === 'document')
    return [{ text: speaker.text, style: 'bold' }, ...said];
  if (name === null)
    return [
      { messageKey: 'speaker-unnamed' },
      { text: ' ' },
      { text: speaker.text, style: 'italic' },
      ...said,
    ];
  const called: Line = namedIn(speaker.text, name) ? [] : [{ text: ` (“${clip(speaker.text, 80)}”)` }];
  return [{ text: name, style: 'bold' }, ...called, ...said];
}

/** A button for each quote, which opens it with the sentences round it. */
export function contextButtons(quotes: Quote[], limited: Set<string>): Button[][] {
  return quotes
    .filter(quote => !limited.has(quote.article.id))
    .map(({ article, start, end, text }) => [
      askButton([{ messageKey: 'button-context', args: { words: clip(text, 32) } }], {
        kind: 'context',
        article: article.id,
        start,
        end,
      }),
    ]);
}

function namedIn(words: string, name: string): boolean {
  const surname = name.split(' ').at(-1)!;
  return words.includes(surname);
}

/** What the dots of a part of a sentence mean, where a page shows one. */
export function partialNote(quotes: Quote[]): Block[] {
  if (!quotes.some(quote => quote.kind === 'partial')) return [];
  return [{ kind: 'text', line: [{ messageKey: 'quotes-in-part', style: 'italic' }] }];
}
