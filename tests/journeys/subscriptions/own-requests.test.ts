import { expect, test } from 'vitest';
import { news, world } from '../world.ts';

type World = Awaited<ReturnType<typeof world>>;

async function reader() {
  const w = await world({ seeds: false });
  for (const article of Object.values(news)) await w.arrives(article);
  const ann = w.telegram.person('Ann');
  /** The bot's next words to a sentence. */
  const says = async (text: string) => {
    await w.quiet();
    const before = ann.chat().length;
    ann.says(text);
    await w.quiet();
    return ann
      .chat()
      .slice(before + 1)
      .map(message => [message.text, ...message.buttons.flat()].join('\n'))
      .join('\n');
  };
  return { w, ann, says };
}

async function subscribed() {
  const scene = await reader();
  scene.ann.says('/subscribe Oduya every day at 8');
  await scene.ann.presses('✓ Subscribe');
  await scene.ann.sees('You’re subscribed');
  return scene;
}

const subscriptionsOf = async (w: World, chat: number) =>
  (await w.library.subscriptions.ofChat(chat)).map(({ words, weekdays, times }) => ({
    words,
    weekdays,
    times,
  }));

test('who wants to pause, change or end digests in plain words is shown them, with the buttons for it', async () => {
  const { says } = await subscribed();
  for (const sentence of [
    'pause',
    'Please pause my digest for two weeks.',
    'how do I unsubscribe?',
    'cancel my subscription, thanks',
    'Don’t send me this any more',
    'Can you change the time to 9?',
    'When is my next digest?',
    'why am I getting this',
    'призупини дайджест на тиждень',
    'Відпишіть мене, будь ласка!',
    'зміни тему',
    'Lösche bitte meine Abos',
    'Видали, будь ласка, мої підписки',
    'больше не пишите мне',
    'no more updates, please',
    'I don’t need this newsletter any longer',
    'You are sending too many notifications!',
    'shift my morning digest to 6.45',
    'how come I haven’t received my digest this morning',
    'edit the schedule of my digest',
    'next digest?',
    'мій наступний дайджест',
    'Nächster Überblick bitte',
    'Ich will keine Mitteilungen mehr',
    'verlege meinen Überblick auf 18 Uhr',
    'забагато сповіщень',
    'чому сьогодні не прийшов дайджест?',
    'перенеси мою рассылку на 20:00',
    'не хочу больше получать эти уведомления',
    'ya no quiero recibir el resumen',
    'trop de notifications !',
  ])
    expect(await says(sentence), sentence).toMatch(
      /^Your subscription\n1\. Rosalind Oduya[\s\S]*\nDelete 1$/,
    );
});

test('who wants to be forgotten is asked whether that is meant', async () => {
  const { w, ann, says } = await subscribed();
  for (const sentence of [
    'Delete my data',
    'forget everything about me',
    'Видали все про мене',
    'Lösche meine Daten',
  ])
    expect(await says(sentence), sentence).toContain('This can’t be undone.');
  await ann.presses('Delete everything');
  await w.quiet();
  expect(await subscriptionsOf(w, ann.chat_id)).toEqual([]);
});

test('who asks what is stored about them is told', async () => {
  const { says } = await reader();
  for (const sentence of [
    'What do you know about me?',
    'which data does this bot have about me',
    'do you save my questions?',
    'show me my data please',
    'які дані про мене ви зберігаєте?',
    'хто може читати мої повідомлення',
    'что бот хранит обо мне',
    'Was haben Sie über mich gespeichert?',
    'que sais-tu sur moi ?',
    '¿Qué datos guardas sobre mí?',
  ])
    expect(await says(sentence), sentence).toContain('/forget deletes it.');
  for (const sentence of ['data protection', 'what do you know about Oduya'])
    expect(await says(sentence), sentence).not.toContain('/forget deletes it.');
});

test('/settings shows the subscriptions, and where the rest is set', async () => {
  const { says } = await subscribed();
  expect(await says('/settings')).toMatch(/^Your subscription\n1\. Rosalind Oduya[\s\S]*\/language changes/);
  expect(await says('change it to 9, please')).toMatch(/^Your subscription/);
});

test('what is to be left out may be said in any order, and `news` behind a name is no part of it', async () => {
  const { w, ann, says } = await reader();
  for (const sentence of [
    '/subscribe Oduya news, but nothing about harbours, daily at 8',
    'новини Oduya, але без торгівлі, щодня о 8',
    // As news in English call it, whatever its standard name is.
    'Nachrichten über Oduya, aber nichts über die Türkei, täglich um 8',
  ]) {
    expect(await says(sentence), sentence).toMatch(/Topics: Rosalind Oduya\n/);
    await ann.presses('✓ Subscribe');
    await w.quiet();
  }
  const all = await w.library.subscriptions.ofChat(ann.chat_id);
  expect(all.map(({ without }) => without)).toEqual([['harbours'], ['trade'], ['Turkey']]);
});

