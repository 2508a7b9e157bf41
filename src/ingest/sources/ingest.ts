import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { NewSource, Source } from '../../library/sources/types.ts';
import { type Discovered, discover } from '../../sources/discovery/discover.ts';
import { webAddress } from '../../sources/fetch/address.ts';
import { createFetcher, type FetcherOptions } from '../../sources/fetch/fetcher.ts';
import type { Opml } from '../../sources/opml/opml.ts';
import { createParser } from '../../sources/parsing/parser.ts';
import { decode } from '../../sources/text/decoding.ts';
import { repairMojibake } from '../../sources/text/mojibake.ts';
import type { Library } from '../../store.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import { type LoadCounts, loadPaths } from '../load.ts';
import type { Readers } from '../workers/readers.ts';
import { type Imported, importList } from './import-list.ts';
import { type Pack, packNamed, packsIn, readableFeeds, type Skipped } from './packs.ts';
import { type PollReport, pollSource } from './poll-source.ts';
import { readArticle, type Stored } from './store-article.ts';
import { type ChannelPost, channelSource, takePost } from './take-posts.ts';
import { createWatchedFolder } from './watched-folder.ts';

/** A removed source can be brought back for this long, in milliseconds. */
export const undoFor = 10 * 60_000;
/** How many sources are asked at the same time; each host gets one request at a time. */
const mostAtOnce = 8;
/** Articles of a removed source are deleted in pieces of this many. */
const piece = 50;

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
  /** Asks a source now, whether or not it is due; null if there is no such source that can be asked. */
  check(id: number): Promise<PollReport | null>;
  /** Reads the page at an address once, as an article. */
  readPage(address: string): Promise<Stored | { outcome: 'failed'; cause: string }>;
  /** Loads a file of articles, as `load` does. `name` decides how it is read. */
  takeFile(name: string, bytes: Uint8Array): Promise<{ counts: LoadCounts; reasons: string[] }>;
  /** Stores a channel's post; with `once`, even if the channel is not a source. Null if it is not taken. */
  takePost(post: ChannelPost, options?: { once: boolean }): Promise<Stored | null>;
};

export function createIngest(parts: IngestParts): Ingest {
  const { library, clock, log, readers } = parts;
  const { sources } = library;
  const fetcher = createFetcher({ clock, ...parts.fetch });
  const parser = createParser();
  const folder = parts.watch ? createWatchedFolder({ folder: parts.watch, library, readers }) : null;
  const busy = new Map<number, Promise<PollReport | null>>();
  const others = new Set<Promise<unknown>>();
  let stopping = false;
  const isStopping = () => stopping;

  /** Asks a source, unless it is being asked already. */
  function ask(source: Source): Promise<PollReport | null> {
    const running = busy.get(source.id);
    if (running) return running;
    const asked = pollSource(source, clock.now(), { library, readers, fetcher, parser, isStopping })
      .catch(error => {
        if (!stopping) log.error({ error, source: source.id }, 'a source could not be asked');
        return null;
      })
      .finally(() => busy.delete(source.id));
    busy.set(source.id, asked);
    return asked;
  }

  /** Asks what is due until nothing is; the next begins as soon as one is done. */
  async function askDue(): Promise<void> {
    const tried = new Set<number>();
    while (!stopping) {
      const due = await sources.due(clock.now(), mostAtOnce + tried.size);
      const next = due.filter(({ id }) => !busy.has(id) && !tried.has(id)).slice(0, mostAtOnce - busy.size);
      for (const source of next) {
        // One that can't be stored stays due: it has its turn again at the next tick.
        tried.add(source.id);
        void ask(source);
      }
      if (busy.size === 0) return;
      await Promise.race(busy.values());
    }
  }

  async function eraseRemoved(): Promise<void> {
    for (const { id, withArticles } of await sources.removedBefore(clock.now() - undoFor)) {
      if (withArticles)
        for (;;) {
          const articles = await sources.articles(id, piece);
          if (articles.length === 0 || stopping) break;
          for (const article of articles) {
            await library.articles.remove(article);
            await yieldToEventLoop();
          }
        }
      if (!stopping) await sources.erase(id);
    }
  }

  /** Counts as work until it is done; one kind of regular work at a time. */
  const running = new Set<() => Promise<unknown>>();
  function run(work: () => Promise<unknown>): void {
    if (running.has(work) || stopping) return;
    running.add(work);
    const done = work()
      .catch(error => {
        if (!stopping) log.error({ error }, 'sources could not be looked after');
      })
      .finally(() => {
        running.delete(work);
        others.delete(done);
      });
    others.add(done);
  }
  const lookIntoFolder = async () => {
    const report = await folder?.look(clock.now());
    if (report && report.loaded + report.refused > 0) log.info(report, 'files were loaded from the folder');
  };
  const rest = async () => readers.rest?.();
  async function idle(): Promise<void> {
    while (others.size + busy.size > 0) await Promise.all([...others, ...busy.values()]);
  }

  return {
    sources,
    tick() {
      run(eraseRemoved);
      run(askDue);
      if (folder) run(lookIntoFolder);
      run(rest);
    },
    idle,
    async stop() {
      stopping = true;
      await Promise.all([fetcher.close(), parser.close(), readers.close()]);
      await idle();
    },
    find: async address => {
      const url = webAddress(address);
      return url === null
        ? { kind: 'failed', cause: 'address', status: null }
        : discover(url, { fetcher, parser });
    },
    listIn: async bytes => {
      const list = await parser.opml({ bytes });
      return 'feeds' in list ? list : null;
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
    async check(id) {
      const source = await sources.get(id);
      const canAsk = source !== null && source.removedAt === null && source.dueAt !== null;
      return canAsk ? ask(source) : null;
    },
    async readPage(address) {
      const url = webAddress(address);
      if (url === null) return { outcome: 'failed', cause: 'address' };
      const outcome = await fetcher.get(url, { accept: 'text/html, */*;q=0.5' });
      if (outcome.kind !== 'fetched')
        return { outcome: 'failed', cause: outcome.kind === 'failed' ? outcome.cause : 'http-error' };
      const decoded = decode(outcome.body, outcome.charset);
      if (!('text' in decoded)) return { outcome: 'refused', reason: decoded.reason };
      const source = new URL(outcome.url).hostname.replace(/^www\./, '');
      const html = repairMojibake(decoded.text);
      const read = await readArticle({ text: '', html, url: outcome.url, source }, readers);
      if ('refused' in read) return { outcome: 'refused', reason: read.refused };
      const added = await library.articles.add(read.reading, { now: clock.now() });
      return added.outcome === 'refused' ? added : { outcome: added.outcome, id: added.id };
    },
    async takeFile(name, bytes) {
      const scratch = await mkdtemp(join(tmpdir(), 'communique-file-'));
      const reasons: string[] = [];
      try {
        const path = join(scratch, basename(name).replace(/^\.+/, '') || 'file.txt');
        await writeFile(path, bytes);
        const counts = await loadPaths(library, readers, [path], {
          now: clock.now(),
          onRefused: line => reasons.push(line.replace(`${scratch}/`, '')),
        });
        return { counts, reasons };
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
    async takePost(post, { once } = { once: false }) {
      const source = await channelSource(sources, post.chatId);
      if (source === null && !once) return null;
      return takePost(post, source, clock.now(), { library, readers });
    },
  };
}
