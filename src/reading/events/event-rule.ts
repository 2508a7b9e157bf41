import type { Sentence } from '../model/document.ts';
import type { ReadDate } from '../model/reading.ts';

/** A date in its sentence, as the rules look at it. */
export type DateInSentence = {
  sentence: Sentence;
  date: ReadDate;
  text: string;
  /** The words before the date, back to the mark that begins their clause. */
  clause: string;
  /** The text after the date. */
  after: string;
};

/** Whether a date is a month, a year or more, rather than days. */
export const isPeriod = ({ value }: ReadDate): boolean => !/^\d{4}-\d\d-\d\d/.test(value ?? '');

/** A reason for which a sentence reports nothing of a date in it. */
export type EventRule = { name: string; applies(at: DateInSentence): boolean };
