import { parseNounPhrase } from '../../grammar/noun-phrase.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import { speakerOf } from '../evidence/coreference.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
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
  const named = context.beginsAt.get(begin + 1) ?? null;
  const subject = named ? parseNounPhrase(context, begin + 1, to) : null;
  const because = 'a line of credit follows it';
  const cue = { from, to: begin + 1 };
  if (subject?.kind === 'person') return { speaker: speakerOf(subject, subject.person), cue, because };
  let end = to;
  while (end > begin + 2 && /^[.»]$/.test(words[end - 1]!.text)) end--;
  return { speaker: { name: null, person: null, from: begin + 1, to: end }, cue, because };
}
