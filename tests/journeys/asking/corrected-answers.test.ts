import { expect, test } from 'vitest';
import { storableReading } from '../../../src/reading/storable-reading.ts';
import { knowledge } from '../../reading/knowledge.ts';
import { due, here, hour, subscribe } from '../subscribers.ts';
import { news, world } from '../world.ts';

const day = 24 * hour;

/** Ann has asked, in private and in a group, what the harbour master said. */
async function answered() {
  const w = await world({ seeds: false, start: due });
  await w.arrives(news.harbour);
  await w.arrives(news.budget);
  await w.turnTo(due);
  const ann = await here(w, 'Ann');
  const group = w.telegram.group('Port talk', { members: [ann] });
  ann.says('/quotes Calloway');
  await ann.sees('We will reopen the harbour');
  ann.in(group).says('/quotes Calloway');
  await w.quiet();
  const shown = () => [...ann.chat(), ...group.chat()].filter(({ from }) => from === 'bot');
  return { w, ann, group, shown };
}

const idOfQuote = (article: typeof news.harbour) => `${article.id}@${article.text.indexOf('We will reopen')}`;

test('a retracted quote is taken out of answers in every chat, which say so; nothing is sent anew', async () => {
  const { w, shown } = await answered();
  const before = shown().length;
  expect(await w.library.quotes.retract(idOfQuote(news.harbour))).toMatchObject({ outcome: 'done' });
  await w.turnTo(due + 60_000);
  await w.quiet();
  const corrected = shown().filter(({ text }) => text.startsWith('Corrected 08:01\n'));
  expect(corrected).toHaveLength(2);
  for (const { text, edited, post, entities } of corrected) {
    expect(text).toContain('[withdrawn]');
    expect(edited).toBe(true);
    expect(entities.map(({ type }) => type)).toContain('date_time');
    expect(text).toContain('[1]');
    expect(post.reply_markup?.inline_keyboard.length).toBeGreaterThan(0);
  }
  expect(shown().filter(({ text }) => text.includes('We will reopen'))).toEqual([]);
  expect(shown()).toHaveLength(before);
  // It is done once.
  const edits = w.telegram.callsOf('editMessageText').length;
  await w.turnTo(due + 120_000);
  expect(w.telegram.callsOf('editMessageText')).toHaveLength(edits);
});

test('an answer about a removed article is corrected after a restart, another stays as it is', async () => {
  const { w, ann } = await answered();
  ann.says('/who Lindqvist');
  await ann.sees('The north has waited');
  await w.quiet();
  await w.restart(async () => {});
  expect(await w.library.articles.withdraw('harbour')).toBe(true);
  await w.turnTo(due + 60_000);
  await w.quiet();
  const corrected = await ann.sees('[withdrawn]');
  expect(corrected.text).not.toMatch(/crane|We will reopen/);
  expect((await ann.sees('The north has waited')).edited).toBe(false);
});

test('a sentence that its source has changed is changed in answers', async () => {
  const { w, ann } = await answered();
  ann.says('/story crane');
  await ann.sees('collapsed at the port');
  await w.quiet();
  const text = news.harbour.text.replace('A loading crane collapsed', 'Two loading cranes collapsed');
  await w.library.articles.replace(storableReading({ ...news.harbour, text }, knowledge), {
    now: w.clock.now(),
    isNews: false,
  });
  await w.turnTo(due + 60_000);
  expect((await ann.sees('Two loading cranes')).text).toMatch(/^Corrected/);
});

test('answers of more than two days ago are no longer kept', async () => {
  const { w } = await answered();
  expect(await w.library.shownAnswers.about(['harbour'])).not.toEqual([]);
  for (let days = 1; days <= 5; days += 1) await w.turnTo(due + days * day);
  expect(await w.library.shownAnswers.about(['harbour'])).toEqual([]);
});

test('who deleted the answer or blocked the bot holds up no one; while Telegram is down nothing is given up', async () => {
  const { w, ann, group } = await answered();
  ann.blocks();
  const down = w.telegram.fails({ method: 'editMessageText', with: 'bad-gateway' });
  await w.library.quotes.retract(idOfQuote(news.harbour));
  await w.turnTo(due + 60_000);
  await w.quiet();
  expect(await w.library.shownAnswers.waiting(null, 10)).not.toEqual([]);
  down.undo();
  await w.turnTo(due + 120_000);
  expect(group.chat().at(-1)?.text).toContain('[withdrawn]');
  expect(await w.library.shownAnswers.waiting(null, 10)).toEqual([]);
});

