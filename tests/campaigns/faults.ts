/** Lets Telegram fail in every way: `node tests/campaigns/faults.ts [--deliveries 10000] [--seed 1]`. */
import { runFaults } from './faults-run.ts';
import { numbersFrom } from './flags.ts';

const started = Date.now();
const figures = await runFaults({
  ...numbersFrom({ deliveries: 10_000, seed: 1 }),
  callTimeout: 6,
  log: process.env.CAMPAIGN_LOG ?? 'silent',
  onRound: line => console.error(line),
});
const mishaps = [...figures.mishaps].sort(([a], [b]) => (a < b ? -1 : 1));
console.log(`${figures.due} deliveries to ${figures.chats} chats on ${figures.rounds} days, ${Math.round((Date.now() - started) / 1000)} s
${mishaps.map(([name, number]) => `  ${String(number).padStart(5)} ${name}`).join('\n')}
lost                      ${figures.lost}
repeated                  ${figures.repeated}
  without the mark        ${figures.unmarked}
  but no reply was lost   ${figures.causeless}
marked for nothing        ${figures.markedForNothing}
out of order              ${figures.disordered}
harmed by a neighbour     ${figures.harmed}
calls inside retry_after  ${figures.early}`);
const faults = [
  'lost',
  'unmarked',
  'causeless',
  'markedForNothing',
  'disordered',
  'harmed',
  'early',
] as const;
process.exitCode = faults.some(name => figures[name] > 0) ? 1 : 0;
