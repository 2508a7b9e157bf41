import { foldedWords } from '../text/fold.ts';

const empty = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'to',
  'in',
  'at',
  'and',
  'on',
  'his',
  'her',
  'their',
  'its',
  'former',
  'then',
  'current',
  'new',
  'acting',
  'outgoing',
  'incoming',
  'ex',
  'affairs',
  'mr',
]);

/** A wording of a role by which the same wording is known again: case and articles do not count. */
export function roleKey(text: string): string {
  return foldedWords(text)
    .filter(word => word !== 'the' && word !== 'a' && word !== 'an')
    .join(' ');
}

/** Whether two wordings can be one office: nearly all the words of the shorter stand in the longer. */
export function rolesAgree(a: string, b: string): boolean {
  const [x, y] = [stems(a), stems(b)];
  const smaller = Math.min(x.size, y.size);
  if (smaller === 0) return false;
  return [...x].filter(stem => y.has(stem)).length / smaller >= 0.7;
}

/** First five letters: Russia and Russian, minister and ministry's are one. */
function stems(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .filter(word => !empty.has(word))
      .map(word => (word === 'us' || word === 'american' || word === 'america' ? 'unite' : word.slice(0, 5))),
  );
}

const rank = new Set([
  'deputy',
  'vice',
  'assistant',
  'associate',
  'under',
  'former',
  'ex',
  'acting',
  'then',
  'shadow',
  'outgoing',
  'incoming',
  'designate',
  'elect',
]);

/** Whether a wording adds nothing to another one: `President` next to `President of Vale`. */
function addsNothing(role: string, other: string): boolean {
  const [x, y] = [stems(role), stems(other)];
  const ranks = (text: string) =>
    foldedWords(text)
      .filter(word => rank.has(word))
      .sort()
      .join(' ');
  return ranks(role) === ranks(other) && [...x].every(stem => y.has(stem) || isInitials(stem, other));
}

/** `UN` for `United Nations`. */
function isInitials(stem: string, text: string): boolean {
  const initials = foldedWords(text).map(word => word[0]);
  return stem.length > 1 && stem.length < 5 && initials.join('').includes(stem);
}

/**
 * What a person is called, the usual wording first, without those that add nothing to another. The usual
 * one is the one used most, of several the first; where that names no more than a bare office, a fuller wording of it.
 * @param wordings each with how often it is used, the latest first
 */
export function tellingRoles<Role extends { text: string; uses: number }>(wordings: Role[]): Role[] {
  const byUse = wordings.toSorted((a, b) => b.uses - a.uses);
  const [most] = byUse;
  if (!most) return [];
  const fuller = byUse.find(({ text }) => addsNothing(most.text, text) && !addsNothing(text, most.text));
  const isBare = stems(most.text).size <= 2;
  const kept: Role[] = [isBare && fuller ? fuller : most];
  for (const role of wordings) {
    const isKnown = kept.some(other => addsNothing(role.text, other.text));
    const isLess = wordings.some(
      other => addsNothing(role.text, other.text) && !addsNothing(other.text, role.text),
    );
    if (!isKnown && !isLess) kept.push(role);
  }
  return kept;
}
