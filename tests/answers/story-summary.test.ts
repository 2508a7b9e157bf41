import { afterAll, expect, test } from 'vitest';
import { libraryOf, type MadeUp } from './made-up.ts';

const article = (id: string, day: string, ...paragraphs: string[]): MadeUp => ({
  id,
  title: `Crane falls into the harbour of Osterby (${id})`,
  day,
  source: `${id}.example`,
  paragraphs: [...paragraphs, ...background[id]!],
  people: [],
  quotes: [],
  summary: 3,
});

const closed = 'The harbour of Osterby was closed on Monday after its largest crane fell into the water.';
const background: Record<string, string[]> = {
  north: [
    'Built on the northern quay forty years ago, the Osterby crane had lifted grain for half the coast.',
    'Fishermen noticed how it leaned a little further each winter, and told the harbour master so.',
  ],
  south: [
    'A firm from Westerby was hired to dismantle the Osterby harbour crane before the autumn storms.',
    'Its engineers found rust at the foot, wrote a letter about the quay, and heard nothing.',
  ],
  west: [
    'Divers measured the wreck of the Osterby crane, which blocks the harbour for anything larger than a boat.',
    'Insurers of the quay sent their own experts, and neither side expects to agree before summer.',
  ],
};

const three = await libraryOf(
  article(
    'north',
    '2031-03-03',
    `${closed} Three ships with grain waited outside the harbour of Osterby all night.`,
  ),
  article(
    'south',
    '2031-03-03',
    'On Monday the largest crane of Osterby fell into the water, and the harbour was closed.',
    'Six ships with grain waited outside the harbour of Osterby all night.',
  ),
  article('west', '2031-03-04', closed, 'A committee of the parliament wants to look into all old cranes.'),
);
afterAll(() => three.close());

const part = (text: string, heading: string) => text.split(`\n${heading}\n`)[1]?.split('\n\n')[0] ?? '';

test('a story is summed up by what all its articles say, then by what only some say, each with its sources', async () => {
  const text = await three.read('/story crane');
  expect(part(text, 'Reported by all')).toMatch(
    /^• The harbour of Osterby was closed on Monday .* \[1\]\[2\]\[3\]$/m,
  );
  expect(part(text, 'Reported by one source only')).toContain(
    'A committee of the parliament wants to look into all old cranes. [1]',
  );
  expect(text.match(/closed on Monday/g)).toHaveLength(1);
});

test('sentences with other numbers are not the same', async () => {
  const text = await three.read('/story crane');
  expect(text).not.toMatch(/ships with grain .*\[\d\]\[\d\]/);
});

test('in a group only what all say is shown', async () => {
  const text = await three.read('/story crane', { chat: 'group' });
  expect(text).toContain('Reported by all');
  expect(text).not.toContain('Reported by one source only');
});

test('where all report the event, but each in its own words, the opening most like the others comes first', async () => {
  const shared = 'Engineers of the Westerby firm had looked at the crane of Osterby only two weeks before.';
  const told = await libraryOf(
    article('north', '2031-03-03', 'Grain dealers fear for their trade in the harbour of Osterby.', shared),
    article(
      'south',
      '2031-03-03',
      'The great crane in the harbour of Osterby has fallen into the water, blocking all grain ships.',
      shared,
    ),
    article(
      'west',
      '2031-03-04',
      'Grain ships stay outside Osterby as a fallen crane lies in the water of its harbour.',
    ),
  );
  const [privately, group] = [
    await told.read('/story crane'),
    await told.read('/story crane', { chat: 'group' }),
  ];
  told.close();
  for (const text of [privately, group])
    expect(text).toMatch(
      /^3 articles.*\n\nThe great crane .* grain ships\. (?:\[\d\])+\n\nReported by several\n• Engineers of the Westerby firm/m,
    );
});

test('a sentence that only a pronoun vouches for is not shown by itself', async () => {
  const told = await libraryOf(
    article('north', '2031-03-03', closed),
    article(
      'south',
      '2031-03-03',
      'On Monday the largest crane of Osterby fell into the water, and the harbour was closed.',
      'Grain ships from all over the northern coast would have to wait there until the summer, they say.',
    ),
    article('west', '2031-03-04', closed, 'A committee of the parliament wants to look into all old cranes.'),
  );
  const text = await told.read('/story crane');
  told.close();
  expect(text).toContain('Reported by all');
  expect(text).not.toContain('they say');
});

test('where the articles have nothing in common, each is summed up by itself', async () => {
  const two = await libraryOf(
    article(
      'north',
      '2031-03-03',
      'Divers look for the crane of Osterby under the ice.',
      'Harbour workers in Osterby fear for the crane.',
    ),
    article(
      'south',
      '2031-03-03',
      'Engineers of a Westerby firm are asked about crane steel.',
      'Old photographs show the crane of Osterby.',
    ),
  );
  const text = await two.read('/story crane');
  two.close();
  expect(text).not.toContain('Reported by both');
});
