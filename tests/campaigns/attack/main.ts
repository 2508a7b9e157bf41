/** Attacks the bot in every way that chats, files and clocks allow: `npm run attack [-- --steps 2000] [--seed 1]`. */
import { accesses } from '../../../src/bot/core/rights-table.ts';
import { numbersFrom } from '../flags.ts';
import { report, stopwatch } from '../report.ts';
import { runAttack } from './run.ts';

const { steps, seed } = numbersFrom({ steps: 2_000, seed: 1 });
for (const access of accesses) {
  const time = stopwatch();
  const figures = await runAttack({ steps, seed, access, onStrange: line => console.error(line) });
  report(`${steps} steps with ACCESS=${access}, ${time()}`, [
    ['taps', figures.taps],
    ['texts', figures.texts],
    ['floods', figures.floods],
    ['hostile files', figures.files],
    ['clock jumps', figures.jumps],
    ['odd updates', figures.odd],
    ['dialogs', figures.dialogs],
    ['hostile feeds', figures.feeds],
    ['unentitled changes', figures.unentitledChanges, 'zero'],
    ['unrequested posts', figures.unrequestedPosts, 'zero'],
    ['unanswered', figures.unanswered, 'zero'],
    ['admin alerts', figures.adminAlerts, 'zero'],
    ['errors logged', figures.errors, 'zero'],
    ['words in the log', figures.leaks, 'zero'],
  ]);
}
