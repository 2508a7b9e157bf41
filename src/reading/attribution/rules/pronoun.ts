import { byClause } from './by-clause.ts';
import { family } from './rule.ts';

/** A pronoun refers to the speaker; who is meant is found among the people before it, or left open. */
export const pronounRules = family('pronoun', [
  {
    id: 'pronoun-before-cue',
    says: 'A pronoun and a reporting verb follow the quote.',
    examples: [
      { text: 'Mara Lindqvist opened the bridge. “It will hold,” she said.', speaker: 'Mara Lindqvist' },
      {
        text: 'Mara Lindqvist opened the bridge. A neighbour objected. “It is too loud,” she said.',
        speaker: null,
      },
      { text: 'Mara Lindqvist opened the bridge. “It will hold,” Mara Lindqvist said.', abstains: true },
    ],
    match: byClause('pronoun', 'before-cue'),
  },
  {
    id: 'pronoun-after-cue',
    says: 'A reporting verb and a pronoun follow the quote.',
    examples: [
      { text: 'Mara Lindqvist opened the bridge. “It will hold,” said she.', speaker: 'Mara Lindqvist' },
      { text: '“It will hold,” said Mara Lindqvist.', abstains: true },
    ],
    match: byClause('pronoun', 'after-cue'),
  },
  {
    id: 'pronoun-according-to',
    says: '“According to him” or “according to her” accompanies the quote.',
    examples: [
      {
        text: 'Mara Lindqvist opened the bridge. According to her, it is “as good as new”.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'According to Mara Lindqvist, it is “as good as new”.', abstains: true },
    ],
    match: byClause('pronoun', 'according-to'),
  },
  {
    id: 'pronoun-trailing',
    says: 'The quote is part of a longer sentence that ends with a pronoun and a reporting verb.',
    examples: [
      {
        text: 'Mara Lindqvist opened the bridge. Talk of “a wall” would not help, she said.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Talk of “a wall” would not help, Mara Lindqvist said.', abstains: true },
    ],
    match: byClause('pronoun', 'trailing'),
  },
  {
    id: 'pronoun-before',
    says: 'A pronoun and a reporting verb precede the quote in its sentence.',
    examples: [
      {
        text: 'Mara Lindqvist opened the bridge. She called it “as good as new”.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'They called the bridge “as good as new”.', speaker: null },
      { text: 'Mara Lindqvist called it “as good as new”.', abstains: true },
    ],
    match: byClause('pronoun', 'before'),
  },
  {
    id: 'pronoun-participle',
    says: 'A participle or an infinitive of a reporting verb, whose subject is a pronoun, precedes the quote.',
    examples: [
      {
        text: 'Mara Lindqvist opened the bridge. She thanked the town, saying it was “our own work”.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Mara Lindqvist thanked the town, saying it was “our own work”.', abstains: true },
    ],
    match: byClause('pronoun', 'participle'),
  },
  {
    id: 'pronoun-joined',
    says: 'A reporting verb that shares its subject, a pronoun, with an earlier verb precedes the quote.',
    examples: [
      {
        text: 'Mara Lindqvist opened the bridge. She walked over it and called it “as good as new”.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Mara Lindqvist walked over it and called it “as good as new”.', abstains: true },
    ],
    match: byClause('pronoun', 'joined'),
  },
  {
    id: 'pronoun-noun',
    says: 'A noun of speech with a pronoun as its possessor precedes the quote.',
    examples: [
      {
        text: 'Mara Lindqvist stood by her promise of a “bridge without tolls for all”.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Mara Lindqvist stood by the “bridge without tolls for all”.', abstains: true },
    ],
    match: byClause('pronoun', 'noun'),
  },
  {
    id: 'pronoun-passive-by',
    says: 'A passive of a reporting verb with “by” and a pronoun precedes the quote.',
    examples: [
      { text: 'The bridge was described by them as “as good as new”.', speaker: null },
      { text: 'The bridge was described by neighbours as “as good as new”.', abstains: true },
    ],
    match: byClause('pronoun', 'passive-by'),
  },
]);
