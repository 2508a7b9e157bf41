import { schedule } from 'node-cron';

const minute = 60_000;
/** A beat that is this late, in milliseconds, does not come by itself. */
const overdue = 1.5 * minute;

/**
 * Calls `tick` every minute until the function given back is called. node-cron waits for a wall time: set back
 * by three hours, the clock would silence it for as long. Where a beat is overdue by the machine's monotonic
 * clock, it is scheduled anew.
 */
export function everyMinute(tick: () => unknown): () => Promise<void> {
  let last = performance.now();
  const beat = () => {
    last = performance.now();
    tick();
  };
  let task = schedule('* * * * *', beat);
  const guard = setInterval(() => {
    if (performance.now() - last < overdue) return;
    void task.destroy();
    task = schedule('* * * * *', beat);
    beat();
  }, minute);
  return async () => {
    clearInterval(guard);
    await task.destroy();
  };
}
