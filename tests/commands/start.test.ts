import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownPath } from '../../src/commands/cli/open.ts';
import { startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { stillClock } from '../../src/system/clock.ts';
import { communique, launch, scratch } from './cli.ts';

/** A program that was started, and what it has said so far. */
function started(folder: string, environment: Record<string, string>) {
  const child = launch(folder, ['start'], environment);
  let said = '';
  const waiting: (() => void)[] = [];
  const hear = (piece: unknown) => {
    said += String(piece);
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const closed = new Promise<number | null>(resolve => child.on('close', resolve));
  return {
    said: () => said,
    says: (words: string | RegExp) =>
      new Promise<void>((resolve, reject) => {
        const look = () => said.match(words) && resolve();
        waiting.push(look);
        look();
        void closed.then(code => reject(new Error(`ended with ${code}: ${said}`)));
      }),
    async ends(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal);
      return closed;
    },
  };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the demo tells its address, serves the page and ends on %s',
  async signal => {
    const demo = started(scratch(), { PORT: '0' });
    await demo.says(/http:\/\/127\.0\.0\.1:\d+\//);
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(demo.said())!;
    expect(await (await fetch(address)).text()).toContain('<textarea');
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    expect(demo.said()).toContain('5 articles');
    expect(await demo.ends(signal)).toBe(0);
  },
);

test('the demo never touches the owner’s database', async () => {
  const folder = scratch();
  writeFileSync(
    join(folder, 'own.jsonl'),
    JSON.stringify({ id: 'own', text: 'A harbour opens\n\nThe harbour of Lindholm was opened on Monday.' }),
  );
  const environment = { DATABASE: 'own.db', PORT: '0' };
  await communique(folder, ['load', 'own.jsonl'], { environment });
  const demo = started(folder, environment);
  await demo.says('Ctrl-C');
  expect(await demo.ends('SIGTERM')).toBe(0);
  const { out } = await communique(folder, ['export', 'articles'], { environment });
  expect(out.trim().split('\n')).toHaveLength(1);
});

test('a signal ends a start that still waits for Telegram', async () => {
  const server = createServer(request => request.socket.destroy()).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const bot = started(scratch(), {
    BOT_TOKEN: `123456789:${'A'.repeat(35)}`,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    PORT: '0',
  });
  await bot.says('Telegram cannot be reached; trying again');
  expect(bot.said()).not.toContain('AAAAAAA');
  expect(await bot.ends('SIGTERM')).toBe(0);
});

test('a port in use is reported in one line, before the bot starts', async () => {
  const taken = createSocketServer().listen(0);
  onTestFinished(() => void taken.close());
  await new Promise(resolve => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const telegram = await startLocalTelegram({ clock: stillClock(0) });
  onTestFinished(() => telegram.close());
  const environment = { BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, PORT: String(port) };
  const { code, err } = await communique(scratch(), ['start'], { environment });
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(/^port \d+ is in use: set PORT to another one.*\n$/),
  });
  expect(telegram.calls).toEqual([]);
});

test('whoever reads the output may stop early', async () => {
  const folder = scratch();
  await communique(folder, ['load', ownPath('data/seeds.jsonl')]);
  const child = launch(folder, ['export', 'quotes']);
  let err = '';
  child.stderr.on('data', piece => (err += piece));
  child.stdout.destroy();
  const code = await new Promise(resolve => child.on('close', resolve));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
