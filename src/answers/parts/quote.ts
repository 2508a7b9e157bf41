import type { Quote, StoredArticle } from '../../library/model/types.ts';
import { askButton } from '../page/builders.ts';
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
  const { id, title, source, url, published } = article;
  return reading.quotes.map(({ speaker, cue, ...quote }) => ({
    ...quote,
    article: { id, title, source, url, published },
    speaker: speaker && { ...speaker, person: cast.get(speaker.person ?? '') ?? null },
    cue: cue?.text ?? null,
  }));
}

/**
 * A quote with its speaker and source. If the article limits reproduction and the quote is longer than may be
 * shown, a line says only that there is one.
 */
export function quoteBlock(quote: Quote, sources: Sources, limited: Set<string>): Block {
  const credit: Line = [...speakerLine(quote), ...sources.cite(quote.article)];
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

/**
 * Who said it, in the article's own words: the name, how the article calls them there if otherwise, and
 * the reporting verb, unless it is a credit line that only repeats the name. Hearsay and quotes that the article
 * denies are marked as such.
 */
export function speakerLine({ speaker, cue, rule }: Quote): Line {
  if (rule === 'denied') return [{ messageKey: 'speaker-denied', style: 'italic' }];
  if (speaker === null) return [{ messageKey: 'speaker-unclear', style: 'italic' }];
  if (rule === 'second-hand')
    return [
      { messageKey: 'speaker-second-hand' },
      { text: ' ' },
      { text: clip(speaker.text, 160), style: 'italic' },
    ];
  const said: Line =
    cue === null || rule === 'credit-line'
      ? []
      : [{ text: ' · ' }, { text: cue.toLowerCase(), style: 'italic' }];
  const name = speaker.person?.name ?? speaker.name;
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
