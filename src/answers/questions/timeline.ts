import type { KeyDate, Range, Slice, TimelineEntry } from '../../library/model/types.ts';
import { askButton, dotted, rows } from '../page/builders.ts';
import { clipSaying } from '../page/clip.ts';
import type { Declaration, Examples, Parsed } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, Page, View } from '../page/page.ts';
import { type ListPage, loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import { hasEnds, type Period, periodText } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { QuestionOf } from '../page/question.ts';
import {
  dayCountedFrom,
  type RelativePeriod,
  resolvePeriod,
  splitAnyPeriod,
} from '../page/relative-period.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { dayBefore } from '../parts/in-the-news.ts';
import {
  approximateNote,
  daysBeforeOldest,
  keyDatesRead,
  keyDatesShown,
  worthShowing,
} from '../parts/key-dates-shown.ts';
import { noDatesPage, timelineHeading } from '../parts/no-dates.ts';
import { isKnownSubject } from '../parts/subject.ts';
import { subjectOf, type TimelineSubject } from '../parts/timeline-subject.ts';
import { withAntecedent } from '../quoted/reported-by.ts';
import { wordsOfArticles } from '../sentences/best-sentence.ts';
import { contentWords } from '../sentences/question-words.ts';

declare module '../page/question.ts' {
  interface Questions {
    /**
     * What happened when: of a person, an organization, a place, a topic or words, within days that are both included. Without `list` the key
     * dates; `all` starts with the library's own time, `earliest` with the oldest date, `latest` with the newest.
     */
    timeline: {
      about?: string;
      from?: string;
      to?: string;
      when?: RelativePeriod;
      list?: 'all' | 'latest' | 'earliest';
    };
  }
}

export const timeline: Declaration<'timeline'> = {
  kind: 'timeline',
  offered: 'everywhere',
  usage: 'NAME or TOPIC 2022-02..2022-03',
  parse: parseTimeline,
  words: ({ about, when, list, ...period }) => [about, when ?? periodText(period), list && `--${list}`],
  answer: answerTimeline,
  example: ({ person, year }) => person && [person, year].filter(Boolean).join(' '),
  phrases: [
    {
      pattern:
        /^(?<asked>what (?:happened|has happened|happens|will happen|is (?:happening|planned|coming up)|else happened)|timeline|when did) (?:to |with |of |in |at )?(?<about>.+?)(?: do)?$/isu,
      ask: askedInWords,
    },
    {
      pattern:
        /^(?:(?:show|give) me )?(?:an? |the )?(?:timeline|chronology|key dates|course of events|events|dates) (?:of|for|about|on|in) (?:the )?(?<about>.+)$/isu,
      ask: namedInWords,
    },
  ],
  asked: askedInWords,
};

type TimelineLine = { day: string; approximate: boolean; line: Line };
type TimelineQuestion = QuestionOf<'timeline'>;

const sizes = { private: 8, group: 3 };
/** The longest sentence shown, in characters (UTF-16 code units). */
const lengths = { private: 320, group: 160 };
const keyDateLengths = { private: 220, group: 160 };
const shownMonths = 6;

function parseTimeline(typed: string, { year }: Examples): Parsed<TimelineQuestion> {
  const [, words = typed, list] = /^(.*?) ?(?:--|—)(all|latest|earliest)$/i.exec(typed) ?? [];
  const split = splitAnyPeriod(words);
  if ('wrong' in split)
    return usagePage('wrong-day', [exampleLine('timeline', year && `${year}-02-21..${year}-03`)], {
      day: split.wrong,
    });
  return {
    kind: 'timeline',
    ...(split.words && { about: split.words }),
    ...split.period,
    ...(list && { list: list.toLowerCase() as 'all' }),
  };
}

async function askedInWords(
  library: Library,
  { asked = '', about = '' }: Record<string, string | undefined>,
): Promise<TimelineQuestion | null> {
  // `what happened in October`
  const inMonth = splitAnyPeriod(`in ${about}`);
  const split = 'words' in inMonth && inMonth.words === '' ? inMonth : splitAnyPeriod(about);
  if ('wrong' in split) return null;
  const { words, period } = split;
  if (words === '') return /^when/i.test(asked) ? null : { kind: 'timeline', ...period };
  const isKnown = (await isKnownSubject(library, words)) || (await library.topics.find(words)) !== null;
  return isKnown ? { kind: 'timeline', about: words, ...period } : null;
}

/** `timeline of the harbour fire`: of any words that articles have, as far as they have them together. */
async function namedInWords(
  library: Library,
  asked: Record<string, string | undefined>,
): Promise<TimelineQuestion | null> {
  const question = await askedInWords(library, asked);
  if (question !== null) return question;
  const split = splitAnyPeriod(asked.about ?? '');
  if ('wrong' in split || split.words === '') return null;
  const about = (await wordsOfArticles(library, contentWords(split.words))).join(' ');
  return about === '' ? null : { kind: 'timeline', about, ...split.period };
}

/** A question with everything it needs looked up. */
type Case = {
  subject: TimelineSubject;
  period: Period;
  known: TimelineQuestion;
  ownTime: string | undefined;
};

/** The key dates of everything, of what has a name, of a topic or of words; or a list of all dates. */
async function answerTimeline(library: Library, question: TimelineQuestion, view: View): Promise<Page> {
  const subject = await subjectOf(library, question.about, about => ({ ...question, about }));
  if ('blocks' in subject) return subject;
  const span = await library.timeline.span();
  const { from, to } =
    question.when && span
      ? resolvePeriod(question.when, dayCountedFrom(span.last, view.today))
      : { from: question.from, to: question.to };
  const period = { ...(from && { from }), ...(to && { to }) };
  const { about: _, ...asked } = question;
  const known: TimelineQuestion = { ...asked, ...(subject.about && { about: subject.about }) };
  const ownTime = span ? dayBefore(span.first, daysBeforeOldest) : undefined;
  const each: Case = { subject, period, known, ownTime };
  const page =
    question.list === undefined
      ? await keyDatesPage(library, each, view)
      : await listPage(library, each, view);
  return page ?? (await listPage(library, each, view)) ?? noDatesPage(library, question, each);
}

/** The most important days in order, each with a sentence that says what happened; null if there are none. */
async function keyDatesPage(library: Library, each: Case, view: View): Promise<Page | null> {
  const { subject, period, known, ownTime } = each;
  const bounds: Period = period.from || period.to || !ownTime ? period : { from: ownTime };
  const weighed = await library.timeline.keyDates(
    { ...subject.filter, ...bounds },
    keyDatesRead(view.chat, subject.filter),
  );
  const items = worthShowing(weighed.items, subject).slice(0, keyDatesShown[view.chat]);
  if (items.length === 0) return null;
  const sources = newSources();
  // Of one day, what happened goes before what was planned for it.
  const inOrder = items.toSorted((a, b) => compare(a.date, b.date) || Number(a.planned) - Number(b.planned));
  // One after another, as sources are numbered in the order in which they are cited.
  const entries: TimelineLine[] = [];
  for (const day of inOrder) {
    const line = await reportLine(library, day, keyDateLengths[view.chat], sources);
    entries.push({ day: day.date, approximate: day.approximate, line });
  }
  const heading = dotted([timelineHeading(subject), periodLine(period), [{ messageKey: 'key-dates' }]]);
  return {
    blocks: [
      { kind: 'heading', line: heading },
      { kind: 'timeline', entries },
      ...approximateNote(entries),
      ...sources.blocks(),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [...listButtons(known, weighed.total), ...monthButtons(known, weighed.months), ...subject.buttons],
  };
}

/** One page of all dates; null if there are none. */
async function listPage(library: Library, each: Case, view: View): Promise<Page | null> {
  const { subject, period, known, ownTime } = each;
  const { list } = known;
  const from = list === 'all' && !period.to ? (period.from ?? ownTime) : period.from;
  const bounds: Period = { ...period, ...(from && { from }) };
  const part = await newestInGroups(view, range =>
    library.timeline.entries({ ...subject.filter, ...bounds }, { newestFirst: list === 'latest', ...range }),
  );
  if (part.total === 0) return null;
  const sources = newSources();
  const hasPeriod = hasEnds(bounds);
  const shown = list === 'latest' || hasPeriod ? part.items : inHeadings(part.items);
  const entries: TimelineLine[] = [];
  for (const entry of shown)
    entries.push({
      day: entry.until === null ? entry.date : `${entry.date}/${entry.until}`,
      approximate: entry.approximate,
      line: await reportLine(library, entry, lengths[view.chat], sources),
    });
  const heading = dotted([
    timelineHeading(subject),
    periodLine(period),
    view.chat === 'group' && part.pages > 1
      ? [{ messageKey: 'newest-of', args: { count: part.items.length, total: part.count } }]
      : [],
  ]);
  const paged: TimelineQuestion = { ...known, list: list ?? 'all' };
  return {
    blocks: [
      { kind: 'heading', line: heading },
      { kind: 'timeline', entries } satisfies Block,
      ...approximateNote(entries),
      ...sources.blocks(),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [...pager(paged, view, part), ...(list ? [[keyDatesButton(known)]] : []), ...subject.buttons],
  };
}

async function reportLine(
  library: Library,
  report: KeyDate | TimelineEntry,
  longest: number,
  sources: Sources,
): Promise<Line> {
  const text = await withAntecedent(library, { ...report.evidence[0]!, text: report.text }, longest);
  const [first] = report.evidence;
  const more = report.evidence.length - 1;
  return [
    ...(report.planned ? [{ messageKey: 'planned', style: 'italic' } as const, { text: ' ' }] : []),
    { text: clipSaying(text, longest) },
    ...sources.citePassage(first!),
    ...(more > 0 ? [{ text: ' ' }, { messageKey: 'and-more', args: { count: more } }] : []),
  ];
}

function listButtons(known: TimelineQuestion, total: number): Button[][] {
  const lists = total > keyDatesShown.private ? (['all', 'latest', 'earliest'] as const) : (['all'] as const);
  return [lists.map(list => turnButton(`button-dates-${list}`, { ...known, list }))];
}

function keyDatesButton({ list: _, ...known }: TimelineQuestion): Button {
  return turnButton('button-key-dates', known);
}

/** Shows the other list in place. */
function turnButton(messageKey: string, question: TimelineQuestion): Button {
  return { label: [{ messageKey }], action: { kind: 'turn', question, page: 1 } };
}

/** The months with the most dated days, in order; none if there is only one. */
function monthButtons({ about }: TimelineQuestion, months: { month: string; days: number }[]): Button[][] {
  if (months.length < 2) return [];
  const busiest = months
    .toSorted((a, b) => b.days - a.days)
    .slice(0, shownMonths)
    .sort((a, b) => compare(a.month, b.month));
  return rows(
    busiest.map(({ month }) =>
      askButton([{ day: month }], { kind: 'timeline', ...(about && { about }), from: month, to: month }),
    ),
    3,
  );
}

/** Entries of one day, month or year stand together: exact ones, approximate ones, then spans. */
function inHeadings(entries: TimelineEntry[]): TimelineEntry[] {
  return entries.toSorted(
    (a, b) =>
      compare(a.date, b.date) ||
      compare(a.until ?? '', b.until ?? '') ||
      Number(a.approximate) - Number(b.approximate),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A private chat starts with the oldest; a group, which can’t turn pages, gets the newest. */
async function newestInGroups<T>(
  view: View,
  load: (range: Range & { newestFirst?: boolean }) => Promise<Slice<T>>,
): Promise<ListPage<T>> {
  const part = await loadListPage(view, sizes, load);
  if (view.chat === 'private' || part.pages === 1) return part;
  const { items } = await load({ limit: sizes.group, offset: 0, newestFirst: true });
  return { ...part, items: items.toReversed() };
}
