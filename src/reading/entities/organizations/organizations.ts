import { isGivenName } from '../../../names/gender.ts';
import { particles } from '../../../names/vocabulary.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  type EntityRule,
  inSentence,
  isNamePart,
  isOffice,
  isTaken,
  longestEnd,
  lowerText,
  organization,
  runEnd,
  runStart,
} from '../mentions/entity.ts';
import { senses } from '../mentions/word-senses.ts';
import { acronyms, glossedNames } from './acronyms.ts';
import { describedOrganizations } from './described.ts';
import { headedNames } from './headed-names.ts';
import { partnersStart } from './left-end.ts';
import { namedByForm } from './named-by-form.ts';
import { behindCampus, rightEnd } from './right-end.ts';

/** The rules for organizations, in the order in which they are tried. */
export const organizationRules: EntityRule[] = [
  { name: 'glossed', find: glossedNames },
  { name: 'known', find: knownNames },
  { name: 'known', find: knownWithArticle },
  { name: 'headed', find: headedNames },
  { name: 'airline', find: airlines },
  { name: 'ampersand', find: partnerships },
  { name: 'form', find: namedByForm },
  { name: 'acronym', find: acronyms },
  { name: 'described', find: describedOrganizations },
];

const longestKnown = 8;

/** Names of the list; those that are also everyday words or places only where nothing speaks against it. */
function knownNames(context: EntityContext): EntityMention[] {
  const { words, index, isShouted, taken, capitals, sensesAt } = context;
  const found: EntityMention[] = [];
  let end = 0;
  for (const at of capitals) {
    if (!(sensesAt[at]! & senses.organizationStart) || at < end) continue;
    const length = index.organizationStarts.get(words[at]!.lower)!;
    for (let to = longestEnd(words, at, length, longestKnown); to > at; to--) {
      if (isTaken(taken, at, to)) continue;
      const name = lowerText(words, at, to);
      const isKnown = index.organizations.has(name) || index.organizationVariants.has(name);
      if (!isKnown || !canBeKnown(words, at, to, index, isShouted)) continue;
      to = behindKnown(words, to, context);
      for (let head = at; head < to; head++) to = behindCampus(words, head, to, index);
      const isOfState = index.organizationWords.get(words[to - 1]!.lower) === 'state' && to - at > 1;
      if (isOfState && inSentence(words, to, words[at]!.sentence)?.lower === 'of')
        to = rightEnd(words, to - 1, 'state', context);
      const kind =
        index.organizations.get(name) ?? index.organizations.get(index.organizationVariants.get(name) ?? '');
      found.push(organization(at, to, kind ?? null, 'known'));
      end = to;
      break;
    }
  }
  return found;
}

/**
 * Where a name of the list ends that begins a longer one: `the UN Human Rights Office`, `the African Union Peace and
 * Security Council` are one body each.
 */
function behindKnown(words: Word[], known: number, { index, taken }: EntityContext): number {
  const { sentence } = words[known - 1]!;
  let end = known;
  for (let at = known; at < known + longestBehind; at++) {
    const word = inSentence(words, at, sentence);
    const isLink = at > known && word?.lower === 'and' && isNamePart(inSentence(words, at + 1, sentence));
    if (isLink) continue;
    if (!isNamePart(word) || !word.spacedBefore || taken[at]) break;
    // `White House Press Secretary`
    if (isOffice(word, index)) return known;
    if (/^(?:state|body|party)$/.test(index.organizationWords.get(word.lower) ?? '')) end = at + 1;
  }
  return end;
}

/** Words that a name of the list may be continued by. */
const longestBehind = 6;

