import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../../src/sources/fetch/fetcher.ts';
import { runningClock } from '../../../src/system/clock.ts';
import { type FeedServer, type Reply, startFeedServer } from '../feed-server.ts';

const clock = runningClock();
let server: FeedServer;
let fetcher: Fetcher;
beforeAll(async () => {
  server = await startFeedServer(clock);
  const { resolve, isAllowed } = server;
  fetcher = createFetcher({
    clock,
    resolve,
    isAllowed,
    isOnline: () => true,
    mostBytes: 1_000_000,
    timeout: 2_000,
  });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});

let sites = 0;
/** A site that answers so, and what comes of asking it. */
function get(reply: Reply | ((path: string) => Reply), options?: Parameters<Fetcher['get']>[1]) {
  const host = `s${++sites}.example`;
  server.play(host, ({ path }) => (typeof reply === 'function' ? reply(path) : reply));
  return fetcher.get(server.url(host), options);
}
const text = (outcome: Awaited<ReturnType<typeof get>>) =>
  outcome.kind === 'fetched' ? Buffer.from(outcome.body).toString() : outcome;

test('sends validators back byte for byte, and no cookies', async () => {
  const etag = 'W/"a, b-\u00e9;c"';
  const lastModified = 'Tue, 6 Feb 2024 9:00:00 +0100 (odd)';
  const host = 'validators.example';
  server.play(host, ({ headers }) =>
    headers['if-none-match']
      ? { status: 304 }
      : { headers: { etag, 'last-modified': lastModified, 'set-cookie': 'a=b' }, body: 'x' },
  );
  const first = await fetcher.get(server.url(host));
  if (first.kind !== 'fetched') throw new Error(first.kind);
  expect(first.validators).toEqual({ etag, lastModified });
  expect(await fetcher.get(server.url(host), { validators: first.validators })).toMatchObject({
    kind: 'unchanged',
  });
  const [, again] = server.seen.filter(seen => seen.host === host);
  expect(again!.headers).toMatchObject({ 'if-none-match': etag, 'if-modified-since': lastModified });
  expect(again!.headers.cookie).toBeUndefined();
});

test.each([
  ['gzip', gzipSync('hello')],
  ['br', brotliCompressSync('hello')],
  ['deflate', deflateSync('hello')],
  ['deflate', deflateRawSync('hello')],
  ['gzip, gzip', gzipSync(gzipSync('hello'))],
  ['', gzipSync('hello')],
  ['gzip', Buffer.from('hello')],
])('unpacks what came as %j', async (encoding, body) => {
  expect(text(await get({ headers: encoding === '' ? {} : { 'content-encoding': encoding }, body }))).toBe(
    'hello',
  );
});

test('counts what a body unpacks to, and stops at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(30_000_000));
  expect(await get({ headers: { 'content-encoding': 'gzip' }, body: bomb })).toMatchObject({
    kind: 'failed',
    cause: 'too-large',
  });
  expect(
    await get({ headers: { 'content-encoding': 'br' }, body: brotliCompressSync(Buffer.alloc(30_000_000)) }),
  ).toMatchObject({ cause: 'too-large' });
  expect(await get({ body: Buffer.alloc(1_000_001) })).toMatchObject({ cause: 'too-large' });
});

test('keeps what came of a body that broke off, but no validators', async () => {
  const cut = await get({
    raw: response => {
      response.writeHead(200, { etag: '"1"', 'content-length': '100' });
      response.write('half', () => response.destroy());
    },
  });
  expect(cut).toMatchObject({ kind: 'fetched', isCut: true, validators: null });
  expect(text(cut)).toBe('half');
});

test('follows five redirects, http(s) only, and sees what has moved for good', async () => {
  const hops = (count: number, status: number) => (path: string) =>
    path === `/${count}`
      ? { body: 'there' }
      : { status, headers: { location: `/${path === '/feed' ? 1 : Number(path.slice(1)) + 1}` } };
  const moved = await get(hops(5, 308));
  expect(text(moved)).toBe('there');
  expect(moved).toMatchObject({ movedTo: server.url(`s${sites}.example`, '/5') });
  expect(await get(hops(5, 302))).toMatchObject({ kind: 'fetched', movedTo: null });
  expect(await get(hops(6, 301))).toMatchObject({ kind: 'failed', cause: 'redirects' });
  for (const location of ['file:///etc/passwd', 'ftp://x.example/', 'http://[bad', '/feed'])
    expect(await get({ status: 301, headers: { location } }), location).toMatchObject({ cause: 'redirects' });
  const login = await get(path =>
    path === '/feed' ? { status: 301, headers: { location: '/account/login?to=feed' } } : { body: 'x' },
  );
  expect(login).toMatchObject({ kind: 'fetched', movedTo: null });
});

