import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { check, type Diagnostics } from 'recheck';
import recheck from 'recheck/lib/browser.js';
import { type Pattern, textOf } from './patterns.ts';

/**
 * Limits are counted in steps, not in time, so that a busy machine gives the same verdicts; a pattern that takes
 * so many steps on a text of some thousand characters is worse than linear.
 */
const limits = {
  attackLimit: 15_000_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  timeout: 120_000,
};

/** What recheck finds wrong with a pattern; null where its time is linear in the length of the text. */
export function faultOf({ source, flags }: Pattern): string | null {
  return told(recheck.checkSync(source, flags, limits));
}

/** The same by recheck's program for this machine where there is one, which is some times faster. */
export async function faultByProgram({ source, flags }: Pattern): Promise<string | null> {
  return told(await check(source, flags, limits));
}

function told(found: Diagnostics): string | null {
  if (found.status === 'safe') return null;
  if (found.status === 'unknown') return `recheck does not know (${found.error.kind})`;
  return `${found.complexity.summary}, as on ${found.attack.pattern}`;
}

/** The file of those that recheck has passed: a hash a line, in order. */
export const passedFile = new URL('./passed.txt', import.meta.url);

export function passed(): Set<string> {
  return new Set(readFileSync(passedFile, 'utf8').split('\n').filter(Boolean));
}

export function hashOf(pattern: Pattern): string {
  return createHash('sha256').update(textOf(pattern)).digest('hex').slice(0, 16);
}
