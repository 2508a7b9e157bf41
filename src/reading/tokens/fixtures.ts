import type { Token } from '../model/document.ts';
import { monthNumber, weekdayNumber } from '../text/calendar.ts';

/** Verbs that look like nouns, in fixtures and timetables. */

/** Verbs of fixtures. */
export const fixtures = new Set('host face play meet visit entertain welcome travel'.split(' '));

/** Whether a word is such a verb: `Ashdown host Bramley`, `the club play on Saturday`, `Rovers travel to Leeds`: teams are many, so their verbs have no s. */
export function isFixture(tokens: Token[], index: number): boolean {
  if (!fixtures.has(tokens[index]!.lower)) return false;
  const [before, next, third] = [tokens[behindAside(tokens, index)], tokens[index + 1], tokens[index + 2]];
  if (before?.pos === 'PROPN' && /^\p{Lu}/u.test(before.text)) {
    // `the Fox News host Anna Holm` is no team.
    let from = behindAside(tokens, index);
    while (tokens[from]?.pos === 'PROPN') from--;
    if (from >= 0 && !/^(?:[,;:–—]|and|as|but|while)$/.test(tokens[from]!.lower)) return false;
  } else if (!sides.has(before?.lower ?? '')) return false;
  if (next && weekdayNumber(next.lower) >= 0) return /^(?:play|meet)$/.test(tokens[index]!.lower);
  if (next?.pos === 'PROPN') return true;
  return /^(?:to|at|away|on|again)$/.test(next?.lower ?? '') && /^\p{Lu}/u.test(third?.text ?? '');
}

/** The index of the word before a verb, or before an aside in commas or dashes that comes right before it. */
export function behindAside(tokens: Token[], index: number): number {
  const mark = tokens[index - 1]?.text ?? '';
  if (!/^[,–—]$/.test(mark)) return index - 1;
  let at = index - 2;
  while (at > index - longestAside && tokens[at] && tokens[at]!.text !== mark) at--;
  return tokens[at]?.text === mark ? at - 1 : index - 1;
}

/** Words between a team and its verb: `Spain, who beat Italy last week, face Georgia`. */
const longestAside = 14;

const sides = new Set('club side team women men sides teams hosts visitors champions leaders'.split(' '));

/** `heard her cries` */
export const possessive = /^(?:my|your|his|her|its|our|their)$/;

/** Verbs of a timetable, which look like nouns: `The ferry sails on Friday`, `was lifted and returns on Monday`. */
const timetabled = new Set(
  'returns meets starts ends opens closes reopens resumes sails leaves plays lands steps stands goes flies heads'.split(
    ' ',
  ),
);

/** Whether a word that looks like a noun is the verb of a timetable. */
export function isTimetabled(tokens: Token[], index: number): boolean {
  if (!timetabled.has(tokens[index]!.lower)) return false;
  const before = tokens[behindAside(tokens, index)];
  if (!before || possessive.test(before.lower) || !/^(?:NOUN|PROPN|CCONJ|NUM)$/.test(before.pos))
    return false;
  const next = /^(?:again|down|off|out|home|up)$/.test(tokens[index + 1]?.lower ?? '')
    ? index + 2
    : index + 1;
  // `The fair returns in May`, but not `filed the tax returns in May`
  const isMonth = tokens[next]?.lower === 'in' && index <= 2;
  if (tokens[next]?.lower !== 'on' && !isMonth) return false;
  const [day = '', month = ''] = tokens.slice(next + 1, next + 3).map(({ lower }) => lower);
  if (isMonth) return monthNumber(day) > 0;
  return weekdayNumber(day) >= 0 || monthNumber(day) > 0 || (/^\d/.test(day) && monthNumber(month) > 0);
}
