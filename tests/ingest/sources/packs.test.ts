import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownPath } from '../../../src/commands/cli/open.ts';
import { sourcesAsList } from '../../../src/ingest/sources/import-list.ts';
import { packsIn } from '../../../src/ingest/sources/packs.ts';
import { parseOpml, writeOpml } from '../../../src/sources/opml/opml.ts';
import { scratchFolder } from '../../library/scratch.ts';
import { rssOf } from '../../sources/feed-server.ts';
import { stage } from './stage.ts';

const folder = scratchFolder();
const packs = join(folder, 'packs');
const world = stage(folder, { packs });

test('a pack adds the feeds that can be read and names the others', async () => {
  const { ingest } = world.opened();
  world.server.play('good.example', () => ({ body: rssOf([{ guid: 'a', title: 'A', text: 'Text.' }]) }));
  world.server.play('bad.example', () => ({ status: 404 }));
  const outline = (name: string, host: string) =>
    `<outline text="${name}" xmlUrl="${world.server.url(host)}"/>`;
  mkdirSync(join(packs, 'countries'), { recursive: true });
  writeFileSync(
    join(packs, 'countries', 'Velmora.opml'),
    `<opml version="1.0"><body><outline text="Velmora">${outline('Good', 'good.example')}${outline('Bad', 'bad.example')}</outline></body></opml>`,
  );
  expect(await ingest.packs()).toEqual([{ name: 'Velmora', group: 'countries' }]);
  const result = await ingest.addPack('velmora');
  expect(result).toMatchObject({ skipped: [{ name: 'Bad', cause: 'missing' }], known: [], refused: [] });
  expect(result!.added).toMatchObject([{ name: 'Good', folders: ['Velmora'] }]);
  expect(await ingest.addPack('Nowhere')).toBeNull();
});

test('each pack that comes with the program is a list with feeds', async () => {
  const there = await packsIn(ownPath('data/packs'));
  expect(there.filter(({ group }) => group === 'countries').length).toBeGreaterThan(20);
  expect(there.filter(({ group }) => group === 'topics').length).toBeGreaterThan(20);
  for (const { name, group } of there) {
    const list = parseOpml(readFileSync(ownPath(`data/packs/${group}/${name}.opml`), 'utf8'));
    expect('feeds' in list && list.feeds.length, name).toBeGreaterThan(0);
  }
});

test('labels, language, where the text is from and the archive go out and come in', async () => {
  const [first, second] = [world.opened().ingest, world.opened().ingest];
  const wanted = {
    labels: ['Later', 'local'],
    folders: ['News'],
    language: 'pt-BR',
    textFrom: 'page' as const,
    archive: true,
  };
  // Another source's folder has the name of the first one's label, and comes before its own folder.
  await first.add({ kind: 'feed', name: 'A', url: 'https://a.example/feed', folders: ['Later'] });
  await first.add({ kind: 'feed', name: 'B', url: 'https://b.example/feed', ...wanted });
  const list = parseOpml(writeOpml(sourcesAsList(await first.sources.list())));
  if (!('feeds' in list)) throw new Error('no list');
  expect((await second.importList(list)).added).toMatchObject([{ name: 'A', folders: ['Later'] }, wanted]);
});

test('a list goes in and comes out with its titles and folders', async () => {
  const { ingest } = world.opened();
  const feed = (name: string, more = {}) => ({
    url: `https://${name}.example/feed`,
    title: name,
    home: `https://${name}.example/`,
    ...more,
  });
  const feeds = [
    feed('one', { folders: ['News', 'Vale'], language: 'en' }),
    feed('two', { folders: [] }),
    feed('one', { folders: ['Later'], language: 'en' }),
  ] as never[];
  const imported = await ingest.importList({ title: 'Mine', feeds });
  expect(imported.added.length).toBe(2);
  const out = parseOpml(writeOpml(sourcesAsList(await ingest.sources.list())));
  expect(
    'feeds' in out && out.feeds.toSorted((a, b) => (a.folders.join() < b.folders.join() ? -1 : 1)),
  ).toMatchObject(
    [...feeds].sort((a: { folders: string[] }, b: { folders: string[] }) =>
      a.folders.join() < b.folders.join() ? -1 : 1,
    ),
  );
});
