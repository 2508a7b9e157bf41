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
    shortfall(measurements),
    '',
  ].join('\n');
}

/** Which rules were right less often than their confidence says, by more than two standard errors of a share. */
function shortfall(measurements: Measurements): string {
  const short = rules.flatMap(({ id }) => {
    const { right, wrong } = measurements[id] ?? { right: 0, wrong: 0 };
    const confidence = ruleConfidence(id, measurements);
    const total = right + wrong;
    if (confidence === null || total === 0) return [];
    const error = Math.sqrt((confidence * (1 - confidence)) / total);
    return right / total < confidence - 2 * error ? [`\`${id}\``] : [];
  });
  return short.length === 0
    ? 'No rule was right less often than its confidence by more than two standard errors.'
    : `Right less often than their confidence by more than two standard errors: ${short.join(', ')}.`;
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
