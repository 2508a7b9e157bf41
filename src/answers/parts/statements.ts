import type { EntitySummary } from '../../library/subjects/types.ts';
import { askButton, dotted, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat, shownCount } from '../page/paging.ts';
import { hasEnds } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { QuestionOf } from '../page/question.ts';
import { groupQuotes } from '../quoted/quote-groups.ts';
import type { QuotesOn } from './nearest-quotes.ts';
import { inPageOrder, quotesPage } from './quotes-page.ts';
import { emptyPage } from './subject.ts';
import { whoButton } from './subject-buttons.ts';

/** How many of the newest statements are read; the same words in several articles are one entry of them. */
const statementsRead = 400;
const mostRepresentatives = 4;
/** How many of the newest quotes of each of those who speak for it are read. */
const quotesEach = 3;

/**
 * What an organization said, or a place’s government; if that is nothing, what those said whose role it is to speak
 * for it, marked as their words.
 */
export async function statementsPage(
  library: Library,
  entity: EntitySummary,
  { about, period }: QuotesOn,
  question: QuestionOf<'quotes'>,
  others: Button[][],
  view: View,
): Promise<Page> {
  const known: QuestionOf<'quotes'> = { ...question, name: `#${entity.id}` };
  const on = { ...(about !== undefined && { about }), ...period };
  const [found, people] = await Promise.all([
    library.subjects.wordings(entity.id, { limit: statementsRead, offset: 0, ...on }),
    library.subjects.representatives(entity.id, mostRepresentatives),
  ]);
  const speakers = people.map(person =>
    askButton([{ messageKey: 'button-quotes-of', args: { name: person.name } }], {
      ...known,
      name: `#${person.id}`,
    }),
  );
  const buttons = [...rows(speakers, 1), [whoButton(entity)], ...others];
  const groups = inPageOrder(groupQuotes(found.items), about);
  if (groups.length > 0) {
    const count = shownCount(found.total - found.items.length + groups.length);
    const heading = dotted([
      [headingPiece(entity.name, about)],
      periodLine(period),
      [{ messageKey: 'statements', args: { count } }],
    ]);
    return quotesPage(library, groups, view, { known, about, heading, buttons });
  }
  if ((await library.articles.count()) === 0) return emptyPage();
  const spoken = await Promise.all(
    people.map(person => library.people.wordings(person.id, { limit: quotesEach, offset: 0, ...on })),
  );
  const theirs = inPageOrder(groupQuotes(spoken.flatMap(({ items }) => items)), about);
  if (theirs.length === 0) {
    const args = { name: entity.name, ...(about !== undefined && { about: clip(about, 80) }) };
    const messageKey = about === undefined ? 'no-statements-by' : 'no-statements-about';
    const then = about === undefined ? 'no-quotes-of-then' : 'no-quotes-about-then';
    const line = hasEnds(period)
      ? dotted([[{ messageKey: then, args }], periodLine(period)])
      : [{ messageKey, args }];
    return {
      blocks: [{ kind: 'text', line }],
      buttons: view.chat === 'group' ? moreInPrivateChat(known, view) : buttons,
    };
  }
  const page = await quotesPage(library, theirs, view, {
    known,
    about,
    heading: dotted([[headingPiece(entity.name, about)], periodLine(period)]),
    buttons,
  });
  const [heading, ...blocks] = page.blocks;
  const remark = { messageKey: 'no-statements-but', args: { name: entity.name }, style: 'italic' as const };
  return { ...page, blocks: [heading!, { kind: 'text', line: [remark] }, ...blocks] };
}

function headingPiece(name: string, about: string | undefined): Line[number] {
  return about === undefined
    ? { messageKey: 'quotes-of', args: { name } }
    : { messageKey: 'quotes-of-about', args: { name, about: clip(about, 80) } };
}
