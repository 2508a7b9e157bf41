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

const titleLine = /^\ufeff?(?:title|headline|titel|titre|título|titolo|tytuł|заголовок):[ \t]*\S/iu;
const bareEntry = /^(\p{L}[\p{L}_-]{0,20}(?: \p{L}{1,20}){0,2}):(?:[ \t](.*))?$/u;
/** What a service that reads pages out writes right above the text. */
const textBelow = /^(?:markdown |page |article )?(?:content|text|body):$/i;

/** The same for lines `Title: …` and `Date: …` right above a text, without a fence. */
export function bareFrontMatter(text: string): { facts: Facts; end: number } | null {
  if (!titleLine.test(text)) return null;
  const given = new Map<string, string>();
  let [at, end, isBelowBlank] = [0, 0, false];
  while (at < text.length) {
    const to = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, to).trim();
    at = to + 1;
    if (textBelow.test(line)) {
      end = at;
      break;
    }
    const [, name = '', value = ''] = bareEntry.exec(line) ?? [];
    const fact = bareNames.get(name.toLowerCase());
    // Below a blank line, a name that is not known may be who speaks.
    if (line !== '' && (value.trim() === '' || (fact === undefined && isBelowBlank))) break;
    isBelowBlank = line === '';
    if (line === '') continue;
    if (fact !== undefined && !given.has(fact)) given.set(fact, value.trim());
    end = at;
  }
  return given.size < 2 || end >= text.length ? null : { facts: Object.fromEntries(given), end };
}

/** The names of facts in such lines: those of front matter, with blanks, and in other languages. */
const bareNames: ReadonlyMap<string, keyof Facts> = new Map(
  (
    [
      ...Object.entries(factNames),
      ['title', ['titel', 'titre', 'título', 'titolo', 'tytuł', 'заголовок']],
      ['author', ['by', 'autor', 'autorin', 'auteur', 'autrice', 'autore', 'автор']],
      ['publishedAt', ['published time', 'published on', 'datum', 'fecha', 'data', 'дата']],
      ['url', ['url source', 'address']],
      ['source', ['quelle', 'fuente', 'fonte', 'źródło', 'источник', 'джерело']],
    ] as [keyof Facts, string[]][]
  ).flatMap(([fact, names]) => names.map(name => [name, fact] as const)),
);

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