test('all news, and all but something, are asked for by a word', async () => {
  const { says } = await reader();
  expect(await says('/subscribe everything')).toContain('When should I send it?');
  // A topic in the genitive.
  expect(await says('/subscribe транспорту щодня о 8')).toMatch(/Topics: Transport\n/);
  for (const sentence of [
    '/subscribe everything every day at 8',
    '/subscribe all news but sports weekdays at 8',
    '/subscribe усе, крім спорту, щодня о 8',
    '/subscribe alles außer Sport täglich um 8',
  ])
    expect(await says(sentence), sentence).toMatch(/^Does this look right\?\n• All news\n/);
});

test('who asks for a digest in a sentence is led to it, also in the middle of another', async () => {
  const { w, ann, says } = await reader();
  await says('/subscribe');
  expect(await says('I’d like a digest about the ferries every weekday at 7')).toContain(
    '+ the words “ferries”',
  );
  await ann.presses('+ the words “ferries”');
  await ann.presses('Done ›');
  await ann.presses('✓ Mon–Fri at 07:00 (UTC)');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed');
  expect(await subscriptionsOf(w, ann.chat_id)).toEqual([
    { words: ['ferries'], weekdays: [1, 2, 3, 4, 5], times: ['07:00'] },
  ]);
  for (const [sentence, what] of [
    ['send me news about Oduya daily at 9', 'Rosalind Oduya'],
    ['підпиши мене на Oduya щодня о 9', 'Rosalind Oduya'],
    ['хочу отримувати новини про Oduya щобудня о 9', 'Rosalind Oduya'],
  ] as const)
    expect(await says(sentence), sentence).toMatch(new RegExp(`Does this look right\\?\\n• Topics: ${what}`));
  // Without a schedule it asks for the news of now, but not in the middle of a dialog about a digest.
  await says('/subscribe');
  expect(await says('give me news about Calloway')).toContain('Selected: Ines Calloway.');
  await says('/cancel');
  expect(await says('give me news about Calloway')).toContain('Port of Velmora');
});

test('a request in the middle of a dialog ends it, news that only sounds like one does not', async () => {
  const { ann, says } = await subscribed();
  await says('/subscribe');
  expect(await says('unsubscribe me')).toMatch(/^Your subscription/);
  expect(await says('weekdays at 9')).not.toContain('Does this look right?');
  for (const sentence of [
    'pause in the fighting',
    'stop the war',
    'cancel the elections',
    'delete',
    'пауза в боях',
  ]) {
    const answer = await says(sentence);
    expect(answer, sentence).not.toMatch(/^Your subscription|This can’t be undone/);
  }
  expect(ann.chat().at(-1)!.buttons.flat()).not.toContain('Pause 1');
});

test('a subject with a schedule is a digest to be, days without a time ask for one', async () => {
  const { says } = await reader();
  for (const sentence of ['Rosalind Oduya, Tuesdays at 7 pm', 'the latest about Oduya each Tuesday 19:00'])
    expect(await says(sentence), sentence).toMatch(/Topics: Rosalind Oduya\n.*Tue at 19:00/);
  await says('/cancel');
  for (const sentence of [
    'Oduya news every Tuesday',
    'send me a digest on Oduya each Tuesday',
    'jeden Dienstag Nachrichten zu Oduya',
    'щовівторка новини про Oduya',
  ]) {
    expect(await says(sentence), sentence).toContain('At what time on Tue?');
    expect(await says('19:00'), sentence).toMatch(/Topics: Rosalind Oduya\n.*Tue at 19:00/);
    await says('/cancel');
  }
  expect(await says('weekly headlines every day')).toMatch(/^When should I send it\?/);
});

test('who has named something unknown does not get everything by saying “done”', async () => {
  const { says } = await reader();
  await says('/subscribe');
  await says('Zzyzx');
  expect(await says('done')).toContain('Nothing is chosen yet.');
  expect(await says('yes')).toContain('Selected: “Zzyzx”.');
  expect(await says('done')).toContain('When should I send it?');
  await says('/subscribe');
  expect(await says('all news')).toContain('When should I send it?');
});

test('a misspelt city at the last step is asked back', async () => {
  const { says } = await reader();
  await says('/subscribe');
  await says('everything');
  await says('weekdays at 7');
  expect(await says('Варшва')).toContain('Europe/Warsaw · 06:00');
});