function canBeKnown(
  words: Word[],
  from: number,
  to: number,
  index: NameIndex,
  isShouted: boolean[],
): boolean {
  const [first, before, next] = [words[from]!, words[from - 1], words[to]];
  if (
    words
      .slice(from, to)
      .some(word => !word.isCapitalized && !/^(?:of|for|and|the|in|on|&)$/.test(word.lower))
  )
    return false;
  if (to - from > 1) return true;
  // `Cambridge United`, `the Sunday Telegraph`
  const isInRun = (word: Word | undefined) => word?.sentence === first.sentence && isNamePart(word);
  if (isInRun(next) && (index.organizationHeads.has(next!.lower) || index.organizationWords.get(next!.lower)))
    return false;
  if (isInRun(before) && index.organizations.has(`${before!.lower} ${first.lower}`)) return false;
  // `St Anne's College, Oxford,`, `died in Princeton`: the town, which a university goes by.
  const isInTown =
    before?.lower === 'in' ||
    (before?.text === ',' && isNamePart(words[from - 2]) && /^[,.;)]$/.test(next?.text ?? '.'));
  if (isInTown && index.towns.has(first.lower)) return false;
  // `Abercrombie & Fitch`
  if (before?.text === '&' || (next?.text === '&' && isNamePart(words[to + 1]))) return false;
  const isShort = first.lower.length <= 4 && /^[a-z.]+$/.test(first.lower);
  if (
    isShort &&
    first.text !== first.text.toUpperCase() &&
    !/^(?:fed|fox|pew|time|nike|uber|shell|vox)$/.test(first.lower)
  )
    return false;
  const isOrdinary = index.common.has(first.lower) || index.places.has(first.lower);
  if (!isOrdinary) return true;
  if (first.isSentenceStart || isShouted[first.sentence]) return false;
  const joins = (word: Word | undefined) => word?.sentence === first.sentence && isNamePart(word);
  return !joins(before) && !joins(next);
}

const smallArticle = /^(?:al|el|as|ash)(?:-|$)/;

/** `al-Qaeda`, `al Shabaab`: names of the list that begin with the article in lower case. */
function knownWithArticle({ words, index, taken }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  for (let at = 0; at < words.length; at++) {
    const { lower, isCapitalized, text, sentence } = words[at]!;
    const isVowel = lower.startsWith('a') || lower.startsWith('e');
    if (!isVowel || isCapitalized || taken[at] || !smallArticle.test(lower)) continue;
    const next = text === lower ? inSentence(words, at + 1, sentence) : undefined;
    if (text === lower && !next?.isCapitalized) continue;
    const to = next ? at + 2 : at + 1;
    const kind = index.organizations.get(lowerText(words, at, to));
    if (kind !== undefined) found.push(organization(at, to, kind, 'known'));
  }
  return found;
}

/** `Air France`, `Royal Air Maroc`. */
function airlines({ words, index, taken, isShouted, capitals }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  for (const at of capitals) {
    if (words[at]!.text !== 'Air' || isShouted[words[at]!.sentence] || taken[at]) continue;
    const to = runEnd(words, at);
    const isLand =
      to - at >= 2 &&
      to - at <= 3 &&
      (index.places.has(words[to - 1]!.lower) || index.demonyms.has(words[to - 1]!.lower));
    if (isLand) found.push(organization(at, to, 'company', 'headed'));
  }
  return found;
}

/** `Anna Holm`, `P. Holm` and the like, as in the rows of a regatta: `Anna Holm & P. Berg`. */
function isFullName(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const start = isSurnameParticle(words, from) ? from - 2 : from;
  const first = words[start]?.text ?? '';
  return to - start >= 2 && (isGivenName(first, index) || /^\p{Lu}\.$/u.test(first));
}

/** `P. de Holm`: the run begins behind the particle. */
function isSurnameParticle(words: Word[], from: number): boolean {
  return particles.has(words[from - 1]?.lower ?? '') && words[from - 2]?.isCapitalized === true;
}

const partners = /^(?:sons|daughters|partners|associates|bros\.?|co\.?|company)$/;

/** `Bear Stearns & Co`, `Schroder & Sons`. */
function partnerships({ words, taken, isShouted, runs, index }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  for (const { to: at } of runs) {
    const link = words[at]?.lower;
    if ((link !== '&' && link !== 'and') || isShouted[words[at]!.sentence]) continue;
    if (!isNamePart(words[at + 1])) continue;
    const to = runEnd(words, at + 1);
    // `Anna Holm and Sons`, but `Anna Holm and Tom Berg`
    if (link === 'and' && !(to === at + 2 && partners.test(words[at + 1]!.lower))) continue;
    const start = runStart(words, at);
    // `Messrs. Holm & Sons`
    const isAddressed = /^messrs\.?$/.test(words[start]!.lower);
    const from = isAddressed ? start + 1 : at - start === 1 ? partnersStart(words, start, index) : start;
    if (from === at || isTaken(taken, from, to)) continue;
    if (isFullName(words, from, at, index) && isFullName(words, at + 1, to, index)) continue;
    found.push(organization(from, to, 'company', 'ampersand'));
  }
  return found;
}