test('follows a page that only leads on, and no other', async () => {
  const leads = (content: string, more = '') =>
    `<html><head><meta content='${content}' http-equiv=Refresh></head>${more}</html>`;
  const site = (content: string, more?: string) =>
    get(path => ({ body: path === '/feed' ? leads(content, more) : path }));
  for (const content of ['0; url=/story?a=1&amp;b=2', '5;URL="/story?a=1&b=2"', '0,/story?a=1&b=2']) {
    const outcome = await site(content.replaceAll('"', '&quot;'));
    expect(text(outcome)).toBe('/story?a=1&b=2');
    expect(outcome).toMatchObject({ movedTo: null });
  }
  for (const [content, more] of [
    ['300; url=/story'],
    ['30'],
    ['0; url=/feed#top'],
    ['0; url=javascript:alert(1)'],
    ['0; url=/story', 'news '.repeat(5_000)],
  ] as const)
    expect(text(await site(content, more))).toBe(leads(content, more));
  expect(await site('0; url=http://127.0.0.2/')).toMatchObject({ cause: 'private-address' });
  const endless = await get(path => ({ body: leads(`0; url=${path}x`) }));
  expect(text(endless)).toBe(leads('0; url=/feedxxxx'));
});

test('sends a name and password to the host they are for, and shows them nowhere', async () => {
  server.play('secret.example', () => ({ status: 302, headers: { location: server.url('other.example') } }));
  server.play('other.example', () => ({ status: 404 }));
  const outcome = await fetcher.get(server.url('secret.example').replace('//', '//ann:p%40ss@'));
  const sent = (host: string) => server.seen.find(seen => seen.host === host)?.headers.authorization;
  expect(sent('secret.example')).toBe(`Basic ${Buffer.from('ann:p@ss').toString('base64')}`);
  expect(sent('other.example')).toBeUndefined();
  expect(JSON.stringify(outcome)).not.toMatch(/ann|p@ss|p%40ss/);
});

test('goes to no private address, by name, literal in any notation, or redirect', async () => {
  const { port } = server;
  const before = server.seen.length;
  const literals = [
    '127.0.0.2',
    '2130706434',
    '0x7f000002',
    '017700000002',
    '127.2',
    '[::1]',
    '[::ffff:127.0.0.2]',
    '[::ffff:7f00:2]',
    '0',
    '10.0.0.1',
    '169.254.169.254',
    '[fe80::1]',
    '[fd00:ec2::254]',
  ];
  for (const host of [...literals, 'rebound.example', 'metadata.example', '127.0.0.2.'])
    expect(await fetcher.get(`http://${host}:${port}/`), host).toMatchObject({
      kind: 'failed',
      cause: 'private-address',
    });
  expect(server.seen.length).toBe(before);
  for (const location of [
    `http://2130706434:${port}/`,
    `//rebound.example:${port}/`,
    'http://localhost:1/',
    'http://169.254.169.254/latest/',
  ])
    expect(await get({ status: 302, headers: { location } }), location).toMatchObject({
      cause: 'private-address',
    });
});

