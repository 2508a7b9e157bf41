import type { ArticleRef, Quote, StoredArticle } from '../../library/model/types.ts';
import type { ReadSpeaker } from '../../reading/model/reading.ts';
import { askButton, publishedDay } from '../page/builders.ts';
import { clip, wordCount } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line } from '../page/page.ts';
import type { Sources } from '../page/sources.ts';
import type { Groupable, QuoteGroup } from './quote-groups.ts';

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
  if (quotes.length === 0) return new Set();
  const ids = new Set(quotes.map(quote => quote.article.id));
  return new Set(await library.articles.limited([...ids]));
}

/** The same of those quotes alone that are too long to be shown from such an article. */
export function limitedArticlesOfLong(library: Library, quotes: Quote[]): Promise<Set<string>> {
  return limitedArticles(
    library,
    quotes.filter(quote => !isWithinQuoteLimit(quote)),
  );
}

/** The quotes of an article as the library would give them. */
export function quotesIn({ reading, cast, ...article }: StoredArticle): Quote[] {
  const { id, title, source, url, published, doubted } = article;
  const refOf = (one: ReadSpeaker) => ({ ...one, person: cast.get(one.person ?? '') ?? null });
  return reading.quotes.map(({ speaker, citedBy, cue, ...quote }) => ({
    ...quote,
    article: { id, title, source, url, published, ...(doubted && { doubted }) },
    speaker: speaker && refOf(speaker),
    ...(citedBy && { citedBy: refOf(citedBy) }),
    cue: cue?.text ?? null,
  }));
}

/** An excerpt of fewer words says little alone. */
const fewestTellingWords = 3;

/** Those that say something alone: whole quotes and longer excerpts; all of them if none does. */
export function tellingQuotes<One extends Groupable>(groups: QuoteGroup<One>[]): QuoteGroup<One>[] {
  const telling = groups.filter(
    ({ quote }) => quote.kind === 'direct' || wordCount(quote.text) >= fewestTellingWords,
  );
  return telling.length > 0 ? telling : groups;
}

/** In the order they came in, those that say nothing alone, such as one word, at the end. */
export function tellingFirst<One extends Groupable>(groups: QuoteGroup<One>[]): QuoteGroup<One>[] {
  const telling = tellingQuotes(groups);
  const first = new Set(telling);
  return [...telling, ...groups.filter(group => !first.has(group))];
}

/** The first ones that say something alone, whole ones chosen before excerpts, in the order they came in. */
export function wholeFirst(groups: QuoteGroup[], count: number): QuoteGroup[] {
  const telling = tellingQuotes(groups);
  const chosen = telling
    .toSorted((a, b) => Number(a.quote.kind === 'partial') - Number(b.quote.kind === 'partial'))
    .slice(0, count);
  return telling.filter(group => chosen.includes(group));
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
    ...(today === undefined ? [] : dayLine(quote, today)),
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

/** When it was spoken, where its article says so, else the day of the article. */
function dayLine({ article, said }: Quote, today: string): Line {
  const day = said ?? article.published;
  if (day === null) return [];
  const age = (Date.parse(today) - Date.parse(day.slice(0, 10))) / 86_400_000;
  const old: Line = age > oldAfterDays ? [{ text: ' · ' }, { messageKey: 'old-quote', style: 'italic' }] : [];
  return [{ text: ', ' }, ...(said === undefined ? publishedDay(article) : [{ day: said }]), ...old];
}

/**
 * Who said it, in the article's own words: the name, how the article calls them there if otherwise, and
 * the reporting verb, unless it is a credit line that only repeats the name. Hearsay and quotes that the article
 * denies are marked as such.
 */
export function speakerLine({ speaker, citedBy, cue, rule }: Quote): Line {
  if (/^(denied|fabricated|fictional|supposed)$/.test(rule))
    return [{ messageKey: 'speaker-denied', style: 'italic' }];
  if (rule === 'cited') return citedLine(citedBy);
  if (speaker === null) return [{ messageKey: 'speaker-unclear', style: 'italic' }];
  if (rule === 'second-hand')
    return [
      { messageKey: 'speaker-second-hand' },
      { text: ' ' },
      { text: clip(speaker.text, 160), style: 'italic' },
    ];
  const said: Line = /(^|-)cited$/.test(rule)
    ? [{ text: ' · ' }, ...citedLine(citedBy)]
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
  const called: Line = namedIn(speaker.text, name)
    ? []
    : [
        { text: ' (' },
        { messageKey: 'quoted-words', args: { words: clip(speaker.text, 80) } },
        { text: ')' },
      ];
  return [{ text: name, style: 'bold' }, ...called, ...said];
}

/** By whom words are cited that are another’s, where the text names who does. */
function citedLine(citedBy: Quote['citedBy']): Line {
  const name =
    citedBy?.person?.name ?? citedBy?.name ?? (citedBy?.kind === 'organization' ? citedBy.text : null);
  return name
    ? [{ messageKey: 'speaker-cited-by', args: { name: clip(name, 80) }, style: 'italic' }]
    : [{ messageKey: 'speaker-cited', style: 'italic' }];
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

/** Whether words that name someone have the last of the names. */
export function namedIn(words: string, name: string): boolean {
  const surname = name.split(' ').at(-1)!;
  return words.includes(surname);
}

/** What the dots of a part of a sentence mean, where a page shows one. */
export function partialNote(quotes: Quote[]): Block[] {
  if (!quotes.some(quote => quote.kind === 'partial')) return [];
  return [{ kind: 'text', line: [{ messageKey: 'quotes-in-part', style: 'italic' }] }];
}
