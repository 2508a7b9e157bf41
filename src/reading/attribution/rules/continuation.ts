import { type Context, genderOf, textOf } from '../../grammar/context.ts';
import { mainClauseStart } from '../../grammar/main-clause.ts';
import type { NounPhrase } from '../../grammar/noun-phrase.ts';
import { mainSubject, subjectOfSentence } from '../../grammar/salience.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import { genderOfPronoun } from '../../grammar/weighed-pronoun.ts';
import type { QuoteSpan } from '../../quotes/quote-span.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import { sentenceTag } from '../evidence/after-quote.ts';
import type { Attributed, Speaker } from '../evidence/coreference.ts';
import { gappedSubject } from '../evidence/gapped-verb.ts';
import { isPutToAnother } from '../evidence/questions.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
import { interrupts, opensMainClause } from './clauses-between.ts';
import { abstain, family, type Match, type Outcome, type Reason } from './rule.ts';

/** The quote goes on with the speaker of the quote before it. */
export const continuationRules = family('continuation', [
  {
    id: 'same-sentence',
    says: 'The quote is in one sentence with the quote before it, and no other speaker comes between.',
    examples: [
      {
        text: 'Mara Lindqvist called the bridge “our own work” and the road “a gift”.',
        speaker: 'Mara Lindqvist',
      },
      {
        text: 'Mara Lindqvist called the bridge “our own work”. Piet Haan called it “a gift”.',
        abstains: true,
      },
    ],
    match: sameSentence,
  },
  {
    id: 'goes-on',
    says: 'The attribution of the quote before, or nothing, is all that comes between the two quotes.',
    examples: [
      { text: '“It will hold,” Mara Lindqvist said. “We tested it twice.”', speaker: 'Mara Lindqvist' },
      {
        text: '“It will hold,” Mara Lindqvist said. The town was not convinced by that at all. A banner hung there. “No bridge.”',
        abstains: true,
      },
    ],
    match: goesOn,
  },
  {
    id: 'paragraph-goes-on',
    says: 'The paragraph before ended inside a quote that this paragraph continues.',
    examples: [
      {
        text: '“It will hold,” Mara Lindqvist said. “We tested it.\n\n“We even drove over it.”',
        speaker: 'Mara Lindqvist',
      },
      { text: '“It will hold,” Mara Lindqvist said.\n\n“We even drove over it.”', abstains: true },
    ],
    match: paragraphGoesOn,
  },
  {
    id: 'paragraph-alone',
    says: 'The paragraph is nothing but a quote and follows one that ends with a quote and its attribution.',
    examples: [
      {
        text: '“It will hold,” Mara Lindqvist said.\n\n“We even drove over it.”',
        speaker: 'Mara Lindqvist',
      },
      { text: 'The bridge was closed.\n\n“We even drove over it.”', abstains: true },
    ],
    match: paragraphAlone,
  },
]);

/** The speaker of one quote taken over for the next. */
function inherited(decided: Attributed, because: Reason): Match {
  return {
    speaker: decided.speaker,
    cue: decided.cue,
    origin: decided.origin ?? decided.rule,
    because,
  };
}

function sameSentence(quoteCase: QuoteCase): Outcome {
  const { clause, last, previous, quote, isLed, floor, sentenceStart, quoteStart, context } = quoteCase;
  if (!last?.speaker) return abstain('no quote with a speaker comes before it');
  if (clause) {
    if (!clause.sharesSubject || clause.subject) return abstain('a clause of its own attributes it');
    return {
      ...inherited(last, 'its reporting verb goes on with the subject of the quote before'),
      cue: clause.cue,
    };
  }
  const isJoined = isLed && previous?.paragraph === quote.paragraph && floor > sentenceStart;
  if (!isJoined) return abstain('the quote before is not in its sentence');
  if (interrupts(context, last, quoteStart) || gappedSubject(quoteCase) || opensMainClause(quoteCase, last))
    return abstain('another subject comes between the two quotes');
  return inherited(last, 'it is in one sentence with the quote before');
}

function goesOn(quoteCase: QuoteCase): Outcome {
  const { context, previous, quote, last, quoteStart: to } = quoteCase;
  if (!previous || previous.paragraph !== quote.paragraph || !last?.speaker)
    return abstain('no quote with a speaker comes before it in the paragraph');
  const { words } = context;
  const from = wordIndexAt(words, previous.outer.end);
  if (isAskedBack(quoteCase)) return abstain('it may be the other’s turn in a dialogue');
  if (to === from) return inherited(last, 'nothing comes between the two quotes');
  const sentences = words[to - 1]!.sentence - words[from]!.sentence;
  const isAttributed = last.cue && last.cue.from >= from && last.cue.from < to;
  if (!isAttributed || sentences > 1) return abstain('more than an attribution comes between the two quotes');
  if (interrupts(context, last, to)) return abstain('another subject comes between the two quotes');
  return sentences === 1 && isAboutAnother(quoteCase, last)
    ? abstain('the sentence between the two quotes is about another')
    : inherited(last, 'only the attribution of the quote before comes between');
}

