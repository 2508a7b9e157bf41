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

/** The key of a wording: the same for the same words, whatever their case and articles. */
export function roleKey(text: string): string {
  return foldedWords(text)
    .filter(word => word !== 'the' && word !== 'a' && word !== 'an')
    .join(' ');
}

/** Whether two wordings can be one office: the longer has nearly all the words of the shorter. */
export function rolesAgree(a: string, b: string): boolean {
  const [x, y] = [stems(a), stems(b)];
  const smaller = Math.min(x.size, y.size);
  if (smaller === 0) return false;
  return [...x].filter(stem => y.has(stem)).length / smaller >= 0.7;
}

/** First five letters: Russia and Russian, minister and ministry, which have different stems, must agree here. */
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
 * @param roles each use of each wording, the latest first
 */
export function distinctRoles<Role extends { text: string; folded: string }>(roles: Role[]): Role[] {
  const wordings = new Map<string, { role: Role; uses: number }>();
  for (const role of roles) {
    const known = wordings.get(role.folded);
    if (known) known.uses++;
    else wordings.set(role.folded, { role, uses: 1 });
  }
  const distinct = [...wordings.values()].sort((a, b) => b.uses - a.uses);
  const [most] = distinct;
  if (!most) return [];
  const fuller = distinct.find(
    ({ role }) => addsNothing(most.role.text, role.text) && !addsNothing(role.text, most.role.text),
  );
  const isBare = stems(most.role.text).size <= 2;
  const kept: Role[] = [(isBare && fuller ? fuller : most).role];
  const others = [...wordings.values()].map(({ role }) => role);
  for (const role of others) {
    const isKnown = kept.some(other => addsNothing(role.text, other.text));
    const isLess = others.some(
      other => addsNothing(role.text, other.text) && !addsNothing(other.text, role.text),
    );
    if (!isKnown && !isLess) kept.push(role);
  }
  return kept;
}
