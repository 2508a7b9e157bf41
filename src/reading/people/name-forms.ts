import type { Gender, NameIndex } from '../knowledge/name-index.ts';
import { foldName, nearlySame, transliterationKey } from '../text/transliteration.ts';

/** A name taken apart: given names and initials, surname with its particles, and what stands behind. */
export type PersonName = {
  text: string;
  /** Folded words before the surname; empty for a surname alone. */
  given: string[];
  /** Folded, with particles: `van der berg`. */
  surname: string;
  suffix: string;
};

const particle =
  /^(de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|zu|bin|bint|ibn|al|el|ul|y|st\.?)$/;
const suffix = /^(jr|sr|ii|iii|iv)\.?$/;

/** Takes the words of a name apart; a family name that stands first is told by the list of those. */
export function parseName(texts: string[], index: NameIndex): PersonName {
  const text = texts.join(' ');
  const folded = texts.map(bare);
  let end = folded.length;
  let behind = '';
  if (end > 1 && suffix.test(folded[end - 1]!)) behind = folded[--end]!.replace('.', '');
  const isFamilyFirst =
    end >= 2 &&
    end <= 3 &&
    index.familyFirst.has(folded[0]!) &&
    !isWestern(folded[0]!, folded.slice(1, end), index);
  if (isFamilyFirst) return { text, given: folded.slice(1, end), surname: folded[0]!, suffix: behind };
  let from = end - 1;
  while (from > 1 && particle.test(folded[from - 1]!)) from--;
  if (from === 1 && end > 2 && particle.test(folded[0]!)) from = 0;
  return { text, given: folded.slice(0, from), surname: folded.slice(from, end).join(' '), suffix: behind };
}

/** A word folded, the Arabic article that is written to it left out: it comes and goes. */
function bare(text: string): string {
  return foldName(text).replace(/^(al|el|ul|an|ar|as|ash|at|az|ad)[-'](?=[a-z]{3})/, '');
}

function isWestern(first: string, rest: string[], index: NameIndex): boolean {
  const isName = index.female.has(first) || index.male.has(first);
  return isName && !rest.some(word => index.familyFirst.has(word) || word.includes('-')) && rest.length === 1;
}

/** Whether the given names of two full forms can be one person's: equal, an initial, a short form, a spelling. */
export function givenNamesMatch(a: string[], b: string[], index: NameIndex): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [x, y] = [a[0]!, b[0]!];
  if (x === y) return true;
  if (isInitial(x) || isInitial(y)) return x[0] === y[0];
  if (transliterationKey(x) === transliterationKey(y)) return true;
  if (x.length >= 3 && y.length >= 3 && (x.startsWith(y) || y.startsWith(x))) return true;
  const groups = index.nicknames.get(x) ?? [];
  if ((index.nicknames.get(y) ?? []).some(group => groups.includes(group))) return true;
  if (a.includes(y) || b.includes(x)) return true;
  return nearlySame(x, y) && !(known(x, index) && known(y, index));
}

/** Whether two full forms name one person. */
export function sameFullName(a: PersonName, b: PersonName, index: NameIndex): boolean {
  if (a.suffix !== b.suffix && /^(jr|sr)$/.test(a.suffix + b.suffix)) return false;
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return false;
  if (a.surname === b.surname) return givenNamesMatch(a.given, b.given, index);
  if (a.surname.endsWith(` ${b.surname}`) || b.surname.endsWith(` ${a.surname}`))
    return givenNamesMatch(a.given, b.given, index);
  if (a.given.length > 1 && b.given.length >= 1 && a.given.at(-1) === b.surname)
    return a.given[0] === b.given[0];
  if (b.given.length > 1 && a.given.length >= 1 && b.given.at(-1) === a.surname)
    return a.given[0] === b.given[0];
  if (!nearlySame(a.surname, b.surname)) return false;
  return a.given.length > 0 && b.given.length > 0 && givenNamesMatch(a.given, b.given, index);
}

function known(name: string, index: NameIndex): boolean {
  return index.female.has(name) || index.male.has(name);
}

function isInitial(name: string): boolean {
  return (
    /^[a-z](\.|$)/.test(name) &&
    name.replace(/[^a-z]/g, '').length <= 3 &&
    (name.length === 1 || name.includes('.'))
  );
}

/** Whether the first given name tells a woman or a man. */
export function genderOf(form: PersonName, index: NameIndex): Gender {
  const name = form.given[0]?.split('-')[0];
  if (!name) return null;
  const [female, male] = [index.female.has(name), index.male.has(name)];
  return female === male ? null : female ? 'f' : 'm';
}
