import type { Evidence, KeyDate, PersonRef } from '../../library/model/types.ts';
import type { EntitySummary } from '../../library/subjects/types.ts';
import { askButton, dotted, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat, shownCount } from '../page/paging.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { limitedArticlesOfLong, quoteBlock, wholeFirst } from '../quoted/quote.ts';
import { groupQuotes } from '../quoted/quote-groups.ts';
import { dayBefore, newsBlocks } from './in-the-news.ts';
import { daysBeforeOldest } from './key-dates-shown.ts';
import { kindLine } from './subject.ts';

const shownNews = 3;
const shownNames = 6;
const shownStatements = 3;
const shownRepresentatives = 3;
const shownCompanions = 6;
/** How many of the newest statements the shown ones are chosen from. */
const statementsRead = 40;

/**
 * What an organization or place is called, what it is in the news for, what it said, who speaks for it, and whom and
 * what it appears with.
 */
export async function entityPage(
  library: Library,
  entity: EntitySummary,
  others: Button[][],
  view: View,
): Promise<Page> {
  const { id } = entity;
  const short = view.chat === 'group';
  const span = await library.timeline.span();
  const [statements, representatives, companions, news] = await Promise.all([
    library.subjects.statements(id, { limit: statementsRead, offset: 0 }),
    entity.type === 'organization' ? library.subjects.representatives(id, shownRepresentatives) : [],
    library.subjects.companions(id, shownCompanions),
    library.timeline.keyDates(
      { entity: id, ...(span && { from: dayBefore(span.first, daysBeforeOldest) }) },
      shownNews,
    ),
  ]);
  const said = wholeFirst(groupQuotes(statements.items), short ? 1 : shownStatements);
  const limited = await limitedArticlesOfLong(
    library,
    said.map(({ quote }) => quote),
  );
  const sources = newSources();
  const blocks: Block[] = [
    { kind: 'heading', line: [{ text: entity.name }] },
    { kind: 'text', line: factsLine(entity, shownCount(statements.total)) },
    ...(short ? [] : namesBlocks(entity)),
    ...(await inTheNews(library, entity, news.items, short ? 1 : shownNews, sources)),
  ];
  if (said.length > 0)
    blocks.push(
      { kind: 'heading', line: [{ messageKey: 'statements-last' }] },
      ...said.map(({ quote, articles }) =>
        quoteBlock(quote, { sources, limited, articles, today: span?.last }),
      ),
    );
  if (!short) blocks.push(...representativeBlocks(representatives, sources), ...companionBlocks(companions));
  return {
    blocks: [...blocks, ...sources.blocks()],
    buttons: short
      ? moreInPrivateChat({ kind: 'who', name: `#${id}` }, view)
      : [
          ...buttonsFor(entity, statements.total, news.total),
          ...rows(onceEach([...representatives, ...companions.slice(0, 4)]).map(whoIs), 2),
          ...others,
        ],
    about: id as `e${string}`,
  };
}

function factsLine(entity: EntitySummary, statements: number): Line {
  return dotted([
    kindLine(entity),
    [{ messageKey: 'articles', args: { count: entity.articles } }],
    statements === 0 ? [] : [{ messageKey: 'statements', args: { count: statements } }],
  ]);
}

/** The days it is in the news for; where no event names it, its newest stories. */
async function inTheNews(
  library: Library,
  { id }: EntitySummary,
  days: KeyDate[],
  count: number,
  sources: Sources,
): Promise<Block[]> {
  if (days.length > 0) return newsBlocks(library, days.slice(0, count), sources);
  const { items } = await library.search.filtered({ entity: id }, { limit: count, offset: 0 });
  const lines = items.flatMap((article): Line[] =>
    article.title === null
      ? []
      : [
          [
            ...(article.published === null
              ? []
              : [{ day: article.published, style: 'bold' as const }, { text: ': ' }]),
            { text: article.title },
            ...sources.cite(article),
          ],
        ],
  );
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', line: [{ messageKey: 'in-the-news' }] },
    { kind: 'list', items: lines },
  ];
}

function namesBlocks({ variants }: EntitySummary): Block[] {
  if (variants.length === 0) return [];
  const names = variants.slice(0, shownNames).join(', ');
  return [{ kind: 'text', line: [{ messageKey: 'also-written', args: { names } }] }];
}

function representativeBlocks(people: (PersonRef & { role: Evidence })[], sources: Sources): Block[] {
  if (people.length === 0) return [];
  const items = people.map(
    ({ name, role }): Line => [
      { text: name, style: 'bold' },
      { text: `, ${clip(role.text, 160)}` },
      ...sources.cite(role.article),
    ],
  );
  return [
    { kind: 'heading', line: [{ messageKey: 'speaks-for-it' }] },
    { kind: 'list', items },
  ];
}

function companionBlocks(companions: { name: string; articles: number }[]): Block[] {
  if (companions.length === 0) return [];
  const line = companions.flatMap(
    ({ name, articles }, i): Line => [
      { text: `${i === 0 ? '' : ', '}${name} (` },
      { messageKey: 'articles', args: { count: articles } },
      { text: ')' },
    ],
  );
  return [
    { kind: 'heading', line: [{ messageKey: 'appears-with' }] },
    { kind: 'text', line },
  ];
}

function buttonsFor({ id }: EntitySummary, statements: number, days: number): Button[][] {
  const name = `#${id}`;
  const buttons = [
    ...(statements > 0
      ? [
          askButton([{ messageKey: 'button-statements', args: { count: statements } }], {
            kind: 'quotes',
            name,
          }),
        ]
      : []),
    ...(days > 0 ? [askButton([{ messageKey: 'button-timeline' }], { kind: 'timeline', about: name })] : []),
    askButton([{ messageKey: 'button-latest' }], { kind: 'latest', about: name }),
  ];
  return [buttons];
}

function onceEach<T extends { id: string }>(all: T[]): T[] {
  return [...new Map(all.map(one => [one.id, one])).values()];
}

function whoIs({ id, name }: PersonRef): Button {
  return askButton([{ text: name }], { kind: 'who', name: `#${id}` });
}
