import { expect, test } from 'vitest';
import { subscribe } from '../subscribers.ts';
import { world } from '../world.ts';

type World = Awaited<ReturnType<typeof world>>;

/** The reply markup of the newest message that was sent to a chat with one. */
function lastMarkup(w: World, chat: number): unknown {
  const sent = w.telegram.callsOf('sendMessage').filter(call => call.parameters.chat_id === chat);
  return sent.map(call => call.parameters.reply_markup).findLast(markup => markup !== undefined);
}

/** Whatever is typed in private gets one reply; what it must say. */
test.each<[string, RegExp]>([
  ['/', /^What you can ask/],
  ['/ who Lavrov', /^Serge[iy] Lavrov/],
  ['/ WHO Lavrov', /^Serge[iy] Lavrov/],
  ['/who@some_other_bot Lavrov', /^Serge[iy] Lavrov/],
  ['/йцу@some_other_bot', /^I don’t know the command \/йцу/],
  ['/йцу Лавров', /^I don’t know the command \/йцу/],
  ['/!?', /^I don’t know the command \//],
  ['👍', /^You’re welcome!/],
  ['🙏🏽🙏🏽', /^You’re welcome!/],
  ['🎉', /^I answer questions about the news/],
  ['...', /^I answer questions about the news/],
  ['**/who Lavrov**', /^Serge[iy] Lavrov/],
  ['`/who Lavrov`', /^Serge[iy] Lavrov/],
  ['- /who [Lavrov](https://example.org/lavrov)', /^Serge[iy] Lavrov/],
  ['> __/who__ *Lavrov*', /^Serge[iy] Lavrov/],
  ['```\n/who Lavrov\n```', /^Serge[iy] Lavrov/],
  ['stop', /^No subscriptions here\./],
  ['/stop', /^No subscriptions here\./],
  ['Відписатися', /^No subscriptions here\./],
])('%j in private is answered', async (typed, answer) => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says(typed);
  await w.quiet();
  expect(ann.unread()).toHaveLength(1);
  expect(ann.unread()[0]!.text).toMatch(answer);
});

test.each([
  'Лавров',
  'Путін',
  'Блінкен',
  'Λαβρόφ',
  'Πούτιν',
  'Μπλίνκεν',
  'ლავროვი',
  'პუტინი',
  'Լավրով',
  'Պուտին',
])('/who %s finds the person, or suggests them', async name => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says(`/who ${name}`);
  const { text, buttons } = await ann.reads();
  expect([text, ...buttons.flat()].join('\n')).toMatch(/Lavrov|Putin|Blinken/);
});

test('a caption and a forwarded post are read like typed words, a picture alone is answered', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  ann.sendsPhoto('/who Lavrov');
  await ann.sees(/^Serge[iy] Lavrov/);
  await w.quiet();
  ann.sendsPhoto('nuclear weapons');
  await ann.sees('“nuclear weapons”');
  ann.sendsPhoto();
  await ann.sees('I can only read text');
  const channel = w.telegram.group('Bulletin', { kind: 'channel', admins: [bob] });
  ann.forwards(bob.in(channel).says('nuclear doctrine'));
  await ann.sees('“nuclear doctrine”');
});

test('an edited question edits its answer, also while a dialog is open', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const question = ann.says('/who Lavrof Blinken');
  await w.quiet();
  const [answer] = ann.unread();
  const count = ann.chat().length;
  ann.edits(question, '/who Lavrov');
  await w.quiet();
  expect(ann.chat()).toHaveLength(count);
  const shown = () => ann.chat().find(({ message_id }) => message_id === answer!.message_id)!.text;
  expect(shown()).toMatch(/^Serge[iy] Lavrov/);

  ann.says('/filter');
  await ann.sees('Which topic?');
  await w.quiet();
  ann.edits(question, 'nuclear weapons');
  await w.quiet();
  expect(shown()).toContain('“nuclear weapons”');
  await ann.presses('Any topic');
  await ann.sees('Which name?');
});

test('an edited question edits its answer after a restart too, for the two days in which Telegram lets it be edited', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const question = ann.says('/who Lavrof Blinken');
  await w.quiet();
  const [answer] = ann.unread();
  await w.restart();
  const count = ann.chat().length;
  ann.edits(question, '/who Lavrov');
  await w.quiet();
  expect(ann.chat()).toHaveLength(count);
  const shown = ann.chat().find(({ message_id }) => message_id === answer!.message_id)!;
  expect(shown.text).toMatch(/^Serge[iy] Lavrov/);
  const noted = () => w.library.sentAnswers.of(ann.chat_id, question.message_id);
  expect(await noted()).toEqual([answer!.message_id]);
  for (let hours = 0; hours < 75; hours += 1) await w.turnTo(w.clock.now() + 3_600_000);
  expect(await noted()).toEqual([]);
});

test('an edit that cannot be carried out is answered and changes nothing', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const command = ann.says('/filter');
  await ann.sees('Which topic?');
  await w.quiet();
  const typed = ann.says('sanctions');
  await ann.sees('Which name?');
  await w.quiet();
  ann.edits(typed, 'diplomacy');
  await ann.sees('To change an answer, tap “‹ Back”');
  ann.edits(command, '/subscribe');
  await ann.sees('I can’t redo that from an edited message');
  await w.quiet();
  await ann.presses('Any name');
  await ann.sees('Published when?');
});

