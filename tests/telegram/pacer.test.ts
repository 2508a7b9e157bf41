import type { ApiCallFn, Transformer } from 'grammy';
import { expect, test } from 'vitest';
import { stillClock, type TurnableClock } from '../../src/system/clock.ts';
import { createPacer, type Pacer, Stopped } from '../../src/telegram/pacer.ts';
import { defaultRateLimit, paidRateLimit } from '../../src/telegram/rate-limit.ts';

/** Runs the clock until all of `calls` were let go; gives for each the second in which it was. */
async function seconds(clock: TurnableClock, calls: Promise<unknown>[], step = 20): Promise<number[]> {
  const start = clock.now();
  const at: number[] = [];
  const noted = calls.map((call, i) => call.then(() => void (at[i] = (clock.now() - start) / 1000)));
  let open = true;
  const all = Promise.all(noted).then(() => (open = false));
  while (open) {
    await new Promise(resolve => setImmediate(resolve));
    if (open) clock.turnTo(clock.now() + step);
  }
  await all;
  return at;
}

/** A pacer that has been running for a while. */
function running(pace = defaultRateLimit) {
  const clock = stillClock(0);
  const pacer = createPacer(clock, pace);
  clock.turnTo(600_000);
  return { clock, pacer };
}

type Answer = { ok: true } | { ok: false; error_code: number; parameters?: { retry_after: number } };
const tooMany = (retry_after: number): Answer => ({
  ok: false,
  error_code: 429,
  parameters: { retry_after },
});

/** A message to a chat through a transformer, as grammY would make it. */
const send = (transformer: Transformer, chat: number, answer: () => Answer | Promise<Answer>, text = 'hi') =>
  transformer((async () => answer()) as unknown as ApiCallFn, 'sendMessage', { chat_id: chat, text });

/** A digest as the sender sends it: again after the pause that it is told. */
async function deliver(pacer: Pacer, clock: TurnableClock, chat: number, answer: () => Answer) {
  for (;;) {
    await pacer.turn(chat, 'digest');
    const reply = (await send(pacer.observe, chat, answer)) as Answer;
    if (reply.ok) return;
    await clock.sleep(reply.parameters!.retry_after * 1000);
  }
}

test('a private chat gets a short burst, then one a second', async () => {
  const { clock, pacer } = running();
  const at = await seconds(
    clock,
    Array.from({ length: 6 }, () => pacer.turn(5, 'answer')),
  );
  expect(at.slice(0, 3).map(Math.round)).toEqual([0, 0, 0]);
  expect(at.slice(3).map(Math.round)).toEqual([1, 2, 3]);
});

test('after a start, what a chat was sent just before is not known: no burst', async () => {
  const clock = stillClock(0);
  const pacer = createPacer(clock);
  const at = await seconds(
    clock,
    Array.from({ length: 4 }, () => pacer.turn(5, 'answer')),
  );
  expect(at.map(second => Math.round(second * 2) / 2)).toEqual([0, 0.5, 1.5, 2.5]);
});

test('a group gets no more than 20 in any minute', async () => {
  const { clock, pacer } = running();
  const at = await seconds(
    clock,
    Array.from({ length: 60 }, () => pacer.turn(-7, 'digest')),
    100,
  );
  for (const from of at)
    expect(at.filter(second => second >= from && second < from + 60).length).toBeLessThanOrEqual(20);
  expect(at[20]).toBeGreaterThan(59);
});

test('all chats together stay below 30 in any second and near to it', async () => {
  const { clock, pacer } = running();
  const at = await seconds(
    clock,
    Array.from({ length: 300 }, (_, chat) => pacer.turn(chat + 1, 'digest')),
  );
  for (const from of at)
    expect(at.filter(second => second >= from && second < from + 1).length).toBeLessThanOrEqual(30);
  expect(Math.max(...at)).toBeLessThan(300 / 27);
});

test('answers go before digests', async () => {
  const { clock, pacer } = running();
  const digests = Array.from({ length: 100 }, (_, chat) => pacer.turn(chat + 1, 'digest'));
  const answers = Array.from({ length: 5 }, (_, chat) => pacer.turn(chat + 1000, 'answer'));
  const at = await seconds(clock, [...answers, ...digests]);
  expect(Math.max(...at.slice(0, 5))).toBeLessThan(0.3);
});

