import { byClause } from './by-clause.ts';
import { family } from './rule.ts';

/** The sentence describes the speaker; a name is given only where the article ties the description to one person. */
export const descriptionRules = family('description', [
  {
    id: 'description-before-cue',
    says: 'A description and a reporting verb follow the quote.',
    examples: [
      { text: '“It will hold,” a town official said.', speaker: null },
      { text: '“It will hold,” Mara Lindqvist said.', abstains: true },
    ],
    match: byClause('described', 'before-cue'),
  },
  {
    id: 'description-after-cue',
    says: 'A reporting verb and a description follow the quote.',
    examples: [
      { text: '“It will hold,” said a town official.', speaker: null },
      { text: '“It will hold,” said Mara Lindqvist.', abstains: true },
    ],
    match: byClause('described', 'after-cue'),
  },
  {
    id: 'description-according-to',
    says: '“According to” and a description accompany the quote.',
    examples: [
      { text: 'The bridge is “as good as new”, according to the town hall.', speaker: null },
      { text: 'The bridge is “as good as new”, according to Mara Lindqvist.', abstains: true },
    ],
    match: byClause('described', 'according-to'),
  },
  {
    id: 'description-trailing',
    says: 'The quote is part of a longer sentence that ends with a description and a reporting verb.',
    examples: [
      { text: 'Talk of “a wall through the town” would not help, the ministry said.', speaker: null },
      { text: 'Talk of “a wall through the town” would not help, Mara Lindqvist said.', abstains: true },
    ],
    match: byClause('described', 'trailing'),
  },
  {
    id: 'description-before',
    says: 'A description and a reporting verb precede the quote in its sentence.',
    examples: [
      { text: 'A town official called the bridge “as good as new”.', speaker: null },
      { text: 'Mara Lindqvist called the bridge “as good as new”.', abstains: true },
    ],
    match: byClause('described', 'before'),
  },
  {
    id: 'description-participle',
    says: 'A participle or an infinitive of a reporting verb, whose subject is a description, precedes the quote.',
    examples: [
      { text: 'A town official defended the plan, saying it was “as safe as any”.', speaker: null },
      { text: 'Mara Lindqvist defended the plan, saying it was “as safe as any”.', abstains: true },
    ],
    match: byClause('described', 'participle'),
  },
  {
    id: 'description-joined',
    says: 'A reporting verb that shares its subject, a description, with an earlier verb precedes the quote.',
    examples: [
      { text: 'A town official visited the bridge and called it “as good as new”.', speaker: null },
      { text: 'Mara Lindqvist visited the bridge and called it “as good as new”.', abstains: true },
    ],
    match: byClause('described', 'joined'),
  },
  {
    id: 'description-passive-by',
    says: 'A passive of a reporting verb with “by” and a description precedes the quote.',
    examples: [
      { text: 'The bridge was described by neighbours as “as good as new”.', speaker: null },
      { text: 'The bridge was described by Mara Lindqvist as “as good as new”.', abstains: true },
    ],
    match: byClause('described', 'passive-by'),
  },
]);