test('says why nothing came', async () => {
  const status = async (code: number, headers = {}) => {
    const outcome = await get({ status: code, headers });
    return outcome.kind === 'failed' ? outcome.cause : outcome.kind;
  };
  expect(
    await Promise.all([401, 402, 403, 404, 410, 429, 451, 500, 503, 400, 304, 204].map(code => status(code))),
  ).toEqual([
    'login-wall',
    'paywall',
    'forbidden',
    'missing',
    'gone',
    'rate-limited',
    'forbidden',
    'server-error',
    'server-error',
    'http-error',
    'http-error',
    'http-error',
  ]);
  expect(await status(403, { 'cf-mitigated': 'challenge' })).toBe('challenge');
  expect(await status(200, { 'cf-mitigated': 'challenge' })).toBe('challenge');
  expect(await fetcher.get(`http://nowhere.invalid:${server.port}/`)).toMatchObject({
    cause: 'dns',
    detail: 'ENOTFOUND',
  });
  expect(await fetcher.get('gopher://a.example/')).toEqual({ kind: 'failed', cause: 'address' });
  expect(await fetcher.get('nonsense')).toEqual({ kind: 'failed', cause: 'address' });
  expect(await fetcher.get(server.url('a.example').replace('http:', 'https:'))).toMatchObject({
    cause: 'tls',
  });
  expect(await get({ raw: response => response.destroy() })).toMatchObject({ cause: 'interrupted' });
  expect(await get({ raw: response => response.socket?.end('nonsense\r\n\r\n') })).toMatchObject({
    kind: 'failed',
    cause: 'http-error',
  });
});

test('ends an endless drip and a server that says nothing, by the clock', async () => {
  const turned = runningClock();
  const { resolve, isAllowed } = server;
  const patient = createFetcher({ clock: turned, resolve, isAllowed, isOnline: () => true });
  const begun: Promise<void>[] = [];
  for (const host of ['drip.example', 'silent.example']) {
    begun.push(
      new Promise(begin =>
        server.play(host, () => ({
          raw: response => {
            if (host === 'drip.example') {
              response.writeHead(200);
              const drip = setInterval(() => response.write('.'), 5);
              response.on('close', () => clearInterval(drip));
            }
            begin();
          },
        })),
      ),
    );
  }
  const asked = Promise.all([
    patient.get(server.url('drip.example')),
    patient.get(server.url('silent.example')),
  ]);
  await Promise.all(begun);
  turned.turnTo(turned.now() + 21_000);
  expect(await asked).toMatchObject([{ cause: 'timeout' }, { cause: 'timeout' }]);
  await patient.close();
});

test('asks one thing at a time of a host', async () => {
  server.play('busy.example', () => ({ raw: response => setImmediate(() => response.end('x')) }));
  await Promise.all(Array.from({ length: 8 }, (_, n) => fetcher.get(server.url('busy.example', `/${n}`))));
  expect(server.mostAtOnce.get('busy.example')).toBe(1);
  expect(server.seen.filter(({ host }) => host === 'busy.example').map(({ path }) => path)).toEqual(
    Array.from({ length: 8 }, (_, n) => `/${n}`),
  );
});

test('blames no source while this machine is offline', async () => {
  const { resolve, isAllowed } = server;
  const lost = createFetcher({ clock, resolve, isAllowed, isOnline: () => false });
  expect(await lost.get('http://a.lost/')).toMatchObject({ kind: 'failed', cause: 'offline' });
  server.play('up.example', () => ({ status: 500 }));
  expect(await lost.get(server.url('up.example'))).toMatchObject({ cause: 'server-error' });
  await lost.close();
});

test('reads when to come again', async () => {
  const now = clock.now();
  const later = (headers: Record<string, string>, status = 200) => get({ headers, status });
  const seconds = (moment: number | null | undefined) =>
    moment == null ? moment : Math.round((moment - now) / 1_000 / 60);
  const fresh = async (headers: Record<string, string>) => seconds((await later(headers)).freshUntil);
  expect(await fresh({ 'cache-control': 'public, max-age=3600' })).toBe(60);
  expect(await fresh({ 'cache-control': 'max-age=3600', age: '600' })).toBe(50);
  expect(
    await fresh({ 'cache-control': 'no-cache', expires: new Date(now + 3_600_000).toUTCString() }),
  ).toBeNull();
  expect(await fresh({ expires: new Date(now + 7_200_000).toUTCString() })).toBe(120);
  expect(
    await fresh({ date: 'Thu, 01 Jan 2015 00:00:00 GMT', expires: 'Thu, 01 Jan 2015 00:30:00 GMT' }),
  ).toBe(30);
  expect(await fresh({ expires: '0' })).toBeNull();
  const retry = async (value: string) => seconds((await later({ 'retry-after': value }, 429)).retryAt);
  expect(await retry('1200')).toBe(20);
  expect(await retry(new Date(now + 1_800_000).toUTCString())).toBe(30);
  expect(await retry('soon')).toBeNull();
});