/** `“…?” X asked. “…,” Y replied. “…?” “….”`: a question behind an answer, or what follows a question right away. */
export function isAskedBack({
  context,
  quotes,
  at,
  decided,
  previous,
  quote,
  quoteStart,
}: QuoteCase): boolean {
  const { words, document } = context;
  const [before, last] = [decided.at(-2), decided.at(-1)];
  const isQuestion = ({ end }: QuoteSpan) => document.input[end - 1] === '?';
  const isNext = quoteStart === wordIndexAt(words, previous!.outer.end);
  if (isNext && isQuestion(previous!) && !isQuestion(quote)) return true;
  if (!isQuestion(quote) || before?.speaker?.person === last?.speaker?.person) return false;
  const answers = last?.cue && /^(repl|answer|respond)/.test(words[last.cue.from]!.lower);
  // Two have spoken in turn: who asks more may be either, unless the question is about the one who asks.
  const isInTurn = quotes[at - 2]?.paragraph === quote.paragraph && !!before?.speaker;
  return !!answers || (isInTurn && !ofOneself.test(document.input.slice(quote.start, quote.end)));
}

const ofOneself = /\b(?:I|me|my|we|us|our)\b/;

/** `"A," X said. Y shook his head. "B."`, `… The plan fails, Y said. "B."` */
function isAboutAnother(quoteCase: QuoteCase, { speaker }: Attributed): boolean {
  const { context, salience, quoteStart } = quoteCase;
  const { words } = context;
  const last = words[quoteStart - 1]!;
  if (!/^[.!?:]$/.test(last.text)) return isLedByAnother(quoteCase, speaker!);
  const tag = sentenceTag(context, salience.firsts[last.sentence]!, quoteStart);
  // Who is named there again is named by those words.
  if (tag) return tag.subject.kind !== 'pronoun' || quoteCase.resolve(tag.subject).person !== speaker!.person;
  const subject = subjectOfSentence(context, salience, last.sentence);
  if (subject?.kind === 'pronoun') return !mayMean(context, subject, speaker!);
  if (!subject) return false;
  // `A farmer from the hills, she hopes for rain.`
  const goesBack = words
    .slice(subject.whole.to, quoteStart)
    .some(({ lower }, at, rest) => /^(he|she)$/.test(lower) && rest[at - 1]?.text === ',');
  if (goesBack) return false;
  if (subject.kind === 'person') return subject.person !== speaker!.person;
  return speakerKind(context, subject) === 'unnamed' && !isSameWords(context, subject, speaker!);
}

/** `“…,” X said. Y mouthed something like “…”`: the clause that leads to the quote is about another. */
function isLedByAnother({ context, sentenceStart, quoteStart }: QuoteCase, speaker: Speaker): boolean {
  const { words } = context;
  const verb = /^(an?|the)$/.test(words[quoteStart - 1]!.lower) ? quoteStart - 2 : quoteStart - 1;
  // `Y is “…”`: what X says of Y
  if (words[verb]?.pos === 'AUX') return false;
  const subject = mainSubject(context, mainClauseStart(context, sentenceStart, quoteStart), quoteStart);
  return subject?.kind === 'person' && subject.person !== speaker.person;
}

/** `“…,” Paul said. She remembers otherwise. “…”`: whether a pronoun may mean the speaker before. */
function mayMean(context: Context, { from }: NounPhrase, { person }: Speaker): boolean {
  const gender = genderOfPronoun(context.words[from]!.lower);
  const own = person ? genderOf(context, person) : null;
  return gender === null || own === null || gender === own;
}

function isSameWords(context: Context, { from, to }: NounPhrase, speaker: Speaker): boolean {
  return textOf(context, from, to).toLowerCase() === textOf(context, speaker.from, speaker.to).toLowerCase();
}

