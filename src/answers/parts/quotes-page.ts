import type { Quote, QuoteWording } from '../../library/model/types.ts';
import { fold, foldedWords } from '../../library/text/fold.ts';
import { hasFormOf } from '../../library/text/word-forms.ts';
import { wordCount } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { listPageOf, moreInPrivateChat, pager, type Sizes } from '../page/paging.ts';
import type { Question } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { contextButtons, limitedArticles, partialNote, quoteBlock, tellingFirst } from '../quoted/quote.ts';
import type { Groupable, QuoteGroup } from '../quoted/quote-groups.ts';
import { hasTogether } from '../quoted/who-said.ts';

const sizes = { private: 4, group: 2 };

/** One page of quotes, each with its sources. */
export async function quotesPage(
  library: Library,
  groups: QuoteGroup<QuoteWording>[],
  view: View,
  parts: {
    /** The question as the buttons ask it. */
    known: Question;
    /** The words that the quotes are on. */
    about: string | undefined;
    heading: Line;
    buttons: Button[][];
    /** How many quotes a page has, if not as many as usual. */
    sizes?: Sizes;
    /** In place of the buttons that show each quote in context. */
    instead?: (shown: Quote[]) => Button[][];
  },
): Promise<Page> {
  const { known, about, heading, buttons, instead } = parts;
  const part = await listPageOf(view, parts.sizes ?? sizes, groups);
  const whole = await wholeGroups(library, part.items);
  const shown = whole.map(({ quote }) => quote);
  const sources = newSources();
  const [limited, span] = await Promise.all([limitedArticles(library, shown), library.timeline.span()]);
  const blocks = whole.map(({ quote, articles }) =>
    quoteBlock(quote, { sources, limited, articles, today: span?.last, remark: remarkOn(quote, about) }),
  );
  const more = instead?.(shown) ?? contextButtons(shown, limited);
  return {
    blocks: [{ kind: 'heading', line: heading }, ...blocks, ...partialNote(shown), ...sources.blocks()],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [...more, ...pager(known, view, part), ...buttons],
  };
}

/** The quotes themselves, with their articles; one that was taken out meanwhile is left out. */
export async function wholeGroups(
  library: Library,
  groups: QuoteGroup<QuoteWording>[],
): Promise<QuoteGroup[]> {
  const ids = groups.flatMap(({ quote, articles }) => [quote.id, ...articles.map(each => each.quote)]);
  const found = await library.people.quotesOf([...new Set(ids)]);
  return groups.flatMap(group => {
    const quote = found.get(group.quote.id);
    const articles = group.articles.flatMap(each => found.get(each.quote)?.article ?? []);
    return quote === undefined ? [] : [{ quote, articles }];
  });
}

/** An excerpt shorter than this says nothing about words that stand around it only. */
const fewestWords = 4;

/** In the order of a page: on some words the best on them first, else the newest, with what says nothing alone at the end. */
export function inPageOrder<One extends Groupable>(
  groups: QuoteGroup<One>[],
  about: string | undefined,
): QuoteGroup<One>[] {
  return about === undefined ? tellingFirst(groups) : bestFirst(groups, about);
}

/**
 * Quotes with the words close together in them before those with the words scattered over them, and these before those
 * with the words around them; whole ones before excerpts; then as given.
 */
export function bestFirst<One extends Groupable>(
  groups: QuoteGroup<One>[],
  about: string,
): QuoteGroup<One>[] {
  const asked = foldedWords(about);
  const ranked = groups.map(group => {
    const { quote } = group;
    const isOnThem = isOn(quote, asked);
    const isTelling = quote.kind !== 'partial' || isOnThem || wordCount(quote.text) >= fewestWords;
    const near = isOnThem ? (hasTogether(quote, about) ? 0 : 2) : 4;
    return { group, isTelling, rank: near + (quote.kind === 'direct' ? 0 : 1) };
  });
  const telling = ranked.filter(({ isTelling }) => isTelling);
  return (telling.length > 0 ? telling : ranked).sort((a, b) => a.rank - b.rank).map(({ group }) => group);
}

/** Whether each of the folded words begins one of a quote's, or is its other number. */
function isOn({ text }: Groupable, asked: string[]): boolean {
  const folded = fold(text);
  return asked.every(word => hasFormOf(folded, word));
}

/** Says so if the words asked about are not in the quote, but in the sentences around it. */
function remarkOn(quote: Groupable, about: string | undefined): Line {
  return about === undefined || isOn(quote, foldedWords(about))
    ? []
    : [{ text: ' · ' }, { messageKey: 'matched-around', style: 'italic' }];
}
