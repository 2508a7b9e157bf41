/** How much goes through the server, and whether its memory stays flat: `node --expose-gc tests/local-telegram/soak.ts [messages]`. */

import { startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { stillClock } from '../../src/system/clock.ts';
import { createCaller } from './caller.ts';

const total = Number(process.argv[2] ?? 200_000);
const telegram = await startLocalTelegram({ clock: stillClock(Date.UTC(2030, 0, 7)) });
const people = Array.from({ length: 20 }, (_, index) => telegram.person(`Person ${index}`));
const caller = createCaller(telegram);
const startedAt = performance.now();
let offset = 0;
let round = 0;

while (round * people.length < total) {
  for (const person of people) person.says(`/who number ${round}`);
  const updates = (await caller.call('getUpdates', { offset, limit: 100 })) as {
    update_id: number;
    message: { message_id: number; chat: { id: number } };
  }[];
  offset = updates.at(-1)!.update_id + 1;
  await Promise.all(
    updates.map(({ message }) =>
      caller.call('sendMessage', {
        chat_id: message.chat.id,
        text: `An answer with some length to it, number ${round}`,
        entities: [{ type: 'bold', offset: 0, length: 9 }],
        reply_parameters: { message_id: message.message_id },
      }),
    ),
  );
  round++;
  if ((round * people.length) % Math.max(people.length, total / 10) === 0) report();
}
await caller.close();
await telegram.close();

function report() {
  globalThis.gc?.();
  const done = round * people.length;
  const seconds = (performance.now() - startedAt) / 1000;
  const megabytes = process.memoryUsage().heapUsed / 2 ** 20;
  console.log(
    `${done} questions and answers, ${Math.round(done / seconds)} a second, heap ${megabytes.toFixed(0)} MB`,
  );
}
