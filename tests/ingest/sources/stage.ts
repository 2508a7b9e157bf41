import { afterAll, beforeAll } from 'vitest';
import { createIngest, type Ingest } from '../../../src/ingest/sources/ingest.ts';
import type { Library } from '../../../src/store.ts';
import { stillClock } from '../../../src/system/clock.ts';
import { createLog } from '../../../src/system/log.ts';
import { scratchLibrary } from '../../library/scratch.ts';
import { type FeedServer, startFeedServer } from '../../sources/feed-server.ts';
import { sharedReaders } from '../shared-readers.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
const start = Date.UTC(2031, 4, 5, 6);

/** An ingest on a library of its own, with the sites of a feed server as its internet, on a clock turned by hand. */
export function stage(folder: string, options: { watch?: string; packs?: string } = {}) {
  const clock = stillClock(start);
  let server: FeedServer;
  const open: { ingest: Ingest; library: Library }[] = [];
  beforeAll(async () => {
    server = await startFeedServer(clock);
  });
  afterAll(async () => {
    for (const { ingest } of open) await ingest.stop();
    await server.close();
  });
  return {
    clock,
    get server() {
      return server;
    },
    opened(library = scratchLibrary(folder)) {
      const ingest = createIngest({
        library,
        clock,
        log: createLog('silent'),
        readers: sharedReaders,
        fetch: { resolve: server.resolve, isAllowed: server.isAllowed, isOnline: () => true },
        ...options,
      });
      open.push({ ingest, library });
      /** Turns the clock and lets the ingest do what is due. */
      const turn = async (ms: number) => {
        clock.turnTo(clock.now() + ms);
        ingest.tick();
        await ingest.idle();
      };
      return { ingest, library, turn };
    },
  };
}

/** Made-up paragraphs about a place, each long enough to be a full text. */
export function storyAbout(place: string, day = 'Monday'): string {
  return [
    `The council of ${place} voted on ${day} to rebuild the old bridge over the river before winter.`,
    `“We have waited nine years for this bridge,” said Mayor Ines Kolbe. “${place} will have it by November.”`,
    `Engineers had warned in March that the wooden piers of ${place} would not survive another flood.`,
    `The work will cost four million crowns, of which the province pays half and the town the other half.`,
  ]
    .map(paragraph => `<p>${paragraph}</p>`)
    .join('\n');
}
