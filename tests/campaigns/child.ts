/** The bot as a process of its own, to be killed: its parts come as JSON in the first argument. */
import { startApp } from '../../src/app.ts';
import { openLibrary } from '../../src/library/library.ts';
import { createLog } from '../../src/log.ts';
import { type Pace, swiftClock } from './swift-clock.ts';

export type ChildParts = { token: string; apiRoot: string; database: string; pace: Pace; log: string };
/** What the parent says: where the clock leaps to. */
export type Leap = { ahead: number };

/** The minute's tick at the clock's speed, in milliseconds of the machine's time. */
const tickEvery = 400;

const { token, apiRoot, database, pace, log } = JSON.parse(process.argv[2]!) as ChildParts;
const clock = swiftClock(pace);
let tick = () => {};
process.on('message', ({ ahead }: Leap) => {
  clock.leapTo(ahead);
  tick();
});
process.on('disconnect', () => process.exit(1));
const app = await startApp({
  token,
  apiRoot,
  library: openLibrary(database),
  clock,
  log: createLog(log),
  zone: 'UTC',
});
app.ended.catch(error => {
  console.error(error);
  process.exit(1);
});
tick = () => void app.tick();
setInterval(tick, tickEvery);
process.send?.('ready');
