import { textOf, type WeighedAntecedent } from '../grammar/context.ts';
import type { ReadQuote } from '../model/reading.ts';
import type { Recorder } from './attribute.ts';
import { type Factor, factorsOf, minConfidence } from './confidence.ts';
import type { Attributed } from './evidence/coreference.ts';
import type { QuoteCase } from './evidence/quote-case.ts';
import { isMatch, type Outcome, type Rule, reasonText } from './rules/rule.ts';

/** Why one quote has its speaker. */
export type ExplainedQuote = {
  /** Null where the run in quote marks counts as a term and no quote. */
  quote: ReadQuote | null;
  /** The words around and in the quote: its sentence, or the part of it that matters. */
  before: string;
  text: string;
  after: string;
  /** The rules tried, in order; the last one matched if any did. */
  tried: { rule: string; says: string; matched: boolean; because: string }[];
  /** What changed the decision afterwards. */
  revised: string[];
  /** The words taken as the subject of the reporting verb. */
  subject: string | null;
  /** Who was weighed for each pronoun, in turn; `name` is null where the search ended with no one. */
  antecedents: { pronoun: string; name: string | null; taken: boolean; because: string }[];
  factors: Factor[];
  /** The name that was found but is not shown, since the confidence is too low. */
  withheld: string | null;
  /** The words spell the name otherwise than the article does elsewhere. */
  isMisspelled: boolean;
};

/** How many characters around a quote are shown at most. */
const most = 240;

/** Records how the quotes of one article are decided. */
export class Explanation implements Recorder {
  readonly quotes: ExplainedQuote[] = [];
  #case: QuoteCase | null = null;

  begin(quoteCase: QuoteCase): void {
    this.#case = quoteCase;
    const { outer, start, end } = quoteCase.quote;
    const { input } = quoteCase.context.document;
    const [from, to] = sentenceAround(quoteCase);
    this.quotes.push({
      quote: null,
      before: input.slice(Math.max(from, outer.start - most), outer.start),
      text: input.slice(start, end),
      after: input.slice(outer.end, Math.min(to, outer.end + most)),
      tried: [],
      revised: [],
      subject: null,
      antecedents: [],
      factors: [],
      withheld: null,
      isMisspelled: false,
    });
  }

  tried({ id, says }: Rule, outcome: Outcome): void {
    const matched = isMatch(outcome);
    const because = reasonText(matched ? outcome.because : outcome.abstains);
    this.quotes.at(-1)!.tried.push({ rule: id, says, matched, because });
    const subject = this.#case?.clause?.subject;
    if (matched && subject)
      this.quotes.at(-1)!.subject = textOf(this.#case!.context, subject.whole.from, subject.whole.to);
  }

  weighed({ pronoun, person, taken, because }: WeighedAntecedent): void {
    const { antecedents } = this.quotes.at(-1)!;
    const words = textOf(this.#case!.context, pronoun, pronoun + 1);
    const name = person?.name ?? null;
    const isKnown = antecedents.some(
      other => other.pronoun === words && other.name === name && other.because === because,
    );
    if (!isKnown) antecedents.push({ pronoun: words, name, taken, because });
  }

  revised(at: number, because: string): void {
    this.quotes[at]!.revised.push(because);
  }

  ended(at: number, decided: Attributed, quote: ReadQuote | null): void {
    const explained = this.quotes[at]!;
    explained.quote = quote;
    explained.factors = factorsOf(decided);
    explained.isMisspelled = decided.speaker?.misspelled ?? false;
    if (quote?.speaker && quote.confidence < minConfidence)
      explained.withheld = decided.speaker?.name ?? null;
  }
}

/** Where the sentence or sentences of a quote begin and end, in the text. */
function sentenceAround({ context, quote }: QuoteCase): [number, number] {
  const { sentences, input } = context.document;
  const own = sentences.filter(({ start, end }) => start < quote.outer.end && end > quote.outer.start);
  const [first, last] = [own[0], own.at(-1)];
  return [first?.start ?? 0, last?.end ?? input.length];
}
