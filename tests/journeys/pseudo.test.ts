import { expect, test } from 'vitest';
import { markedTranslations, openDoor, strayWords } from './pseudo.ts';
import { news, world } from './world.ts';

/** The words that are found in texts sent over a door, in a library with the news of the harbour. */
async function found(...texts: string[]): Promise<string[]> {
  const w = await world({ seeds: false });
  await w.arrives(news.harbour);
  const door = openDoor('http://nowhere');
  door.close();
  door.sent.push(...texts.map(text => JSON.stringify({ text })));
  const stray = await strayWords(door, w.library, []);
  return stray.map(each => /“(.*?)”/.exec(each)![1]!);
}

const say = markedTranslations('en').say;

test('what comes from messages, the news, Intl or an address is known', async () => {
  const sources = say('sources');
  const known = [
    `Ines Calloway · 1 ${sources}`,
    `“We will reopen the harbour only when every crane has been checked”\n— Ines Calloway · said, 7 Jan 2030 [1]`,
    `${sources}\n[1] Port of Velmora closed after crane collapse, 7 Jan 2030`,
    `${say('wrong-noted')} /who https://example.org/a-path Europe/Kyiv`,
  ];
  expect(await found(...known)).toEqual([]);
});

test.each([
  ['a word between messages', `${say('sources')} and ${say('sources')}`, 'and'],
  ['a word next to a name', 'by Ines Calloway', 'by ines calloway'],
  ['a label', 'Next page', 'next page'],
  ['a word after a count', '12 articles', 'articles'],
  [
    'a word in a line with a quote',
    '“We will reopen the harbour” was said by Calloway',
    'we will reopen the harbour was said by calloway',
  ],
])('a word that is written in the code is found: %s', async (_, text, words) => {
  expect(await found(text)).toEqual([words]);
});
