import type { Token } from '../../model/document.ts';
import { monthNumber, weekdayNumber } from '../../text/calendar.ts';

/** Verbs that look like nouns, in fixtures and timetables. */

/** Verbs of fixtures. */
export const fixtures = new Set('host face play meet visit entertain welcome travel take'.split(' '));

/** Whether a word is such a verb: `Ashdown host Bramley`, `the club play on Saturday`, `Rovers travel to Leeds`: teams are many, so their verbs have no s. */
export function isFixture(tokens: Token[], index: number): boolean {
  if (!fixtures.has(tokens[index]!.lower)) return false;
  const [before, next, third] = [tokens[behindAside(tokens, index)], tokens[index + 1], tokens[index + 2]];
  // `Ashdown take on Bramley`
  if (tokens[index]!.lower === 'take' && next?.lower !== 'on') return false;
  if (before?.pos === 'PROPN' && /^\p{Lu}/u.test(before.text)) {
    // `the Fox News host Anna Holm` is no team.
    let from = behindAside(tokens, index);
    while (tokens[from]?.pos === 'PROPN') from--;
    if (from >= 0 && !/^(?:[,;:–—]|and|as|but|while)$/.test(tokens[from]!.lower)) return false;
  } else if (!sides.has(before?.lower ?? '')) return false;
  if (next && weekdayNumber(next.lower) >= 0) return /^(?:play|meet)$/.test(tokens[index]!.lower);
  if (next?.pos === 'PROPN') return true;
  if (next?.pos === 'DET') return tokens[index]!.lower === 'face' && before?.pos === 'PROPN';
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

/** Verbs of what is announced that are tagged as nouns or adjectives. */
const announced = new Set(
  'open close strike rise fall end start resume return vote march debate meet play tour visit stay kick'.split(
    ' ',
  ),
);
/** What follows them: `Nurses strike on Monday`, `The season kicks off`, `MPs debate the bill`. */
const behindAnnounced = /^(?:on|from|off|at|in|early|late|again|the|an?|its|their|his|her)$/;

/** Whether a word that looks like a noun is the verb of a sentence that has no other: `Nurses strike on Monday`. */
export function isOnlyVerb(tokens: Token[], index: number): boolean {
  const { lower, lemma } = tokens[index]!;
  if (!announced.has(lemma)) return false;
  const [subject, next] = [tokens[index - 1], tokens[index + 1]];
  if (!subject || !/^(?:NOUN|PROPN)$/.test(subject.pos) || !/^\p{Ll}/u.test(tokens[index]!.text))
    return false;
  const isMany = /[^s]s$/.test(subject.lower);
  if (isMany === lower.endsWith('s')) return false;
  if (next?.pos !== 'PROPN' && !behindAnnounced.test(next?.lower ?? '')) return false;
  return isWithoutOtherVerb(tokens, index);
}

/** Whether no other word of a sentence is a verb. */
export const isWithoutOtherVerb = (tokens: Token[], index: number) =>
  tokens.every(({ pos }, at) => at === index || (pos !== 'VERB' && pos !== 'AUX'));