test('where broadcasts are paid for, digests go much faster, and take nothing from the answers', async () => {
  const { clock, pacer } = running(paidRateLimit);
  const digests = Array.from({ length: 2000 }, (_, chat) => pacer.turn(chat + 1, 'digest'));
  const answers = Array.from({ length: 60 }, (_, chat) => pacer.turn(chat + 10_000, 'answer'));
  const at = await seconds(clock, [...answers, ...digests], 5);
  expect(Math.max(...at)).toBeLessThan(2.5);
  for (const from of at.slice(60))
    expect(at.slice(60).filter(second => second >= from && second < from + 1).length).toBeLessThan(1000);
  expect(Math.max(...at.slice(0, 60))).toBeGreaterThan(2);
});

test('a pause that Telegram asks for holds its chat alone', async () => {
  const { clock, pacer } = running();
  pacer.flooded(5, 30);
  const at = await seconds(clock, [pacer.turn(5, 'answer'), pacer.turn(6, 'digest')]);
  expect(at).toEqual([30, 0]);
});

test('a call refused for haste is made again after the pause, and no sooner', async () => {
  const { clock, pacer } = running();
  const answers = [tooMany(7), { ok: true } as const];
  const answered = pacer.transformer('answer');
  const at = await seconds(clock, [send(answered, 5, () => answers.shift()!), pacer.turn(6, 'answer')]);
  expect(at).toEqual([7, 0]);
});

test('a long message counts for more in its chat', async () => {
  const { clock, pacer } = running();
  const at = await seconds(
    clock,
    Array.from({ length: 5 }, () =>
      send(pacer.transformer('answer'), 5, () => ({ ok: true }), 'x'.repeat(600)),
    ),
  );
  expect(at.map(second => Math.round(second * 2) / 2)).toEqual([0, 0, 1, 2.5, 4]);
});

test('a call waits for the one before it in its chat, but not for ever', async () => {
  const { clock, pacer } = running();
  const answered = pacer.transformer('answer');
  const slow = send(answered, 5, () => clock.sleep(500).then(() => ({ ok: true })));
  const behind = send(answered, 5, () => ({ ok: true }));
  const beside = send(answered, 6, () => ({ ok: true }));
  const at = await seconds(clock, [slow, behind, beside]);
  expect(at.map(second => Math.round(second * 10) / 10)).toEqual([0.5, 0.5, 0]);
  const hanging = send(answered, 7, () => clock.sleep(60_000).then(() => ({ ok: true })));
  const next = send(answered, 7, () => ({ ok: true }));
  expect((await seconds(clock, [hanging, next], 50)).map(Math.round)).toEqual([60, 2]);
});

/** A Telegram that takes so many messages a second from a bot, whichever chats they go to. */
function taking(perSecond: number, clock: TurnableClock) {
  let left = perSecond;
  let at = clock.now();
  const figures = { calls: 0, refused: 0 };
  const answer = (): Answer => {
    left = Math.min(perSecond, left + ((clock.now() - at) / 1000) * perSecond);
    at = clock.now();
    figures.calls += 1;
    if (left >= 1) {
      left -= 1;
      return { ok: true };
    }
    figures.refused += 1;
    return tooMany(2);
  };
  return { answer, figures };
}

test.each([8, 18, 24])('if Telegram accepts only %i a second, that is found out', async limit => {
  const { clock, pacer } = running();
  const { answer, figures } = taking(limit, clock);
  const digests = Array.from({ length: 1500 }, (_, chat) => deliver(pacer, clock, chat + 1, answer));
  const at = await seconds(clock, digests, 30);
  expect(Math.max(...at)).toBeLessThan((1.1 * 1500) / limit);
  expect(figures.refused / figures.calls).toBeLessThan(limit < 10 ? 0.06 : 0.025);
});

test('if a tenth of the chats is refused on its own account, the others keep three quarters of the rate', async () => {
  const { clock, pacer } = running();
  const digests = Array.from({ length: 1000 }, (_, chat) => {
    let left = chat % 10 === 0 ? 1 : 0;
    return deliver(pacer, clock, chat + 1, () => (left-- > 0 ? tooMany(20) : { ok: true }));
  });
  const at = (await seconds(clock, digests, 30)).filter((_, chat) => chat % 10 !== 0);
  expect(Math.max(...at)).toBeLessThan(1100 / defaultRateLimit.overall / 0.75);
});

