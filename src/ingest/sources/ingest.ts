import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { NewSource, Source } from '../../library/sources/types.ts';
import { type Discovered, discover } from '../../sources/discovery/discover.ts';
import { addressToFetch, addressWithoutTls } from '../../sources/fetch/address.ts';
import { createFetcher, type FetcherOptions } from '../../sources/fetch/fetcher.ts';
import type { Cause } from '../../sources/fetch/outcome.ts';
import { addressLines } from '../../sources/opml/address-lines.ts';
import type { Opml } from '../../sources/opml/opml.ts';
import { createParser } from '../../sources/parsing/parser.ts';
import type { Library } from '../../store.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import type { Stored } from '../store-article.ts';
import type { Readers } from '../workers/readers.ts';
import { type FolderState, folderState } from './folder-state.ts';
import { type FileTaken, type PageRead, readPage, takeFile } from './given-articles.ts';
import { type Imported, importList } from './import-list.ts';
import { type Pack, packNamed, packsIn, readableFeeds, type Skipped } from './packs.ts';
import { createPageRetries } from './page-retries.ts';
import type { PollReport } from './poll-source.ts';
import { createSourcePolling } from './source-polling.ts';
import { type ChannelPost, channelSource, takePost } from './take-posts.ts';
import { createWatchedFolder } from './watched-folder.ts';

/** A removed source can be brought back for this long, in milliseconds. */
const undoFor = 10 * 60_000;
/** Articles of a removed source are deleted in pieces of this many. */
const piece = 50;
/** How a server fails that is asked over TLS and may answer without. */
const hasNoTls: ReadonlySet<Cause> = new Set<Cause>(['tls', 'refused']);

export type IngestParts = {
  /** Through which the news is written. */
  library: Library;
  clock: Clock;
  log: Log;
  /** Closed by `stop`. `rest` is called now and then and may end threads that have had nothing to do. */
  readers: Readers & { rest?(): Promise<void> };
  fetch?: Omit<FetcherOptions, 'clock'>;
  /** The folder of the packs to start with. */
  packs?: string;
  /** A folder whose files are loaded as they come. */
  watch?: string | null;
};

/** Brings articles into the library: by itself from the sources, and at once from what someone gives it. */
export type Ingest = {
  /** The sources, and everything that changes them. */
  sources: Library['sources'];
  /** Starts what is due, without waiting for it. */
  tick(): void;
  /** Resolves when nothing is being asked or read. */
  idle(): Promise<void>;
  /** Ends all of it; what is unfinished is done after the next start. */
  stop(): Promise<void>;
  /** What is at an address: a feed, a page with or without feeds, a list, or nothing. */
  find(address: string): Promise<Discovered>;
  /** The list of feeds in a file, or null if it isn't one. */
  listIn(bytes: Uint8Array): Promise<Opml | null>;
  /** Adds a source; it is asked at the next tick. */
  add(source: NewSource): Promise<{ source: Source; isNew: boolean }>;
  importList(list: Opml): Promise<Imported>;
  /** The lists that there are to start with. */
  packs(): Promise<Pack[]>;
  /** Adds those feeds of a pack that can be read now, and names the others; null if there is no such pack. */
  addPack(name: string): Promise<(Imported & { skipped: Skipped[] }) | null>;
  /** How the watched folder is doing; null if none is watched. */
  folder(): Promise<FolderState | null>;
  /** Asks a source now, whether or not it is due; null if there is no such source that can be asked. */
  check(id: number): Promise<PollReport | null>;
  /** Reads the page at an address once, as an article. */
  readPage(address: string): Promise<PageRead>;
  /** Loads a file of articles, as `load` does. `name` decides how it is read. */
  takeFile(name: string, bytes: Uint8Array): Promise<FileTaken>;
  /** Stores a channel's post; with `once`, even if the channel is not a source. Null if it is not taken. */
  takePost(post: ChannelPost, options?: { once: boolean }): Promise<Stored | null>;
};

