import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ChildParts, Leap } from './child.ts';

const program = fileURLToPath(new URL('child.ts', import.meta.url));

/** The bot in a process of its own. */
export function startProcess(parts: ChildParts) {
  const child: ChildProcess = fork(program, [JSON.stringify(parts)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  const ready = once(child, 'message');
  let killed = false;
  void exit.then(([code, signal]) => {
    if (!killed) console.error(`the bot ended by itself: ${code ?? signal}`);
  });
  return {
    /** Resolves when the bot has started, or the process has ended. */
    started: Promise.race([ready, exit]).then(() => {}),
    leap: (leap: Leap) => {
      if (child.connected) child.send(leap, () => {});
    },
    /** Ends it as a power cut would; resolves when it is gone. True if it had been alive. */
    kill: async (): Promise<boolean> => {
      killed = true;
      const alive = child.kill('SIGKILL');
      await exit;
      return alive;
    },
  };
}

export type BotProcess = ReturnType<typeof startProcess>;
