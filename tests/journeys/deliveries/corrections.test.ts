import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadPaths } from '../../../src/ingest/load.ts';
import { storableReading } from '../../../src/reading/storable-reading.ts';
import { sharedReaders } from '../../ingest/shared-readers.ts';
import { knowledge } from '../../reading/knowledge.ts';
import { digestsIn, due, here, hour, subscribe, type World } from '../subscribers.ts';
import { longNews, news, world } from '../world.ts';

const later = due + hour;

/** The source publishes another text under the same address. */
async function edits(w: World, article: typeof news.harbour, from: string, to: string) {
  expect(article.text).toContain(from);
  const edited = { ...article, text: article.text.replace(from, to) };
  const outcome = await w.library.articles.replace(storableReading(edited, knowledge), {
    now: w.clock.now(),
    isNews: false,
  });
  expect(outcome.outcome).toBe('loaded');
}

/** Ann and Bob have had their digests on the harbour at 08:00. */
async function delivered() {
  const w = await world({ seeds: false });
  const people = [await here(w, 'Ann'), await here(w, 'Bob')] as const;
  for (const { chat_id } of people) await subscribe(w, chat_id, { length: 'short' });
  await w.arrives(news.harbour);
  await w.turnTo(due);
  for (const person of people) await person.sees('A loading crane collapsed');
  await w.quiet();
  return { w, people };
}

test('a sentence that its source has changed is changed in the digests that were sent, which say so', async () => {
  const { w, people } = await delivered();
  const before = people.map(person => person.chat().length);
  await edits(w, news.harbour, 'A loading crane collapsed', 'Two loading cranes collapsed');
  await w.turnTo(later);
  for (const person of people) {
    const corrected = await person.sees('Two loading cranes collapsed');
    expect(corrected.text).toMatch(/^Corrected 09:00\n/);
    expect(corrected.edited).toBe(true);
    expect(corrected.text).not.toContain('A loading crane');
    // What is bold or a link covers the same words as before.
    const covered = corrected.entities.map(({ offset, length }) =>
      corrected.text.slice(offset, offset + length),
    );
    expect(covered).toContain('Port of Velmora closed after crane collapse');
  }
  expect(people.map(person => person.chat().length)).toEqual(before);
  // It is done once.
  const edited = w.telegram.callsOf('editMessageText').length;
  await w.turnTo(later + 60_000);
  expect(w.telegram.callsOf('editMessageText')).toHaveLength(edited);
});

test('what was removed is taken out of digests, its title and links too, also after a restart', async () => {
  const { w, people } = await delivered();
  await w.restart(async () => {});
  expect(await w.library.articles.withdraw('harbour')).toBe(true);
  await w.turnTo(later);
  const corrected = await people[0].sees('[withdrawn]');
  expect(corrected.text).not.toMatch(/crane/);
  expect(corrected.buttons.flat().join()).not.toMatch(/crane/);
});

test('what is removed before its digest is sent is not in it, and the digest still comes', async () => {
  const w = await world({ seeds: false });
  const ann = await here(w, 'Ann');
  await subscribe(w, ann.chat_id, { length: 'short' });
  await w.arrives(news.harbour);
  await w.arrives(news.vaccine);
  w.telegram.fails({
    method: 'sendMessage',
    chat: ann.chat_id,
    times: 1,
    with: { code: 429, description: 'Too Many Requests: retry after 30', retry_after: 30 },
  });
  await w.turnTo(due);
  await w.quiet();
  expect(await w.library.articles.withdraw('harbour')).toBe(true);
  await w.turnTo(due + 60_000);
  const sent = await ann.sees('Your first digest');
  expect(sent.text).toMatch(/measles/i);
  expect(sent.text).not.toMatch(/crane/);
});

test('what is withdrawn between two messages of a digest is not in the second, and all else that it has still comes', async () => {
  const w = await world({ seeds: false });
  const ann = await here(w, 'Ann');
  await subscribe(w, ann.chat_id);
  for (const article of longNews) await w.arrives(article);
  w.telegram.fails({
    method: 'sendMessage',
    chat: ann.chat_id,
    after: 1,
    times: 1,
    with: { code: 429, description: 'Too Many Requests: retry after 30', retry_after: 30 },
  });
  await w.turnTo(due);
  await w.quiet();
  const [first] = digestsIn(ann);
  const shown = (title: string) => ann.chat().some(({ text }) => text.includes(title));
  const [gone, ...others] = longNews.filter(({ title }) => !first!.text.includes(title));
  expect(others.length).toBeGreaterThan(0);
  expect(await w.library.articles.withdraw(gone!.id)).toBe(true);
  // First it is taken out of what waits.
  for (const minutes of [1, 2]) {
    await w.turnTo(due + minutes * 60_000);
    await w.quiet();
  }
  expect(others.filter(({ title }) => !shown(title))).toEqual([]);
  const second = await ann.sees(others[0]!.title);
  expect(second.text).not.toMatch(/withdrawn|\n\n\n/);
  expect(`${second.text} ${second.buttons.flat().join()}`).not.toContain(gone!.title.slice(0, 25));
  expect(second.text).not.toContain(/“([^”]{30})/.exec(gone!.text)![1]);
});

test('a reader who has blocked the bot or deleted the message holds up no one', async () => {
  const { w, people } = await delivered();
  people[0].blocks();
  await edits(w, news.harbour, 'A loading crane collapsed', 'Two loading cranes collapsed');
  await w.turnTo(later);
  await people[1].sees('Two loading cranes collapsed');
  expect(await w.library.corrections.waiting(0, 10)).toEqual([]);
});

test('while Telegram cannot be reached, nothing is given up', async () => {
  const { w, people } = await delivered();
  const down = w.telegram.fails({ method: 'editMessageText', with: 'bad-gateway' });
  await edits(w, news.harbour, 'A loading crane collapsed', 'Two loading cranes collapsed');
  await w.turnTo(later);
  await w.quiet();
  expect((await w.library.corrections.waiting(0, 10)).length).toBe(2);
  down.undo();
  await w.turnTo(later + 60_000);
  for (const person of people) await person.sees('Two loading cranes collapsed');
});

test('a change that no digest showed corrects nothing', async () => {
  const { w } = await delivered();
  const before = w.telegram.callsOf('editMessageText').length;
  await edits(w, news.harbour, 'Twelve ships were waiting', 'Nine ships were waiting');
  await w.turnTo(later);
  await w.quiet();
  expect(w.telegram.callsOf('editMessageText')).toHaveLength(before);
});

test('a file that is loaded again with a changed sentence corrects the digests sent with it', async () => {
  const { w, people } = await delivered();
  const folder = mkdtempSync(join(tmpdir(), 'communique-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const text = news.harbour.text.replace('A loading crane collapsed', 'Two loading cranes collapsed');
  writeFileSync(join(folder, 'harbour.jsonl'), JSON.stringify({ ...news.harbour, text }));
  const onRefused = (line: string) => expect.unreachable(line);
  const counts = await loadPaths(w.library, sharedReaders, [folder], { now: w.clock.now(), onRefused });
  expect(counts).toMatchObject({ loaded: 0, updated: 1 });
  await w.turnTo(later);
  expect((await people[0].sees('Two loading cranes collapsed')).text).toMatch(/^Corrected 09:00\n/);
});
