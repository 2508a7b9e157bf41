import type { Filter, Range, Slice, TimelineEntry } from '../../library/model/types.ts';
import { askButton, dotted, idIn, note } from '../page/builders.ts';
import { clip, clipSaying } from '../page/clip.ts';
import type { Declaration, Examples, Parsed } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, Page, View } from '../page/page.ts';
import { type ListPage, loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import { periodText, splitPeriod } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { emptyPage, isKnownPerson, resolvePerson } from '../parts/person.ts';
import { withAntecedent } from '../parts/reported-by.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** What happened when: of a person, a topic or words, within days that are both included. */
    timeline: { about?: string; from?: string; to?: string };
  }
}

export const timeline: Declaration<'timeline'> = {
  kind: 'timeline',
  offered: 'everywhere',
  usage: 'NAME or TOPIC 2022-02..2022-03',
  parse: parseTimeline,
  words: ({ about, ...period }) => [about, periodText(period)],
  answer: answerTimeline,
  example: ({ person, year }) => person && [person, year].filter(Boolean).join(' '),
  phrases: [
    {
      pattern: /^(?<asked>what happened|timeline|when did) (?:to |with |of )?(?<about>.+?)(?: do)?$/isu,
      ask: askedInWords,
    },
  ],
};

function parseTimeline(typed: string, { year }: Examples): Parsed<TimelineQuestion> {
  const split = splitPeriod(typed);
  if ('wrong' in split)
    return usagePage('wrong-day', [exampleLine('timeline', year && `${year}-02-21..${year}-03`)], {
      day: split.wrong,
    });
  return { kind: 'timeline', ...(split.words && { about: split.words }), ...split.period };
}

async function askedInWords(
  library: Library,
  { asked = '', about = '' }: Record<string, string | undefined>,
): Promise<TimelineQuestion | null> {
  const split = splitPeriod(about);
  if ('wrong' in split) return null;
  const { words, period } = split;
  if (words === '') return /^when/i.test(asked) ? null : { kind: 'timeline', ...period };
  const isKnown = (await isKnownPerson(library, words)) || (await library.topics.find(words)) !== null;
  return isKnown ? { kind: 'timeline', about: words, ...period } : null;
}

const sizes = { private: 8, group: 3 };
const lengths = { private: 320, group: 160 };

type TimelineQuestion = QuestionOf<'timeline'>;
/** Whose or which timeline: a condition of the library, what to call it, how to ask for it again. */
type Subject = { filter: Filter; name: string | undefined; about: string | undefined; buttons: Button[][] };

/** What happened when, oldest first: of everything, of a person, of a topic, or of what some words find. */
async function answerTimeline(library: Library, question: TimelineQuestion, view: View): Promise<Page> {
  const period = { ...(question.from && { from: question.from }), ...(question.to && { to: question.to }) };
  const subject = await subjectOf(library, question);
  if ('blocks' in subject) return subject;
  const known: Question = { kind: 'timeline', ...(subject.about && { about: subject.about }), ...period };
  const part = await newestInGroups(view, (range, order) =>
    library.timeline.entries({ ...subject.filter, ...period }, range, order),
  );
  if (part.total === 0) return nothing(library, question, subject);
  const sources = newSources();
  const entries = await Promise.all(
    inHeadings(part.items).map(async entry => ({
      day: entry.until === null ? entry.date : `${entry.date}/${entry.until}`,
      approximate: entry.approximate,
      line: [
        ...(entry.planned ? [{ messageKey: 'planned', style: 'italic' } as const, { text: ' ' }] : []),
        {
          text: clipSaying(
            await withAntecedent(library, { ...entry.evidence[0]!, text: entry.text }, lengths[view.chat]),
            lengths[view.chat],
          ),
        },
        ...sources.cite(...entry.evidence.map(({ article }) => article)),
      ] as Line,
    })),
  );
  const heading = dotted([
    [
      subject.name === undefined
        ? { messageKey: 'timeline' }
        : { messageKey: 'timeline-of', args: { name: subject.name } },
    ],
    periodLine(period),
    view.chat === 'group' && part.pages > 1
      ? [{ messageKey: 'newest-of', args: { count: part.items.length, total: part.count } }]
      : [],
  ]);
  return {
    blocks: [
      { kind: 'heading', line: heading },
      { kind: 'timeline', entries } satisfies Block,
      ...sources.blocks(),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [...pager(known, view, part), ...subject.buttons],
  };
}

/** What is told of the same day or year stands together: what is certain, what is near it, what is long. */
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

/** A private chat starts with the oldest; a group, which cannot turn the page, is told the newest. */
async function newestInGroups<T>(
  view: View,
  load: (range: Range, order: 'oldest' | 'newest') => Promise<Slice<T>>,
): Promise<ListPage<T>> {
  const part = await loadListPage(view, sizes, range => load(range, 'oldest'));
  if (view.chat === 'private' || part.pages === 1) return part;
  const { items } = await load({ limit: sizes.group, offset: 0 }, 'newest');
  return { ...part, items: items.toReversed() };
}

async function subjectOf(library: Library, question: TimelineQuestion): Promise<Subject | Page> {
  const { about } = question;
  if (about === undefined) return { filter: {}, name: undefined, about, buttons: [] };
  const topic = await library.topics.find(idIn(about) ?? about);
  const exactly =
    topic !== null && [topic.id, topic.label].some(name => sameWords(name, idIn(about) ?? about));
  const meant = await resolvePerson(library, about, name => ({ ...question, about: name }));
  if ('person' in meant && !(exactly && idIn(about) === undefined)) {
    const { id, name } = meant.person;
    const button = askButton([{ messageKey: 'button-who', args: { name } }], { kind: 'who', name: `#${id}` });
    return { filter: { person: id }, name, about: `#${id}`, buttons: [[button], ...meant.others] };
  }
  if (topic !== null && (exactly || !('page' in meant) || meant.fits === 0)) {
    const button = askButton([{ messageKey: 'button-topic', args: { topic: topic.label } }], {
      kind: 'topic',
      topic: `#${topic.id}`,
    });
    return { filter: { topic: topic.id }, name: topic.label, about: `#${topic.id}`, buttons: [[button]] };
  }
  if ('page' in meant && meant.fits > 0) return meant.page;
  return { filter: { words: about }, name: `“${clip(about, 80)}”`, about, buttons: [] };
}

async function nothing(library: Library, question: TimelineQuestion, subject: Subject): Promise<Page> {
  if ((await library.articles.count()) === 0) return emptyPage();
  const byWords = subject.filter.words !== undefined;
  if (byWords && !question.from && !question.to) {
    const meant = await resolvePerson(library, subject.filter.words!, name => ({ ...question, about: name }));
    if ('page' in meant && meant.page.buttons.length > 0) return meant.page;
  }
  const whole = askButton([{ messageKey: 'button-whole-timeline' }], { kind: 'timeline' });
  if (!question.about && !question.from && !question.to) return note('no-events');
  return note('no-events-for', {}, [[whole]]);
}

function sameWords(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
}
