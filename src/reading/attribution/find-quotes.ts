import { type Context, contextOf } from '../grammar/context.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { nameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import type { ReadPerson, ReadQuote, ReadSpeaker } from '../model/reading.ts';
import type { QuoteSpan } from '../quotes/quote-span.ts';
import { quoteSpans } from '../quotes/spans.ts';
import { attribute } from './attribute.ts';
import { confidenceOf, minConfidence } from './confidence.ts';
import type { Attributed, Speaker } from './evidence/coreference.ts';
import type { Explanation } from './explanation.ts';
import { isNameInMarks, isTerm, kindOfQuote } from './kind.ts';

/**
 * The quotes of the body in order, each with its speaker as far as the text names one. A quote that no one is
 * said to have spoken has `speaker: null`; one whose speaker the text does not name has `name: null` and the
 * words used instead.
 * @param people those that `findPeople` found in the same document
 * @param explanation is handed every step, where an explanation is wanted
 */
export function findQuotes(
  document: Document,
  people: ReadPerson[],
  knowledge: Knowledge,
  explanation?: Explanation,
): ReadQuote[] {
  const context = contextOf(document, people, nameIndex(knowledge));
  if (explanation) context.onAntecedent = weighed => explanation.weighed(weighed);
  const runs = quoteSpans(context).filter(run => !isNameInMarks(context, run));
  const attributed = attribute(context, runs, explanation);
  return runs.flatMap((run, at) => {
    const kind = kindOfQuote(context, run);
    const decided = attributed[at]!;
    const quote = isTerm(context, run, decided, kind) ? null : quoteOf(context, run, decided, kind);
    explanation?.ended(at, decided, quote);
    return quote ?? [];
  });
}

function quoteOf(
  context: Context,
  run: QuoteSpan,
  decided: Attributed,
  kind: 'direct' | 'partial',
): ReadQuote {
  const { input } = context.document;
  const confidence = confidenceOf(decided);
  const { speaker, cue, citedBy } = decided;
  const isSure = confidence >= minConfidence;
  return {
    start: run.start,
    end: run.end,
    text: input.slice(run.start, run.end),
    kind,
    speaker: speaker && shown(context, speaker, isSure),
    cue: cue && span(context, cue.from, cue.to),
    ...(citedBy && { citedBy: shown(context, citedBy, true) }),
    rule: decided.rule,
    confidence,
  };
}

/** A speaker, without the name if it is not sure enough. */
function shown(context: Context, { name, person, kind, from, to }: Speaker, isSure: boolean): ReadSpeaker {
  return {
    name: isSure ? name : null,
    person: isSure ? (person?.id ?? null) : null,
    kind: name !== null && !isSure ? 'unnamed' : kind,
    ...span(context, from, to),
  };
}

function span(context: Context, from: number, to: number): { text: string; start: number; end: number } {
  const { start } = context.words[from]!;
  const { end } = context.words[to - 1]!;
  return { text: context.document.input.slice(start, end), start, end };
}
