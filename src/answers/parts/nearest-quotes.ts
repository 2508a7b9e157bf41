import type { PersonSummary, Quote } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { askButton, dotted } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Block, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat } from '../page/paging.ts';
import { hasEnds, type Period } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { limitedArticles, quoteBlock } from '../quoted/quote.ts';
import { groupQuotes, type QuoteGroup } from '../quoted/quote-groups.ts';
import { contentWords } from '../sentences/question-words.ts';
import { wholeGroups } from './quotes-page.ts';
import { whoButton } from './subject-buttons.ts';

const quotesRead = 300;
const articlesRead = 100;
const shown = { private: 3, group: 1 };

/** Fewer words than these, or fewer of those that say something by themselves, may be in anyone’s mouth. */
const fewestWords = 3;
const fewestTelling = 2;
const othersShown = 1;

/** The newest quote of someone else with all of the words in it: whose words they are. */
async function saidByOthers(library: Library, person: string, words: string): Promise<QuoteGroup[]> {
  const telling = contentWords(words);
  // `Every bolt was new`: hardly a word of it says anything by itself.
  const isTelling = telling.length >= fewestTelling;
  const asked = foldedWords(isTelling ? telling.join(' ') : words);
  if (!isTelling && asked.length < fewestWords) return [];
  const found = groupQuotes(await library.people.wordingsAbout(asked.join(' '), quotesRead)).filter(
    ({ quote: { speaker, text } }) => {
      if (!speaker?.person || speaker.person.id === person) return false;
      const own = new Set(foldedWords(text));
      return asked.every(word => own.has(word));
    },
  );
  return wholeGroups(library, found.slice(0, othersShown));
}

/** What quotes are looked for on, and on which days they were said. */
export type QuotesOn = { about: string | undefined; period: Period };

/** The quotes that are nearest to what was asked for, and what they are; all are of the person. */
async function nearest(
  library: Library,
  person: PersonSummary,
  { about, period }: QuotesOn,
): Promise<{ quotes: Quote[]; heading: Line }> {
  const newest = { limit: quotesRead, offset: 0 };
  const last: Line = [{ messageKey: 'said-last' }];
  const all = await library.people.quotes(person.id, newest);
  if (about === undefined) return { quotes: all.items, heading: last };
  const on = { about: clip(about, 80) };
  if (hasEnds(period)) {
    const otherDays = await library.people.quotes(person.id, { ...newest, about });
    if (otherDays.items.length > 0)
      return {
        quotes: otherDays.items,
        heading: [{ messageKey: 'quotes-of-about', args: { name: person.name, ...on } }],
      };
  }
  const words = contentWords(about).join(' ');
  const articles = await library.search.filtered({ words, ...period }, { limit: articlesRead, offset: 0 });
  const onThem = new Set(articles.items.map(({ id }) => id));
  const near = all.items.filter(({ article }) => onThem.has(article.id));
  return near.length > 0
    ? { quotes: near, heading: [{ messageKey: 'quotes-in-articles-on', args: on }] }
    : { quotes: all.items, heading: last };
}

/**
 * Where someone is not quoted on some words, or in some days: that there is no such quote, whose words they are if they
 * are another’s, then what they said on the words on other days or in articles that mention them, or if there is none
 * of it what they said last.
 */
export async function nearestQuotesPage(
  library: Library,
  person: PersonSummary,
  asked: QuotesOn,
  view: View,
): Promise<Page> {
  const { about, period } = asked;
  const words = about === undefined ? '' : contentWords(about).join(' ');
  const [near, span] = await Promise.all([nearest(library, person, asked), library.timeline.span()]);
  const groups = groupQuotes(near.quotes).slice(0, shown[view.chat]);
  const silent = groups.length === 0;
  const elsewhere = about === undefined ? [] : await saidByOthers(library, person.id, about);
  const sources = newSources();
  const limited = await limitedArticles(
    library,
    [...elsewhere, ...groups].map(({ quote }) => quote),
  );
  const blocksOf = (some: readonly QuoteGroup[]) =>
    some.map(({ quote, articles }) => quoteBlock(quote, { sources, limited, articles, today: span?.last }));
  const others: Block[] =
    elsewhere.length === 0
      ? []
      : [{ kind: 'heading', line: [{ messageKey: 'said-by-others' }] }, ...blocksOf(elsewhere)];
  const args = { name: person.name, ...(about !== undefined && { about: clip(about, 80) }) };
  const isOfPeriod = hasEnds(period) && !silent;
  const messageKey = `${silent || about === undefined ? 'no-quotes-of' : 'no-quotes-about'}${isOfPeriod ? '-then' : ''}`;
  const known: QuestionOf<'quotes'> = { kind: 'quotes', name: `#${person.id}` };
  const surname = person.name.split(' ').at(-1)!;
  const together = { kind: 'search' as const, words: `${surname} ${words}` };
  const both =
    words === ''
      ? { total: 0 }
      : await library.search.filtered({ words: together.words }, { limit: 1, offset: 0 });
  return {
    blocks: [
      { kind: 'text', line: dotted([[{ messageKey, args }], isOfPeriod ? periodLine(period) : []]) },
      ...others,
      ...(silent ? [] : [{ kind: 'heading' as const, line: near.heading }]),
      ...blocksOf(groups),
      ...sources.blocks(),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat({ ...known, ...(about !== undefined && { about }), ...period }, view)
        : [
            ...(silent
              ? []
              : [[askButton([{ messageKey: 'button-quotes-of', args: { name: person.name } }], known)]]),
            ...(both.total === 0
              ? []
              : [
                  [
                    askButton(
                      [{ messageKey: 'button-search', args: { words: clip(together.words, 40) } }],
                      together,
                    ),
                  ],
                ]),
            ...(silent ? [[whoButton({ ...person, type: 'person' })]] : []),
          ],
  };
}
