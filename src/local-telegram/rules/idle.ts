import { until } from '../model/signal.ts';
import type { World } from '../model/world.ts';

/** So many rounds of the event loop without news count as rest: a bot in this process had its turn. */
const quietRounds = 20;

/** Resolves when all updates are acknowledged, the bot waits for more, and no call is being answered. */
export async function idle(world: World, patience: number): Promise<void> {
  const quiet = () =>
    world.mailbox.pending.length === 0 && world.answering === 0 && (world.mailbox.waiting || world.webhook)
      ? true
      : undefined;
  const busy = () =>
    `The bot did not come to rest: ${world.mailbox.pending.length} updates wait, ${world.answering} calls are under way, it ${world.mailbox.waiting ? 'polls' : 'does not poll'}`;
  for (let round = 0; round < quietRounds; round++) {
    await until(world.changes, quiet, patience, busy);
    const calls = world.callCount;
    await new Promise<void>(resolve => setImmediate(resolve));
    if (world.callCount !== calls) round = -1;
  }
}
