import { subjectOfSentence } from '../../grammar/salience.ts';
import { beforeQuote } from '../evidence/before-quote.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
import { byClause } from './by-clause.ts';
import { afterItsAuthor } from './continuation.ts';
import { abstain, family, isMatch, type Outcome } from './rule.ts';

/** A colon, or the sentence before, hands over to the speaker. */
export const colonRules = family('colon', [
  {
    id: 'name-colon',
    says: 'The name of a person and a colon precede the quote.',
    examples: [
      { text: 'Mara Lindqvist: “The bridge will hold.”', speaker: 'Mara Lindqvist' },
      { text: 'Banner of the week: “The bridge will hold.”', abstains: true },
    ],
    match: byClause('person', 'colon'),
  },
  {
    id: 'sentence-before',
    says: 'The sentence before the quote is about someone who speaks, and the quote is a sentence of its own.',
    examples: [
      {
        text: 'Mara Lindqvist told reporters why. “The bridge is our only way across the river.”',
        speaker: 'Mara Lindqvist',
      },
      { text: 'The bridge was closed. “It is our only way across the river.”', abstains: true },
    ],
    match: quote => {
      const continued = afterItsAuthor(quote);
      return isMatch(continued) ? continued : introduced(quote, false);
    },
  },
  {
    id: 'colon-before',
    says: 'The sentence or paragraph before the quote ends in a colon and is about the speaker.',
    examples: [
      {
        text: 'Mara Lindqvist had an answer for the town:\n\n“The bridge will hold.”',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Mara Lindqvist had no answer.\n\n“The bridge will hold.”', abstains: true },
    ],
    match: quote => introduced(quote, true),
  },
]);

/** A whole quote behind a sentence about someone speaking, or behind one that ends in a colon. */
function introduced(quoteCase: QuoteCase, byColon: boolean): Outcome {
  const { context, salience, quote, quoteStart: at, previous } = quoteCase;
  const { words, document } = context;
  const last = words[at - 1];
  if (!last || context.quoted[at - 1]) return abstain('nothing but another quote comes before it');
  const isStart = quote.outer.start <= document.paragraphs[quote.paragraph]!.start + 1;
  const isColon = last.text === ':' || words[at - 2]?.text === ':';
  if (isColon !== byColon) return abstain(byColon ? 'no colon comes before it' : 'a colon comes before it');
  if (isStart ? !isColon : !/^[.:]$/.test(last.text))
    return abstain('no sentence of its paragraph leads to it');
  const first = salience.firsts[last.sentence]!;
  if (previous && previous.outer.end > words[first]!.start && !isColon)
    return abstain('the sentence before holds another quote');
  const leadIn = beforeQuote(context, first, first, isColon ? at : at - 1);
  const subject = leadIn?.subject ?? (isColon ? subjectOfSentence(context, salience, last.sentence) : null);
  if (!subject || leadIn?.denied) return abstain('the sentence before is about no one who speaks');
  return {
    speaker: quoteCase.resolve(subject),
    cue: leadIn?.cue ?? null,
    because: isColon
      ? 'the words before end in a colon and are about the speaker'
      : 'the sentence before is about someone who speaks',
  };
}
