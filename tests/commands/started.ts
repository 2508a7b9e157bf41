import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../src/commands/run.ts';
import { sharedReaders } from '../ingest/shared-readers.ts';
import { launch } from './cli.ts';

/** A program that was started as a process of its own, and what it has said so far. */
export function started(folder: string, environment: Record<string, string>) {
  const child = launch(folder, ['start'], environment);
  const closed = new Promise<number | null>(resolve => child.on('close', resolve));
  return {
    ...heard([child.stdout, child.stderr], closed),
    async ends(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal);
      return closed;
    },
  };
}

/** The same in this process, in a fifth of the time: for what does not depend on how a process ends. */
export function startedHere(folder: string, environment: Record<string, string>, args: string[] = []) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const end = Promise.withResolvers<void>();
  const before = process.cwd();
  process.chdir(folder);
  const input = new PassThrough();
  const io = {
    environment: { LOG_LEVEL: 'silent', ...environment },
    folder,
    out,
    err,
    input,
    interrupted: end.promise,
    readers: sharedReaders,
  };
  const ended = run(['start', ...args], io).finally(() => process.chdir(before));
  onTestFinished(() => {
    end.resolve();
    return ended.then(() => {});
  });
  return {
    ...heard([out, err], ended),
    ends: (): Promise<number> => {
      end.resolve();
      return ended;
    },
  };
}

/** What a program says, until it ends. */
function heard(streams: NodeJS.ReadableStream[], ended: Promise<number | null>) {
  let said = '';
  const waiting: (() => void)[] = [];
  for (const stream of streams)
    stream.on('data', piece => {
      said += String(piece);
      for (const look of waiting) look();
    });
  return {
    said: () => said,
    says: (words: string | RegExp) =>
      new Promise<void>((resolve, reject) => {
        const look = () => said.match(words) && resolve();
        waiting.push(look);
        look();
        void ended.then(code => reject(new Error(`ended with ${code}: ${said}`)));
      }),
  };
}
