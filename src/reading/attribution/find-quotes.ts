import { type Context, contextOf } from '../grammar/context.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { nameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { ReadPerson, ReadQuote } from '../model/reading.ts';
import { type QuoteSpan, quoteSpans } from '../quotes/spans.ts';
import { attribute } from './attribute.ts';
import { confidenceOf } from './confidence.ts';
import type { Attributed } from './evidence/coreference.ts';
import { isNameInMarks, isTerm, kindOfQuote } from './kind.ts';

/** Below this a speaker is not told: the words that may name one are kept, the name is not. */
export const minConfidence = 0.8;

/**
 * The quotes of the body in order, each with its speaker as far as the text tells one. A quote that nobody is
 * said to have spoken has `speaker: null`; one whose speaker the text does not name has `name: null` and the
 * words used instead.
 * @param people those that `findPeople` found in the same document
 */
export function findQuotes(document: Document, people: ReadPerson[], knowledge: Knowledge): ReadQuote[] {
  const context = contextOf(document, people, nameIndex(knowledge));
  const runs = quoteSpans(context).filter(run => !isNameInMarks(context, run));
  const told = attribute(context, runs);
  return runs.flatMap((run, at) => {
    const kind = kindOfQuote(context, run);
    return isTerm(context, run, told[at]!, kind) ? [] : [quoteOf(context, run, told[at]!, kind)];
  });
}

function quoteOf(context: Context, run: QuoteSpan, told: Attributed, kind: 'direct' | 'partial'): ReadQuote {
  const { input } = context.document;
  const confidence = confidenceOf(told);
  const { speaker, cue } = told;
  const isSure = confidence >= minConfidence;
  return {
    start: run.start,
    end: run.end,
    text: input.slice(run.start, run.end),
    kind,
    speaker: speaker && {
      name: isSure ? speaker.name : null,
      person: isSure ? (speaker.person?.id ?? null) : null,
      ...span(context, speaker.from, speaker.to),
    },
    cue: cue && span(context, cue.from, cue.to),
    rule: told.rule,
    confidence,
  };
}

function span(context: Context, from: number, to: number): { text: string; start: number; end: number } {
  const { start } = context.words[from]!;
  const { end } = context.words[to - 1]!;
  return { text: context.document.input.slice(start, end), start, end };
}
