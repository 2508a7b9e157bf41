import { expect, test } from 'vitest';
import { queryKey } from '../../../src/deliveries/stored-queries.ts';
import { createLog } from '../../../src/system/log.ts';
import { world } from '../world.ts';

type World = Awaited<ReturnType<typeof world>>;

const answers = (w: World) => w.telegram.callsOf('answerCallbackQuery').filter(call => !call.error);

async function subscribed(w: World) {
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.presses('All news ›');
  await w.quiet();
  await ann.presses('Every day 08:00');
  await w.quiet();
  await ann.presses('✓ Subscribe');
  await w.quiet();
  return ann;
}

test('a tap is acknowledged although its chat’s queue is held up, and carried out in its turn', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/latest');
  const list = await ann.sees('Latest news');
  await w.quiet();
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: 'bad-gateway' });
  ann.says('/topics');
  await expect
    .poll(() => w.telegram.callsOf('sendMessage').filter(call => call.error).length)
    .toBeGreaterThan(0);
  const label = list.buttons.flat()[0]!;
  // Resolves with the acknowledgement.
  await ann.presses(label, list);
  undo();
  await turnedUntil(w, ann.sees(/^Topics/));
  await w.quiet();
  expect(answers(w)).toHaveLength(1);
});

test('equal taps on one message count once, and each is acknowledged', async () => {
  const w = await world();
  const ann = await subscribed(w);
  ann.says('/subscriptions');
  await ann.presses('Settings 1');
  await w.quiet();
  const settings = ann.chat().at(-1)!;
  const before = answers(w).length;
  await Promise.all([1, 2, 3].map(() => ann.presses('Length: short', settings)));
  await w.quiet();
  expect(answers(w)).toHaveLength(before + 3);
  expect((await w.library.subscriptions.ofChat(ann.chat_id))[0]!.length).toBe('full');
  await ann.presses('Length: full');
  await w.quiet();
  expect((await w.library.subscriptions.ofChat(ann.chat_id))[0]!.length).toBe('headlines');
});

test('back and forth on one message, each tap counts, however quick', async () => {
  const w = await world();
  const ann = await subscribed(w);
  ann.says('/subscribe');
  await ann.sees('What should the digest cover?');
  await w.quiet();
  for (const label of ['Diplomacy', '✓ Diplomacy', 'Diplomacy', '✓ Diplomacy', 'Diplomacy']) {
    await ann.presses(new RegExp(`^${label}$`));
    await w.quiet();
  }
  expect(ann.chat().at(-1)!.text).toContain('Selected: Diplomacy');
});

test('a tap counts once against the limit', async () => {
  const w = await world({ owner: () => ({ limits: { person: 4, group: 0 } }) });
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.sees('What should the digest cover?');
  await w.quiet();
  for (const label of ['Diplomacy', 'Energy', 'Nuclear']) {
    await ann.presses(label);
    await w.quiet();
  }
  expect(ann.chat().at(-1)!.text).toContain('Selected: Diplomacy, Energy, Nuclear');
  expect((await ann.presses('Done ›')).text).toContain('Too many requests');
});

test('a page that a question has become keeps its buttons when the question is tapped late', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.presses('All news ›');
  await w.quiet();
  await ann.presses('Every day 08:00');
  await w.quiet();
  const confirmation = ann.chat().at(-1)!;
  // Both arrive with the message as it was when they were tapped.
  await Promise.all([ann.presses('✓ Subscribe', confirmation), ann.presses('✕ Cancel', confirmation)]);
  await w.quiet();
  expect(ann.chat().at(-1)!.text).toContain('subscribed.');
  expect(ann.chat().at(-1)!.buttons.flat()).toEqual(['Settings']);
});

test('a tap whose handling fails and is repeated is acknowledged once', async () => {
  const w = await world();
  const ann = await subscribed(w);
  ann.says('/subscriptions');
  await ann.sees('Your subscription');
  await w.quiet();
  const before = answers(w).length;
  w.telegram.fails({ method: 'editMessageText', times: 2, with: 'bad-gateway' });
  await ann.presses('Settings 1');
  await expect.poll(() => w.telegram.callsOf('editMessageText').filter(call => call.error).length).toBe(2);
  await w.quiet();
  expect(ann.chat().at(-1)!.buttons.flat()).toContain('Length: short');
  expect(answers(w)).toHaveLength(before + 1);
});

test('a tap that is refused is acknowledged with the refusal, outside the queue of its group', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { admins: [bob], members: [ann] });
  bob.in(group).says(`/subscribe@${w.telegram.username}`);
  const question = await bob.in(group).sees('What should the digest cover?');
  await w.quiet();
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: group.id, with: 'bad-gateway' });
  bob.in(group).says(`/topics@${w.telegram.username}`);
  await expect
    .poll(() => w.telegram.callsOf('sendMessage').filter(call => call.error).length)
    .toBeGreaterThan(0);
  expect((await ann.in(group).presses('All news ›', question)).text).toContain('Only administrators');
  undo();
  await turnedUntil(w, bob.in(group).sees(/^Topics/));
});

