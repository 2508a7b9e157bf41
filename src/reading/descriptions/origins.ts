import type { Context, NounPhrase } from '../grammar/context.ts';
import { officeWords } from '../grammar/office-words.ts';
import type { ReadPerson } from '../model/reading.ts';
import { isNamedNear, rank } from './bearers.ts';
import { isTie, placeOf, tiesOf } from './ties.ts';

/** How many paragraphs before a word for a country the person it means may last have been named. */
const reach = 2;

/** Who may be called the leader of a country; its prime minister may be another. */
const headsOfState: ReadonlySet<string> = new Set('president king queen emir sultan chancellor'.split(' '));

/** `the Norlander`, `the Norlandish leader`: the only one of the article whom it says to be of the country, named not far before. */
export function countryman(context: Context, subject: NounPhrase): ReadPerson | null {
  const { words, index } = context;
  const { from, to } = subject;
  const word = words[from + 1];
  if (words[from]!.lower !== 'the' || !word?.isCapitalized || index.countries.has(word.lower)) return null;
  const country = index.countryWords.get(word.lower);
  if (!country) return null;
  const isLeader = to - from === 3 && words[from + 2]!.lower === 'leader';
  if (!isLeader && to - from !== 2) return null;
  const fits = context.people.filter(
    person => isOf(context, person, country) && (!isLeader || isHeadOfState(person)),
  );
  if (fits.length !== 1 || !isNamedNear(context, fits[0]!, from, reach)) return null;
  return isLeader || isOnlyOne(context, country, from) ? fits[0]! : null;
}

/** What someone of a place is called behind its name. */
const calledOf: ReadonlySet<string> = new Set('native republican democrat'.split(' '));

/** `the Tarrow native`, `the Ohio Republican`: the only one whom the words around the name tie to all of it, named not far before. */
export function fromPlace(context: Context, { from, to }: NounPhrase): ReadPerson | null {
  const { words } = context;
  const last = words[to - 1]!.lower;
  if (words[from]!.lower !== 'the' || to - from < 3 || !calledOf.has(last)) return null;
  const asked = words.slice(from + 1, last === 'native' ? to - 1 : to);
  if (!asked[0]!.isCapitalized) return null;
  const fits = context.people.filter(person => {
    const ties = tiesOf(context, person);
    return asked.every(({ lower }) => ties.has(placeOf(context.index, lower)));
  });
  return fits.length === 1 && isNamedNear(context, fits[0]!, from, reach) ? fits[0]! : null;
}

/** Whether the text ties someone to a country, in a role or by the words around the name. */
function isOf(context: Context, person: ReadPerson, country: string): boolean {
  if (tiesOf(context, person).has(country)) return true;
  return person.roles.some(role =>
    officeWords(role.text).some(word => placeOf(context.index, word) === country),
  );
}

function isHeadOfState({ roles }: ReadPerson): boolean {
  return roles.some(role => {
    const has = officeWords(role.text);
    return has.some(word => headsOfState.has(word)) && !has.some(word => rank.test(word));
  });
}

/** Whether an article speaks of no one else by the word for who is of a country: `another Norlander`, `two Norlanders`. */
function isOnlyOne({ words, index, quoted }: Context, country: string, before: number): boolean {
  for (let at = 0; at < before; at++) {
    const { lower } = words[at]!;
    const one = lower.replace(/s$/, '');
    if (quoted[at] || index.countries.has(lower) || index.countryWords.get(one) !== country) continue;
    if (lower !== one) return false;
    const isAdjective = /^(NOUN|PROPN|ADJ|NUM)$/.test(words[at + 1]?.pos ?? '');
    if (!isAdjective && words[at - 1]?.lower !== 'the') return false;
  }
  return true;
}

/** Whether a word of a description says where someone is from, and the text says the same of a person. */
export function isTiedTo(
  context: Context,
  person: ReadPerson,
  word: string,
  role: readonly string[],
): boolean {
  const { index } = context;
  if (!isTie(index, word)) return false;
  const place = placeOf(index, word);
  return tiesOf(context, person).has(place) || role.some(other => placeOf(index, other) === place);
}
