import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compiledBefore, startOptions } from '../start-options.ts';
import type { ChildParts, Reply, Word } from './child.ts';
import type { Pace } from './swift-clock.ts';

const program = fileURLToPath(new URL('child.ts', import.meta.url));

/** The bot in a process of its own, which loads and then waits to begin. */
export function standBy(parts: ChildParts) {
  const child: ChildProcess = fork(program, [JSON.stringify(parts)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiledBefore },
    execArgv: startOptions,
  });
  const exit = once(child, 'exit');
  const ready = once(child, 'message');
  let killed = false;
  void exit.then(([code, signal]) => {
    if (!killed) console.error(`the bot ended by itself: ${code ?? signal}`);
  });
  const say = (word: Word) => {
    if (child.connected) child.send(word, () => {});
  };
  return {
    begin: (pace: Pace) => say({ begin: pace }),
    /** Resolves when the bot has started, or the process has ended. */
    started: Promise.race([ready, exit]).then(() => {}),
    /** The clock leaps, to so far ahead in all. */
    leap: (ahead: number) => say({ ahead }),
    /** Its resident set, in bytes. */
    memory: async (): Promise<number> => {
      say({ ask: 'memory' });
      const ended = exit.then((): ['ended'] => ['ended']);
      for (;;) {
        const [reply] = (await Promise.race([once(child, 'message'), ended])) as [Reply | 'ended'];
        if (reply === 'ended') throw new Error('the bot has ended');
        if (typeof reply === 'object') return reply.memory;
      }
    },
    /** Ends it as a power cut would; resolves when it is gone. */
    kill: async (): Promise<void> => {
      killed = true;
      child.kill('SIGKILL');
      await exit;
    },
  };
}

export type BotProcess = ReturnType<typeof standBy>;
