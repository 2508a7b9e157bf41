import { withoutSubject } from './by-clause.ts';
import { abstain, family } from './rule.ts';

/** The text leaves the speaker open, or says that the words were not spoken. */
export const refusalRules = family('refusal', [
  {
    id: 'two-speakers',
    says: 'Two clauses of the sentence name two different speakers.',
    examples: [
      { text: 'Piet Haan said the bridge was “a trap”, Mara Lindqvist said.', speaker: null },
      { text: 'Piet Haan said the bridge was “a trap”.', abstains: true },
    ],
    match: quote =>
      quote.hasTwoSpeakers
        ? { speaker: null, cue: null, because: 'the clauses before and behind the quote name two speakers' }
        : abstain('no two clauses of its sentence name two speakers'),
  },
  {
    id: 'denied',
    says: 'The sentence says that the words were not spoken.',
    examples: [
      {
        text: 'Mara Lindqvist never said that the bridge was “an accident waiting to happen”.',
        speaker: null,
      },
      { text: 'Mara Lindqvist refused to call the bridge “an accident waiting to happen”.', speaker: null },
      { text: 'Mara Lindqvist said that the bridge was “an accident waiting to happen”.', abstains: true },
    ],
    match: ({ clause }) =>
      clause?.denied
        ? { speaker: null, cue: clause.cue, because: 'the sentence says that the words were not spoken' }
        : abstain('nothing says that the words were not spoken'),
  },
  {
    id: 'participle',
    says: 'A participle or an infinitive of a reporting verb precedes the quote, but its subject was not found.',
    examples: [
      { text: 'Saying so is easy, calling it “an accident waiting to happen”.', speaker: null },
      { text: 'Mara Lindqvist left, calling it “an accident waiting to happen”.', abstains: true },
    ],
    match: withoutSubject('participle'),
  },
  {
    id: 'joined',
    says: 'A reporting verb precedes the quote, but its subject was not found.',
    examples: [
      { text: 'And called the bridge “an accident waiting to happen”.', speaker: null },
      { text: 'Mara Lindqvist called the bridge “an accident waiting to happen”.', abstains: true },
    ],
    match: withoutSubject('joined'),
  },
  {
    id: 'passive',
    says: 'A passive of a reporting verb precedes the quote and names no speaker.',
    examples: [
      {
        text: 'Mara Lindqvist was quoted on Monday: “The bridge will hold for a hundred years.”',
        speaker: null,
      },
      { text: 'Mara Lindqvist said on Monday: “The bridge will hold for a hundred years.”', abstains: true },
    ],
    match: withoutSubject('passive'),
  },
  {
    id: 'passive-by',
    says: 'A passive of a reporting verb with “by” precedes the quote, but the words behind “by” were not understood.',
    examples: [
      {
        text: 'The bridge was described by “as good as the new one across the river” fell.',
        speaker: null,
      },
      { text: 'The bridge was described as “as good as new”.', abstains: true },
    ],
    match: withoutSubject('passive-by'),
  },
  {
    id: 'according-to',
    says: '“According to” precedes the quote, but the words behind it were not understood.',
    examples: [
      { text: 'According to “as good as the new one across the river” the bridge will hold.', speaker: null },
      { text: 'The bridge is “as good as new”.', abstains: true },
    ],
    match: withoutSubject('according-to'),
  },
  {
    id: 'none',
    says: 'Words behind the quote may name its speaker but were not understood; or no rule matched.',
    examples: [
      { text: '“The bridge will hold,” as engineers in the town like to say so often.', speaker: null },
      { text: '“The bridge will hold,” Mara Lindqvist said.', abstains: true },
    ],
    match: quote =>
      quote.hasUnreadTag
        ? {
            speaker: null,
            cue: null,
            because: 'words behind it may name its speaker but were not understood',
          }
        : abstain('no words behind it were left unread'),
  },
]);
