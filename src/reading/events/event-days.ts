import type { Document, Sentence } from '../model/document.ts';
import type { ReadDate, ReadEvent, ReadQuote } from '../model/reading.ts';
import { precedingClause } from '../text/within.ts';
import { tenseAt } from '../tokens/tense.ts';

/** A day that a sentence tells something of, as an event has it. */
export type EventDay = Pick<ReadEvent, 'date' | 'precision' | 'until' | 'approximate' | 'planned'>;

const precisions: Record<number, EventDay['precision']> = { 10: 'day', 7: 'month', 4: 'year' };

/** A year is told in passing after these: nothing is said to have happened in it. */
const inPassing =
  /(?:\b(?:since|from|by|until|than|of|the|before|after|to|and|for|between|an?|his|her|its|their)|['’]s)[\s-]$/i;

/** So do these with longer names of years: `since the 1990s`, but not `in the 1990s`. */
const outside = /\b(?:since|from|by|until|than|before|after|for|between)\s(?:the\s)?$/i;

/** A day after these is that of something else: `since October 7`, `after Hamas’ October 7 attack`. */
const beside =
  /\b(?:[Bb]efore|[Aa]fter|[Ss]ince|[Aa]head of|[Pp]rior to|[Ff]ollowing|[Ii]n response to|[Ii]n the wake of)$/;

/** Whether such words end here, or stand before up to four words of whose it is. */
function isBeside(before: string): boolean {
  const words = before.split(/\s+/);
  if (words.pop() !== '') return false;
  const opens = () => beside.test(words.join(' '));
  if (opens()) return true;
  const last = words.pop() ?? '';
  if (/^(?:the|his|her|its|their)$/.test(last)) return opens();
  if (!/^[\p{L}.-]+['’]s?$/u.test(last)) return false;
  for (let passed = 0; passed <= 3; passed++) {
    if (opens()) return true;
    if (!/^[\p{L}.-]+$/u.test(words.pop() ?? '')) return false;
  }
  return false;
}

/** `since the attack on October 7`. */
function isSinceThen(before: string): boolean {
  const clause = precedingClause(before);
  return /\b[Ss]ince\s/.test(clause) && /\s(?:on|of|in)\s$/.test(clause);
}

/** Words that mean another day in somebody's mouth than in the article. */
const spoken = /^(?:today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))$/i;

/** Whether a day may be one on which something happened, or will. */
export function datesEvent(
  input: string,
  date: ReadDate,
  quoteOver: (offset: number) => ReadQuote | undefined,
): boolean {
  if (date.value === null) return false;
  if (spoken.test(date.text) && (quoteOver(date.start + 1)?.end ?? 0) >= date.end) return false;
  const before = input.slice(Math.max(0, date.start - 60), date.start);
  return !isBeside(before) && !isSinceThen(before);
}

/** The days that a sentence tells of, each once: of years only where it has nothing nearer. */
export function eventDays(document: Document, sentence: Sentence, dates: ReadDate[]): EventDay[] {
  const { input } = document;
  const own = dates.filter(date => !isOfNoun(input, date));
  const named = dates.filter(date => isTold(input.slice(sentence.start, date.start)));
  const found = (own.length > 0 ? own : named).filter(
    date => !isYear(date) || (dates.every(isYear) && !isNamedInPassing(input, date)),
  );
  return [...new Map(found.map(date => [date.value!, date])).values()].map(date => {
    const [from, until] = date.value!.split('/') as [string, string | undefined];
    return {
      date: from,
      precision: precisions[from.length]!,
      ...(until !== undefined && { until }),
      ...(date.approximate && { approximate: true as const }),
      ...(isPlanned(document, sentence, date, from) && { planned: true as const }),
    };
  });
}

const isYear = ({ value }: ReadDate) => /^\d{4}(?:\/\d{4})?$/.test(value!);

const isNamedInPassing = (input: string, { start, text }: ReadDate) =>
  (/^\d{4}$/.test(text) ? inPassing : outside).test(input.slice(Math.max(0, start - 12), start));

/** `Saturday’s attack`, `the October 7 attack`: the day tells which attack is spoken of. */
function isOfNoun(input: string, { start, end }: ReadDate): boolean {
  const after = input.slice(end, end + 4);
  if (/^['’]s\s/.test(after)) return true;
  return (
    /(?:\b(?:the|a|an|his|her|its|their)|\p{L}['’]s)\s+$/iu.test(
      input.slice(Math.max(0, start - 20), start),
    ) && /^\s+\p{Ll}/u.test(after)
  );
}

/** Of a thing told by its day something is said where the sentence begins with it, or happens in it. */
const isTold = (before: string) =>
  /(?:^|\b(?:[Ii]n|[Dd]uring|[Aa]t)\s+)(?:[Tt]he|[Aa]n?|\p{L}+['’]s)$|^$|\b(?:[Ii]n|[Dd]uring|[Aa]t)$/u.test(
    before.trimEnd(),
  );

/** What lies ahead of the article, or on its own day and the verb looks ahead. */
function isPlanned(document: Document, sentence: Sentence, date: ReadDate, from: string): boolean {
  const tense = tenseAt(sentence, date);
  const ahead = tense === 'future' || tense === 'planned';
  const published = document.published.date?.slice(0, from.length);
  return published === undefined ? ahead : from > published || (from === published && ahead);
}
