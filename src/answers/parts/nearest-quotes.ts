import type { PersonSummary } from '../../library/model/types.ts';
import { askButton } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Block, Page, View } from '../page/page.ts';
import { moreInPrivateChat } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { limitedArticles, quoteBlock } from '../quoted/quote.ts';
import { groupQuotes } from '../quoted/quote-groups.ts';
import { contentWords } from '../sentences/question-words.ts';
import { whoButton } from './subject-buttons.ts';

const quotesRead = 300;
const articlesRead = 100;
const shown = { private: 3, group: 1 };

/**
 * Where someone is not quoted on some words: that there is no such quote, then what they said in articles that mention the words, or
 * if there is none of it what they said last.
 */
export async function nearestQuotesPage(
  library: Library,
  person: PersonSummary,
  about: string,
  view: View,
): Promise<Page> {
  const words = contentWords(about).join(' ');
  const [all, articles, span] = await Promise.all([
    library.people.quotes(person.id, { limit: quotesRead, offset: 0 }),
    library.search.filtered({ words }, { limit: articlesRead, offset: 0 }),
    library.timeline.span(),
  ]);
  const onThem = new Set(articles.items.map(({ id }) => id));
  const near = all.items.filter(({ article }) => onThem.has(article.id));
  const groups = groupQuotes(near.length > 0 ? near : all.items).slice(0, shown[view.chat]);
  const silent = groups.length === 0;
  const sources = newSources();
  const limited = await limitedArticles(
    library,
    groups.map(({ quote }) => quote),
  );
  const on = { about: clip(about, 80) };
  const heading: Block = {
    kind: 'heading',
    line: [near.length > 0 ? { messageKey: 'quotes-in-articles-on', args: on } : { messageKey: 'said-last' }],
  };
  const known: QuestionOf<'quotes'> = { kind: 'quotes', name: `#${person.id}` };
  const surname = person.name.split(' ').at(-1)!;
  const together = { kind: 'search' as const, words: `${surname} ${words}` };
  const both = await library.search.filtered({ words: together.words }, { limit: 1, offset: 0 });
  return {
    blocks: [
      {
        kind: 'text',
        line: [
          silent
            ? { messageKey: 'no-quotes-of', args: { name: person.name } }
            : { messageKey: 'no-quotes-about', args: { name: person.name, ...on } },
        ],
      },
      ...(silent ? [] : [heading]),
      ...groups.map(({ quote, articles }) =>
        quoteBlock(quote, { sources, limited, articles, today: span?.last }),
      ),
      ...sources.blocks(),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat({ ...known, about }, view)
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
