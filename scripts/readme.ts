import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explainedQuestions } from '../src/answers/asking/registry.ts';
import { commandTable } from '../src/commands/help.ts';
import { loadMessages } from '../src/rendering/messages.ts';

/** Writes the README's tables of questions and commands from their declarations: `node scripts/readme.ts`. */

const tables: Record<string, () => string> = { questions: questionTable, commands: commandTable };

/** The README with its tables as the declarations and messages have them now. */
export function withTables(readme: string): string {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const markers = [`<!-- ${name} -->\n`, `<!-- /${name} -->`] as const;
    const [before, rest] = text.split(markers[0]);
    const after = rest?.split(markers[1])[1];
    if (before === undefined || after === undefined)
      throw new Error(`README.md has no ${markers.join('… ')}`);
    return [before, markers[0], table(), markers[1], after].join('');
  }, readme);
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
if (import.meta.main) writeFileSync(path, withTables(readFileSync(path, 'utf8')));
