import { expect, test } from 'vitest';
import type { Seen } from '../../../src/local-telegram/local-telegram.ts';
import { world } from '../world.ts';

/** The width, from the head of a PNG. */
const widthOf = (png: Buffer) => png.readUInt32BE(16);

async function bytesOf(w: Awaited<ReturnType<typeof world>>, { post }: Seen): Promise<Buffer> {
  const { telegram } = w;
  const file = post.photo!.at(-1)!.file_id;
  const found = await fetch(`${telegram.apiRoot}/bot${telegram.token}/getFile?file_id=${file}`);
  const { result } = (await found.json()) as { result: { file_path: string } };
  const answer = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${result.file_path}`);
  return Buffer.from(await answer.arrayBuffer());
}

test('key dates come as a picture with the same in words, and turn dark in place', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/timeline');
  const answer = await ann.reads();
  await ann.presses('As a picture');
  const picture = await ann.sees(({ photo }) => photo === true);
  expect([...picture.text].length).toBeLessThanOrEqual(1024);
  expect(answer.text.startsWith(picture.text.slice(0, 200))).toBe(true);
  const light = await bytesOf(w, picture);
  expect(widthOf(light)).toBe(1080);
  await ann.presses('Dark');
  const dark = await ann.sees(({ photo, buttons }) => photo === true && buttons.flat().includes('Light'));
  expect(dark.message_id).toBe(picture.message_id);
  const darkened = await bytesOf(w, dark);
  expect(widthOf(darkened)).toBe(1080);
  expect(darkened.equals(light)).toBe(false);
  // Back again, it is what it was.
  await ann.presses('Light');
  const again = await ann.sees(({ photo, buttons }) => photo === true && buttons.flat().includes('Dark'));
  expect((await bytesOf(w, again)).equals(light)).toBe(true);
});

test('a person who is named often has a picture of their weeks, one who is not has none', async () => {
  const w = await world({ seeds: false, start: Date.UTC(2030, 1, 1) });
  const towns = ['Abeln', 'Brisk', 'Corvo', 'Dunmar', 'Elster'];
  for (const [i, town] of towns.entries())
    await w.arrives({
      id: `visit-${i}`,
      title: `Minister visits ${town}`,
      publishedAt: `2030-01-${String(1 + 6 * i).padStart(2, '0')}`,
      text: `Minister visits ${town}\n\nHealth Minister Rosalind Oduya visited ${town} and opened ward ${i + 5} of its hospital.`,
    });
  await w.arrives({
    id: 'race',
    title: 'Race in Elster',
    publishedAt: '2030-01-26',
    text: 'Race in Elster\n\n“I am glad,” said runner Tobias Lindqvist after the race.',
  });
  const ann = w.telegram.person('Ann');
  ann.says('/who Lindqvist');
  expect((await ann.reads()).buttons.flat()).not.toContain('As a picture');
  ann.says('/who Oduya');
  await ann.reads();
  await ann.presses('As a picture');
  const picture = await ann.sees(({ photo }) => photo === true);
  expect(picture.text).toMatch(/^Rosalind Oduya/);
  expect(widthOf(await bytesOf(w, picture))).toBe(1080);
});

test('a picture is drawn again, with its caption, once an article of it is removed; then taken away', async () => {
  const w = await world({ seeds: false, start: Date.UTC(2030, 1, 1, 8) });
  const days = ['2030-01-07', '2030-01-14', '2030-01-21', '2030-01-28'];
  const towns = ['Abeln', 'Brisk', 'Corvo', 'Dunmar'];
  for (const [i, town] of towns.entries())
    await w.arrives({
      id: `flood-${i}`,
      title: `Flood in ${town}`,
      publishedAt: days[i]!,
      text: `Flood in ${town}\n\nA flood destroyed ${i + 3} bridges in ${town} on Monday, the mayor of ${town} said.`,
    });
  const ann = w.telegram.person('Ann');
  ann.says('/timeline flood');
  await ann.reads();
  await ann.presses('As a picture');
  const picture = await ann.sees(({ photo }) => photo === true);
  expect(picture.text).toContain('bridges in Corvo');
  const before = await bytesOf(w, picture);
  const shown = () => ann.chat().find(({ message_id }) => message_id === picture.message_id);
  const start = w.clock.now();
  const minutes = async (...all: number[]) => {
    for (const minute of all) {
      await w.turnTo(start + minute * 60_000);
      await w.quiet();
    }
  };
  await minutes(1);
  await w.library.articles.withdraw('flood-2');
  await minutes(2, 3);
  expect(shown()!.text).toMatch(/^Corrected \d\d:\d\d\n/);
  expect(shown()!.text).not.toContain('Corvo');
  expect((await bytesOf(w, shown()!)).equals(before)).toBe(false);
  for (const left of [0, 1, 3]) await w.library.articles.withdraw(`flood-${left}`);
  await minutes(4, 5);
  expect(shown()).toBeUndefined();
});
