import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { storyAbout } from '../../ingest/sources/stage.ts';
import type { TestItem } from '../../sources/feed-server.ts';
import { due, hour } from '../subscribers.ts';
import { daysPass, itemOf, sourcesScene } from './sources-scene.ts';

const { server, owned, playSite } = await sourcesScene();

test('an operator sends a site, picks a feed, and a subscriber gets its news; it dies and comes back', async () => {
  const { w, olga, ann } = await owned();
  let items: TestItem[] | null = [itemOf('Oden', w.clock.now() - 2 * hour)];
  playSite('courier.example', () => items);
  olga.says(server.url('courier.example', '/'));
  const found = await olga.sees('A feed: “Oden Courier”, 1 item, the newest 2 hours ago');
  expect(found.text).toContain('One more feed on this page:\n\n• A feed: “Oden Sport”, 1 item');
  await olga.presses('Add Oden Courier');
  await olga.sees('Added: “Oden Courier”. I’m fetching its articles now.');
  await w.quiet();
  expect(await w.library.articles.count()).toBe(1);

  await w.turnTo(due);
  await w.quiet();
  expect((await ann.sees('Oden rebuilds its bridge')).text).toContain('Oden Courier');
  olga.says('/sources');
  const list = await olga.sees('1 source');
  expect(list.text).toMatch(/Oden Courier · 1 article in 7 days · working · last success 7 Jan, \d\d:\d\d/);
  ann.says('/sources');
  expect((await ann.sees('My articles are from:')).text).toContain('• Oden Courier · 1 article');

  const before = w.clock.now();
  items = null;
  await daysPass(w, 4, before);
  const notes = () => olga.chat().filter(({ text }) => /source (?:has stopped|is back)/.test(text));
  expect(notes().map(({ text }) => text)).toEqual([
    'A source has stopped answering. I keep trying.\n• Oden Courier: the server had an internal error\n/sources lists them all.',
  ]);
  items = [itemOf('Vale', w.clock.now())];
  await daysPass(w, 2, w.clock.now());
  expect(notes().length).toBe(2);
  expect(notes()[1]!.text).toContain('A source is back:\n• Oden Courier');
  expect(await w.library.articles.count()).toBe(2);
}, 60_000);

test('how the sources are doing is asked in plain words; others are told the outlets', async () => {
  const { w, olga, ann } = await owned();
  playSite('asked.example', () => [itemOf('Oden', w.clock.now())]);
  olga.says(server.url('asked.example', '/news'));
  await olga.presses('Add as a source');
  await w.quiet();
  const asks = async (who: typeof olga, words: string) => {
    who.says(words);
    await w.quiet();
    return who.chat().at(-1)!.text;
  };
  for (const words of [
    'Which feeds have stopped working?',
    'what’s coming in today',
    'show me all my sources, please',
    'які джерела не відповідають?',
    'покажи все источники',
    'Welche Quellen sind ausgefallen?',
  ])
    expect(await asks(olga, words), words).toMatch(/^1 source\n/);
  expect(await asks(ann, 'where do your articles come from?')).toMatch(/^My articles are from:/);
  expect(await asks(ann, 'sources of the fire')).not.toMatch(/^My articles are from:/);
});

test('an operator with an empty library is offered the lists to start with; others are not', async () => {
  const { w, olga, ann } = await owned();
  olga.says('/start');
  await olga.sees('Or start with a list for a country:');
  await olga.presses('Topics ›');
  await olga.sees('Or start with a list for a topic:');
  ann.says('/start');
  await ann.sees('I haven’t read any articles yet.');
  await w.quiet();
  expect(ann.chat().some(({ text }) => text.includes('start with a list'))).toBe(false);
});

test('/sources says how the watched folder is doing', async () => {
  const watch = mkdtempSync(join(tmpdir(), 'watched-'));
  onTestFinished(() => rmSync(watch, { recursive: true }));
  const { olga, w } = await owned(watch);
  writeFileSync(join(watch, 'oden.txt'), storyAbout('Oden').replaceAll(/<[^>]+>/g, ''));
  for (const minutes of [1, 2, 3]) {
    await w.turnTo(w.clock.now() + minutes * 60_000);
    await w.quiet();
  }
  olga.says('/sources');
  const { text } = await olga.sees('Folder ');
  expect(text).toContain(`Folder ${watch} · `);
  expect(text).toContain('last file oden.txt');
}, 30_000);

