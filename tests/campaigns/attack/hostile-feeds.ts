import { gzipSync } from 'node:zlib';
import { type FeedServer, type Handler, type Reply, rssOf } from '../../sources/feed-server.ts';

const xml = { 'content-type': 'application/rss+xml' };
const html = { 'content-type': 'text/html' };

/** Entities that would fill the memory if they were expanded. */
function bomb(): string {
  const levels = Array.from(
    { length: 12 },
    (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  );
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">${levels.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>&e12;&file;</title><item><title>&e12;</title><description>&file;</description></item></channel></rss>`;
}

/** A body that never ends, as fast as it is taken. */
const endless: Reply = {
  raw: response => {
    response.writeHead(200, xml);
    const piece = `<item><title>${'x'.repeat(60_000)}</title></item>`;
    const go = () => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', go);
    };
    response.on('error', () => {});
    response.write('<rss version="2.0"><channel>');
    go();
  },
};

const wild = '\u202e#\u0000\u001b]0;#\u0007\ud83d';
const item = (guid: string, title: string) => ({
  guid,
  title,
  text: `The council of ${title} voted on Monday to rebuild its bridge, and the mayor agreed.`,
});

/** What hostile sites answer; `#` stands for the marker. */
const sites: Record<string, (server: FeedServer) => Handler> = {
  bomb: () => () => ({ headers: xml, body: bomb() }),
  zipped: () => () => ({
    headers: { ...xml, 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(40_000_000, 0x20)),
  }),
  endless: () => () => endless,
  loop:
    server =>
    ({ path }) => ({ status: 301, headers: { location: server.url('loop.example', `${path}x`) } }),
  circle: server => () => ({ status: 301, headers: { location: server.url('circle.example') } }),
  metadata: server => () => ({
    status: 302,
    headers: { location: server.url('metadata.example', '/latest/meta-data') },
  }),
  literal: () => () => ({ status: 307, headers: { location: 'http://[::ffff:169.254.169.254]/latest' } }),
  octal: () => () => ({ status: 302, headers: { location: 'http://0177.0.0.1:1/' } }),
  file: () => () => ({ status: 302, headers: { location: 'file:///etc/passwd' } }),
  nowhere: () => () => ({ status: 301 }),
  charset: () => () => ({
    headers: { 'content-type': 'application/rss+xml; charset=utf-16' },
    body: Buffer.from(rssOf([item('a', 'Tårn \xff')]), 'latin1'),
  }),
  unknownCharset: () => () => ({
    headers: { 'content-type': 'text/xml; charset=made-up-7' },
    body: rssOf([item('a', 'Oden')]),
  }),
  shifting: () => {
    let visits = 0;
    return () => ({ headers: xml, body: rssOf([item(`id-${(visits += 1)}`, 'Vale')]) });
  },
  letters: () => () => ({
    headers: xml,
    body: rssOf([item(wild, `${wild} Karst`)], `<description>${wild}</description>`),
  }),
  nested: () => () => ({ headers: xml, body: `<rss><channel>${'<item>'.repeat(5_000)}` }),
  links: () => () => ({
    headers: html,
    body: `<html><head>${'<link rel="alternate" type="application/rss+xml" href="/f">'.repeat(20_000)}</head></html>`,
  }),
  json: () => () => ({
    headers: { 'content-type': 'application/feed+json' },
    body: `{"items":${'['.repeat(100_000)}`,
  }),
  length: () => () => ({
    raw: response => {
      response.writeHead(200, { ...xml, 'content-length': '1000000' });
      // A connection left open would cost the fetcher's whole patience, in real time, at each try: tests of the fetcher do that.
      response.end('<rss', () => response.destroy());
    },
  }),
};

/** Lists of feeds that an operator might be given. */
export const hostileLists: Record<string, string> = {
  schemes:
    '<opml version="2.0"><body><outline xmlUrl="javascript:alert(1)"/><outline xmlUrl="file:///etc/passwd"/></body></opml>',
  deep: `<opml version="2.0"><body>${'<outline text="#">'.repeat(20_000)}`,
  entities: bomb().replace('<rss version="2.0">', '<opml version="2.0">'),
  inside:
    '<opml version="2.0"><body><outline text="#" xmlUrl="http://127.0.0.1:1/"/><outline xmlUrl="http://[::1]/"/></body></opml>',
};

/** Sets the hostile sites up; gives the address of each. */
export function playHostileSites(server: FeedServer, marker: string): string[] {
  return Object.entries(sites).map(([name, handlerOf]) => {
    const handler = handlerOf(server);
    const host = `${name.toLowerCase()}.example`;
    server.play(host, seen => {
      const reply = handler(seen);
      return typeof reply.body === 'string' ? { ...reply, body: reply.body.replaceAll('#', marker) } : reply;
    });
    return server.url(host);
  });
}
