import { existsSync } from 'node:fs';
import { writeBackup } from './database/backup.ts';
import { bundleDeliveries } from './database/bundle.ts';
import {
  copyInto,
  type Database,
  type DatabaseOptions,
  openDatabase,
  removeEmptyLog,
  usualPatience,
} from './database/database.ts';
import { type DiskUsage, diskUsageOf } from './database/disk-usage.ts';
import { isEmptied, removeDatabase } from './database/files.ts';
import { guarded } from './database/guard.ts';
import { lockInstance } from './database/instance-lock.ts';
import { LibraryError } from './database/library-error.ts';
import { deliveriesSchema } from './database/migrations/deliveries/index.ts';
import { newsSchema } from './database/migrations/news/index.ts';
import { deliveriesPath, partSingleFile } from './database/two-files.ts';
import { createDeliveries, type Deliveries } from './deliveries/deliveries.ts';
import type { Part } from './deliveries/outbox/outbox.ts';
import type { About } from './deliveries/read-markers.ts';
import type { DeliveryStatus, Status } from './deliveries/status.ts';
import type { Subscription } from './deliveries/subscriptions/subscriptions.ts';
import { createLibrary, type NewsLibrary } from './library/library.ts';

export type LibraryOptions = Pick<DatabaseOptions, 'backupFolder' | 'patience'> & {
  /** Whether the news is only read through this connection, as by the bot; false if not given. */
  readNews?: boolean;
  /**
   * What stays as it is, byte for byte, and must exist: the news' file alone, the deliveries being in a file of their own,
   * or both files.
   */
  readOnly?: 'news' | 'both';
  /** The deliveries' file, if it is not the one next to the news. */
  deliveries?: string;
};

/** The figures of the deliveries, and how many articles there are. */
export type Overview = DeliveryStatus & { articles: number };

/** The news and the deliveries, each in its file: the repositories of both, composed. */
export type Library = NewsLibrary &
  Omit<Deliveries, 'status'> & {
    status: Omit<Status, 'at'> & {
      /** The figures at `now`, in milliseconds since the epoch. */
      at(now: number): Promise<Overview>;
    };
    /** Resolves once a database cannot be used any longer, as when its disk is full: it is time to stop. */
    broken: Promise<LibraryError>;
    /** How large the databases are and how much free space their disk has; null for one in memory. */
    diskUsage(): Promise<DiskUsage | null>;
    /**
     * Locks the library for one running bot until the returned function is called.
     * @throws LibraryError while another bot runs on it
     */
    lock(): Promise<() => Promise<void>>;
    /** Writes one consistent copy of news and deliveries to `file` while both are used. */
    backup(file: string): Promise<void>;
    /** Closes both files; nothing of the library may be called afterwards. */
    close(): void;
  };

/**
 * Opens the library whose news is in the file at `path`; see `openDatabase`. A database from before there were two
 * files is parted first.
 * @throws LibraryError with a `fix` for the owner
 */
export function openLibrary(path: string, options: LibraryOptions = {}): Library {
  const file = options.deliveries ?? deliveriesPath(path);
  const patience = options.patience ?? usualPatience;
  refuseEmptied(path, file);
  const { readOnly: kept, ...settings } = options;
  if (kept === undefined) partSingleFile(path, deliveriesPath(path), settings);
  const copy = (database: Database, to: string) => copyBoth(database, file, to);
  const pages = options.readNews ? toRead : toWrite;
  const onlyReads = options.readNews ?? false;
  const readOnly = kept !== undefined;
  const news = openDatabase(path, newsSchema, { ...settings, copy, ...pages, onlyReads, readOnly });
  let deliveries: Database;
  try {
    const [cacheMegabytes, readOnly] = [cacheOfDeliveries, kept === 'both'];
    deliveries = openDatabase(file, deliveriesSchema, { ...settings, cacheMegabytes, readOnly });
  } catch (error) {
    news.close();
    throw error;
  }
  // From here on a lock is waited for in short stretches, with turns for others in between.
  for (const database of [news, deliveries])
    database.pragma(`busy_timeout = ${Math.min(patience, blocking)}`);

  let report: (error: LibraryError) => void = () => {};
  const broken = new Promise<LibraryError>(resolve => {
    report = resolve;
  });
  const onBroken = (error: LibraryError) => report(error);
  const library = guarded(createLibrary(news), { path, patience, onBroken });
  // Only now, as what lists the words of an index is a temporary table of each connection.
  if (options.readNews) news.pragma('query_only = ON');
  const rooms = guarded(createDeliveries(deliveries), { path: file, patience, onBroken });
  return {
    ...compose(library, rooms),
    broken,
    diskUsage: () => diskUsageOf([path, file]),
    lock: async () => {
      const release = lockInstance(options.deliveries ?? path);
      // The news may have come from an older copy than the deliveries.
      await rooms.subscriptions.limitCursors(await library.news.head());
      return async () => release();
    },
    backup: to => writeBackup(path, file, to),
    close: () => {
      news.close();
      deliveries.close();
      if (kept !== undefined) removeEmptyLog(path);
      if (kept === 'both') removeEmptyLog(file);
    },
  };
}

