import { type CommandSpec, commands } from './table.ts';

const program = 'communique';

/** The calls of a command, such as `communique read --jsonl [FILE|-]`. */
export function usageOf(name: string): string[] {
  return commands[name]!.usage.map(rest => [program, name, rest].filter(Boolean).join(' '));
}

/** Every command with its summary. */
export function overview(): string {
  const width = Math.max(...Object.keys(commands).map(name => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${plain(summary)}`,
  );
  return [
    `Usage: ${program} COMMAND [ARGUMENTS]`,
    '',
    'Commands:',
    ...lines,
    '',
    `${program} COMMAND --help explains one of them; ${program} --version prints the version.`,
  ].join('\n');
}

/** All there is to say about one command. */
export function helpFor(name: string): string {
  const { summary, options = {}, examples = [] } = commands[name]!;
  const [first, ...others] = usageOf(name);
  const text = plain(summary);
  return [
    `Usage: ${first}`,
    ...others.map(call => `       ${call}`),
    '',
    `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    ...section(
      'Options',
      Object.entries(options).map(([option, { value, summary }]) => [
        `--${option}${value === undefined ? '' : ` ${value}`}`,
        plain(summary),
      ]),
    ),
    ...section(
      'Examples',
      examples.map(([args, does]) => [`${program} ${name} ${args}`, does]),
    ),
  ].join('\n');
}

/** The rows of the README's table of commands. */
export function commandTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const row = ([name, { usage, summary }]: [string, CommandSpec]) =>
    `| ${usage.map(rest => `\`${cell([name, rest].filter(Boolean).join(' '))}\``).join('<br>')} | ${cell(summary)} |`;
  return ['| command | does |', '| --- | --- |', ...Object.entries(commands).map(row), ''].join('\n');
}

function section(title: string, rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([left = '']) => left.length));
  return ['', `${title}:`, ...rows.map(([left = '', right]) => `  ${left.padEnd(width)}  ${right}`)];
}

/** Without the marks of Markdown that the README shows as code. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
