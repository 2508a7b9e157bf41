import { type Facts, factNames } from './fact-names.ts';

const opening = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/;
const entry = /^([\w-]{1,40})[ \t]?[:=](.*)$/;

/**
 * The front matter of a Markdown text (`---` for YAML, `+++` for TOML; plain values and lists), and where the text
 * begins after it; null where it has none. What isn't known by its name is left out.
 */
export function frontMatter(text: string): { facts: Facts; end: number } | null {
  const fence = opening.exec(text);
  if (!fence) return null;
  const close = text.indexOf(`\n${fence[1]}`, fence[0].length - 1);
  const lineEnd = close < 0 ? -1 : text.indexOf('\n', close + 1);
  if (close < 0 || (lineEnd >= 0 && text.slice(close + 4, lineEnd).trim() !== '')) return null;
  const lines = text.slice(fence[0].length, close).split(/\r?\n/);
  // A rule above a paragraph does not open front matter: there every line is an entry, a list's item or indented.
  if (!lines.every(line => line.trim() === '' || /^(?:\s|#|- )/.test(line) || entry.test(line))) return null;
  if (!lines.some(line => entry.test(line))) return null;
  return { facts: factsIn(lines), end: lineEnd < 0 ? text.length : lineEnd + 1 };
}

function factsIn(lines: string[]): Facts {
  const given = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    const [, name, value = ''] = entry.exec(line) ?? [];
    if (name === undefined) continue;
    const below = lines.slice(at + 1).findIndex(each => !/^\s*- /.test(each));
    const list =
      value.trim() === ''
        ? lines.slice(at + 1, below < 0 ? undefined : at + 1 + below).map(each => each.replace(/^\s*- /, ''))
        : listIn(value);
    const plain = list
      .map(unquoted)
      .filter(each => each !== '')
      .join(', ');
    if (plain !== '') given.set(name.toLowerCase(), plain);
  }
  const facts: Facts = {};
  for (const [fact, known] of Object.entries(factNames) as [keyof Facts, string[]][]) {
    const found = known.find(name => given.has(name));
    if (found) facts[fact] = given.get(found)!;
  }
  return facts;
}

function listIn(value: string): string[] {
  const inside = /^\[(.*)\]$/.exec(value.trim())?.[1];
  return inside === undefined ? [value] : inside.split(',');
}

function unquoted(value: string): string {
  const text = value.trim();
  const [mark] = text;
  const end = mark === '"' || mark === "'" ? text.lastIndexOf(mark) : 0;
  if (end > 0) {
    const inside = text.slice(1, end);
    return mark === '"' ? inside.replace(/\\(["\\])/g, '$1') : inside.replaceAll("''", "'");
  }
  const comment = text.indexOf(' # ');
  return comment < 0 ? text : text.slice(0, comment).trim();
}
