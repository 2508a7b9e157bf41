import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import { type App, type AppParts, startApp } from '../../src/app.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { storableReading } from '../../src/reading/storable-reading.ts';
import { type Library, openLibrary } from '../../src/store.ts';
import { type Clock, stillClock } from '../../src/system/clock.ts';
import { createLog } from '../../src/system/log.ts';
import { sharedReaders } from '../ingest/shared-readers.ts';
import { languages } from '../languages.ts';
import { putEmptyLibrary } from '../library/scratch.ts';
import { seedLibrary } from '../library/seeded.ts';
import { knowledge } from '../reading/knowledge.ts';
import { markedTranslations, openDoor, strayWords } from './pseudo.ts';

/** The pauses between messages and between tries: a journey does not wait for them. */
const shortPause = 5_000;

export type Options = {
  /** What the clock shows at first. */
  start?: number;
  /** Whether the seeds are in the library; true by default. */
  seeds?: boolean;
  /** Slips that the journey provokes; null for any number. */
  slipsExpected?: number | null;
  /** How the owner has set the bot up: given the people of the Telegram it runs on. */
  owner?: (telegram: Awaited<ReturnType<typeof startLocalTelegram>>) => Partial<AppParts>;
};

/** A bot with its library in a file, on a Telegram of its own, on a clock that only the test turns. */
export async function world(options: Options = {}) {
  const { start = Date.UTC(2030, 0, 7, 5), seeds = true, slipsExpected = 0 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  const clock = stillClock(start);
  const telegram = await startLocalTelegram({ clock });
  const file = join(folder, 'communique.db');
  const flowing: Clock = {
    now: () => clock.now() + wrongBy,
    monotonic: clock.monotonic,
    sleep: (ms, signal) => {
      const slept = clock.sleep(ms, signal);
      if (ms <= shortPause) setImmediate(() => clock.turnTo(clock.now() + ms));
      return slept;
    },
  };
  if (seeds) await seedLibrary(file, start);
  else putEmptyLibrary(file);
  const door = openDoor(telegram.apiRoot);
  /** What groups and channels are called. */
  const titles: string[] = [];
  const { group } = telegram;
  telegram.group = (title, ...how) => {
    titles.push(title);
    return group(title, ...how);
  };
  const open = () => {
    const opened = openLibrary(file);
    door.watch(opened);
    return opened;
  };
  let library: Library = open();
  let app: App;
  let wrongBy = 0;

  const setUp = options.owner?.(telegram) ?? {};

  const startBot = async () => {
    app = await startApp({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      library,
      clock: flowing,
      log: createLog('silent'),
      zone: 'UTC',
      languages,
      translations: markedTranslations,
      ...setUp,
      ingest: setUp.ingest === null ? null : { readers: sharedReaders, ...setUp.ingest },
    });
  };
  await startBot();

  onTestFinished(async () => {
    await app.stop();
    await telegram.close();
    door.close();
    const isMarked = setUp.translations === undefined;
    const stray = isMarked
      ? await strayWords(door, library, [telegram.username, 'UTC', ...titles, ...filterWords(file)])
      : [];
    library.close();
    rmSync(folder, { recursive: true });
    expect(stray, 'words that the bot sends come from data/languages').toEqual([]);
    if (slipsExpected !== null) expect(telegram.slips).toHaveLength(slipsExpected);
  });

  return {
    clock,
    telegram,
    file,
    get library() {
      return library;
    },
    /** Sets the bot's wall time wrong by so many milliseconds, and not Telegram's; 0 sets it right. */
    setWrongBy(ms: number) {
      wrongBy = ms;
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
      library = open();
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
      const outcome = await library.articles.add(storableReading(article, knowledge), { now: clock.now() });
      expect(outcome.outcome).toBe('loaded');
    },
  };
}

/** The words that subscriptions ask for and exclude. */
function filterWords(file: string): string[] {
  const database = new Sqlite(deliveriesPath(file), { readonly: true });
  const rows = database
    .prepare('select words, without, without_sources from subscriptions')
    .raw()
    .all() as string[][];
  database.close();
  return rows.flat().flatMap(list => [...(JSON.parse(list) as string[]), list]);
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

const told = (id: string, title: string, speaker: string, first: string, second: string, what: string) => ({
  id,
  title,
  publishedAt: '2030-01-07',
  text: `${title}\n\n${what}\n\n“${first},” said ${speaker}.\n\n“${second},” ${speaker.split(' ').at(-1)} added.`,
});

/** Made-up news on six events, too long together for one message. */
export const longNews = [
  told(
    'bridge',
    'Old bridge of Abeln burns down in the night',
    'Mayor Ada Feldkamp',
    'We have lost the heart of our town within one night, and we shall raise it again from its own charred stones, on the same ground and with our own hands, however many winters that takes us and whatever it may cost every single household along the river in the years ahead of us',
    'Nobody who watched those arches fall into the water will ever tell me again that their repair can wait for another council, another election and another committee of engineers from far away who have never walked across it',
    'The wooden bridge of Abeln burned down in the night to Monday, and nobody was hurt.',
  ),
  told(
    'ferry',
    'Ferry company on Lake Brisk gives up',
    'director Bruno Castellan',
    'Fuel costs three times what it cost when my grandfather bought our first boat, passengers have moved to the new motorway tunnel, and no bank between here and the capital was willing to lend us another coin for engines that are older than most of our captains',
    'My sailors will get their wages until the last day of spring, that much I have promised to each of them personally and in writing, and whoever wants to buy a well-kept steamer may come and talk to me at any hour',
    'The company that ran all ferries on Lake Brisk closed on Sunday after ninety years.',
  ),
  told(
    'school',
    'Teachers in Corvo end strike after eleven weeks',
    'union leader Cleo Marchetti',
    'Smaller classes, warm rooms, and a librarian in each building from September onward: pupils wanted exactly this from the ministry as much as we did, and they stood beside us at the gates every morning in the rain with their drums, their soup and their handwritten posters',
    'It would have cost less to listen to us in October than to repair what eleven weeks without lessons have broken, and I hope that somebody in the treasury has by now done that simple sum on a sheet of paper',
    'Lessons began again in Corvo on Monday when teachers accepted a pay rise of four percent.',
  ),
  told(
    'dam',
    'Engineers warn of cracks in Dunmar dam',
    'geologist Dov Hallström',
    'Water is seeping through the eastern wall at eleven separate points, the pressure gauges have been climbing ever since the snow began to melt early this year, and I would not let anyone whom I love sleep in that valley until the reservoir has been lowered by at least nine metres',
    'Our report lay unread in a drawer of the water authority for fourteen months, and I should very much like to know whose drawer it was, who held its key, and why a summary of one page was too long for them',
    'Cracks were found in the Dunmar dam, and four villages below it were told to be ready to leave.',
  ),
  told(
    'theatre',
    'Theatre of Elster reopens with a forgotten opera',
    'conductor Ema Vasquez-Lindt',
    'The score was found behind the organ of a village church, wrapped in a butcher’s apron, with two acts complete and the third one half eaten by mice, so that we had to guess what the tenor sings while the ship goes down, and I believe that we have guessed rather well',
    'An audience that has waited seven years for its stage deserves something that no living person has ever heard, and if they whistle at us tomorrow night then at least they will be whistling at something entirely new',
    'After seven years of building, the theatre of Elster opened its doors on Saturday evening.',
  ),
  told(
    'bees',
    'Beekeepers in Falk lose half their hives',
    'beekeeper Finn Okonjo',
    'In February I opened hive after hive and found them silent, full of honey and empty of bees, which in forty springs I had never once seen before, and neighbours from here to the coast tell the very same tale about their orchards, their clover and their lime trees',
    'Without pollination there will be neither cherries nor apples at the autumn market, and that is when people in the cities will finally understand that this was never only the private sorrow of a few old men in veils',
    'Half of all bee colonies around Falk did not survive the winter, a count by the growers found.',
  ),
];
