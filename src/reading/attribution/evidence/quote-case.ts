import { foldName } from '../../../names/fold.ts';
import { type Context, genderOf } from '../../grammar/context.ts';
import type { NounPhrase } from '../../grammar/noun-phrase.ts';
import type { Salience } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import type { ReadPerson } from '../../model/reading.ts';
import type { QuoteSpan } from '../../quotes/quote-span.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import { hasTrailingTag } from './after-quote.ts';
import { unspoken } from './assertion.ts';
import type { AttributionClause } from './attribution-clause.ts';
import { type Attributed, resolveSpeaker, type Speaker, surnameOf } from './coreference.ts';
import { isPutToAnother } from './questions.ts';
import { type Evidence, weigh } from './weighing.ts';

const anyonesTitle = /^m(?:r|rs|s|x|iss)\.?$/;

/**
 * A quote to be attributed with all that the rules may look at. What is costly to find out is found out once,
 * when the first rule asks for it.
 */
export class QuoteCase {
  readonly context: Context;
  readonly salience: Salience;
  readonly quotes: QuoteSpan[];
  readonly at: number;
  readonly quote: QuoteSpan;
  readonly previous: QuoteSpan | undefined;
  readonly next: QuoteSpan | undefined;
  /** The decisions for all earlier quotes, in order. */
  readonly decided: readonly Attributed[];
  readonly paragraphEnd: number;
  /** Indexes of words: the first of the paragraph, the first of the quote's sentence, the first of the quote itself, and the first behind it. */
  readonly sentenceStart: number;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** The first word behind the previous quote of the paragraph, or of the paragraph. */
  readonly floor: number;
  /** Words of its own sentence come before the quote. */
  readonly isLed: boolean;
  #clause: AttributionClause | null | undefined;
  #evidence: Evidence | undefined;
  #resolved = new Map<NounPhrase, Speaker>();

  constructor(
    context: Context,
    salience: Salience,
    quotes: QuoteSpan[],
    at: number,
    decided: readonly Attributed[],
  ) {
    const { words, document } = context;
    const quote = quotes[at]!;
    const paragraph = document.paragraphs[quote.paragraph]!;
    this.context = context;
    this.salience = salience;
    this.quotes = quotes;
    this.at = at;
    this.quote = quote;
    this.previous = quotes[at - 1];
    this.next = quotes[at + 1];
    this.decided = decided;
    this.paragraphEnd = paragraph.end;
    const paragraphStart = wordIndexAt(words, paragraph.start);
    this.floor =
      this.previous?.paragraph === quote.paragraph
        ? wordIndexAt(words, this.previous.outer.end)
        : paragraphStart;
    this.quoteStart = wordIndexAt(words, quote.outer.start);
    this.quoteEnd = wordIndexAt(words, quote.outer.end);
    this.sentenceStart = sentenceStart(context, this.quoteStart, paragraphStart);
    const last = this.quoteStart - 1;
    this.isLed = this.quoteStart > this.floor && !/^[.?!]$/.test(words[last]!.text) && !context.quoted[last];
  }

  /** The decision for the quote before. */
  get last(): Attributed | undefined {
    return this.decided.at(-1);
  }

  /** Two clauses of the sentence name two different speakers, and neither gives way. */
  get hasTwoSpeakers(): boolean {
    return this.#weighed.conflict;
  }

