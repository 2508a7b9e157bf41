import { textOf } from '../../grammar/context.ts';
import type { Unspoken } from '../evidence/attribution-clause.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
import { withoutSubject } from './by-clause.ts';
import { abstain, family, type Outcome } from './rule.ts';

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
    says: 'The sentence denies or doubts that the subject spoke the words, or the subject answers what others claim.',
    examples: [
      {
        text: 'Mara Lindqvist never said that the bridge was “an accident waiting to happen”.',
        speaker: null,
      },
      {
        text: 'Mara Lindqvist denied claims that the bridge was “an accident waiting to happen”.',
        speaker: null,
      },
      { text: 'Mara Lindqvist denied it: “The bridge is no accident waiting to happen.”', abstains: true },
      {
        text: 'Mara Lindqvist, who denies that, said the bridge was “not an accident at all”.',
        abstains: true,
      },
    ],
    match: unspokenBy('denied'),
  },
  {
    id: 'fabricated',
    says: 'The sentence says that the words were faked or misquoted.',
    examples: [
      { text: 'A deepfake shows Mara Lindqvist saying “the bridge can wait for years”.', speaker: null },
      { text: 'Mara Lindqvist was misquoted as saying “the bridge can wait for years”.', speaker: null },
      { text: 'Mara Lindqvist called the video a fake: “The bridge cannot wait.”', abstains: true },
    ],
    match: unspokenBy('fabricated'),
  },
  {
    id: 'fictional',
    says: 'The subject speaks in a work of fiction.',
    examples: [
      { text: 'In the novel, Mara Lindqvist says that “the bridge will outlive us all”.', speaker: null },
      {
        text: 'In the documentary, Mara Lindqvist says that “the bridge will outlive us all”.',
        abstains: true,
      },
    ],
    match: unspokenBy('fictional'),
  },
  {
    id: 'supposed',
    says: 'The sentence only supposes that the subject says, or may come to say, the words.',
    examples: [
      {
        text: 'One day Mara Lindqvist might say that the bridge was “worth every penny of it”.',
        speaker: null,
      },
      { text: 'If Mara Lindqvist says that it is “closed for good”, the town will protest.', speaker: null },
      { text: 'Mara Lindqvist said that the bridge might be “closed for good”.', abstains: true },
    ],
    match: unspokenBy('supposed'),
  },
  {
    id: 'no-speaker',
    says: 'The subject of the reporting verb is no person, group, organisation or document.',
    examples: [
      { text: 'A long silence declared that “the bridge will never be built in this town”.', speaker: null },
      { text: 'The council declared that “the bridge will never be built in this town”.', abstains: true },
    ],
    match: ({ clause, context }) =>
      clause?.impossible
        ? {
            speaker: null,
            cue: clause.cue,
            because: () =>
              `“${textOf(context, clause.impossible!.from, clause.impossible!.to)}” cannot speak`,
          }
        : abstain('the subject of the reporting verb can speak, or there is none'),
  },
  {
    id: 'cited',
    says: 'The sentence cites a line, but not whose it is.',
    examples: [
      { text: '“All bridges lead home,” Olof Brandt recited.', speaker: null },
      { text: 'Olof Brandt ended his talk with a song: “All bridges lead home.”', abstains: true },
    ],
    match: withoutSubject('cited'),
  },
  {
    id: 'addressed',
    says: 'The quote addresses the one who would be its speaker by name.',
    examples: [
      {
        text: 'Mara Lindqvist met the town. “You lied, Lindqvist, and you know it,” she was told, she said.',
        speaker: null,
      },
      { text: 'An angry man met Mara Lindqvist. “You promised,” Mara Lindqvist said.', abstains: true },
    ],
    match: () => abstain('it is looked at when a speaker was found'),
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

/** A refusal: the clause says in one of its ways that the words were not spoken. */
function unspokenBy(frame: Unspoken['frame']): (quote: QuoteCase) => Outcome {
  return ({ clause }) =>
    clause?.unspoken?.frame === frame
      ? { speaker: null, cue: clause.cue, because: clause.unspoken.because }
      : abstain('nothing in its sentence says so');
}

/** The rules by which words count as spoken by no one. */
export const unspokenRules: ReadonlySet<string> = new Set(['denied', 'fabricated', 'fictional', 'supposed']);
