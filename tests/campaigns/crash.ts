/** Kills the bot at random moments: `node tests/campaigns/crash.ts [--kills 300] [--subscribers 500] [--seed 1]`. */
import { runCrash } from './crash-run.ts';
import { numbersFrom } from './flags.ts';

const started = Date.now();
const figures = await runCrash({
  ...numbersFrom({ kills: 300, subscribers: 500, seed: 1 }),
  log: process.env.CAMPAIGN_LOG ?? 'silent',
  onLife: line => console.error(line),
});
const { kills, subscribers, due, repeated, commands, answeredAgain, conversations } = figures;
console.log(`${kills} kills, ${subscribers} subscribers, ${Math.round((Date.now() - started) / 1000)} s
due parts                 ${due}
  that did not arrive     ${figures.lost}
  that nobody asked for   ${figures.unasked}
repeated parts            ${repeated}
  without the mark        ${figures.unmarked}
  not being sent at a kill ${figures.causeless}
commands                  ${commands}
  unanswered              ${figures.unanswered}
  answered again          ${answeredAgain}, though the answer was known to have come ${figures.answeredTwice}
conversations             ${conversations}
  unfinished              ${figures.unfinished}
subscriptions doubled     ${figures.doubled}
  missing                 ${figures.missing}`);
const faults = [
  'lost',
  'unasked',
  'unmarked',
  'causeless',
  'unanswered',
  'answeredTwice',
  'unfinished',
  'doubled',
  'missing',
] as const;
process.exitCode = faults.some(name => figures[name] > 0) ? 1 : 0;
