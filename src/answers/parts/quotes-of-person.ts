import type { PersonSummary, QuoteWording } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { askButton, dotted, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { shownCount } from '../page/paging.ts';
import { hasEnds, type Period, periodWords } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { groupQuotes, type QuoteGroup } from '../quoted/quote-groups.ts';
import { reportsSpeech } from '../quoted/reported-speech.ts';
import { contentWords } from '../sentences/question-words.ts';
import { nearestQuotesPage } from './nearest-quotes.ts';
import { inPageOrder, quotesPage } from './quotes-page.ts';

/** How many of the newest quotes are read; the same words in several articles are one entry of them. */
const quotesRead = 300;
const longestReport = 300;

/** What quotes are on, and the days on which they were said. */
type Asked = { about: string | undefined; period: Period };
type Found = Asked & { groups: QuoteGroup<QuoteWording>[]; total: number };

/** What a person said, newest first, all of it or what is about some words or from some days. */
export async function personsPage(
  library: Library,
  person: PersonSummary,
  asked: Asked,
  question: QuestionOf<'quotes'>,
  others: Button[][],
  view: View,
): Promise<Page> {
  const name = `#${person.id}`;
  const known: QuestionOf<'quotes'> = { ...question, name };
  const found = await foundFor(library, person, asked);
  if (found === null) {
    const isOfPeriod = hasEnds(asked.period);
    const page =
      (asked.about === undefined || isOfPeriod ? null : await reportedPage(library, person, asked.about)) ??
      (asked.about === undefined && !isOfPeriod
        ? noQuotes(person.name, name, view)
        : await nearestQuotesPage(library, person, asked, view));
    return view.chat === 'group' ? page : { ...page, buttons: [...page.buttons, ...others] };
  }
  const { groups, about, period } = found;
  const heading = dotted([
    [
      about === undefined
        ? { messageKey: 'quotes-of', args: { name: person.name } }
        : { messageKey: 'quotes-of-about', args: { name: person.name, about: clip(about, 80) } },
    ],
    periodLine(period),
    [{ messageKey: 'quotes', args: { count: shownCount(found.total) } }],
  ]);
  const whoIs = askButton([{ messageKey: 'button-who', args: { name: person.name } }], { kind: 'who', name });
  return quotesPage(library, groups, view, { known, about, heading, buttons: [[whoIs], ...others] });
}

/**
 * The quotes that are asked for, or that were meant: `the attack on October 7` may be what they are about rather than
 * when they were said. Null if there are none.
 */
async function foundFor(library: Library, person: PersonSummary, asked: Asked): Promise<Found | null> {
  const { about, period } = asked;
  const dayAsWords = periodWords(period);
  const meanings: Asked[] = [
    asked,
    ...(about !== undefined && dayAsWords !== null ? [{ about: `${about} ${dayAsWords}`, period: {} }] : []),
  ];
  for (const meant of meanings) {
    const { total, items } = await library.people.wordings(person.id, {
      limit: quotesRead,
      offset: 0,
      ...(meant.about !== undefined && { about: meant.about }),
      ...meant.period,
    });
    const groups = inPageOrder(groupQuotes(items), meant.about);
    if (groups.length > 0) return { ...meant, groups, total: total - items.length + groups.length };
  }
  return null;
}

/** Without anything verbatim: sentences that report what was said, marked as such; null if there are none. */
export async function reportedPage(
  library: Library,
  person: PersonSummary | null,
  about: string,
): Promise<Page | null> {
  const surname = person?.name.split(' ').at(-1) ?? '';
  const found = await library.search.articles(`${surname} ${contentWords(about).join(' ')}`.trim(), {
    limit: 20,
    offset: 0,
  });
  const asked = foldedWords(contentWords(about).join(' '));
  const reports = found.items.filter(({ passage: { text } }) => {
    const words = ` ${foldedWords(text).join(' ')}`;
    return (
      reportsSpeech(text, person === null ? null : surname) && asked.every(word => words.includes(` ${word}`))
    );
  });
  if (reports.length === 0) return null;
  const sources = newSources();
  const heading: Line = [
    person === null
      ? { messageKey: 'quotes-on', args: { about: clip(about, 80) } }
      : { messageKey: 'quotes-of-about', args: { name: person.name, about: clip(about, 80) } },
  ];
  return {
    blocks: [
      { kind: 'heading', line: heading },
      {
        kind: 'list',
        items: reports
          .slice(0, 3)
          .map(
            ({ article, passage }): Line => [
              { messageKey: 'not-verbatim', style: 'italic' },
              { text: ` ${clip(passage.text, longestReport)}` },
              ...sources.cite(article),
            ],
          ),
      },
      ...sources.blocks(),
    ],
    buttons: [],
  };
}

function noQuotes(person: string, name: string, view: View): Page {
  const whole = askButton([{ messageKey: 'button-who', args: { name: person } }], { kind: 'who', name });
  return note('no-quotes-of', { name: person }, view.chat === 'group' ? [] : [[whole]]);
}
