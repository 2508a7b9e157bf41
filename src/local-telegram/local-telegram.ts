/**
 * A Telegram of one's own: a Bot API server on loopback that keeps Telegram's rules, a page to chat with the
 * bot, and people for tests to act as.
 *
 * A journey reads like what a person does:
 *
 *   const clock = stillClock(Date.UTC(2030, 0, 7, 6));
 *   const telegram = await startLocalTelegram({ clock });
 *   // start the bot with the token `telegram.token` and grammY's `client: { apiRoot: telegram.apiRoot }`
 *
 *   const ann = telegram.person('Ann');
 *   const bob = telegram.person('Bob');
 *   ann.starts();                                  // presses START
 *   ann.says('/who Lavrov');                       // in her private chat with the bot
 *   const answer = await ann.reads();              // the bot's next message there: .text .entities .buttons
 *   await ann.presses('More');                     // waits for such a button, then for the bot's answer to it
 *   await ann.sees('page 2');                      // any message there that matches in its current form, edited or not
 *
 *   const group = telegram.group('Debate', { members: [ann], admins: [bob] });   // the bot is in it
 *   ann.in(group).says('/who@' + telegram.username + ' Lavrov');
 *   await ann.in(group).reads();
 *   bob.anonymously.in(group).says('/subscribe');  // as "Group", in the chat's name
 *   const forum = telegram.group('Forum', { forum: true, admins: [bob], bot: 'absent' });
 *   bob.in(forum).adds('bot');                     // my_chat_member and the service message
 *   const topic = bob.in(forum).opensTopic('Sanctions');
 *   bob.in(forum, topic).says('/timeline');
 *
 *   ann.sharesPlace(50.45, 30.52);                // degrees north and east
 *   await ann.picksChat(channel);                  // with a button below the writing line that asks for one
 *   ann.forwards(bob.in(channel).says('breaking'));
 *
 *   telegram.turnTo(Date.UTC(2030, 0, 8, 8));      // the clock was handed in: the same as clock.turnTo
 *   telegram.fails({ method: 'sendMessage', chat: ann.chat_id, times: 1,
 *                    with: { code: 429, description: 'Too Many Requests: retry after 30', retry_after: 30 } });
 *   telegram.fails({ method: 'sendMessage', times: 1, with: 'reset-after' });
 *   telegram.fails({ method: '*', with: 'bad-gateway' });   // every call, getUpdates too
 *   const { undo } = await telegram.refuses();               // no connection is taken
 *   telegram.accepted();                           // calls carried out although their reply was lost
 *   telegram.slips                                 // what Telegram forgives and a careful bot doesn't do
 *   const { results } = await ann.in(group).asksInline('lavrov');   // typed into the line of a chat
 *   ann.in(group).picks(results[0]);
 *   await telegram.close();
 *
 * Reading and pressing wait for events, not for time; `patience` only ends a wait that would last for ever,
 * with the end of the chat in the error. `idle()` says that no update waits and no call is being answered,
 * which a bot that puts its work off may be long before it has answered: wait for what is to be seen.
 */
import type { TurnableClock } from '../system/clock.ts';
import { seededRandom } from './model/random.ts';
import { until } from './model/signal.ts';
import type { Call, Violation, World } from './model/world.ts';
import { createWorld } from './model/world.ts';
import { createPageServer } from './page-api/page-server.ts';
import { createGroup, type Group, type GroupOptions, groupOf } from './people/group.ts';
import { createPerson, type Person } from './people/person.ts';
import { seedWorld } from './people/playground.ts';
import { addPerson, type PersonOptions } from './rules/actions.ts';
import { createFaults, type Fault, type FaultRule } from './rules/faults.ts';
import { createFlood } from './rules/flood.ts';
import { sendToWebhook } from './rules/webhook-sender.ts';
import { dispatch } from './server/dispatch.ts';
import { listen } from './server/server.ts';

export type { Call, Topic, Violation as Slip } from './model/world.ts';
export type { Group, GroupOptions } from './people/group.ts';
export type { Person, PlaceInGroup } from './people/person.ts';
export type { Place, PressAnswer } from './people/place.ts';
export type { Viewed as Seen } from './people/viewed.ts';
export type { FaultRule, Trouble } from './rules/faults.ts';

