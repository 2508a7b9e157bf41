import { readFileSync } from 'node:fs';

/** The lists of `data/knowledge/` by which names and stories are compared, read once. */

/** Words of everyday English: none of them distinguishes events as a name does. */
export const everydayWords: ReadonlySet<string> = new Set(linesOf('common-words.txt'));

/** Surnames that stand first in a full name. */
export const familyFirst: ReadonlySet<string> = new Set(linesOf('family-first.txt'));

/** Words that stand in news of any kind. */
export const frequentWords: ReadonlySet<string> = new Set(
  linesOf('frequent-words.txt').flatMap(line => line.split(/\s+/)),
);

/** Given names and their short forms: by a form, the numbers of the groups it is in. */
export const nicknameGroups: ReadonlyMap<string, readonly number[]> = groupsOf(linesOf('nicknames.txt'));

function linesOf(name: string): string[] {
  return readFileSync(new URL(`../../../data/knowledge/${name}`, import.meta.url), 'utf8')
    .split(/\r?\n/)
    .map(line => line.replace(/#.*/, '').trim())
    .filter(line => line !== '');
}

function groupsOf(lines: string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  lines.forEach((line, group) => {
    for (const form of line.split(/\s+/)) groups.set(form, [...(groups.get(form) ?? []), group]);
  });
  return groups;
}
