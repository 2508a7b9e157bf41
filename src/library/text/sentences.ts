import type { Reading, Span } from '../../reading/model/reading.ts';
import { oneLine } from './fold.ts';

/** A sentence of a stored reading with its offsets, as it is shown. */
export type StoredSentence = Span & { text: string };

/** What a reading's sentences are made of. */
export type ReadText = Pick<Reading, 'text' | 'input' | 'sentences'>;

/** The text that a reading's offsets refer to. */
export function inputOf(reading: Pick<Reading, 'text' | 'input'>): string {
  return reading.input ?? reading.text;
}

/** The sentences as shown: run-together words are split if the reader found any. */
export function sentencesOf(reading: ReadText): StoredSentence[] {
  return reading.sentences.map(sentence => ({
    start: sentence.start,
    end: sentence.end,
    text: sentenceText(reading, sentence),
  }));
}

/** One of a reading's sentences as shown. */
export function sentenceText(reading: ReadText, { start, end, text }: Reading['sentences'][number]): string {
  return text ?? oneLine(inputOf(reading).slice(start, end));
}

/** The index of the sentence that contains an offset, or -1. Sentences are in order. */
export function sentenceIndexAt(sentences: readonly Span[], place: number): number {
  let [low, high] = [0, sentences.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle]!;
    if (place < sentence.start) high = middle - 1;
    else if (place >= sentence.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The headline, or how the article begins. */
export function headingOf(reading: Reading): string {
  const heading = reading.title ?? sentencesOf(reading)[0]?.text ?? oneLine(reading.text.slice(0, 200));
  return heading.length <= 140 ? heading : `${heading.slice(0, heading.lastIndexOf(' ', 139))}…`;
}
