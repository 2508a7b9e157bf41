/** Kills processes that write to the two files of a library: `node tests/campaigns/two-files/main.ts [--kills 300] [--seed 1]`. */
import { numbersFrom } from '../flags.ts';
import { type Line, report, stopwatch } from '../report.ts';
import { runTwoFiles } from './run.ts';

const time = stopwatch();
const works: Record<string, string> = {
  open: 'while an older database is taken over',
  load: 'during a load',
  plan: 'between an article in the one file and its digests in the other',
};
const figures = await runTwoFiles({
  ...numbersFrom({ kills: 300, seed: 1 }),
  onKill: line => console.error(line),
});
const kills = figures.reduce((sum, figure) => sum + figure.kills, 0);
report(
  `${kills} kills, ${time()}`,
  figures.flatMap(({ work, kills, lost, doubled }): Line[] => [
    [`kills ${works[work]}`, kills],
    ['  lost', lost, 'zero'],
    ['  doubled', doubled, 'zero'],
  ]),
);
