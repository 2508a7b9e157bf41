import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { type Person, startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import type { Reading } from '../../src/reading/model/reading.ts';
import { storableReading } from '../../src/reading/storable-reading.ts';
import { openLibrary } from '../../src/store.ts';
import type { Clock } from '../../src/system/clock.ts';
import { createLog } from '../../src/system/log.ts';
import { passingClock } from '../campaigns/broadcast/passing-clock.ts';
import { news } from '../journeys/world.ts';
import { languages } from '../languages.ts';
import { putEmptyLibrary } from '../library/scratch.ts';
import { knowledge } from '../reading/knowledge.ts';

const minute = 60_000;

/** All the bots of a process may share them, as they may what was read. */
let read: Reading[] | undefined;
const newsRead = () => (read ??= Object.values(news).map(article => storableReading(article, knowledge)));

const isAnswered = (person: Person) => person.chat().some(({ from }) => from === 'bot');

/**
 * A bot on a Telegram of its own, on a clock on which only waiting takes time. Its wall time can be set wrong
 * while Telegram's goes on, as with the clock of a server.
 */
export async function passingWorld(start: number) {
  const folder = mkdtempSync(join(tmpdir(), 'passing-'));
  const file = join(folder, 'communique.db');
  const passing = passingClock(start);
  const telegram = await startLocalTelegram({ clock: passing.serverClock });
  putEmptyLibrary(file);
  let library = openLibrary(file);
  let wrongBy = 0;
  const clock: Clock = { ...passing.clock, now: () => passing.clock.now() + wrongBy };
  await library.articles.addAll(newsRead(), { now: start });
  const startBot = () =>
    passing.during(
      startApp({
        token: telegram.token,
        apiRoot: telegram.apiRoot,
        library,
        clock,
        log: createLog('silent'),
        zone: 'UTC',
        languages,
      }),
    );
  let app: App = await startBot();

  onTestFinished(async () => {
    await passing.during(app.stop());
    passing.stop();
    await telegram.close();
    library.close();
    rmSync(folder, { recursive: true });
  });

  return {
    telegram,
    /** As the bot sees it. */
    clock,
    get library() {
      return library;
    },
    /** What time it is for Telegram, and for everybody but the bot. */
    now: () => passing.clock.now(),
    /** Sets the bot's wall time wrong by so many milliseconds; 0 sets it right. */
    setWrongBy(ms: number) {
      wrongBy = ms;
    },
    /** Lets time pass, with the bot's ticks each minute. */
    async pass(ms: number): Promise<void> {
      for (let left = ms; left > 0; left -= minute) {
        await passing.during(passing.clock.sleep(Math.min(left, minute)));
        await passing.during(app.tick());
      }
    },
    /** Does something once so many milliseconds have passed. */
    after(ms: number, act: () => Promise<void>): void {
      void passing.clock.sleep(ms).then(act);
    },
    /** Lets time pass until `over`, or for `most` milliseconds. */
    passUntil(over: () => boolean, most: number): Promise<void> {
      const end = passing.clock.now() + most;
      void passing.clock.sleep(most);
      return passing.pass(() => over() || passing.clock.now() >= end);
    },
    /** Ends the program and starts it anew on the same file. */
    async restart(between: () => Promise<void> | void): Promise<void> {
      await passing.during(app.stop());
      library.close();
      await between();
      library = openLibrary(file);
      app = await startBot();
    },
    /** Somebody new, who has begun to talk to the bot and got an answer. */
    async newcomer(name: string): Promise<Person> {
      const person = telegram.person(name);
      person.starts();
      await this.passUntil(() => isAnswered(person), 10 * minute);
      return person;
    },
    /** So many begin to talk to the bot at once; gives how long each waited for an answer, in milliseconds. */
    async newcomers(count: number): Promise<number[]> {
      const asked = passing.clock.now();
      const people = Array.from({ length: count }, (_, number) => telegram.person(`${asked} ${number}`));
      for (const person of people) person.starts();
      const waited = new Map<Person, number>();
      const allAnswered = () => {
        for (const person of people)
          if (!waited.has(person) && isAnswered(person)) waited.set(person, passing.clock.now() - asked);
        return waited.size === count;
      };
      await this.passUntil(allAnswered, 10 * minute);
      return people.map(person => waited.get(person) ?? Number.POSITIVE_INFINITY);
    },
  };
}

export type PassingWorld = Awaited<ReturnType<typeof passingWorld>>;
