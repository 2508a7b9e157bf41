import type { MadeUp } from './made-up.ts';

const nouns = [
  'anvil',
  'bridge',
  'canal',
  'dune',
  'engine',
  'forge',
  'garden',
  'harvest',
  'island',
  'jetty',
  'kiln',
  'lantern',
  'mill',
  'needle',
  'orchard',
  'plough',
  'quarry',
  'river',
  'saddle',
  'tower',
];
/** Twenty days of one person, each with its own article. */
export const diary: MadeUp[] = nouns.map((noun, i) => {
  const day = `2031-07-${String(i + 1).padStart(2, '0')}`;
  const first = `The ${noun} of province ${i + 1} was looked at by Odile Verne on July ${i + 1}, and ${`${noun}s `.repeat(30)}were counted.`;
  return {
    id: `d${i + 1}`,
    title: `A day for the ${noun}`,
    day,
    paragraphs: [first, `“Every ${noun} needs a ${nouns[(i + 7) % 20]} beside it,” Odile Verne said.`],
    people: [{ name: 'Odile Verne' }],
    quotes: [
      { text: `Every ${noun} needs a ${nouns[(i + 7) % 20]} beside it`, by: 'Odile Verne', cue: 'said' },
    ],
    events: [{ date: day, sentence: first, people: ['Odile Verne'] }],
    topics: ['Countryside'],
  };
});

/** Two people who are called differently in two articles. */
export const parley: MadeUp[] = [
  {
    id: 'parley',
    title: 'Vantaa and Orlova meet',
    day: '2031-08-02',
    paragraphs: [
      'A. Vantaa met Consul Ludmila Orlova. “The ford belongs to nobody,” Vantaa said.',
      '“The ford is ours and was ours before any of those who now drink from it had so much as a name for the river. It will stay ours,” Ludmila Orlova told the herald of Meer on August 1.',
    ],
    people: [
      { name: 'A. Vantaa', variants: ['Vantaa'] },
      { name: 'Ludmila Orlova', role: 'Consul' },
    ],
    quotes: [
      { text: 'The ford belongs to nobody', by: 'A. Vantaa', as: 'Vantaa', cue: 'said' },
      {
        text: 'The ford is ours and was ours before any of those who now drink from it had so much as a name for the river. It will stay ours',
        by: 'Ludmila Orlova',
        cue: 'told',
      },
    ],
    events: [
      {
        date: '2031-08-01',
        sentence:
          '“The ford is ours and was ours before any of those who now drink from it had so much as a name for the river. It will stay ours,” Ludmila Orlova told the herald of Meer on August 1.',
        people: ['Ludmila Orlova'],
      },
    ],
  },
  {
    id: 'ford',
    title: 'A ford for all',
    day: '2031-08-05',
    paragraphs: [
      'Chancellor Anselm Vantaa spoke of the ford, as did President Ludmila Orlova. A. Vantaa is chancellor. “Nobody’s it stays,” he said.',
      'A quote from Anselm Vantaa, Chancellor',
    ],
    people: [
      { name: 'Anselm Vantaa', variants: ['A. Vantaa'], role: 'Chancellor' },
      { name: 'Ludmila Orlova', role: 'President' },
    ],
    quotes: [{ text: 'Nobody’s it stays', by: 'Anselm Vantaa', cue: 'A quote from' }],
  },
];