test('only an operator can add anything; others get a sentence that says so', async () => {
  const { w, ann } = await owned();
  playSite('other.example', () => [itemOf('Oden', w.clock.now())]);
  ann.says(server.url('other.example', '/'));
  await ann.sees('Only my operators can add articles and sources.');
  ann.attaches('news.jsonl', '{"text":"x"}');
  await w.quiet();
  expect(ann.chat().filter(({ text }) => text.startsWith('Only my operators')).length).toBe(2);
  // A headline that is passed on with its link asks about its words.
  ann.says(`Bridge of Zzyzx is rebuilt ${server.url('other.example', '/')}`);
  await ann.sees('I haven’t read any articles yet.');
  expect(server.seen.some(({ host }) => host === 'other.example')).toBe(false);
});

test('a source is paused, renamed, removed and brought back with buttons', async () => {
  const { w, olga } = await owned();
  playSite('managed.example', () => [itemOf('Oden', w.clock.now())]);
  olga.says(server.url('managed.example', '/news'));
  await olga.sees('A feed: “Oden Courier”');
  await olga.presses('Add as a source');
  await w.quiet();
  await olga.presses('Details');
  await olga.sees('1 article, 1 of the last 7 days');
  await olga.presses('Pause');
  await olga.sees('• paused');
  await olga.presses('Resume');
  await olga.sees('• working');
  await olga.presses('Rename');
  const question = await olga.sees('Reply to this message with a new name');
  olga.replies(question, 'The Courier');
  await olga.sees('The Courier\n• working');
  await olga.presses('Labels');
  olga.replies(await olga.sees('Reply to this message with labels'), 'local, politics,local');
  await olga.sees('• Labels: local, politics');
  await olga.presses('Language');
  const language = await olga.sees('Reply to this message with the language');
  olga.replies(language, 'the English one');
  await olga.sees('That isn’t a code for a language.');
  olga.replies(language, 'pt-br');
  await olga.sees('• Language: pt-BR');
  await olga.presses('Text');
  await olga.presses('From the page');
  await olga.sees('• Text: from the page');
  await olga.presses('Keep out of digests');
  await olga.sees('• Archive: not in digests');
  await olga.presses('Use in digests');
  await olga.sees('• Text: from the page');
  await olga.presses('Remove');
  await olga.sees('Remove “The Courier”? There is 1 article from it.');
  await olga.presses('Remove with its article');
  await olga.sees('“The Courier” is removed. Its articles are deleted in 10 minutes.');
  await olga.presses('Undo');
  // An earlier message reads the same: seeing it doesn’t show that the press was handled before time moves on.
  await w.quiet();
  await olga.sees('The Courier\n• working');
  await w.turnTo(w.clock.now() + hour);
  await w.quiet();
  expect(await w.library.articles.count()).toBe(1);
  await olga.presses('Remove');
  await olga.presses('Remove with its article');
  await olga.sees('“The Courier” is removed.');
  await w.quiet();
  await w.turnTo(w.clock.now() + hour);
  await w.quiet();
  expect(await w.library.articles.count()).toBe(0);
});

test('a channel’s posts are taken once an operator forwards one and the bot runs the channel', async () => {
  const { w, olga } = await owned();
  const channel = w.telegram.group('Bulletin', { kind: 'channel', admins: [olga], bot: 'absent' });
  const text =
    'The mayor of Karst resigned\n\n“I have done what I could for Karst,” said Mayor Tomas Brandt on Monday.';
  const post = olga.in(channel).says(text);
  olga.forwards(post);
  await olga.sees('A post from the channel “Bulletin”');
  await olga.presses('Add all posts of Bulletin');
  await olga.sees('I only see a channel’s posts as its administrator.');
  olga.in(channel).adds('bot', 'administrator');
  olga.forwards(post);
  // Asked again, as a call that fails says nothing about the channel.
  w.telegram.fails({ method: 'getChatMember', times: 1, with: 'bad-gateway' });
  await olga.presses('Add all posts of Bulletin');
  await olga.sees('Added: “Bulletin”. From now on I’ll read its posts.');
  const second = olga
    .in(channel)
    .says(text.replaceAll('Karst', 'Vale').replaceAll('Tomas Brandt', 'Ines Kolbe'));
  await w.quiet();
  expect((await w.library.people.find('Ines Kolbe')).fits.length).toBe(1);
  olga
    .in(channel)
    .edits(second, text.replaceAll('Karst', 'Vale').replaceAll('Tomas Brandt', 'Petra Lindqvist'));
  await w.quiet();
  expect((await w.library.people.find('Petra Lindqvist')).fits.length).toBe(1);
  expect(await w.library.articles.count()).toBe(1);
});