test('an edit that would change nothing is not sent', async () => {
  const w = await world();
  const ann = await subscribed(w);
  ann.says('/subscriptions');
  const list = await ann.sees('Your subscription');
  await w.quiet();
  const edits = () => w.telegram.callsOf('editMessageText').length;
  const before = edits();
  await ann.forges('c|s.list.1', list).answered();
  await ann.forges('c|s.list.9', list).answered();
  await w.quiet();
  expect(edits()).toBe(before);
});

test('forged and stale data are refused in words, alert no one and leave no letter in the log', async () => {
  const lines: string[] = [];
  let olga: ReturnType<World['telegram']['person']> | undefined;
  const w = await world({
    owner: telegram => {
      olga = telegram.person('Olga');
      const log = createLog('debug', { write: line => void lines.push(line) });
      return { admins: [olga.user.id], log };
    },
  });
  olga!.says('/start');
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  const question = await ann.sees('What should the digest cover?');
  await w.quiet();
  const step = /^c\|g\.[0-9a-z]+\.\d+\./.exec(dataOn(w, question.message_id))![0];
  await w.library.storedQueries.keep(['who Xenomorphine', '{"Xenomorphine":1}', '{Xenomorphine']);
  const keys = ['who Xenomorphine', '{"Xenomorphine":1}', '{Xenomorphine'].map(queryKey);
  const data = [
    ...[
      'tXenomorphine',
      'pXenomorphine',
      'w99',
      'o99',
      'zXeno/Morphine',
      'dXenomorphine',
      'Xenomorphine',
    ].map(value => `${step}${value}`),
    ...keys.flatMap(key => [
      `c|d.more.${key}.1.1.1.0`,
      `c|d.why.${key}.zzzzzzzzz.0.1.999999`,
      `a|999999|~${key}`,
    ]),
    ...[
      'Xenomorphine',
      'c|Xenomorphine',
      'a|1|/Xenomorphine',
      'c|s.open.999999999',
      'c|s.undo.1',
      'c|s.list.999999',
    ],
  ];
  for (const each of data) {
    if (each.startsWith('c|d.')) expect((await ann.sees('What should')).buttons).toEqual(question.buttons);
    const { text } = await ann.forges(each, question).answered();
    if (!each.startsWith('c|s.list')) expect(text ?? '', each).toMatch(/\w/);
  }
  // Kinds of button that lead out of dialogs and lists: each refusal is seen, by an operator too.
  const stored = keys.map(key => `c|n.do.${key}`);
  const others = [
    ...['w|1|/who Xenomorphine', `w|1|~${keys[0]}`, 'p|1|/Xenomorphine', 'c|l.xx', 'c|l.Xeno'],
    ...['c|m.ask.1', 'c|m.list.999', 'c|m.undo.1.person.Xeno', 'c|m.zzz.1', 'c|m.mute.1.story'],
    ...['c|f.Xeno', 'c|n.Xeno', 'c|o.Xeno.1', 'c|o.open.Xeno', 'c|o.undo.999999', ...stored],
  ];
  olga!.says('/latest');
  const list = await olga!.sees('Latest news');
  await w.quiet();
  for (const each of others)
    for (const [person, on] of [
      [ann, question],
      [olga!, list],
    ] as const) {
      const shown = () => JSON.stringify(person.chat());
      const before = shown();
      const { text } = await person.forges(each, on).answered();
      await w.quiet();
      if (shown() === before) expect(text ?? '', each).toMatch(/\w/);
    }
  for (const key of [...keys, 'Xenomorphine']) {
    for (const payload of [`s${key}`, `q${key}-1`, `dm-${key}_1_1_1_0`, `a1-${key}`]) {
      const before = ann.chat().length;
      ann.opens(payload);
      await w.quiet();
      expect(ann.chat().length, payload).toBeGreaterThan(before + 1);
    }
  }
  await w.turnTo(w.clock.now() + 120_000);
  await w.quiet();
  expect(
    ann
      .chat()
      .map(({ text }) => text)
      .filter(text => text.includes('Something went wrong')),
  ).toEqual([]);
  expect(
    olga!
      .chat()
      .map(({ text }) => text)
      .filter(text => text.includes('Attention')),
  ).toEqual([]);
  expect(lines.filter(line => line.includes('Xeno'))).toEqual([]);
});

/** Turns the clock until something has come: a pause between tries may begin only after a turn. */
async function turnedUntil(w: World, coming: Promise<unknown>): Promise<void> {
  let hasCome = false;
  void coming.then(() => {
    hasCome = true;
  });
  await expect
    .poll(() => {
      if (!hasCome) w.clock.turnTo(w.clock.now() + 30_000);
      return hasCome;
    })
    .toBe(true);
}

function dataOn(w: World, message: number): string {
  const sent = w.telegram.callsOf('sendMessage').findLast(call => {
    const rows = (call.parameters.reply_markup as { inline_keyboard?: { callback_data?: string }[][] })
      ?.inline_keyboard;
    return rows?.flat().some(button => button.callback_data?.startsWith('c|g.'));
  });
  expect(sent, String(message)).toBeDefined();
  const rows = (sent!.parameters.reply_markup as { inline_keyboard: { callback_data?: string }[][] })
    .inline_keyboard;
  return rows.flat()[0]!.callback_data!;
}
