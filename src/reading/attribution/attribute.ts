import type { Context } from '../grammar/context.ts';
import { salienceOf } from '../grammar/salience.ts';
import type { ReadPerson, ReadQuote } from '../model/reading.ts';
import { excerptParagraphs } from '../quotes/excerpts.ts';
import type { QuoteSpan } from '../quotes/quote-span.ts';
import { addresses, reportsAnother, sentences, speaksOf, speaksOfAlike } from './evidence/address.ts';
import type { Attributed } from './evidence/coreference.ts';
import { QuoteCase } from './evidence/quote-case.ts';
import { atSecondHand } from './rules/hearsay.ts';
import { isMatch, type Outcome, type Rule } from './rules/rule.ts';
import { rules } from './rules/rules.ts';

/** Is handed every step by which the speakers of an article are found, in order. */
export type Recorder = {
  /** The next run in quote marks is looked at. */
  begin(quoteCase: QuoteCase): void;
  tried(rule: Rule, outcome: Outcome): void;
  /** What was decided at first is changed by its surroundings. */
  revised(at: number, because: string): void;
  /** The run counts as this quote, or as no quote at all. `at` counts the runs from 0. */
  ended(at: number, decided: Attributed, quote: ReadQuote | null): void;
};

const undecided: Attributed = { speaker: null, cue: null, rule: 'none' };

/** The speaker of each quote, in the order of the quotes: the first rule that matches decides. */
export function attribute(context: Context, quotes: QuoteSpan[], recorder?: Recorder): Attributed[] {
  if (quotes.length === 0) return [];
  const salience = salienceOf(context);
  const excerpts = excerptParagraphs(context.document.input, context.document.paragraphs);
  const decided: Attributed[] = [];
  for (const [at, quote] of quotes.entries()) {
    const quoteCase = new QuoteCase(context, salience, quotes, at, decided);
    recorder?.begin(quoteCase);
    let found = decide(quoteCase, recorder);
    if (excerpts.has(quote.paragraph) && found.speaker?.name) {
      found = atSecondHand(found);
      recorder?.revised(at, 'the paragraph is an excerpt from another text');
    }
    if (found.speaker?.person && addresses(context, quote, found.speaker.person)) {
      found = { speaker: null, cue: found.cue, rule: 'addressed' };
      recorder?.revised(at, 'the quote addresses the one who would be its speaker by name');
    }
    const doubt = found.speaker?.person && doubtOf(context, quote, found, found.speaker.person);
    if (doubt) {
      found = { ...found, speaker: { ...found.speaker!, name: null, person: null, kind: 'unnamed' } };
      recorder?.revised(at, doubt);
    }
    decided.push(found);
  }
  return withLaterSpeakers(quotes, decided, recorder);
}

/** Why the words of a quote are unlikely to be those of a person who is only found to be its speaker; null if they may be. */
function doubtOf(context: Context, quote: QuoteSpan, found: Attributed, person: ReadPerson): string | null {
  if (!isOnlyFound(found)) return null;
  if (speaksOf(context, quote, person)) return 'the quote speaks by name of the one who would be its speaker';
  if (sentences(context, quote, person))
    return 'the quote speaks of a sentence, and the one who would be its speaker is sentenced';
  if (found.speaker && speaksOfAlike(context, quote, found.speaker.from))
    return 'the quote speaks of another by the same pronoun, and two are named before whom it fits';
  return isBySentenceBefore(found) && reportsAnother(context, quote)
    ? 'the quote reports the words of another, who may be the one before'
    : null;
}

/** Whether the words that attribute a quote do not name its speaker, who is found by what comes before. */
function isOnlyFound({ rule }: Attributed): boolean {
  return /^(pronoun|description|paragraph)-|-before$/.test(rule) && rule !== 'name-before';
}

function isBySentenceBefore({ rule }: Attributed): boolean {
  return rule === 'sentence-before' || rule === 'paragraph-before';
}

function decide(quoteCase: QuoteCase, recorder?: Recorder): Attributed {
  for (const rule of rules) {
    const outcome = rule.match(quoteCase);
    recorder?.tried(rule, outcome);
    if (!isMatch(outcome)) continue;
    const { speaker, cue, origin, citedBy } = outcome;
    return {
      speaker,
      cue,
      rule: rule.id,
      ...(origin !== undefined && { origin }),
      ...(citedBy && { citedBy }),
    };
  }
  return undecided;
}

/**
 * A quote that goes on in the next paragraph has the speaker who is named there. Where the text has lost other
 * marks, the closing one may just be lost too.
 */
function withLaterSpeakers(quotes: QuoteSpan[], decided: Attributed[], recorder?: Recorder): Attributed[] {
  if (quotes.some(quote => quote.style.startsWith('lost'))) return decided;
  for (let at = quotes.length - 2; at >= 0; at--) {
    const [quote, next] = [quotes[at]!, quotes[at + 1]!];
    const later = decided[at + 1]!;
    const goesOn = quote.continues && next.paragraph === quote.paragraph + 1;
    if (!goesOn || decided[at]!.rule !== 'none' || !later.speaker) continue;
    const { speaker, cue } = later;
    const found = { speaker, cue, rule: 'paragraph-goes-on', origin: later.origin ?? later.rule };
    decided[at] = found;
    recorder?.revised(at, 'the next paragraph goes on with it and says who speaks');
  }
  return decided;
}