/** Fetching and reading for one library. Nothing is fetched until it is asked to poll; `close` ends its threads. */
export function createIngest(parts: IngestParts): Ingest {
  const { library, clock, log, readers } = parts;
  const { sources } = library;
  const fetcher = createFetcher({ clock, ...parts.fetch });
  const parser = createParser();
  const folder = parts.watch ? createWatchedFolder({ folder: parts.watch, library, readers }) : null;
  let stopping = false;
  const isStopping = () => stopping;
  const polling = createSourcePolling({ library, readers, fetcher, parser, isStopping, clock, log });
  const fetchPages = createPageRetries({ library, readers, fetcher, isStopping, clock, log });
  const work = createRegularWork(isStopping, log);
  const erase = () => eraseRemoved(library, clock.now() - undoFor, isStopping);
  const lookIntoFolder = async () => {
    const report = await folder?.look(clock.now());
    if (report && report.loaded + report.refused > 0) log.info(report, 'files were loaded from the folder');
  };
  const rest = async () => readers.rest?.();
  const allRunning = () => [...work.running(), ...polling.running()];
  async function idle(): Promise<void> {
    for (let running = allRunning(); running.length > 0; running = allRunning()) await Promise.all(running);
  }

  return {
    sources,
    tick() {
      work.start(erase);
      polling.tick();
      work.start(polling.askDue);
      work.start(fetchPages);
      if (folder) work.start(lookIntoFolder);
      work.start(rest);
    },
    idle,
    async stop() {
      stopping = true;
      await Promise.all([fetcher.close(), parser.close(), readers.close()]);
      await idle();
    },
    find: async address => {
      const url = addressToFetch(address);
      if (url === null) return { kind: 'failed', cause: 'address' };
      const found = await discover(url, { fetcher, parser });
      const plain = addressWithoutTls(address);
      if (found.kind !== 'failed' || !hasNoTls.has(found.cause) || plain === null) return found;
      const foundThere = await discover(plain, { fetcher, parser });
      return foundThere.kind === 'failed' ? found : foundThere;
    },
    listIn: async bytes => {
      const list = await parser.opml({ bytes });
      return 'feeds' in list ? list : addressLines(bytes);
    },
    add: source => sources.add(source, clock.now()),
    importList: list => importList(list, sources, clock.now()),
    packs: async () => (parts.packs === undefined ? [] : packsIn(parts.packs)),
    async addPack(name) {
      const found = parts.packs === undefined ? null : await packNamed(parts.packs, name);
      const list = found && (await parser.opml({ bytes: found.bytes }));
      if (!list || !('feeds' in list)) return null;
      const { readable, skipped } = await readableFeeds(list.feeds, { fetcher, parser });
      return { ...(await importList({ ...list, feeds: readable }, sources, clock.now())), skipped };
    },
    folder: async () => (parts.watch ? folderState(parts.watch, clock.now()) : null),
    async check(id) {
      const source = await sources.get(id);
      const canAsk = source !== null && source.removedAt === null && source.dueAt !== null;
      return canAsk ? polling.ask(source) : null;
    },
    readPage: address => readPage(address, { library, readers, fetcher, clock }),
    takeFile: (name, bytes) => takeFile(name, bytes, { library, readers, clock }),
    async takePost(post, { once } = { once: false }) {
      const source = await channelSource(sources, post.chatId);
      if (source === null && !once) return null;
      return takePost(post, source, clock.now(), { library, readers });
    },
  };
}

/** Runs work that comes up again and again, one of each kind at a time, and none once the program is stopping. */
function createRegularWork(isStopping: () => boolean, log: Log) {
  const running = new Map<() => Promise<unknown>, Promise<unknown>>();
  return {
    start(work: () => Promise<unknown>): void {
      if (running.has(work) || isStopping()) return;
      const done = work()
        .catch(error => {
          if (!isStopping()) log.error({ error }, 'sources could not be looked after');
        })
        .finally(() => running.delete(work));
      running.set(work, done);
    },
    /** What has been started and isn't done; none of it rejects. */
    running: () => [...running.values()],
  };
}

/**
 * Erases the sources that were removed before `cutoff`, in milliseconds since the epoch, with their articles where
 * that was wanted. What stopping interrupts is erased by a later call.
 */
async function eraseRemoved(library: Library, cutoff: number, isStopping: () => boolean): Promise<void> {
  for (const { id, withArticles } of await library.sources.removedBefore(cutoff)) {
    if (withArticles)
      for (;;) {
        const articles = await library.sources.articles(id, piece);
        if (articles.length === 0 || isStopping()) break;
        for (const article of articles) {
          await library.articles.remove(article);
          await yieldToEventLoop();
        }
      }
    if (!isStopping()) await library.sources.erase(id);
  }
}
