import { expect, test } from 'vitest';
import type { Seen } from '../../../src/local-telegram/local-telegram.ts';
import { loadTranslations } from '../../../src/rendering/messages.ts';
import { world } from '../world.ts';

type Result = {
  id: string;
  title: string;
  description?: string;
  input_message_content: { message_text: string };
  reply_markup: { inline_keyboard: { text: string; url?: string; callback_data?: string }[][] };
};

const shareButton = ({ post }: Seen) =>
  post.reply_markup?.inline_keyboard.flat().find(({ text }) => text === 'Share …');

const resultsOf = ({ results }: { results: Record<string, unknown>[] }) => results as Result[];

test('in any chat, a name offers who it is, quotes, dates and articles, each complete', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const group = w.telegram.group('Elsewhere', { members: [ann], bot: 'absent' });
  const answer = await ann.in(group).asksInline('lavrov');
  const results = resultsOf(answer);
  expect(results[0]).toMatchObject({ title: 'Sergei Lavrov' });
  const quotes = results.filter(({ title }) => title.startsWith('“'));
  expect(quotes.length).toBeGreaterThanOrEqual(2);
  for (const { input_message_content, reply_markup } of results) {
    expect(input_message_content.message_text).toMatch(/\[1\]/);
    for (const button of reply_markup.inline_keyboard.flat()) expect(button.url).toMatch(/^https:\/\//);
  }
  for (const quote of quotes) expect(quote.input_message_content.message_text).toMatch(/— Sergei Lavrov/);
  expect(answer.button).toMatchObject({ start_parameter: 'inline' });

  // Whoever reads it opens the whole answer in private.
  ann.in(group).picks(answer.results[0]!);
  await ann.in(group).presses('More in a private chat');
  expect((await ann.reads()).text).toMatch(/^Sergei Lavrov/);
});

test('what is offered is posted in a forum topic and in a channel, and leads into private from there', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const forum = w.telegram.group('Forum', { forum: true, admins: [ann], bot: 'absent' });
  const topic = ann.in(forum).opensTopic('Diplomacy');
  const channel = w.telegram.group('Bulletin', { kind: 'channel', admins: [ann], bot: 'absent' });
  for (const place of [ann.in(forum, topic), ann.in(channel), ann]) {
    const { results } = await place.asksInline('lavrov');
    const posted = place.picks(results[0]!);
    expect(posted.text).toMatch(/^Sergei Lavrov/);
    await place.presses('More in a private chat', posted);
    await ann.sees(({ from, text }) => from === 'bot' && text.startsWith('Sergei Lavrov'));
  }
  expect(forum.chat().at(-1)?.message_thread_id).toBe(topic.id);
});

test('articles go on with the next offset, nothing twice; nothing typed offers the news', async () => {
  const w = await world({ seeds: false });
  const towns = [
    'Abeln',
    'Brisk',
    'Corvo',
    'Dunmar',
    'Elster',
    'Falk',
    'Gorm',
    'Hasle',
    'Irvin',
    'Jorn',
    'Karst',
  ];
  for (const [i, town] of towns.entries())
    await w.arrives({
      id: `bridge-${i}`,
      title: `Bridge of ${town} closed`,
      publishedAt: `2030-01-${10 + i}`,
      text: `Bridge of ${town} closed\n\nThe old bridge of ${town} was closed to lorries of more than ${i + 3} tonnes.`,
    });
  const ann = w.telegram.person('Ann');
  const first = await ann.asksInline('bridge');
  expect(first.next_offset).toBe('2');
  const second = await ann.asksInline('bridge', first.next_offset);
  const ids = [...resultsOf(first), ...resultsOf(second)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(towns.length);
  expect(resultsOf(await ann.asksInline('')).length).toBeGreaterThanOrEqual(2);
  const none = await ann.asksInline('qwxzv');
  expect(none.results).toEqual([]);
  expect(none.button?.text).toMatch(/^Nothing found/);
});

test('a misspelled name offers those nearest to it; a command without its slash is one', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  expect(resultsOf(await ann.asksInline('lavrof'))[0]!.title).toBe('Sergei Lavrov');
  const [asked, card] = resultsOf(await ann.asksInline('quotes Lavrov'));
  expect(asked!.input_message_content.message_text).toMatch(/Lavrov/);
  expect(asked!.title).toMatch(/quote/i);
  expect(card!.title).toBe('Sergei Lavrov');
});

test('an answer is shared from private into another chat', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/who Lavrov');
  const card = await ann.reads();
  const share = shareButton(card);
  expect(share?.switch_inline_query).toBe('who Lavrov');
  expect(resultsOf(await ann.asksInline(share!.switch_inline_query!))[0]!.title).toBe('Sergei Lavrov');
  await ann.presses(/quotes$/);
  const quotes = await ann.reads();
  expect(shareButton(quotes)?.switch_inline_query).toBe('quotes Sergei Lavrov');
  await ann.presses(/^❝/);
  const sentence = await ann.reads();
  const query = shareButton(sentence)!.switch_inline_query!;
  const results = resultsOf(await ann.asksInline(query));
  expect(results).toHaveLength(1);
  expect(results[0]!.input_message_content.message_text).toContain('Lavrov');
});

