import { expect, test } from 'vitest';
import type { Person, Place, Trouble } from '../../../src/local-telegram/local-telegram.ts';
import { world } from '../world.ts';

type World = Awaited<ReturnType<typeof world>>;

/**
 * Ends the program at the `nth` call to Telegram from now on, before the call is carried out or before its reply comes,
 * and starts it again. Resolves with whether there was such a call: with false, it was not ended.
 */
async function endedAtCall(w: World, nth: number, trouble: Trouble, acting: () => Promise<unknown>) {
  await w.quiet();
  const { fault, undo } = w.telegram.fails({ after: nth, with: trouble });
  const acted = acting();
  let isOver = false;
  void acted.then(() => {
    isOver = true;
  });
  await expect.poll(() => isOver || fault.hits > 0).toBe(true);
  await w.restart(undo);
  await acted;
  return fault.hits > 0;
}

/** Goes through the dialog with taps and typed words. */
async function subscribes(ann: Person): Promise<void> {
  ann.says('/subscribe');
  await ann.sees('What should the digest cover?');
  ann.says('“harbour”');
  await ann.sees('Selected:');
  await ann.presses('Done ›');
  await ann.sees('When should I send it?');
  ann.says('every day 9:00');
  await ann.presses('Change time zone');
  await ann.sees('What’s your time zone');
  ann.says('Kyiv');
  await ann.presses('✓ Subscribe');
  await ann.sees('subscribed.');
}

test.each<Trouble>(['reset-before', 'reset-after'])(
  'a dialog goes on wherever the program ends: %s at each call',
  async trouble => {
    const w = await world({ seeds: false, slipsExpected: null });
    let calls = 0;
    for (let isEnded = true; isEnded; calls += 1) {
      const person = w.telegram.person(`Person ${calls}`);
      isEnded = await endedAtCall(w, calls, trouble, () => subscribes(person));
      await w.quiet();
      expect(await w.library.subscriptions.ofChat(person.chat_id)).toMatchObject([
        { times: ['09:00'], zone: 'Europe/Kyiv' },
      ]);
    }
    expect(calls).toBeGreaterThan(15);
  },
);

test('a tap is acknowledged although its first acknowledgement did not get through', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.sees('What should the digest cover?');
  w.telegram.fails({ method: 'answerCallbackQuery', times: 1, with: 'bad-gateway' });
  // Resolves with the acknowledgement.
  await ann.presses('All news ›');
  await ann.sees('When should I send it?');
});

test('a setting is changed once by a tap that is handled again after the program has ended', async () => {
  const { w, ann } = await withSubscription();
  ann.says('/subscriptions');
  await ann.presses('Settings 1');
  await w.quiet();
  await endedAtCall(w, 1, 'reset-before', () => ann.presses('Length: short'));
  await ann.sees(({ buttons }) => buttons.flat().includes('Length: full'));
  expect((await w.library.subscriptions.ofChat(ann.chat_id))[0]!.length).toBe('full');
});

test('a deletion that is handled again after the program has ended can still be undone, and so can its undoing', async () => {
  const { w, ann } = await withSubscription();
  ann.says('/subscriptions');
  await ann.presses('Settings 1');
  await w.quiet();
  await endedAtCall(w, 1, 'reset-before', () => ann.presses('Delete'));
  await ann.sees(({ buttons }) => buttons.flat().some(label => /Undo/.test(label)));
  expect(await w.library.subscriptions.ofChat(ann.chat_id)).toEqual([]);
  await endedAtCall(w, 1, 'reset-before', () => ann.presses(/Undo/));
  await ann.sees(({ buttons }) => buttons.flat().includes('Length: short'));
  expect(await w.library.subscriptions.ofChat(ann.chat_id)).toHaveLength(1);
});

test('where a step was given up, its next question leads back to the one that is open', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/filter');
  await ann.sees('Which topic?');
  await w.quiet();
  w.telegram.fails({
    method: 'editMessageReplyMarkup',
    times: 3,
    with: { code: 409, description: 'Conflict: something new' },
  });
  ann.says('sanctions');
  await ann.sees('Something went wrong');
  await w.quiet();
  const next = await ann.sees('Which name?');
  expect((await ann.presses(/Any/, next)).text).toContain('already answered');
  await w.quiet();
  const shown = ann.chat().find(({ message_id }) => message_id === next.message_id)!;
  expect(shown.text).toContain('Which topic?');
  await ann.presses('Any topic', shown);
  await ann.sees('Which name?');
});

test('in a group, a reply to the copy of a question counts whose own reply to the bot was lost', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const group = w.telegram.group('Debate', { admins: [bob] });
  const there: Place = bob.in(group);
  w.telegram.fails({ method: 'sendMessage', times: 1, with: 'reset-after' });
  there.says(`/subscribe@${w.telegram.username}`);
  await expect.poll(() => questions(there).length).toBe(2);
  await w.quiet();
  there.replies(questions(there)[0]!, 'sanctions');
  await there.sees('Selected:');
});

const questions = (place: Place) =>
  place.chat().filter(({ text }) => text.includes('What should the digest cover?'));

async function withSubscription() {
  const w = await world({ seeds: false, slipsExpected: null });
  const ann = w.telegram.person('Ann');
  await subscribes(ann);
  await w.quiet();
  return { w, ann };
}
