import { createTask } from 'node-cron';

const second = 1000;
const minute = 60 * second;

/**
 * Calls `tick` at the beginning of every minute until the function given back is called. Left to itself,
 * node-cron waits for a wall time: a clock set back by three hours would silence it for as long, and one set
 * ahead by years would have it count every minute between. So it only says when a minute begins, and the wait is
 * the machine's, never longer than a minute.
 * @param tick must not throw or reject
 */
export function everyMinute(tick: () => unknown): () => Promise<void> {
  const task = createTask('* * * * *', tick);
  let timer: NodeJS.Timeout;
  const arm = () => {
    const [next] = task.getNextRuns(1);
    const ahead = next ? next.getTime() - Date.now() : minute;
    timer = setTimeout(beat, Math.min(minute, Math.max(second, ahead)));
  };
  const beat = () => {
    arm();
    void task.execute();
  };
  arm();
  return async () => {
    clearTimeout(timer);
    await task.destroy();
  };
}