test('without access there are no results, only a way in, and Telegram keeps none of others', async () => {
  const w = await world({ owner: () => ({ access: 'invite' }) });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  await w.library.accessList.admit(ann.user.id, w.clock.now());
  const hers = await ann.asksInline('lavrov');
  expect(hers.is_personal).toBe(true);
  const his = await bob.asksInline('lavrov');
  expect(his).toMatchObject({ results: [], is_personal: true });
  expect(his.button).toMatchObject({ start_parameter: 'inline' });
  bob.opens(his.button!.start_parameter);
  expect((await bob.reads()).text).toMatch(/invit/i);
  await w.library.accessList.ban(ann.user.id, w.clock.now());
  w.clock.turnTo(w.clock.now() + 61_000);
  expect(await ann.asksInline('lavrov')).toMatchObject({ results: [], is_personal: true });
});

test('open to everyone, each gets an answer in their language, and the banned get none', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob', { language: 'uk' })];
  expect((await ann.asksInline('lavrov')).button?.text).toBe('Ask me in private ›');
  expect((await bob.asksInline('lavrov')).button?.text).toBe('Запитати в особистому чаті ›');
  await w.library.accessList.ban(bob.user.id, w.clock.now());
  w.clock.turnTo(w.clock.now() + 61_000);
  expect((await ann.asksInline('lavrov')).results.length).toBeGreaterThan(1);
  expect((await bob.asksInline('lavrov')).results).toEqual([]);
});

test('typing on drops what was typed before, and too much of it is said to be', async () => {
  const w = await world({ owner: () => ({ limits: { person: 1, group: 0 } }) });
  const ann = w.telegram.person('Ann');
  for (let i = 0; i < 10; i++) await ann.asksInline(`lavrov ${i}`);
  expect(await ann.asksInline('lavrov')).toMatchObject({
    results: [],
    button: { text: expect.stringMatching(/^Too many/) },
  });
});

test('named in a group it is not in, the bot answers as a guest, once and shortly', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const group = w.telegram.group('Elsewhere', { members: [ann], bot: 'absent' });
  ann.in(group).says(`@${w.telegram.username} who is Lavrov?`);
  const answer = await ann.in(group).sees(/^Sergei Lavrov/);
  expect(answer.text).toMatch(/\[1\]/);
  expect(answer.buttons.flat()).toEqual(['More in a private chat']);
  await w.quiet();
  expect(group.chat()).toHaveLength(2);
  ann.in(group).says(`@${w.telegram.username}`);
  await ann.in(group).sees(/for example/);
});

test('as a guest it says nothing to the banned, and no news to those not let in', async () => {
  const w = await world({ owner: () => ({ access: 'list' }) });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Elsewhere', { members: [ann, bob], bot: 'absent' });
  await w.library.accessList.ban(bob.user.id, w.clock.now());
  bob.in(group).says(`@${w.telegram.username} Lavrov`);
  ann.in(group).says(`@${w.telegram.username} Lavrov`);
  await ann.in(group).sees(/given access/);
  await w.quiet();
  expect(group.chat()).toHaveLength(3);
});

test('the profile and the menu button are set at the start, and left alone when they are as wanted', async () => {
  // Texts that Telegram gives back: as they are, so that they are the same.
  const w = await world({ seeds: false, owner: () => ({ translations: loadTranslations() }) });
  const set = () =>
    w.telegram.calls.filter(({ method }) => /^set(My.*Description|ChatMenuButton)$/.test(method));
  // The menu button, and two texts in each of four languages.
  await expect.poll(() => set().length).toBe(9);
  const whole = w.telegram.callsOf('setMyDescription')[0]!.parameters;
  expect(String(whole.description)).toMatch(/source\.\n/);
  await w.restart();
  await expect.poll(() => w.telegram.callsOf('getMyShortDescription').length).toBe(8);
  expect(set()).toHaveLength(9);
});

test('an article posted with a sentence that is someone’s words says whose they are', async () => {
  const w = await world({ seeds: false });
  await w.arrives({
    id: 'mill',
    title: 'Flour mill of Abeln reopens',
    publishedAt: '2030-01-06',
    text: 'Flour mill of Abeln reopens\n\nThe mill on the river opened its doors on Sunday after nine years.\n\n“Nobody believed in it when we began. The millstones were under water for a decade and the wheel was gone,” said miller Bruno Castellan.\n\nThirty people work there.',
  });
  const ann = w.telegram.person('Ann');
  const { results } = await ann.asksInline('nobody believed');
  const posted = ann.picks(results.at(-1)!);
  expect(posted.text).toContain('Nobody believed in it when we began.');
  expect(posted.text).toContain('— Bruno Castellan');
  ann.says('nobody believed');
  await ann.sees('— Bruno Castellan');
});

test('“yesterday”, typed in any chat, is the day before today, not before the newest article', async () => {
  const w = await world({ seeds: false });
  for (const [day, town] of [
    ['2030-01-03', 'Abeln'],
    ['2030-01-04', 'Brisk'],
  ])
    await w.arrives({
      id: `bridge-${town}`,
      title: `Bridge of ${town} closed`,
      publishedAt: day!,
      text: `Bridge of ${town} closed\n\nThe old bridge of ${town} was closed to lorries on that day.`,
    });
  const ann = w.telegram.person('Ann');
  const offered = async (words: string) => JSON.stringify(resultsOf(await ann.asksInline(words)));
  expect(await offered('latest yesterday')).toContain('I have no news from those days · 6 Jan 2030');
  expect(await offered('latest last week')).toMatch(/Bridge of Abeln.*Bridge of Brisk|Brisk.*Abeln/s);
});
