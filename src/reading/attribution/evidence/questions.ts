import { type Context, hasWord, speechVerb, type WordRange } from '../../grammar/context.ts';
import * as lexicon from '../../grammar/lexicon.ts';
import type { SpeechVerb } from '../../knowledge/name-index.ts';
import type { QuoteSpan } from '../../quotes/quote-span.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import type { Setting } from './attribution-clause.ts';
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

/** `Did X say “…”?`, `Nor did X say “…”` */
export function isQuestion({ context, start, subject, verb, isLeadIn }: Setting): boolean {
  if (!isLeadIn || subject.from >= verb) return false;
  const { words } = context;
  let first = /^(and|but|so|or|nor|never|yet)$/.test(words[start]!.lower) ? start + 1 : start;
  if (/^(when|where|why|how|what|who)$/.test(words[first]!.lower)) first++;
  const isAsked = lexicon.questionAuxiliaries.has(words[first]!.lower) && subject.from - first <= 2;
  return isAsked && subject.from > first;
}

/** `Asked whether the wall was “…”, X said nothing`: a few words of the question. */
export function isAskedAbout(setting: Setting): boolean {
  return (
    lexicon.askedParticiples.has(setting.context.words[setting.main]!.lower) && isWordsOfOpening(setting)
  );
}

/** The quote is a few words of the phrase that the sentence opens with. */
function isWordsOfOpening({ context: { words }, main, quote, isLeadIn }: Setting): boolean {
  if (isLeadIn || quote <= main) return false;
  return !/^[.,:;?!]$/.test(words[quote - 1]!.text) && !words[quote + 1]?.isCapitalized;
}

/** `Accused of being “…”, X laughed`, `Against charges that it was “…”, X pointed out`: what others say of the subject. */
export function isSaidOfSubject(setting: Setting): boolean {
  if (!isWordsOfOpening(setting)) return false;
  const { context, main, quote } = setting;
  const { pos, lower } = context.words[main]!;
  // A participle may pass for a name where a capital begins it.
  const isUndergone =
    /(?:[a-z]{3}ed|told|shown)$/.test(lower) &&
    /^(?:VERB|ADJ|PROPN)$/.test(pos) &&
    !context.beginsAt.has(main);
  const isPhrase = pos === 'ADP' || lower === 'despite' || lower === 'amid';
  return isUndergone || (isPhrase && hasWord(context, main, quote, lexicon.claimNouns));
}