test.each<[string, (w: World, ann: ReturnType<World['telegram']['person']>) => unknown]>([
  ['/cancel', (_, ann) => ann.says('/cancel')],
  ['/stop', (_, ann) => ann.says('/stop')],
  ['a stop word', (_, ann) => ann.says('Cancel')],
  ['the Cancel button', (_, ann) => ann.presses('✕ Cancel')],
  ['another dialog', (_, ann) => ann.says('/filter')],
  ['a link', (_, ann) => ann.opens('filter')],
  [
    '/forget',
    async (_, ann) => {
      ann.says('/forget');
      await ann.presses('Delete everything');
    },
  ],
  ['another language', (_, ann) => ann.says('/language English')],
  [
    'a restart and /cancel',
    async (w, ann) => {
      await w.restart();
      ann.says('/cancel');
    },
  ],
  [
    'the setting of another subscription',
    async (w, ann) => {
      const { id } = await subscribe(w, ann.chat_id);
      const [question] = ann.chat().slice(-1);
      await ann.forges(`c|s.what.${id}`, question!).answered();
    },
  ],
  [
    'the last answer that is taken',
    async (w, ann) => {
      for (let nth = 0; nth < 150; nth += 1) ann.says('?');
      await w.quiet();
      await ann.sees('This dialog got too long');
    },
  ],
])('%s takes the reply keyboard and the buttons of the dialog away', async (_, end) => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.presses('All news ›');
  await w.quiet();
  await ann.presses('Every day 08:00');
  await w.quiet();
  await ann.presses('Change time zone');
  const question = await ann.sees('What’s your time zone?');
  await w.quiet();
  expect(lastMarkup(w, ann.chat_id)).toMatchObject({ keyboard: expect.anything() });
  await end(w, ann);
  await w.quiet();
  const keyboards = w.telegram
    .callsOf('sendMessage')
    .map(
      call => call.parameters.reply_markup as { keyboard?: unknown; remove_keyboard?: boolean } | undefined,
    )
    .filter(markup => markup?.keyboard || markup?.remove_keyboard);
  expect(keyboards.at(-1)).toEqual({ remove_keyboard: true });
  const left = ann.chat().find(({ message_id }) => message_id === question.message_id)!;
  expect(left.buttons.flat().filter(label => /Cancel|Back|UTC/.test(label))).toEqual(
    left.text.startsWith('What’s') ? [] : expect.anything(),
  );
});

test('a reply keyboard that outlived its dialog goes with the answer to its button', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const channel = w.telegram.group('Bulletin', { kind: 'channel', admins: [ann] });
  const openZone = async () => {
    ann.says('/subscribe');
    await ann.presses('All news ›');
    await w.quiet();
    await ann.presses('Every day 08:00');
    await w.quiet();
    await ann.presses('Change time zone');
  };
  const openChannel = async () => {
    ann.says('/subscribe');
    await ann.presses('Send to a channel');
  };
  for (const [open, act] of [
    [openZone, () => ann.sharesPlace(50.45, 30.52)],
    [openChannel, () => ann.picksChat(channel)],
  ] as const) {
    await open();
    await w.quiet();
    expect(lastMarkup(w, ann.chat_id)).toMatchObject({ keyboard: expect.anything() });
    for (let day = 0; day < 33; day += 1) await w.turnTo(w.clock.now() + 86_400_000);
    await act();
    await ann.sees('I can only read text');
    await w.quiet();
    expect(lastMarkup(w, ann.chat_id)).toEqual({ remove_keyboard: true });
  }
  bob.sendsPhoto();
  await bob.sees('I can only read text');
  expect(lastMarkup(w, bob.chat_id)).toBeUndefined();
});

test('what is typed is followed by the next question, and only then do the old buttons go', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/filter');
  const first = await ann.sees('Which topic?');
  await w.quiet();
  ann.says('sanctions');
  await ann.sees('Which name?');
  await w.quiet();
  const calls = w.telegram.calls
    .map(({ method }) => method)
    .filter(method => /^(sendMessage|editMessageReplyMarkup)$/.test(method));
  expect(calls.slice(-2)).toEqual(['sendMessage', 'editMessageReplyMarkup']);
  expect(ann.chat().find(({ message_id }) => message_id === first.message_id)!.buttons).toEqual([]);
});

test('a question that was sent twice, as its reply was lost, leaves no dead buttons', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  w.telegram.fails({ method: 'sendMessage', times: 1, with: 'reset-after' });
  ann.says('/filter');
  await expect.poll(() => ann.chat().filter(({ text }) => text.includes('Which topic?')).length).toBe(2);
  await w.quiet();
  const [lost, known] = ann.chat().filter(({ text }) => text.includes('Which topic?'));
  await ann.presses('Any topic', lost);
  await w.quiet();
  const now = (id: number) => ann.chat().find(({ message_id }) => message_id === id)!;
  expect(now(lost!.message_id).text).toContain('Which name?');
  expect(now(known!.message_id).buttons).toEqual([]);
});

test('after a typed answer, the first of two equal questions loses its buttons with the first tap', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  w.telegram.fails({ method: 'sendMessage', times: 1, with: 'reset-after' });
  ann.says('/filter');
  await expect.poll(() => ann.chat().filter(({ text }) => text.includes('Which topic?')).length).toBe(2);
  await w.quiet();
  const [lost] = ann.chat().filter(({ text }) => text.includes('Which topic?'));
  ann.says('sanctions');
  await ann.sees('Which name?');
  await w.quiet();
  expect((await ann.presses('Any topic', lost)).text).toContain('You’ve already answered that');
  await w.quiet();
  expect(ann.chat().find(({ message_id }) => message_id === lost!.message_id)!.buttons).toEqual([]);
  await ann.presses('Any name');
  await ann.sees('Published when?');
});
