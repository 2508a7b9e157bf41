import { foldName } from '../../../names/fold.ts';
import { isListedName, isListedSurname } from '../../../names/surname.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { type EntityMention, isNamePart, organization } from '../mentions/entity.ts';
import { isFirmHere, isSaidOfCompany } from './firm-uses.ts';

/** What a single word names by its use; a storm is no organization. */
export type BodyKind = 'company' | 'outlet' | 'team' | 'several' | 'short form' | 'storm';

/**
 * Single words that an article uses as the names of bodies: short forms that it gives in brackets, as in `the agency
 * (CHADNADO)`, and words of no list with what only companies have, as in `Lumetra’s shares`, `Lumetra said it would cut …`,
 * outlets that someone spoke to, storms, and those with the verb of several: `Holm are last`, a team or `several` people.
 */
export function bodiesByUse(words: Word[], capitals: number[], index: NameIndex): Map<string, BodyKind> {
  const bodies = new Map<string, BodyKind>();
  for (const at of capitals) {
    const { text } = words[at]!;
    const next = words[at + 1];
    const third = words[at + 2];
    if (!next || !third) break;
    const isShort = next.text === ')' && words[at - 1]?.text === '(' && /^\p{Lu}{4,12}$/u.test(text);
    const isStorm = storms.has(words[at - 1]?.lower ?? '');
    if (isStorm) bodies.set(text, 'storm');
    else if (isShort) bodies.set(text, 'short form');
    else if (isSeveral(words, at, index)) bodies.set(text, isOnSport(words) ? 'team' : 'several');
    else if (isCompanyAt(words, at, index)) bodies.set(text, 'company');
    else if (isToldAt(words, at) && isOutlet(words, at, capitals, index)) bodies.set(text, 'outlet');
  }
  return bodies;
}

/** `Kowalski are last`: a name with the verb of several. */
export function isSeveral(words: Word[], at: number, index: NameIndex): boolean {
  const { isSentenceStart, text, sentence } = words[at]!;
  const next = words[at + 1];
  if (!isSentenceStart || next?.sentence !== sentence || !severalVerb.test(next.lower)) return false;
  if (/[^s]s$/.test(text) || index.common.has(words[at]!.lower)) return false;
  return isListedSurname(text, index) || isUnknown(words, at, index);
}

const severalVerb = /^(?:are|were|have)$/;

const isOnSport = (words: Word[]) => words.some(({ lower }) => sport.has(lower));
const sport: ReadonlySet<string> = new Set(
  'goalkeeper striker midfielder defender coach captain league table match season cup fixture kick-off penalty half-time'.split(
    ' ',
  ),
);

/** `told X`, `in an interview with X`: what is to be published is said to an outlet, or to someone who has a title or is named in full. */
function isToldAt(words: Word[], at: number): boolean {
  const before = words[at - 1]?.lower;
  if (before === 'told') return true;
  return (
    before === 'with' && words[at - 2]?.lower === 'interview' && /^an?$/.test(words[at - 3]?.lower ?? '')
  );
}

/** Whether a word of no list is used only as what someone spoke to, or as what reports it. */
function isOutlet(words: Word[], at: number, capitals: number[], index: NameIndex): boolean {
  const { text } = words[at]!;
  if (isListedName(text, index) || !isUnknown(words, at, index)) return false;
  return capitals.every(
    other =>
      words[other]!.text !== text ||
      isToldAt(words, other) ||
      (!isNamePart(words[other - 1]) && reports.test(words[other + 1]?.lower ?? '')),
  );
}

const reports = /^(?:reported|reports|published|quoted|newspaper|daily|website)$/;

const isPossessiveS = (text: string) => text === "'s" || text === '’s';

const storms: ReadonlySet<string> = new Set(['cyclone', 'hurricane', 'typhoon', 'storm']);

function isCompanyAt(words: Word[], at: number, index: NameIndex): boolean {
  const { sentence } = words[at]!;
  const [next, third] = [words[at + 1]!, words[at + 2]!];
  if (words[at - 1]?.isCapitalized) return false;
  const isOfCompany =
    third.sentence === sentence &&
    ((isPossessiveS(next.text) && companyNoun.test(third.lower)) || isSaidOfCompany(words, at + 1));
  const mayBeFirm = isOfCompany || isUnknown(words, at, index);
  return (
    mayBeFirm && !isPersonOrPlace(words, at, index) && (isOfCompany || isFirmHere(words, at, at + 1, index))
  );
}

/** A name of a person that is known, or `a camp in X, which was shut`. */
function isPersonOrPlace(words: Word[], at: number, index: NameIndex): boolean {
  const { text } = words[at]!;
  return (
    /^(?:in|at|near|from|to|outside|around|inside|into|through)$/.test(words[at - 1]?.lower ?? '') ||
    isListedName(text, index)
  );
}

/** Whether a word is a name by itself that no list has. */
function isUnknown(words: Word[], at: number, index: NameIndex): boolean {
  const { lower, known } = words[at]!;
  const next = words[at + 1];
  if (isNamePart(next) && next.spacedBefore && next.sentence === words[at]!.sentence) return false;
  return (
    !known &&
    isNamePart(words[at]) &&
    lower.length > 3 &&
    !index.common.has(lower) &&
    !index.places.has(lower) &&
    !index.towns.has(lower) &&
    !index.demonyms.has(lower) &&
    !index.organizations.has(lower)
  );
}

/** The mentions of companies and outlets that only their use shows, where no one bears the name. */
export function companiesByUse(
  bodies: ReadonlyMap<string, BodyKind>,
  borne: ReadonlySet<string>,
  words: Word[],
  capitals: number[],
): EntityMention[] {
  if (bodies.size === 0) return [];
  return capitals.flatMap(at => {
    const { text, sentence } = words[at]!;
    const kind = bodies.get(text);
    if ((kind !== 'company' && kind !== 'outlet' && kind !== 'team') || borne.has(foldName(text))) return [];
    const joins = (word: Word | undefined) => word?.sentence === sentence && isNamePart(word);
    return joins(words[at - 1]) || joins(words[at + 1]) ? [] : [organization(at, at + 1, kind, 'described')];
  });
}

const companyNoun =
  /^(?:shares?|stock|shareholders|profits?|revenues?|sales|earnings|turnover|factory|factories|plants?|subsidiary|subsidiaries|customers|users|products?|headquarters|share)$/;

/** Trades of people and of companies. */
export const trades: ReadonlySet<string> = new Set(
  (
    'farmer grower developer operator owner builder brewer trader broker investor contractor dealer distributor ' +
    'promoter publisher producer rival competitor baker butcher printer designer'
  ).split(' '),
);
