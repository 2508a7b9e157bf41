import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { parse, type Token } from 'acorn';

/** A regular expression and where it is written, as in `reading/body.ts:12`. */
export type Pattern = { at: string; source: string; flags: string };

/** What the code of one file has: its literals, and the places where a pattern is built. */
export type Written = { literals: Pattern[]; builtAt: string[] };

const src = join(import.meta.dirname, '../../src');
/** Those that start something as soon as they are loaded; patterns that they build would be missed, and told. */
const entries = ['main.ts', 'ingest/workers/worker.ts'];

/**
 * Every regular expression of `src/`, each once: literals, and those that are built, as they come out.
 * @throws an Error that names the places where patterns are built that were not heard of
 */
export async function allPatterns(): Promise<Pattern[]> {
  const files = globSync('**/*.{ts,js}', { cwd: src }).sort();
  const written = files.map(file => writtenIn(file, readFileSync(join(src, file), 'utf8')));
  const built = await builtBy(files.filter(file => file.endsWith('.ts') && !entries.includes(file)));
  const heardOf = new Set(built.map(({ at }) => at));
  const missed = written.flatMap(({ builtAt }) => builtAt).filter(at => !heardOf.has(at));
  if (missed.length > 0)
    throw new Error(`patterns are built there that patterns-built.ts does not hear of: ${missed.join(', ')}`);
  const all = [...written.flatMap(({ literals }) => literals), ...built];
  return [...new Map(all.map(pattern => [textOf(pattern), pattern])).values()];
}

/** A pattern as it is written. */
export function textOf({ source, flags }: Pattern): string {
  return `/${source}/${flags}`;
}

/** @param file where the code is from, with which the places begin */
export function writtenIn(file: string, code: string): Written {
  const literals: Pattern[] = [];
  const builtAt: string[] = [];
  let before = '';
  const onToken = (token: Token) => {
    const { type, value, loc } = token as Token & { value?: unknown };
    const at = `${file}:${loc!.start.line}`;
    if (type.label === 'regexp') {
      const { pattern, flags } = value as { pattern: string; flags: string };
      literals.push({ at, source: pattern, flags });
    }
    if (value === 'RegExp' && type.label === 'name' && before !== 'instanceof') builtAt.push(at);
    before = String(value ?? type.label);
  };
  const plain = file.endsWith('.ts') ? stripTypeScriptTypes(code) : code;
  parse(plain, { ecmaVersion: 'latest', sourceType: 'module', locations: true, onToken });
  return { literals, builtAt };
}

async function builtBy(files: string[]): Promise<Pattern[]> {
  const thread = new Worker(new URL('./patterns-built.ts', import.meta.url));
  thread.postMessage(files);
  const [built] = (await once(thread, 'message')) as [Pattern[]];
  await thread.terminate();
  return built;
}
