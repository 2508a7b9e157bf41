import type { Context } from '../../grammar/context.ts';
import { parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { speakerKind } from '../../grammar/speaker-kind.ts';
import type { Document } from '../../model/document.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import { type Speaker, speakerOf } from '../evidence/coreference.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
import { hasOffice, type NameLine, nameLineAt, placeInList } from './name-line.ts';
import { abstain, family, type Outcome } from './rule.ts';

/** A line of its own credits the quote. */
export const creditRules = family('credit', [
  {
    id: 'credit-line',
    says: 'A line such as “A quote from …” behind the paragraph names the speaker.',
    examples: [
      {
        text: '«The bridge will hold.»\n\nA quote from Mara Lindqvist, engineer.',
        speaker: 'Mara Lindqvist',
      },
      { text: '“The bridge will hold,” Mara Lindqvist said.\n\nThe bridge was closed.', abstains: true },
    ],
    match: creditLine,
  },
  {
    id: 'credit-dash',
    says: 'A dash and the name of a person follow the quote, with no verb.',
    examples: [
      {
        text: '“Who would not want this bridge?” — Mara Lindqvist, engineer, on the radio',
        speaker: 'Mara Lindqvist',
      },
      {
        text: '“Who would not want this bridge?”\n\n- Mara Lindqvist.\n\nThe bridge is open.',
        speaker: 'Mara Lindqvist',
      },
      { text: '“Who would not want this bridge?” — Mara Lindqvist laughed at the question', abstains: true },
    ],
    match: creditDash,
  },
  {
    id: 'credit-above',
    says: 'The paragraph is nothing but a quote, in a text that lists speakers: the name of each, with an office, is on the line above.',
    examples: [
      {
        text: 'Piet Haan, mayor\n\nIt will hold as long as we live.\n\nMara Lindqvist, engineer\n\n“Who would not want this bridge?”\n\nOle Brand, farmer\n\nIt is far too narrow.',
        speaker: 'Mara Lindqvist',
      },
      {
        text: '“It will hold.”\n\nPiet Haan, mayor\n\n“Who would not want this bridge?”\n\nMara Lindqvist, engineer\n\nIt is open.',
        abstains: true,
      },
    ],
    match: creditAbove,
  },
  {
    id: 'credit-below',
    says: 'The paragraph is nothing but a quote, and the line below it is the name of a person, with an office or alone.',
    examples: [
      {
        text: 'Who uses it?\n\n“Who would not want this bridge?”\nMara Lindqvist, engineer\n\nIt is open.',
        speaker: 'Mara Lindqvist',
      },
      {
        text: 'Who uses it?\n\n“Who would not want this bridge?”\n\nMara Lindqvist, engineer, built it.\n\nIt is open.',
        abstains: true,
      },
      {
        text: 'Piet Haan said:\n\n“Who would not want this bridge?”\n\nMara Lindqvist, engineer\n\nIt is open.',
        abstains: true,
      },
    ],
    match: creditBelow,
  },
  {
    id: 'credit-name',
    says: 'A comma and the name of a person with their office follow the quote, and the sentence has no verb; or a colon, a name and what it is about.',
    examples: [
      {
        text: '“Who would not want this bridge,” Mara Lindqvist, head of the bridge council.',
        speaker: 'Mara Lindqvist',
      },
      {
        text: '“Who would not want this bridge,” Mara Lindqvist, head of the bridge council, said.',
        abstains: true,
      },
      { text: '“It will hold”: engineer Mara Lindqvist on the new bridge', speaker: 'Mara Lindqvist' },
      {
        text: 'Piet Haan wrote that “for a year,” his deputy, Mara Lindqvist, “built the bridge alone”.',
        quote: 1,
        abstains: true,
      },
    ],
    match: creditName,
  },
]);

function creditLine({ context, quote, paragraphEnd }: QuoteCase): Outcome {
  const { words, document } = context;
  const credit = document.paragraphs[quote.paragraph + 1];
  if (credit?.kind !== 'credit' || quote.outer.end < paragraphEnd - 3)
    return abstain('no line of credit follows it');
  const from = wordIndexAt(words, credit.start);
  const to = wordIndexAt(words, credit.end);
  let begin = from;
  while (begin < to && words[begin]!.lower !== 'from' && words[begin]!.lower !== 'by') begin++;
  if (begin + 1 >= to) return abstain('the line of credit names no one');
  const subject = parseNounPhrase(context, begin + 1, to);
  const because = 'a line of credit follows it';
  const cue = { from, to: begin + 1 };
  if (subject?.kind === 'person')
    return { speaker: speakerOf(context, subject, subject.person), cue, because };
  let end = to;
  while (end > begin + 2 && /^[.»]$/.test(words[end - 1]!.text)) end--;
  const kind = (subject && speakerKind(context, subject)) ?? 'unnamed';
  return { speaker: { name: null, person: null, from: begin + 1, to: end, kind }, cue, because };
}

/** A credit behind a dash has no more words than this. */
const longestCredit = 24;

/** `“…,” X, head of the council.`: the verb was left out. */
function creditName({ context, quote, quoteEnd, paragraphEnd }: QuoteCase): Outcome {
  const { words, document } = context;
  const first = words[quoteEnd];
  if (first?.text === ':') return creditOfHeadline(context, quoteEnd + 1, paragraphEnd);
  if (!/[,?!]/.test(document.input[quote.end - 1] ?? '')) return abstain('the quote does not end in a comma');
  if (!first || first.paragraph !== quote.paragraph) return abstain('nothing follows it');
  let to = quoteEnd;
  for (; words[to]?.sentence === first.sentence && !context.quoted[to]; to++) {
    const { pos, lower, start } = words[to]!;
    if (start >= paragraphEnd) break;
    if (pos === 'VERB' || pos === 'AUX' || context.index.speech.has(lower))
      return abstain('what follows it has a verb');
  }
  // `revealed that “at four,” the guard, X, “was asleep”`: X is whom the next words are about.
  if (words[to]?.sentence === first.sentence && context.quoted[to])
    return abstain('its sentence goes on with another quote');
  const subject = parseNounPhrase(context, quoteEnd, to);
  if (subject?.kind !== 'person') return abstain('no name follows it');
  const isAlone = /^[,.]$/.test(words[subject.whole.to]?.text ?? '.');
  if (!isAlone || to - subject.whole.to > longestCredit)
    return abstain('more than a name and an office follow it');
  return {
    speaker: speakerOf(context, subject, subject.person),
    cue: null,
    because: 'a name follows it, and the sentence has no verb',
  };
}

/** `“…”: X on the new charges`, as headlines have it; not `: X on trial`. */
function creditOfHeadline(context: Context, from: number, paragraphEnd: number): Outcome {
  const { words } = context;
  const subject = parseNounPhrase(context, from, wordIndexAt(words, paragraphEnd));
  const on = subject?.whole.to ?? words.length;
  const [link, topic, next] = words.slice(on, on + 3);
  const isTopic =
    link?.sentence === words[from]?.sentence &&
    /^(?:on|about)$/.test(link?.lower ?? '') &&
    topic !== undefined &&
    (topic.isCapitalized || /ing$|[^s]s$|^(?:how|why|what|being|an?|the|his|her|their)$/.test(topic.lower)) &&
    !plights.has(next?.lower ?? '');
  if (subject?.kind !== 'person' || !isTopic) return abstain('no name with a topic follows its colon');
  return {
    speaker: speakerOf(context, subject, subject.person),
    cue: null,
    because: 'a colon, a name and what it is about follow it',
  };
}

/** What someone may be on the … of without a word. */
const plights: ReadonlySet<string> = new Set(
  'run brink verge edge dole mend rise move ropes loose stand dock road way sidelines'.split(' '),
);

function creditDash(quoteCase: QuoteCase): Outcome {
  const { context, quote, quoteEnd, paragraphEnd } = quoteCase;
  const { words, document } = context;
  const isWhole = /[.?!…]/.test(document.input[quote.end - 1] ?? '') || quote.style !== 'marks';
  const own = document.paragraphs[quote.paragraph]!;
  const begins = quote.outer.start <= own.start + 1;
  let dash = quoteEnd;
  while (words[dash] && words[dash]!.start < quote.outer.end) dash++;
  if (!words[dash] || !/^[-–—]{1,2}$/.test(words[dash]!.text) || !(isWhole || begins))
    return abstain('no dash follows it');
  const { paragraph } = words[dash]!;
  // Behind a paragraph of more than the quote it may be the author’s name.
  const isNext = paragraph === quote.paragraph + 1 && quote.outer.end >= paragraphEnd - 1 && begins;
  if (paragraph !== quote.paragraph && !isNext) return abstain('no dash follows it');
  let first = dash + 1;
  while (/^[-–—]$/.test(words[first]?.text ?? '')) first++;
  const end = wordIndexAt(words, document.paragraphs[paragraph]!.end);
  const stop = words.findIndex(
    (word, at) =>
      at > first && (at >= end || word.sentence !== words[first]!.sentence || context.quoted[at] === 1),
  );
  const limit = stop < 0 ? words.length : Math.min(stop, end);
  const subject = first < limit ? parseNounPhrase(context, first, limit) : null;
  if (subject?.kind !== 'person') return abstain('no name follows the dash');
  const rest = words.slice(subject.to, limit);
  const hasVerb = rest.some(({ pos, lower }, at) => {
    const isFiniteVerb = (pos === 'VERB' || pos === 'AUX') && !/ing$/.test(lower);
    return isFiniteVerb && rest[at - 1]?.lower !== 'who';
  });
  if (hasVerb || rest.length > longestCredit) return abstain('what follows the dash is a sentence');
  // `X insisted that it was “….” — Y`: the article’s author.
  if (quoteCase.isLed && quoteCase.clause?.subject) return abstain('its own sentence says who speaks');
  return {
    speaker: speakerOf(context, subject, subject.person),
    cue: { from: dash, to: dash + 1 },
    because: 'a dash and a name follow it',
  };
}

/** Whether a paragraph is nothing but the quote. */
function isAlone({ context, quote, paragraphEnd }: QuoteCase): boolean {
  const own = context.document.paragraphs[quote.paragraph]!;
  return quote.outer.start <= own.start + 1 && quote.outer.end >= paragraphEnd - 1;
}

function speakerOfLine(context: Context, { person, from, end }: NameLine, isCertain: boolean): Speaker {
  if (person && isCertain) return speakerOf(context, person, person.person);
  return { name: null, person: null, from, to: end, kind: 'unnamed' };
}

/** `X, head of the council` / `“….”`, one below the other. */
function creditAbove(quoteCase: QuoteCase): Outcome {
  const { context, quote } = quoteCase;
  if (!isAlone(quoteCase)) return abstain('its paragraph has more than the quote');
  const line = nameLineAt(context, quote.paragraph - 1);
  if (typeof line === 'string') return abstain(() => `above it, ${line}`);
  if (placeInList(quoteCase) !== 'above') return abstain('it is in no list with the names above');
  return {
    speaker: speakerOfLine(context, line, true),
    cue: null,
    because: 'it is below its name in a list',
  };
}

/** `“….”` / `X, head of the council`: a testimonial, or a quote pulled out of the text. */
function creditBelow(quoteCase: QuoteCase): Outcome {
  const { context, quote, quoteStart } = quoteCase;
  const { words, document } = context;
  const { input, paragraphs } = document;
  if (!isAlone(quoteCase)) return abstain('its paragraph has more than the quote');
  const line = nameLineAt(context, quote.paragraph + 1);
  if (typeof line === 'string') return abstain(() => `below it, ${line}`);
  const place = placeInList(quoteCase);
  if (place === 'above' || place === 'unclear') return abstain('the name may belong to what is below it');
  const isTight = isLineBreak(
    input,
    paragraphs[quote.paragraph]!.end,
    paragraphs[quote.paragraph + 1]!.start,
  );
  if (mayBeHeading(document, quote.paragraph, isTight, hasOffice(line)))
    return abstain('the line below may be a heading or a byline');
  const before = words[quoteStart - 1];
  const isBefore = before?.paragraph === quote.paragraph - 1;
  if (isBefore && before.text === ':' && !isTight) return abstain('the paragraph before leads to the quote');
  // It may go on with the quote before, and the line be a caption.
  const isDoubted = isBefore && context.quoted[quoteStart - 1] === 1 && !isTight;
  return {
    speaker: speakerOfLine(context, line, !isDoubted),
    cue: null,
    because: 'a line with nothing but a name follows it',
  };
}

/** A name alone may be a heading, and the last line the author’s. */
function mayBeHeading(
  { input, paragraphs }: Document,
  quote: number,
  isTight: boolean,
  isOffice: boolean,
): boolean {
  if (!isTight) return !isOffice || paragraphs[quote + 2] === undefined;
  const isSet = quote > 0 && !isLineBreak(input, paragraphs[quote - 1]!.end, paragraphs[quote]!.start);
  return !isSet && !isOffice;
}

function isLineBreak(input: string, from: number, to: number): boolean {
  return !/\n[^\S\n]*\n/.test(input.slice(from, to));
}
