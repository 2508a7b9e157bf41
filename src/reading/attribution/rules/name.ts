import { gappedSubject } from '../evidence/gapped-verb.ts';
import { byClause } from './by-clause.ts';
import { abstain, family } from './rule.ts';

/** The sentence itself names the speaker. */
export const nameRules = family('name', [
  {
    id: 'name-before-cue',
    says: 'The name of a person and a reporting verb follow the quote.',
    examples: [
      { text: '“The bridge will hold,” Mara Lindqvist said on Monday.', speaker: 'Mara Lindqvist' },
      { text: '“We never promised that,” Deputy Mayor Piet Haan told reporters.', speaker: 'Piet Haan' },
      { text: '“The bridge will hold,” said Mara Lindqvist.', abstains: true },
      { text: '“The bridge will hold,” Mara Lindqvist’s deputy said.', abstains: true },
    ],
    match: byClause('person', 'before-cue'),
  },
  {
    id: 'name-after-cue',
    says: 'A reporting verb and the name of a person follow the quote.',
    examples: [
      { text: '“The bridge will hold,” said Mara Lindqvist, who built it.', speaker: 'Mara Lindqvist' },
      { text: '“Is it safe?” asked the mayor, Olof Brandt.', speaker: 'Olof Brandt' },
      { text: '“The bridge will hold,” said a man in the crowd.', abstains: true },
    ],
    match: byClause('person', 'after-cue'),
  },
  {
    id: 'name-according-to',
    says: '“According to” and the name of a person accompany the quote.',
    examples: [
      {
        text: 'The bridge is “as good as new”, according to the engineer Mara Lindqvist.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'According to Olof Brandt, the port is “close to a standstill”.', speaker: 'Olof Brandt' },
      { text: 'The bridge is “as good as new”, according to the town hall.', abstains: true },
    ],
    match: byClause('person', 'according-to'),
  },
  {
    id: 'name-trailing',
    says: 'The quote is part of a longer sentence that ends with the name of a person and a reporting verb.',
    examples: [
      {
        text: 'Talk of “a wall through the town” would not help, Mara Lindqvist said.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'The phrase “a wall through the town” was on a banner.', abstains: true },
    ],
    match: byClause('person', 'trailing'),
  },
  {
    id: 'name-before',
    says: 'The name of a person and a reporting verb precede the quote in its sentence.',
    examples: [
      { text: 'Mara Lindqvist said the bridge was “as good as new”.', speaker: 'Mara Lindqvist' },
      { text: 'On Monday, Olof Brandt wrote: “The port is open.”', speaker: 'Olof Brandt' },
      { text: 'Mara Lindqvist said nothing. The sign read “Closed until further notice”.', abstains: true },
    ],
    match: byClause('person', 'before'),
  },
  {
    id: 'name-participle',
    says: 'A participle or an infinitive of a reporting verb, whose subject is a named person, precedes the quote.',
    examples: [
      {
        text: 'Mara Lindqvist defended the plan on Monday, saying it was “as safe as any”.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Olof Brandt went on to call the port “our only door”.', speaker: 'Olof Brandt' },
      { text: 'Olof Brandt refused to call the port “our only door”.', abstains: true },
    ],
    match: byClause('person', 'participle'),
  },
  {
    id: 'name-joined',
    says: 'A reporting verb that shares its subject, a named person, with an earlier verb precedes the quote.',
    examples: [
      {
        text: 'Mara Lindqvist visited the bridge and called it “as good as new”.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'The bridge was reopened and called “as good as new”.', abstains: true },
    ],
    match: byClause('person', 'joined'),
  },
  {
    id: 'name-gapped',
    says: 'The sentence names another person in the place of the speaker of the quote before and leaves the verb out.',
    examples: [
      {
        text: 'Piet Haan said the bridge was “a trap for us all” and Mara Lindqvist that it was “our own work”.',
        speaker: 'Mara Lindqvist',
      },
      {
        text: 'The bridge was called “a trap for us all” by Piet Haan and “our own work” by Mara Lindqvist.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Piet Haan called the bridge “a trap for us all” and “a gift to thieves”.', abstains: true },
      { text: 'Piet Haan called the mayor “a trap” and Mara Lindqvist “our own work”.', abstains: true },
    ],
    match: quote => {
      const subject = quote.clause ? null : gappedSubject(quote);
      if (subject?.kind !== 'person') return abstain('no other name takes the place of the speaker before');
      const { cue } = quote.last!;
      return {
        speaker: quote.resolve(subject),
        cue,
        because: 'another name takes the place of the speaker before',
      };
    },
  },
  {
    id: 'name-noun',
    says: 'A noun of speech with the name of a person as its possessor precedes the quote.',
    examples: [
      {
        text: 'The town waited for Mara Lindqvist’s promise of a “bridge without tolls for all”.',
        speaker: 'Mara Lindqvist',
      },
      { text: 'The town waited for the promise of a “bridge without tolls for all”.', abstains: true },
    ],
    match: byClause('person', 'noun'),
  },
  {
    id: 'name-passive-by',
    says: 'A passive of a reporting verb with “by” and the name of a person precedes the quote.',
    examples: [
      { text: 'The bridge was described by Mara Lindqvist as “as good as new”.', speaker: 'Mara Lindqvist' },
      { text: 'Piet Haan was called “a danger to bridges” by Mara Lindqvist.', speaker: 'Mara Lindqvist' },
      { text: 'The bridge was described by neighbours as “as good as new”.', abstains: true },
    ],
    match: byClause('person', 'passive-by'),
  },
]);
