import { namingVerbs } from '../../grammar/lexicon.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { objectPhrase } from '../../grammar/reporting-verb.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import type { Attributed } from './coreference.ts';
import type { QuoteCase } from './quote-case.ts';

/**
 * Who takes the place of the speaker of the quote before where the sentence leaves its verb out: `X said it was “…” and
 * Y that it was “…”`, `called “…” by X and “…” by Y`. A phrase that names no one where two readings are left.
 */
export function gappedSubject(quoteCase: QuoteCase): NounPhrase | null {
  const { previous, quote, last, floor, sentenceStart } = quoteCase;
  if (!last?.speaker || previous?.paragraph !== quote.paragraph || floor <= sentenceStart) return null;
  return agentBehind(quoteCase) ?? subjectBetween(quoteCase);
}

/** `and “…” by Y`, where the quote before has its agent too. */
function agentBehind({ context, last, quoteEnd, quoteStart }: QuoteCase): NounPhrase | null {
  const { words } = context;
  const by = words[quoteEnd];
  if (by?.lower !== 'by' || by.sentence !== words[quoteStart]!.sentence) return null;
  const agent = hasAgent(last!) ? objectPhrase(context, quoteEnd + 1, words.length) : null;
  return agent && speakerKind(context, agent) !== null ? agent : null;
}

/** Whether the quote before has its speaker behind `by`. */
function hasAgent({ rule, origin }: Attributed): boolean {
  return /-passive-by$/.test(origin ?? rule) || rule === 'name-gapped';
}

/** `and Y that it was “…”`, `and by Y as “…”`: nothing but a subject, or its clause, between two quotes. */
function subjectBetween(quoteCase: QuoteCase): NounPhrase | null {
  const { context, floor, quoteStart, last } = quoteCase;
  const { words } = context;
  let from = floor;
  while (from < quoteStart && /^([,;–—]|and|but|while|or)$/.test(words[from]!.lower)) from++;
  if (words[from]!.lower === 'by' && hasAgent(last!)) {
    const agent = objectPhrase(context, from + 1, quoteStart);
    return agent && speakerKind(context, agent) !== null ? agent : null;
  }
  // `X calls it “…”; to critics, “…”`
  if (from > floor && /^(?:to|for)$/.test(words[from]!.lower)) from++;
  const subject = from < quoteStart ? parseNounPhrase(context, from, quoteStart) : null;
  if (!subject || subject.kind === 'pronoun' || isVerb(context, from)) return null;
  if (words[subject.whole.to]?.lower === 'that')
    return speakerKind(context, subject) === null ? null : subject;
  const isSomeone = /^(?:person|unnamed)$/.test(speakerKind(context, subject) ?? '');
  const { to } = subject.whole;
  const open: NounPhrase = { ...subject, kind: 'described', person: null };
  // `described the sale as “…”, Y as “…”`: Y may describe or be described.
  if (isSomeone && words[to]?.lower === 'as' && to + 1 === quoteStart && words[floor]?.text === ',')
    return open;
  const isAlone = isSomeone && (words[to]?.text === ',' ? to + 1 : to) === quoteStart;
  // `called him “…” and Y “…”`: Y may call or be called; behind `called X “…”` Y is called so too.
  return isAlone && isCalledSomething(quoteCase) ? open : null;
}

/** Whether the quote before is what someone, meant by a pronoun, is called. */
function isCalledSomething({ context: { words, index }, last, previous }: QuoteCase): boolean {
  const verb = last!.cue && index.speech.get(words[last!.cue.from]!.lower);
  const before = words[wordIndexAt(words, previous!.outer.start) - 1];
  return !!verb && namingVerbs.has(verb.base) && !/^(NOUN|PROPN)$/.test(before?.pos ?? '');
}
