import { setTimeout as pause } from 'node:timers/promises';
import { ownPath, withReaders } from '../../../src/commands/cli/open.ts';
import { loadPaths } from '../../../src/ingest/load.ts';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { standBy } from '../process.ts';
import { openStage } from '../stage.ts';
import { swiftClock } from '../swift-clock.ts';

export type BurstOptions = {
  /** How many people ask at the same moment. */
  questions: number;
  /** How many updates come at once after that, each with as much text as fits into a message. */
  updates: number;
  seed: number;
  log?: string;
};

/** Megabytes of the bot's process; the most of those measured while something went on. */
export type BurstFigures = {
  before: number;
  whileAsked: number;
  afterQuestions: number;
  whileBursting: number;
  afterBurst: number;
  unanswered: number;
};

const start = Date.UTC(2030, 0, 7, 5);
const speed = 20;
/** Milliseconds of the machine's time. */
const beat = 50;
/** How long the bot has been left alone when it is measured afterwards. */
const rest = 1000;
/** The largest text of a message, in characters. */
const longest = 4096;

const questions = ['/latest', '/who Lavrov', '/topics', '/timeline', '/quotes Lavrov'];

/** Measures the bot's memory while many ask at once, and while a burst of updates comes in. */
export async function runBurst(options: BurstOptions): Promise<BurstFigures> {
  const clock = swiftClock({ base: start, since: Date.now(), speed, ahead: 0 });
  const answered = new Set<number>();
  const stage = await openStage('burst', {
    clock,
    seed: options.seed,
    flood: true,
    onEntry: ({ chat, message }) => {
      if (message !== null) answered.add(chat);
    },
  });
  const { telegram, ledger, library, file } = stage;
  await withReaders({}, readers =>
    loadPaths(library, readers, [ownPath('data/seeds.jsonl')], { now: start, onRefused: console.error }),
  );
  const parts = {
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    database: file,
    log: options.log ?? 'silent',
  };
  const begun = () => standBy(parts);
  // As at every start but the very first, what is compiled lies on disk.
  const first = begun();
  first.begin(clock.pace);
  await first.started;
  await first.kill();
  const bot = begun();
  const megabytes = async () => Math.round((await bot.memory()) / 2 ** 20);

  /** Everyone writes at once. Resolves, when all are answered, with the most memory that was measured. */
  async function allWrite(people: Person[], textOf: (number: number) => string): Promise<number> {
    answered.clear();
    for (const [number, person] of people.entries()) person.says(textOf(number));
    let most = 0;
    for (let since = Date.now(), count = 0; answered.size < people.length; await pause(beat)) {
      ledger.collect();
      most = Math.max(most, await megabytes());
      if (answered.size > count) since = Date.now();
      else if (Date.now() - since > 60_000) break;
      count = answered.size;
    }
    unanswered += people.length - answered.size;
    return most;
  }

  async function rested(): Promise<number> {
    await pause(rest);
    return megabytes();
  }

  let unanswered = 0;
  try {
    bot.begin(clock.pace);
    await bot.started;
    const people = (count: number, name: string) =>
      Array.from({ length: count }, (_, number) => telegram.person(`${name} ${number}`));
    // Its first answer loads what it needs for any.
    await allWrite(people(1, 'First'), () => '/latest');
    const before = await rested();
    const asking = people(options.questions, 'Asking');
    const whileAsked = await allWrite(asking, number => questions[number % questions.length]!);
    const afterQuestions = await rested();
    const bursting = people(options.updates, 'Bursting');
    const whileBursting = await allWrite(bursting, number =>
      `/who ${`q${number}x `.repeat(longest)}`.slice(0, longest),
    );
    const afterBurst = await rested();
    return { before, whileAsked, afterQuestions, whileBursting, afterBurst, unanswered };
  } finally {
    await bot.kill();
    clock.stop();
    await stage.close();
  }
}