export type LocalTelegramOptions = {
  clock: TurnableClock;
  /** 0 (the default) takes any free one. */
  port?: number;
  /** The address to listen on; by default only this machine can reach it. */
  host?: string;
  /** Of all that is random: token, ids, chances. The same seed, the same run. */
  seed?: number;
  /** Milliseconds of the machine's time after which a wait fails with a message. 30 s by default. */
  patience?: number;
  /** How long a button press may be answered, in milliseconds of the clock. 15 minutes by default. */
  queryLife?: number;
  /**
   * Whether there are people, two groups and a channel from the start, with the same IDs in every
   * run. Otherwise they come with the first look at the page, if the world is still empty.
   */
  furnished?: boolean;
  /** Whether Telegram's limits are kept: about 1 message a second in a chat, 20 a minute in a group. */
  flood?: boolean;
  /** How long a call is on its way, there and back together, in milliseconds of the clock. 0 by default. */
  latency?: number;
};

export type LocalTelegram = {
  /** For grammY's `client: { apiRoot }`. */
  apiRoot: string;
  /** The chat page. */
  pageUrl: string;
  /** Made up from the seed; the only one this server takes. */
  token: string;
  /** The bot's user name, without @. */
  username: string;
  botId: number;
  person(name: string, options?: PersonOptions): Person;
  group(title: string, options?: GroupOptions): Group;
  /** Turns the clock to a moment in milliseconds since the epoch. */
  turnTo(moment: number): void;
  /** From now on calls that match go wrong; `undo` ends it. */
  fails(rule: FaultRule): { fault: Fault; undo(): void };
  /** Ends all connections and refuses new ones until `undo` is called. */
  refuses(): Promise<{ undo(): Promise<void> }>;
  /** All calls so far, oldest first (the last 10,000), waiting polls included. */
  calls: readonly Call[];
  /** Calls of one method (any case), with what was asked and answered. */
  callsOf(method: string): Call[];
  /** Calls that were carried out and whose reply never reached the bot. */
  accepted(): Call[];
  slips: readonly Violation[];
  /** Updates that the bot has not acknowledged. */
  pendingUpdates(): number;
  /** Messages a second that are taken in all where `flood` is on: about 30, by the seed. */
  overallLimit(): number;
  /** Resolves when every update is acknowledged and no call is being answered. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

/** Starts the server. Rejects if the port is in use. */
export async function startLocalTelegram(options: LocalTelegramOptions): Promise<LocalTelegram> {
  const {
    clock,
    port = 0,
    host = '127.0.0.1',
    seed = 1,
    patience = 30_000,
    queryLife = 15 * 60_000,
    latency = 0,
  } = options;
  const world = createWorld(clock, seed, queryLife, latency);
  if (options.furnished) seedWorld(world);
  const faults = createFaults(world.random);
  const flood = createFlood(() => clock.now(), seededRandom(seed + 1), options.flood ?? false);
  const page = createPageServer(world, faults);
  const ended = new AbortController();
  const stopSending = sendToWebhook(world, (method, parameters) =>
    dispatch(world, { faults, flood }, { method, parameters, uploads: new Map(), signal: ended.signal }),
  );
  const server = await listen(world, { faults, flood }, { port, host }, page.serve);
  const stopWatching = clock.onTurn(() => world.changes.emit({ kind: 'clock' }));
  const root = `http://127.0.0.1:${server.port}`;
  const group = (id: number) => groupOf(world, world.rooms.get(id)!);
  let closed: Promise<void> | undefined;

  return {
    apiRoot: root,
    pageUrl: `${root}/`,
    token: world.bot.token,
    username: String(world.bot.user.username),
    botId: world.bot.user.id,
    person: (name, more) => createPerson(world, addPerson(world, name, more), patience, group),
    group: (title, more = {}) => createGroup(world, title, more),
    turnTo: moment => clock.turnTo(moment),
    fails: rule => {
      const fault = faults.add(rule);
      return { fault, undo: () => faults.remove(fault.id) };
    },
    refuses: async () => ({ undo: await server.refuse() }),
    calls: world.calls,
    callsOf: method => world.calls.filter(call => call.method.toLowerCase() === method.toLowerCase()),
    accepted: () => world.calls.filter(({ lost }) => lost),
    slips: world.slips,
    pendingUpdates: () => world.mailbox.pending.length,
    overallLimit: () => flood.overall(),
    idle: () => idle(world, patience),
    close: () => {
      closed ??= (async () => {
        stopWatching();
        stopSending();
        ended.abort();
        page.close();
        await server.close();
      })();
      return closed;
    },
  };
}

/** This many rounds of the event loop without news count as rest: a bot in this process had its turn. */
const quietRounds = 20;

/** Resolves when all updates are acknowledged, the bot waits for more, and no call is being answered. */
async function idle(world: World, patience: number): Promise<void> {
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
