import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DigestLength } from '../../src/deliveries/subscriptions/subscriptions.ts';
import { type LocalTelegramOptions, startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import type { Reading } from '../../src/reading/model/reading.ts';
import { openLibrary } from '../../src/store.ts';
import type { TurnableClock } from '../../src/system/clock.ts';
import { addSubscriptions } from '../library/many-subscriptions.ts';
import { article } from './articles.ts';
import { createLedger, type Entry } from './ledger.ts';

export const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** What a subscriber of a campaign has chosen; everything, in a chat's General, unless told. */
export type Choice = {
  chatId: number;
  userId: number;
  time: string;
  nextDue: number;
  threadId?: number | null;
  topics?: string[];
  length?: DigestLength;
};

/** A library in a file of its own, a Telegram, and what is noted of its calls: what every campaign plays on. */
export async function openStage(
  name: string,
  options: LocalTelegramOptions & { clock: TurnableClock; onEntry?(entry: Entry): void },
) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const file = join(folder, 'communique.db');
  const telegram = await startLocalTelegram(options);
  const library = openLibrary(file);
  const told = new Set<string>();
  const ledger = createLedger(telegram, entry => {
    if (entry.message !== null) for (const item of entry.items) told.add(`${entry.chat}:${item}`);
    options.onEntry?.(entry);
  });
  let articles = 0;

  return {
    telegram,
    library,
    folder,
    file,
    ledger,
    /** How many articles there are: they are numbered from 1. */
    get articles() {
      return articles;
    },
    /** Whether a chat was told an article, by Telegram's own account. */
    wasTold: (chat: number, item: number) => told.has(`${chat}:${item}`),
    async subscribe(choices: Choice[]): Promise<void> {
      const usual = { threadId: null, topics: [], people: [], weekdays: everyDay, zone: 'UTC' };
      const created = options.clock.now();
      await addSubscriptions(
        file,
        choices.map(({ time, ...choice }) => ({ ...usual, ...choice, times: [time], created })),
      );
    },
    /** So many new articles come. */
    async publish(count: number, make: (number: number) => Reading = article): Promise<void> {
      for (let i = 0; i < count; i += 1) {
        articles += 1;
        await library.articles.add(make(articles), { now: options.clock.now() });
      }
    },
    async close(): Promise<void> {
      await telegram.close();
      library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
