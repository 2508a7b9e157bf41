import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explainedQuestions } from '../src/answers/asking/registry.ts';
import { loadMessages } from '../src/rendering/messages.ts';

/** Writes the README's table of questions from their declarations: `node scripts/readme.ts`. */

/** What the table stands between. */
const markers = ['<!-- questions -->\n', '<!-- /questions -->'] as const;

/** The README with its table of questions as the declarations and messages have it now. */
export function withQuestionTable(readme: string): string {
  const [before, rest] = readme.split(markers[0]);
  const after = rest?.split(markers[1])[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${markers.join('… ')}`);
  return [before, markers[0], questionTable(), markers[1], after].join('');
}

function questionTable(): string {
  const messages = loadMessages();
  const rows = explainedQuestions.map(({ kind, aliases = [], usage }) => {
    const others = aliases.map(alias => `, \`/${alias}\``).join('');
    return `| \`/${[kind, usage].filter(Boolean).join(' ')}\`${others} | ${messages.say(`help-${kind}`)} |\n`;
  });
  return ['| command | answers |\n', '| --- | --- |\n', ...rows].join('');
}

const path = fileURLToPath(new URL('../README.md', import.meta.url));
if (import.meta.main) writeFileSync(path, withQuestionTable(readFileSync(path, 'utf8')));
