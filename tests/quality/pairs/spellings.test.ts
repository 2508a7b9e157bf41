import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../library/reading-of.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from '../../library/scratch.ts';

/** Two spellings, and what both articles call the person beside the name, if anything. */
type Pair = [string, string, string?];

const pairs: { one: Pair[]; two: Pair[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'spellings.json'), 'utf8'),
);

const library = scratchLibrary(scratchFolder());

function article(id: string, name: string, role: string | undefined, at: number) {
  const called = role ? `${role}, ${name},` : name;
  return readingOf({
    id,
    published: new Date(Date.UTC(2031, 0, 1 + 20 * at)).toISOString().slice(0, 10),
    text: `The ${called} opened the hall${id}. Nobody else was at the hall${id}.`,
    people: [{ name, roles: role ? [role] : [] }],
  });
}

const all = [...pairs.one, ...pairs.two];
await addAll(
  library,
  all.flatMap(([a, b, role], at) => [
    article(`a${at}`, a, role, 2 * at),
    article(`b${at}`, b, role, 2 * at + 1),
  ]),
);
const people = new Map<string, unknown>();
for (const person of await exported(library, 'people'))
  for (const { article } of person.mentions as { article: string }[]) people.set(article, person.id);

describe('two spellings', () => {
  it('enough of them', () => {
    expect(pairs.one.length).toBeGreaterThanOrEqual(150);
    expect(pairs.two.length).toBeGreaterThanOrEqual(100);
  });

  it.each(pairs.one.map(([a, b], at) => [a, b, at] as const))('%s is %s', (_a, _b, at) => {
    expect(people.get(`b${at}`)).toBe(people.get(`a${at}`));
  });

  it.each(pairs.two.map(([a, b], at) => [a, b, at + pairs.one.length] as const))(
    '%s is not %s',
    (_a, _b, at) => {
      expect(people.get(`b${at}`)).not.toBe(people.get(`a${at}`));
    },
  );
});
