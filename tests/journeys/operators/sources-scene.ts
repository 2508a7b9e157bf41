import { afterAll } from 'vitest';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { stillClock } from '../../../src/system/clock.ts';
import { storyAbout } from '../../ingest/sources/stage.ts';
import { rssOf, startFeedServer, type TestItem } from '../../sources/feed-server.ts';
import { day, hour, subscribe, type World } from '../subscribers.ts';
import { world } from '../world.ts';

export const html = { 'content-type': 'text/html' };
export const rss = { 'content-type': 'application/rss+xml' };
export const itemOf = (place: string, at: number): TestItem => ({
  guid: place,
  title: `${place} rebuilds its bridge`,
  text: storyAbout(place).repeat(3),
  at,
});

/** A server of feeds and sites until the file's tests have ended, and a bot whose operator may name them. */
export async function sourcesScene() {
  const server = await startFeedServer(stillClock(0));
  afterAll(() => server.close());

  /** A bot run by Olga, to whom she has written, and Ann, who is subscribed to everything. */
  async function owned(watch: string | null = null) {
    const people: Record<string, Person> = {};
    const w = await world({
      seeds: false,
      owner: telegram => {
        for (const name of ['Olga', 'Ann']) people[name] = telegram.person(name);
        const { resolve, isAllowed } = server;
        return {
          admins: [people.Olga!.user.id],
          ingest: { fetch: { resolve, isAllowed, isOnline: () => true }, watch },
        };
      },
    });
    const [olga, ann] = [people.Olga!, people.Ann!];
    for (const person of [olga, ann]) {
      person.starts();
      await person.reads();
    }
    await subscribe(w, ann.chat_id);
    return { w, olga, ann };
  }

  /** A site whose front page names two feeds. */
  function playSite(host: string, items: () => TestItem[] | null) {
    const link = (path: string, title: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${path}">`;
    server.play(host, ({ path }) => {
      const now = items();
      if (now === null) return { status: 500 };
      if (path === '/') {
        const head = `${link('/news', 'Oden Courier')}${link('/sport', 'Oden Sport')}`;
        return {
          headers: html,
          body: `<html><head><title>Oden Courier</title>${head}</head><body></body></html>`,
        };
      }
      if (path === '/news') return { headers: rss, body: rssOf(now).replace('>Test<', '>Oden Courier<') };
      if (path === '/sport')
        return {
          headers: rss,
          body: rssOf([itemOf('Sport', now[0]!.at!)]).replace('>Test<', '>Oden Sport<'),
        };
      return { status: 404 };
    });
  }

  return { server, owned, playSite };
}

export async function daysPass(w: World, count: number, from: number) {
  for (let at = from + 2 * hour; at <= from + count * day; at += 2 * hour) {
    await w.turnTo(at);
    await w.quiet();
  }
}
