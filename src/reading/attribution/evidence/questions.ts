import { type Context, speechVerb, type WordRange } from '../../grammar/context.ts';
import type { SpeechVerb } from '../../knowledge/name-index.ts';
import type { QuoteSpan } from '../../quotes/quote-span.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import type { Attributed } from './coreference.ts';

/** Fewer answers than this make no interview. */
export const fewestAnswers = 2;

/** Where the paragraph begins that is a question without marks right before a quote that begins its own paragraph; -1 where none is. */
export function questionBefore(
  { words, document, quoted }: Context,
  { paragraph, outer, style }: QuoteSpan,
): number {
  const { paragraphs } = document;
  const question = paragraphs[paragraph - 1];
  if (!question || style !== 'marks' || outer.start > paragraphs[paragraph]!.start + 1) return -1;
  const last = wordIndexAt(words, paragraphs[paragraph]!.start) - 1;
  const isQuestion = words[last]?.paragraph === paragraph - 1 && words[last]!.text === '?' && !quoted[last];
  return isQuestion ? question.start : -1;
}

/** `asked her why she stayed`, `asked Y for a year’s rent`, not `asked her a question`, `asked for calm`: what another is to answer. */
export function asksIndirectly(context: Context, cue: WordRange, end: number): boolean {
  const verb = speechVerb(context, cue.from);
  if (!verb || !asks(verb)) return false;
  let isAddressed = false;
  for (let at = cue.to; at < Math.min(end, cue.to + 8); at++) {
    const { lower } = context.words[at]!;
    if (questionWords.has(lower) || (isAddressed && lower === 'for')) return true;
    isAddressed ||= context.beginsAt.has(at);
  }
  return false;
}

const questionWords: ReadonlySet<string> = new Set(
  'if whether why what how where when who which about'.split(' '),
);

/** Whether a verb reports a question. */
export function asks({ base }: SpeechVerb): boolean {
  return /^(ask|question|wonder|inquire|enquire)$/.test(base);
}

/** Whether a quote is a question that someone puts to another: by a verb of asking, or as a turn of a transcript. */
export function isPutToAnother(
  context: Context,
  { end }: QuoteSpan,
  { cue, rule }: Pick<Attributed, 'cue' | 'rule'>,
): boolean {
  if (context.document.input[end - 1] !== '?') return false;
  const verb = cue === null ? null : speechVerb(context, cue.from);
  return verb === null ? rule === 'name-colon' : asks(verb);
}
