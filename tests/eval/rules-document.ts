import { ruleConfidence } from '../../src/reading/attribution/confidence.ts';
import type { Example, Measurements, Rule } from '../../src/reading/attribution/rules/rule.ts';
import { rules } from '../../src/reading/attribution/rules/rules.ts';

/** `docs/rules.md`: every attribution rule in the order in which they are tried. */
export function rulesDocument(measurements: Measurements): string {
  const total = Object.values(measurements).reduce((sum, { decided }) => sum + decided, 0);
  const rows = rules.map(rule => row(rule, measurements, total));
  return [
    '# How a quote gets its speaker',
    '',
    'The rules below are tried in this order; the first that matches decides the quote. `npm run communique -- explain FILE` shows them at work on an article. This page is written by `npm run eval -- FOLDER quotes --write-confidence`.',
    '',
    `Measured on the ${total.toLocaleString('en')} quotes of annotated news that are not set aside. *Share* is how many of them the rule decided; *right* and *wrong* count those whose speaker is annotated by name. A rule that was measured on fewer than 20 has the lower bound of its family (Wilson, 95 %). Rules that leave a speaker open have no confidence.`,
    '',
    '| rule | goes by | example | share | right | wrong | confidence |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
}

function row({ id, says, examples }: Rule, measurements: Measurements, total: number): string {
  const { decided, right, wrong } = measurements[id] ?? { decided: 0, right: 0, wrong: 0 };
  const example = examples.find((each): each is Example & { speaker: string | null } => 'speaker' in each)!;
  const confidence = ruleConfidence(id, measurements);
  return `| \`${id}\` | ${says} | ${exampleText(example)} | ${((100 * decided) / Math.max(1, total)).toFixed(1)} % | ${right} | ${wrong} | ${confidence === null ? '–' : confidence.toFixed(2)} |`;
}

function exampleText({ text, speaker }: { text: string; speaker: string | null }): string {
  return `${text.replace(/\n+/g, ' / ').replaceAll('|', '\\|')} → ${speaker ?? '*no one named*'}`;
}