/** `"A," X said. X nodded. "B."`: the one sentence between two quotes is about the speaker of the first. */
export function afterItsAuthor(quoteCase: QuoteCase): Outcome {
  const { context, salience, previous, quote, last, quoteStart: to } = quoteCase;
  if (!previous || previous.paragraph !== quote.paragraph || !last?.speaker)
    return abstain('no quote with a speaker comes before it in the paragraph');
  const { words } = context;
  const from = wordIndexAt(words, previous.outer.end);
  if (to === from) return abstain('no sentence comes between the two quotes');
  const sentences = words[to - 1]!.sentence - words[from]!.sentence;
  const subject = subjectOfSentence(context, salience, words[from]!.sentence);
  const isSame = subject !== null && last.speaker.person !== null && subject.person === last.speaker.person;
  const begins = /^[.:]$/.test(words[to - 1]!.text);
  return isSame && begins && sentences === 0
    ? inherited(last, 'the sentence between the two quotes is about the speaker of the first')
    : abstain('the sentence between the two quotes is not about the speaker of the first');
}

/** Why a quote is not a paragraph of its own behind another quote with a speaker; null where it is. */
function notFreestanding({ context, quote, previous, last }: QuoteCase): string | null {
  const paragraph = context.document.paragraphs[quote.paragraph]!;
  const isAlone = quote.outer.start <= paragraph.start + 1 && quote.outer.end >= paragraph.end - 2;
  if (!isAlone || quote.style === 'lost-open') return 'the quote is not a paragraph of its own';
  if (!previous || !last?.speaker) return 'no quote with a speaker comes before it';
  return previous.paragraph === quote.paragraph - 1 ? null : 'the paragraph before holds no quote';
}

function paragraphGoesOn(quoteCase: QuoteCase): Outcome {
  const { previous, quote, last } = quoteCase;
  const isNextLine = quote.isLaterLine && previous?.paragraph === quote.paragraph - 1;
  if (isNextLine && last?.speaker) return inherited(last, 'it is a later line of the quote before');
  const reason = notFreestanding(quoteCase);
  if (reason) return abstain(reason);
  return quoteCase.previous!.continues
    ? inherited(quoteCase.last!, 'the quote of the paragraph before was not closed')
    : abstain('the quote of the paragraph before was closed');
}

function paragraphAlone(quoteCase: QuoteCase): Outcome {
  const reason = notFreestanding(quoteCase);
  if (reason) return abstain(reason);
  const { context, quotes, at, quote, decided } = quoteCase;
  const { document, words } = context;
  const previous = quoteCase.previous!;
  const last = quoteCase.last!;
  // Text set apart in marks of another shape, such as a pulled quote, goes on with nothing.
  const marks = document.input[previous.outer.start]! + document.input[quote.outer.start]!;
  if (/^(“"|"“)$/.test(marks)) return abstain('its marks differ in shape from those of the quote before');
  if (isDialogue(context, quotes, at - 1, decided))
    return abstain('the two paragraphs before are a dialogue');
  if (isPutToAnother(context, previous, last)) return abstain('the quote before asks someone else');
  // `“Wake up,” X said.` / `“Why?”`
  if (document.input[quote.end - 1] === '?' && quoteCase.quoteEnd - quoteCase.quoteStart <= longestReply)
    return abstain('it may be the other’s turn in a dialogue');
  const from = wordIndexAt(words, previous.outer.end);
  const to = wordIndexAt(words, document.paragraphs[previous.paragraph]!.end);
  const isCueLast =
    last.cue &&
    (last.cue.from >= from || last.rule === 'goes-on' || last.rule === 'paragraph-alone') &&
    (words[to - 1]?.sentence ?? 0) - (words[from]?.sentence ?? 0) <= 1;
  return isCueLast || to === from
    ? inherited(last, 'it is a paragraph of its own right behind a quote and its attribution')
    : abstain('the paragraph before does not end with a quote and its attribution');
}

/** A question with which another may answer has no more words, its marks counted. */
const longestReply = 6;

/** Whether the quote at `last` asks or answers someone else in the paragraph before: then either may go on. */
function isDialogue(
  { words, document }: Context,
  quotes: QuoteSpan[],
  last: number,
  decided: readonly Attributed[],
): boolean {
  const { paragraph, end } = quotes[last]!;
  let first = last;
  while (quotes[first - 1]?.paragraph === paragraph) first--;
  if (quotes[first - 1]?.paragraph !== paragraph - 1) return false;
  const [one, other] = [decided[first - 1]!.speaker, decided[last]!.speaker];
  if (!one || !other || one.person === other.person) return false;
  const cue = decided[last]!.cue;
  const asks = document.input[end - 1] === '?' || document.input[quotes[first - 1]!.end - 1] === '?';
  return asks || (cue !== null && /^(ask|repl|answer|retort)/.test(words[cue.from]!.lower));
}