/**
 * How much of the news is kept in memory, in megabytes: adding an article touches pages all over the file, an answer
 * few of them. Most of what twenty articles change is changed again by the next twenty before it is written back.
 */
const toRead = { cacheMegabytes: 16 };
const toWrite = { cacheMegabytes: 64, checkpointPages: 16_000 };
/** Its rows are looked up one by one; after a burst of updates most of what is cached is never asked for again. */
const cacheOfDeliveries = 3;

/**
 * A database begins with both files. If one is empty and the other is not, its content was lost, and to go on with
 * a new one would hide that.
 */
function refuseEmptied(...files: [news: string, deliveries: string]): void {
  const emptied = files.find(
    (file, at) => file !== ':memory:' && existsSync(files[1 - at]!) && isEmptied(file),
  );
  if (emptied === undefined || isEmptied(files[emptied === files[0] ? 1 : 0])) return;
  throw new LibraryError(
    'emptied',
    `${emptied} is empty, though it held ${emptied === files[0] ? 'the articles' : 'the subscriptions and deliveries'}`,
    `Stop the bot and put a backup in place with \`restore FILE\`; or, to begin anew, delete ${emptied}.`,
  );
}

/** A lock may hold up this thread for so long at a time, in milliseconds. */
const blocking = 20;

/**
 * Joins news and deliveries. Neither knows the other, and nothing here is one transaction over both: what one says
 * of the other (a cursor, a person's id, an article in a message) is followed when it is read.
 */
export function compose(library: NewsLibrary, deliveries: Deliveries) {
  const { subscriptions, outbox, readMarkers, status, corrections } = deliveries;
  const current = async (subscription: Subscription): Promise<Subscription> =>
    subscription.people.length === 0
      ? subscription
      : { ...subscription, people: await library.people.current(subscription.people) };
  const currentOrNull = async (found: Subscription | null) => found && current(found);
  const currentAll = (found: Subscription[]) => Promise.all(found.map(current));

  /**
   * The next part, without what was withdrawn. While that is still to be taken out of a part, as it is out of those
   * that were sent, nothing goes; a part of which nothing is left is void.
   */
  async function nextPart(chatId: number, now: number): Promise<Part | null> {
    for (;;) {
      const part = await outbox.next(chatId, now);
      if (!part || part.articles.length === 0) return part;
      const there = new Set(await library.articles.existing(part.articles));
      const gone = part.articles.filter(id => !there.has(id));
      if (gone.length === 0) return part;
      const canBeTakenOut =
        there.size > 0 && (await library.news.areWithdrawn(gone)) && (await outbox.isBegun(part));
      if (canBeTakenOut && !(await isTakenOut())) return null;
      const corrected = canBeTakenOut ? await outbox.next(chatId, now) : null;
      if (corrected?.id === part.id && wasCorrected(corrected)) return corrected;
      await outbox.voidPart(part, now);
    }
  }

  const isTakenOut = async () => (await corrections.upTo()) === (await library.news.newestWithdrawal());
  const wasCorrected = ({ body }: Part) =>
    (JSON.parse(body) as { corrected?: number }).corrected !== undefined;

  return {
    ...library,
    ...deliveries,
    subscriptions: {
      ...subscriptions,
      get: async (id: number) => currentOrNull(await subscriptions.get(id)),
      removed: async (id: number) => currentOrNull(await subscriptions.removed(id)),
      ofChat: async (chatId: number) => currentAll(await subscriptions.ofChat(chatId)),
      ofChannels: async (userId: number) => currentAll(await subscriptions.ofChannels(userId)),
      due: async (...asked: Parameters<typeof subscriptions.due>) =>
        currentAll(await subscriptions.due(...asked)),
    },
    outbox: { ...outbox, next: nextPart },
    readMarkers: {
      ...readMarkers,
      async last(chatId: number, about: readonly About[], same?: boolean) {
        const former = await Promise.all(
          about.map(async one =>
            one.startsWith('p')
              ? (await library.people.formerIds(one.slice(1))).map((id): About => `p${id}`)
              : [],
          ),
        );
        return readMarkers.last(chatId, [...about, ...former.flat()], same);
      },
    },
    status: {
      ...status,
      at: async (now: number): Promise<Overview> => {
        const [figures, articles] = await Promise.all([status.at(now), library.articles.count()]);
        return { ...figures, articles };
      },
    },
  };
}

/** The copy that is made before the news' schema changes: a backup of both files. */
function copyBoth(news: Database, deliveries: string, to: string): void {
  copyInto(news, to);
  if (!existsSync(deliveries)) return;
  const second = `${to}.deliveries`;
  removeDatabase(second);
  const database = openDatabase(deliveries, deliveriesSchema);
  copyInto(database, second);
  database.close();
  bundleDeliveries(to, second);
  removeDatabase(second);
}
