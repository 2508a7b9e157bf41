import { titledFrom } from '../../grammar/clause.ts';
import type { Context, WordRange } from '../../grammar/context.ts';
import { namingVerbs, subordinators } from '../../grammar/lexicon.ts';
import { mainClauseStart } from '../../grammar/main-clause.ts';
import { isVerb, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { speechAt } from '../../grammar/reporting-form.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import type { Attributed, Speaker } from '../evidence/coreference.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';

/** `While X called it “…,” Y kept to the “…”`: the quote before is in a clause in front of the main one, which is about another. */
export function opensMainClause(quoteCase: QuoteCase, { speaker }: Attributed): boolean {
  const { context, previous, sentenceStart, quoteStart } = quoteCase;
  const { words, beginsAt } = context;
  const end = wordIndexAt(words, previous!.outer.end);
  const next = words[end]?.text === ',' ? end + 1 : end;
  if (subordinators.has(words[sentenceStart]!.lower) && beginsAt.has(next))
    return beginsAt.get(next)!.person !== speaker!.person;
  if (next > end && isSetIn(quoteCase, speaker!) && startsClause(context, next, quoteStart)) return true;
  // `To X’s claim that it was “…”, Y had an answer: “…”`
  const other = words[quoteStart - 1]!.text === ':' ? parseNounPhrase(context, next, quoteStart) : null;
  if (other?.kind === 'person' && other.person !== speaker!.person && isVerb(context, other.whole.to))
    return true;
  const main = mainClauseStart(context, sentenceStart, quoteStart);
  if (main < end) return false;
  const subject = parseNounPhrase(context, main, quoteStart);
  return subject !== null && subject.kind !== 'pronoun' && subject.person !== speaker!.person;
}

/** `Y said that, while X called it “…”, it was “…”`: whether the clause of a speaker is set into another. */
function isSetIn({ context, sentenceStart }: QuoteCase, { from }: Speaker): boolean {
  const link = titledFrom(context, from, sentenceStart) - 1;
  return link > sentenceStart && /^(?:while|although|though|whereas)$/.test(context.words[link]!.lower);
}

function startsClause(context: Context, from: number, to: number): boolean {
  const subject = parseNounPhrase(context, from, to);
  return subject !== null && subject.whole.to < to && isVerb(context, subject.whole.to);
}

/** `X said, and her husband cut in.`: what follows is another's. */
export function interrupts(context: Context, decided: Attributed, to: number): boolean {
  const { words } = context;
  for (let at = decided.cue?.to ?? to; at < to; at++) {
    if (!/^(and|but)$/.test(words[at]!.lower) || words[at + 1]?.lower === 'that') continue;
    const other = isVerb(context, at + 1) ? null : parseNounPhrase(context, at + 1, to);
    if (
      other &&
      speakerKind(context, other) !== null &&
      other.person !== decided.speaker!.person &&
      other.kind !== 'pronoun' &&
      words[other.to] &&
      other.to < to &&
      isVerb(context, other.to) &&
      // `X said it was “…” and Y would “…”`: what X foretells of Y.
      !(words[other.to]!.lower === 'would' && isReported(context, decided.cue!, at))
    )
      return true;
  }
  return false;
}

/** `X said it was “…” and Y would`: whether the verb before the quote reports a whole clause, to which more may be joined. */
function isReported(context: Context, cue: WordRange, to: number): boolean {
  const verb = speechAt(context, cue.from);
  if (!verb?.bare || namingVerbs.has(verb.base)) return false;
  for (let at = cue.to; at < to && !context.quoted[at]; at++) if (isVerb(context, at)) return true;
  return false;
}