const said = (id: string, name: string, quote: string) => ({
  id,
  title: `Minister speaks in ${id}`,
  publishedAt: '2030-01-06',
  text: `Minister speaks in ${id}\n\nTransport Minister ${name} opened the bridge in ${id} on Sunday.\n\n“${quote},” said ${name}.`,
});

test('after people are split or joined by hand, answers about them are what they would be now', async () => {
  const w = await world({ seeds: false, start: due });
  await w.arrives(said('Abeln', 'Ines Calloway', 'This bridge will outlast every one of us'));
  await w.arrives(said('Brisk', 'Ines Calloway', 'The old ferry has served its last passenger'));
  await w.turnTo(due);
  const ann = await here(w, 'Ann');
  ann.says('/quotes Ines Calloway');
  const first = await ann.sees('outlast');
  expect(first.text).toContain('last passenger');
  await w.quiet();
  const [person] = (await w.library.people.find('Ines Calloway')).fits;
  expect(await w.library.people.split(person!.id, 'Brisk')).toMatchObject({ outcome: 'done' });
  await w.turnTo(due + 60_000);
  await w.quiet();
  const split = await ann.sees(/^Corrected/);
  expect(split.message_id).toBe(first.message_id);
  expect(split.text).toMatch(/Ines Calloway/);
  expect(split.text).not.toMatch(/outlast[\s\S]*last passenger|last passenger[\s\S]*outlast/);
});

test('after a join, the answer about the one has both, and the quotes of digests get the name', async () => {
  const w = await world({ seeds: false, start: due - hour });
  const ann = await here(w, 'Ann');
  await subscribe(w, ann.chat_id);
  await w.arrives(said('Abeln', 'Ines Calloway', 'This bridge will outlast every one of us'));
  await w.arrives(said('Brisk', 'Rosalind Oduya', 'The old ferry has served its last passenger'));
  await w.turnTo(due);
  const digest = await ann.sees(/last passenger[\s\S]*Rosalind Oduya/);
  ann.says('/quotes Ines Calloway');
  const first = await ann.sees(/^Ines Calloway/);
  await w.quiet();
  const ids = await Promise.all(
    ['Ines Calloway', 'Rosalind Oduya'].map(async name => (await w.library.people.find(name)).fits[0]!.id),
  );
  expect(await w.library.people.join(ids[0]!, ids[1]!)).toMatchObject({ outcome: 'done' });
  await w.turnTo(due + 60_000);
  await w.quiet();
  const after = ann.chat().find(({ message_id }) => message_id === first.message_id)!;
  expect(after.text).toMatch(/^Corrected[\s\S]*last passenger/);
  const corrected = ann.chat().find(({ message_id }) => message_id === digest.message_id)!;
  expect(corrected.text).toMatch(
    /^Corrected[\s\S]*outlast every one of us”\n— Rosalind Oduya \(Ines Calloway\) · said/,
  );
});

test('what was posted by way of the bot in chats without it is corrected too', async () => {
  const w = await world({ seeds: false, start: due });
  await w.arrives(news.harbour);
  await w.turnTo(due);
  const ann = w.telegram.person('Ann');
  const group = w.telegram.group('Elsewhere', { members: [ann], bot: 'absent' });
  const { results } = await ann.in(group).asksInline('calloway');
  for (const result of results) ann.in(group).picks(result);
  ann.in(group).says(`@${w.telegram.username} what did Calloway say?`);
  await w.quiet();
  const shown = () => group.chat().filter(({ text }) => /We will reopen|\[withdrawn\]/.test(text));
  const before = shown().length;
  expect(before).toBeGreaterThan(2);
  await w.library.quotes.retract(idOfQuote(news.harbour));
  await w.turnTo(due + 60_000);
  await w.quiet();
  expect(shown()).toHaveLength(before);
  for (const { text } of shown()) expect(text).toMatch(/^Corrected 08:01\n[\s\S]*\[withdrawn\]/);
});
