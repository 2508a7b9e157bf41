import { personDescribed } from '../descriptions/descriptions.ts';
import { resolvePronoun } from '../grammar/antecedent.ts';
import { contextOf, markQuoted } from '../grammar/context.ts';
import { salienceOf } from '../grammar/salience.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { nameIndex } from '../knowledge/name-index.ts';
import type { Document, Sentence, Span } from '../model/document.ts';
import type { ReadDate, ReadEvent, ReadPerson, ReadQuote } from '../model/reading.ts';
import { withPlainBlanks } from '../text/lines.ts';
import { cleanSentence } from '../tokens/clean-text.ts';
import { wordIndexAt } from '../tokens/words.ts';
import { peopleOfDays } from './clause-people.ts';
import { datesEvent, type EventDay, eventDays, isOfDateline } from './event-days.ts';
import { mainEvents } from './main-events.ts';
import { reports } from './reports.ts';
import { undatedLead } from './undated-lead.ts';

/**
 * The sentences of the body that report what happened, or will, on a day, in a month or in a year; one event
 * per day; the first sentence may do so without naming a day. A day mentioned in passing (`since October 7`) and a "today" inside a quote make no event. If a sentence
 * begins inside a quote, the event includes the sentences from the start of that quote; the person that a leading
 * `he` or `she` refers to is among its people.
 */
export function findEvents(
  document: Document,
  dates: ReadDate[],
  people: ReadPerson[],
  quotes: ReadQuote[],
  knowledge: Knowledge,
): ReadEvent[] {
  const mentions = people.flatMap(person => person.mentions.map(mention => ({ ...mention, id: person.id })));
  mentions.sort((a, b) => a.start - b.start);
  const plain = { ...document, input: withPlainBlanks(document.input) };
  const days = grouped(
    dates.filter(
      date =>
        !isOfDateline(document.input, date) &&
        datesEvent(plain.input, date, offset => quoteOver(offset, quotes)),
    ),
    document.sentences,
  );
  const named = grouped(mentions, document.sentences);
  const isMain = mainEvents(document);
  const meant = pronounsOf(document, people, quotes, knowledge);
  return document.sentences.flatMap((sentence, index) => {
    const reported = days.get(index)?.filter(date => reports(plain.input, sentence, date)) ?? [];
    const lead = undatedLead(document, sentence, index, reported);
    const eventTimes = lead ? [lead] : eventDays(plain, sentence, reported);
    if (eventTimes.length === 0 || document.paragraphs[sentence.paragraph]?.kind === 'heading') return [];
    const whole = withQuote(document.sentences, index, quotes);
    const person = meant(sentence);
    const those = peopleOfEach(document, sentence, eventTimes, reported, named.get(index) ?? []);
    return eventTimes.map((day, at) => ({
      ...day,
      ...(isMain(sentence, index, day) && { main: true as const }),
      start: whole[0]!.start,
      end: sentence.end,
      text: whole.map(one => cleanSentence(document.input, one)).join(' '),
      people: [...new Set([...(person === null ? [] : [person]), ...those[at]!])],
    }));
  });
}

/** The people of what a sentence reports, for each of its days. */
function peopleOfEach(
  { input }: Document,
  sentence: Sentence,
  days: EventDay[],
  dates: ReadDate[],
  mentions: (Span & { id: string })[],
): string[][] {
  const everyone = mentions.map(({ id }) => id);
  if (days.length < 2 || mentions.length < 2) return days.map(() => everyone);
  const spans = days.flatMap(({ date, until }) => {
    const value = until === undefined ? date : `${date}/${until}`;
    return dates.findLast(each => each.value === value) ?? [];
  });
  return spans.length === days.length
    ? peopleOfDays(input, sentence, spans, mentions)
    : days.map(() => everyone);
}

/** UTF-16 code units of a quote and its sentence that an event may include. */
const longestEvent = 600;

/** A sentence, preceded by those of its paragraph back to the start of the quote that it begins in. */
function withQuote(sentences: Sentence[], index: number, quotes: ReadQuote[]): Sentence[] {
  const sentence = sentences[index]!;
  const quote = quoteOver(sentence.start, quotes);
  let first = index;
  while (
    quote &&
    first > 0 &&
    sentences[first]!.start > quote.start &&
    sentences[first - 1]!.paragraph === sentence.paragraph &&
    sentence.end - sentences[first - 1]!.start <= longestEvent
  )
    first--;
  return sentences.slice(index - first > mostBefore ? index : first, index + 1);
}

/** Sentences of a quote before the dated one; beyond that the event is the dated sentence alone. */
const mostBefore = 30;

/** The quote that begins before an offset and ends after it; quotes are in order and not nested. */
function quoteOver(offset: number, quotes: ReadQuote[]): ReadQuote | undefined {
  let [low, high] = [0, quotes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  const last = quotes[low - 1];
  return last && last.end > offset ? last : undefined;
}

/** Resolves the `he` or `she` that a sentence begins with. The context for it is built once, on first use. */
function pronounsOf(document: Document, people: ReadPerson[], quotes: ReadQuote[], knowledge: Knowledge) {
  let made: { context: ReturnType<typeof contextOf>; focus: ReturnType<typeof salienceOf> } | null = null;
  return (sentence: Sentence): string | null => {
    const pronoun = /^(?:(?:[Oo]n|[Ii]n|[Aa]t) [^,]{1,40}, )?(s?he)\b/i.exec(
      document.input.slice(sentence.start, Math.min(sentence.end, sentence.start + 60)),
    );
    if (!pronoun) return null;
    if (!made) {
      const context = contextOf(document, people, nameIndex(knowledge));
      markQuoted(context, quotes);
      made = { context, focus: salienceOf(context) };
    }
    const { context, focus } = made;
    const at = wordIndexAt(context.words, sentence.start + pronoun[0].length - pronoun[1]!.length);
    if (!context.words[at] || context.quoted[at]) return null;
    const gender = pronoun[1]!.toLowerCase() === 'he' ? 'm' : 'f';
    const described = (subject: Parameters<typeof personDescribed>[1]) => personDescribed(context, subject);
    return resolvePronoun(context, focus, at, gender, described)?.id ?? null;
  };
}

/** Entries by the index of the sentence that contains them; both lists are in order. */
function grouped<Entry extends Span>(entries: Entry[], sentences: Sentence[]): Map<number, Entry[]> {
  const groups = new Map<number, Entry[]>();
  let index = 0;
  for (const entry of entries) {
    while (index < sentences.length && sentences[index]!.end <= entry.start) index++;
    if (index === sentences.length) break;
    if (entry.start >= sentences[index]!.start) groups.set(index, [...(groups.get(index) ?? []), entry]);
  }
  return groups;
}
