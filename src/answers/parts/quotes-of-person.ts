import type { PersonSummary, QuoteWording } from '../../library/model/types.ts';
import { foldedWords } from '../../library/text/fold.ts';
import { askButton, dotted, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Button, Line, Page, View } from '../page/page.ts';
import { shownCount } from '../page/paging.ts';
import { hasEnds, periodWords } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { type Groupable, groupQuotes, type QuoteGroup } from '../quoted/quote-groups.ts';
import { reportsSpeech } from '../quoted/reported-speech.ts';
import { contentWords } from '../sentences/question-words.ts';
import { nearestQuotesPage, type QuotesOn } from './nearest-quotes.ts';
import { inPageOrder, quotesPage } from './quotes-page.ts';

/** How many of the newest quotes are read; the same words in several articles are one entry of them. */
const quotesRead = 300;
const longestReport = 300;

type Found = QuotesOn & { words: string | undefined; groups: QuoteGroup<QuoteWording>[]; total: number };

/** What a person said, newest first, all of it or what is about some words or from some days. */
export async function personsPage(
  library: Library,
  person: PersonSummary,
  asked: QuotesOn,
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
  const { groups, about, words, period } = found;
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
  return quotesPage(library, groups, view, { known, about: words, heading, buttons: [[whoIs], ...others] });
}

/** Where or when something was said, after what it was about: `Iran in his speech to Congress`. */
const occasion =
  / (?:in|during|at|on|after|before|following) (?:(?:his|her|their|its|the|an?|this|that|last|\p{L}{1,20}['’]s) )?(?:\p{L}{1,20} ){0,3}?(?:speech|address|interview|conference|briefing|statement|letter|posts?|tweets?|message|debate|meetings?|visit|trip|talks|summit|rally|remarks|testimony|hearing|call|convention|column)\b.{0,100}$/iu;

/** What says nothing in front of what it is of: `the situation in Gaza`. */
const vagueNoun =
  /^(?:the |an? )?(?:current |ongoing |latest )?(?:situation|issue|question|matter|topic|subject|idea|state of affairs) (?:in|of|with|around|about|on|regarding) (?=\S)/iu;

/**
 * The quotes that are asked for, or that were meant: `the attack on October 7` may be what they are about rather than
 * when they were said, and where they were said is not what they are about. Null if there are none.
 */
async function foundFor(library: Library, person: PersonSummary, asked: QuotesOn): Promise<Found | null> {
  const { about, period } = asked;
  const dayAsWords = periodWords(period);
  const subject = about?.replace(occasion, '').replace(vagueNoun, '');
  const meanings: (QuotesOn & { words?: string })[] = [
    asked,
    ...(about !== undefined && dayAsWords !== null ? [{ about: `${about} ${dayAsWords}`, period: {} }] : []),
    ...(subject !== undefined && subject !== about ? [{ about: subject, period }] : []),
    // Without the small words, which need not be around a quote too.
    ...(about === undefined ? [] : [{ about, words: contentWords(about).join(' '), period }]),
  ];
  for (const meant of meanings) {
    const words = meant.words ?? meant.about;
    const { total, items } = await library.people.wordings(person.id, {
      limit: quotesRead,
      offset: 0,
      ...(words !== undefined && { about: words }),
      ...meant.period,
    });
    const inOrder = inPageOrder(groupQuotes(items), words);
    const groups = hasEnds(meant.period) && words === undefined ? wholeFirst(inOrder) : inOrder;
    if (groups.length > 0) return { ...meant, words, groups, total: total - items.length + groups.length };
  }
  return null;
}

/** Of a few days what is whole says more than what is newest. */
function wholeFirst<One extends Groupable>(groups: QuoteGroup<One>[]): QuoteGroup<One>[] {
  const isWhole = ({ quote }: QuoteGroup<One>) => quote.kind === 'direct';
  return [...groups.filter(isWhole), ...groups.filter(group => !isWhole(group))];
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
