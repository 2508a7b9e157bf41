import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { type Clock, stillClock } from '../../src/clock.ts';
import { loadPaths, withInput } from '../../src/commands/loading.ts';
import { ownKnowledge, ownPath } from '../../src/commands/open.ts';
import { type Library, openLibrary } from '../../src/library/library.ts';
import { startLocalTelegram } from '../../src/local-telegram/index.ts';
import { createLog } from '../../src/log.ts';

/** The pauses between messages and between tries: a journey does not wait for them. */
const shortPause = 5_000;
const knowledge = ownKnowledge();

export type Options = {
  /** Where the clock stands at first. */
  start?: number;
  /** Whether the seeds are in the library; true unless told. */
  seeds?: boolean;
  /** Slips that the journey provokes. */
  slipsExpected?: number;
};

/** A bot with its library in a file, on a Telegram of its own, on a clock that only the test turns. */
export async function world(options: Options = {}) {
  const { start = Date.UTC(2030, 0, 7, 5), seeds = true, slipsExpected = 0 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  const clock = stillClock(start);
  const telegram = await startLocalTelegram({ clock });
  const file = join(folder, 'communique.db');
  const flowing: Clock = {
    now: clock.now,
    sleep: (ms, signal) => {
      const slept = clock.sleep(ms, signal);
      if (ms <= shortPause) setImmediate(() => clock.turnTo(clock.now() + ms));
      return slept;
    },
  };
  let library: Library = openLibrary(file);
  let app: App;

  const startBot = async () => {
    app = await startApp({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      library,
      clock: flowing,
      log: createLog('silent'),
      zone: 'UTC',
    });
  };
  if (seeds)
    await loadPaths(library, knowledge, [ownPath('data/seeds.jsonl')], {
      now: start,
      onRefused: expect.fail,
    });
  await startBot();

  onTestFinished(async () => {
    await app.stop();
    await telegram.close();
    library.close();
    rmSync(folder, { recursive: true });
    expect(telegram.slips).toHaveLength(slipsExpected);
  });

  return {
    clock,
    telegram,
    file,
    get library() {
      return library;
    },
    /** Turns the clock and lets the bot do what is due. */
    async turnTo(moment: number) {
      clock.turnTo(moment);
      await app.tick();
    },
    /** Ends the program and starts it anew on the same file. */
    async restart(between: () => Promise<void> | void = () => {}) {
      await app.stop();
      library.close();
      await between();
      library = openLibrary(file);
      await startBot();
    },
    /** Resolves when the bot has nothing left to do that it can do now. */
    async quiet() {
      await telegram.idle();
      await app.idle();
      await telegram.idle();
    },
    /** Loads an article as `load` does. */
    async arrives(article: { id: string; title: string; text: string; publishedAt: string }) {
      const outcome = await library.articles.add(withInput(article, knowledge), { now: clock.now() });
      expect(outcome.outcome).toBe('loaded');
    },
  };
}

/** Made-up news on three events. */
export const news = {
  harbour: {
    id: 'harbour',
    title: 'Port of Velmora closed after crane collapse',
    publishedAt: '2030-01-07',
    text: 'Port of Velmora closed after crane collapse\n\nA loading crane collapsed at the port of Velmora on Monday and stopped all ships from leaving.\n\n“We will reopen the harbour only when every crane has been checked,” said harbour master Ines Calloway.\n\nTwelve ships were waiting outside the port on Monday evening, and the railway took over part of the cargo.',
  },
  vaccine: {
    id: 'vaccine',
    title: 'Health ministry orders measles vaccine',
    publishedAt: '2030-01-07',
    text: 'Health ministry orders measles vaccine\n\nThe health ministry ordered two million doses of measles vaccine after an outbreak in the mountain villages.\n\n“No child should fall ill for want of a vaccine,” said Health Minister Rosalind Oduya.\n\nHospitals in the region reported forty cases of measles among children last week.',
  },
  budget: {
    id: 'budget',
    title: 'Parliament votes down the railway budget',
    publishedAt: '2030-01-08',
    text: 'Parliament votes down the railway budget\n\nThe parliament in Karst rejected the budget for the northern railway by a single vote on Tuesday.\n\n“The north has waited long enough for its railway,” said opposition leader Tobias Lindqvist.\n\nThe government will present a new budget for the railway next month.',
  },
};
