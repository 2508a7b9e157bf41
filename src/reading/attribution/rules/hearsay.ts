import { textOf } from '../../grammar/context.ts';
import type { Attributed } from '../evidence/coreference.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
import { abstain, family, type Outcome } from './rule.ts';

/** What someone is only reported to have said is not known to be theirs. */
export const hearsayRules = family('hearsay', [
  {
    id: 'second-hand',
    says: 'Another than the speaker relays the words; both are kept, no one is named.',
    examples: [
      { text: '“It will fall,” Mara Lindqvist said, according to Piet Haan.', speaker: null },
      { text: 'Piet Haan reported that Mara Lindqvist called the bridge “a trap”.', speaker: null },
      { text: '“It will fall,” Mara Lindqvist said, according to Mara Lindqvist.', abstains: true },
      { text: '“It will fall,” Mara Lindqvist said.', abstains: true },
    ],
    match: secondHand,
  },
]);

/** At most so many words are kept to show both who speaks and who relays it. */
const mostWords = 24;

function secondHand({ clause, context }: QuoteCase): Outcome {
  if (!clause?.speaker) return abstain('no clause of its sentence attributes it');
  const { relayedBy, speaker, cue } = clause;
  if (!relayedBy) return abstain('no one is said to relay it');
  const from = Math.min(speaker.from, relayedBy.from);
  const to = Math.max(speaker.to, relayedBy.to);
  // Words with the quote among them read as no one’s.
  const isPhrase = to - from <= mostWords && !context.quoted.subarray(from, to).includes(1);
  const words = isPhrase ? { from, to } : { from: speaker.from, to: speaker.to };
  const kind = speaker.kind === 'person' ? 'unnamed' : speaker.kind;
  return {
    speaker: { name: null, person: null, ...words, kind },
    cue,
    because: () => `“${textOf(context, relayedBy.from, relayedBy.to)}” relays it`,
  };
}

/** In an excerpt from elsewhere another says who speaks. */
export function atSecondHand(decided: Attributed): Attributed {
  if (!decided.speaker?.name) return decided;
  return {
    ...decided,
    speaker: { ...decided.speaker, name: null, person: null, kind: 'unnamed' },
    rule: 'second-hand',
  };
}
