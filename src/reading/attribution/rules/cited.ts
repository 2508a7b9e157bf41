import { byClause } from './by-clause.ts';
import { family } from './rule.ts';

/** The words that someone cites are their author's. */
export const citedRules = family('credit', [
  {
    id: 'name-cited',
    says: 'The sentence cites a line, a verse or the words of a named person.',
    examples: [
      {
        text: 'Olof Brandt ended his talk with words of the poet Mara Lindqvist: “All bridges lead home.”',
        speaker: 'Mara Lindqvist',
      },
      {
        text: 'Olof Brandt ended his talk, quoting Mara Lindqvist: “All bridges lead home.”',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Olof Brandt ended his talk with words of thanks: “All bridges lead home.”', abstains: true },
    ],
    match: byClause('person', 'cited'),
  },
  {
    id: 'description-cited',
    says: 'The sentence cites a line, a verse or the words of someone described.',
    examples: [
      {
        text: 'Olof Brandt ended his talk with a line from his father: “All bridges lead home.”',
        speaker: null,
      },
      {
        text: 'Olof Brandt ended his talk with a line from Mara Lindqvist: “All bridges lead home.”',
        abstains: true,
      },
    ],
    match: byClause('described', 'cited'),
  },
]);