  /** The clause by which the quote is attributed; null where the sentence has none, or two that disagree. */
  get clause(): AttributionClause | null {
    if (this.#clause !== undefined) return this.#clause;
    const found = this.#weighed.clause();
    const cannotSpeak =
      found?.subject && found.pattern !== 'cited' && speakerKind(this.context, found.subject) === null;
    const clause = cannotSpeak
      ? { ...found!, subject: null, speaker: null, impossible: found!.subject }
      : found;
    if (clause) clause.unspoken ??= unspoken(this.context, clause, this);
    this.#clause = clause;
    return clause;
  }

  /** Words behind the quote may name its speaker but were not understood. */
  get hasUnreadTag(): boolean {
    return hasTrailingTag(this.context, this.quote, this.next);
  }

  /** Whom a subject denotes here. */
  resolve(subject: NounPhrase): Speaker {
    let speaker = this.#resolved.get(subject);
    if (speaker) return speaker;
    speaker = resolveSpeaker(this.context, this.salience, subject);
    const isOpen =
      subject.kind === 'person'
        ? this.#isBySurname(subject) && (this.#mayBeNamesake(subject) || this.#isBehindNamesake(subject))
        : subject.kind === 'pronoun' && this.#answersThem(speaker);
    if (isOpen) speaker = { ...speaker, name: null, person: null, kind: 'unnamed' };
    this.#resolved.set(subject, speaker);
    return speaker;
  }

  /** `“Do you regret it?” asked X.`, and `“Every day,” he said.` in the next paragraph: the one who answers is not X. */
  #answersThem({ person }: Speaker): boolean {
    const { context, previous, last, quote } = this;
    const isNext = previous !== undefined && previous.paragraph === quote.paragraph - 1;
    return (
      isNext && person !== null && last?.speaker?.person === person && isPutToAnother(context, previous, last)
    );
  }

  /** Whether a name has no more than one word, the surname: `Anna said` distinguishes Anna from others with her surname. */
  #isBySurname({ from, to, person }: NounPhrase): boolean {
    return to - from === 1 && foldName(this.context.words[from]!.text).endsWith(surnameOf(person!));
  }

  /** Whether a name in one word may mean another of that surname, who spoke last, while its bearer has not spoken yet. */
  #mayBeNamesake({ from, person }: NounPhrase): boolean {
    const last = this.decided.findLast(({ speaker }) => speaker?.person)?.speaker?.person;
    if (!last || last === person || surnameOf(last) !== surnameOf(person!)) return false;
    if (this.#isKnownByTitle(from, person!, last)) return false;
    return !this.decided.some(({ speaker }) => speaker?.person === person);
  }

  /**
   * `Her niece, Anna Lee, said she had died. “…,” Ms Lee said`: whether a surname with a form of address, or one that its
   * bearer was not called by before, may mean another of that surname, whom the paragraph names in full before it and
   * after its bearer.
   */
  #isBehindNamesake({ from, whole, person }: NounPhrase): boolean {
    const { words, index, beginsAt } = this.context;
    if (!person!.name.includes(' ')) return false;
    for (let at = whole.from - 1; at >= 0 && words[at]!.paragraph === words[from]!.paragraph; at--) {
      const named = beginsAt.get(at);
      if (!named) continue;
      if (named.person === person) return false;
      if (named.to - named.from === 1 || surnameOf(named.person) !== surnameOf(person!)) continue;
      // `Marta Lee and her brother, Jan Lee, … Ms Lee`
      const [own, other] = [genderOf(this.context, person!), genderOf(this.context, named.person)];
      if (own && other && own !== other && index.honorifics.get(words[from - 1]?.lower ?? '') === own)
        return false;
      if (this.#isKnownByTitle(from, person!, named.person)) return false;
      const isAddressed = index.honorifics.has(words[from - 1]?.lower ?? '') || whole.from < from;
      const { text, start } = words[from]!;
      const isCalledSo = person!.mentions.some(mention => mention.text === text && mention.start < start);
      return isAddressed || !isCalledSo;
    }
    return false;
  }

  /** `Dr. Marta Lee and her brother, Jan Lee, … Dr. Lee`: the title before a surname is before the full name of one of two. */
  #isKnownByTitle(from: number, person: ReadPerson, other: ReadPerson): boolean {
    const { words, index } = this.context;
    const title = words[from - 1]?.lower ?? '';
    if (!(index.honorifics.has(title) || index.offices.has(title)) || anyonesTitle.test(title)) return false;
    const isTitled = ({ mentions }: ReadPerson) =>
      mentions.some(
        ({ start, text }) => text.includes(' ') && words[wordIndexAt(words, start) - 1]?.lower === title,
      );
    return isTitled(person) && !isTitled(other);
  }

  get #weighed(): Evidence {
    this.#evidence ??= weigh(this);
    return this.#evidence;
  }
}

function sentenceStart(context: Context, to: number, floor: number): number {
  let at = to;
  const sentence = context.words[to - 1]?.sentence;
  while (at > floor && context.words[at - 1]!.sentence === sentence) at--;
  return at;
}