test('where every chat is refused, it is the bot that waits', async () => {
  const { clock, pacer } = running();
  const reopened = clock.now() + 30_000;
  let refused = 0;
  const digests = Array.from({ length: 100 }, (_, chat) =>
    deliver(pacer, clock, chat + 1, () => {
      if (clock.now() >= reopened) return { ok: true };
      refused += 1;
      return tooMany(Math.ceil((reopened - clock.now()) / 1000));
    }),
  );
  await seconds(clock, digests);
  expect(refused).toBeLessThan(8);
});

test('answers to taps and look-ups do not hide that every chat is refused', async () => {
  const { clock, pacer } = running();
  const reopened = clock.now() + 30_000;
  let refused = 0;
  let open = true;
  const answered = pacer.transformer('answer');
  const tapping = (async () => {
    while (open) {
      await answered((async () => ({ ok: true })) as unknown as ApiCallFn, 'answerCallbackQuery', {
        callback_query_id: '1',
      });
      await clock.sleep(40);
    }
  })();
  const digests = Array.from({ length: 100 }, (_, chat) =>
    deliver(pacer, clock, chat + 1, () => {
      if (clock.now() >= reopened) return { ok: true };
      refused += 1;
      return tooMany(Math.ceil((reopened - clock.now()) / 1000));
    }),
  );
  await seconds(clock, [...digests, Promise.all(digests).then(() => (open = false))]);
  await seconds(clock, [tapping]);
  expect(refused).toBeLessThan(8);
});

test('after a refusal in a quiet chat the others pause, one tries, and go on if it is accepted', async () => {
  const { clock, pacer } = running();
  const answered = pacer.transformer('answer');
  const start = clock.now();
  const sent: Record<number, number[]> = { 1: [], 2: [], 3: [], 4: [] };
  const to = (chat: number, answer: () => Answer | Promise<Answer>) =>
    send(answered, chat, () => {
      sent[chat]!.push(clock.now() - start);
      return answer();
    });
  let first = true;
  const refusedOnce = () => {
    const answer: Answer = first ? tooMany(20) : { ok: true };
    first = false;
    return answer;
  };
  const calls = [to(1, refusedOnce)];
  await new Promise(resolve => setImmediate(resolve));
  calls.push(to(2, () => clock.sleep(300).then(() => ({ ok: true }))));
  calls.push(
    to(3, () => ({ ok: true })),
    to(4, () => ({ ok: true })),
  );
  await seconds(clock, calls);
  expect(sent[1]![0]).toBe(0);
  expect(sent[1]![1]).toBeGreaterThanOrEqual(20_000);
  expect(sent[2]![0]).toBeGreaterThanOrEqual(100);
  // The others wait for the answer to the one that tries.
  for (const chat of [3, 4]) {
    expect(sent[chat]![0]).toBeGreaterThanOrEqual(400);
    expect(sent[chat]![0]).toBeLessThan(700);
  }
});

test.each([
  { refused: 2, own: [60, 20] },
  { refused: 3, own: [60, 20, 40] },
])('where $refused chats are refused for times of their own, the others go on', async ({ own: times }) => {
  const { clock, pacer } = running();
  const start = clock.now();
  const own = new Map(times.map((seconds, index) => [index + 1, seconds]));
  const deliverTo = (chat: number) =>
    deliver(pacer, clock, chat, () => {
      const seconds = own.get(chat);
      own.delete(chat);
      return seconds === undefined ? { ok: true } : tooMany(seconds);
    });
  const first = deliverTo(1);
  await new Promise(resolve => setImmediate(resolve));
  const others = [2, 3, 4, 5, 6].map(deliverTo);
  const at = await seconds(clock, [first, ...others]);
  for (const [index, seconds] of times.entries()) expect(at[index]).toBeGreaterThanOrEqual(seconds);
  expect(Math.max(...at.slice(times.length))).toBeLessThan(2);
  expect(clock.now() - start).toBeLessThan(90_000);
});

test('once it is stopped, no call is let through', async () => {
  const { clock, pacer } = running();
  pacer.flooded(5, 30);
  const waiting = pacer.turn(5, 'answer');
  pacer.stop();
  await expect(waiting).rejects.toBeInstanceOf(Stopped);
  await expect(pacer.turn(6, 'answer')).rejects.toBeInstanceOf(Stopped);
  expect(clock.now()).toBe(600_000);
});
