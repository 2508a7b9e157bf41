import { isGivenName } from '../../names/gender.ts';
import type { EntityMention } from '../entities/mentions/entity.ts';
import { isShownAsPlace } from '../entities/places/personal-places.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import { isPossessiveEnding, type Word } from '../tokens/words.ts';
import { nameCandidates } from './candidates.ts';
import { classifyOneWord, isRegnal, isWeak, type Kind } from './classify-one-word.ts';
import type { Mention } from './clusters.ts';
import type { LongName } from './long-name.ts';
import { contextRules, wordsRules } from './long-name-rules.ts';
import { type NameParts, parseCandidate } from './names-parts.ts';
import { hasPersonContext } from './person-context.ts';
import { createRowNames, type Rows } from './rows.ts';
import { nameInUnread } from './unread.ts';

export type Sorted = {
  /** Names in full that are people's, surnames alone, and words that are names only if the article has such a person. */
  full: Mention[];
  singles: (Mention & { isEntity: boolean; isPlace: boolean })[];
  weak: Mention[];
  /** Names that may be people's, and those that certainly are. */
  open: NameParts[];
  certain: NameParts[];
  /** Other names of several words that begin as people's do. */
  others: Mention[];
};

/** Candidates by what they can be. Headings and shouted sentences add no people to those of the rest of the text. */
export function sortCandidates(
  document: Document,
  words: Word[],
  { entities, isShouted, rows }: { entities: EntityMention[]; isShouted: boolean[]; rows: Rows },
  index: NameIndex,
): Sorted {
  const sorted: Sorted = { full: [], singles: [], weak: [], open: [], certain: [], others: [] };
  const rowNames = createRowNames(document, words, rows, index);
  sorted.full.push(...rowNames.spelled);
  const entityAt = entityIndex(entities);
  const knownAt = new Set(entities.flatMap(knownWords));
  const isPlaceHere = placesShown(words, index);
  for (const run of nameCandidates(words, index)) {
    const parts = rowNames.withInitial(parseCandidate(run, words, index));
    if (parts.name >= parts.to) continue;
    const { paragraph, sentence } = words[run.from]!;
    const kind = classify(parts, words, index);
    if (rowNames.isNoName(parts, kind === 'person' || kind === 'open')) continue;
    const isTitle = document.paragraphs[paragraph]?.kind === 'heading' && !rowNames.isListed(parts);
    const isHeading = isTitle || isShouted[sentence]!;
    const isAlone = parts.to - parts.name === 1;
    const isEntity = isEntityName(parts, entityAt);
    if (isLoose(kind, isAlone)) sorted.weak.push(mentionOf(parts, words, index));
    else if (isPartOfOther(parts, { isEntity, knownAt }, words, index)) continue;
    else if (kind === 'other') addOther(sorted.others, { parts, isEntity }, words, index);
    else if (isSingle(kind, isHeading))
      sorted.singles.push({
        ...mentionOf(parts, words, index),
        isEntity,
        isPlace: isEntity && entityAt.get(parts.name)?.rule === 'personal',
      });
    else if (kind === 'place' && isAlone && !isPlaceHere(parts.name))
      sorted.weak.push(mentionOf(parts, words, index));
    else if (!isEntity && !isHeading) addLong(sorted, parts, kind, words, index);
  }
  return sorted;
}

/** Whether a candidate is part of what names someone or something else. */
function isPartOfOther(
  parts: NameParts,
  { isEntity, knownAt }: { isEntity: boolean; knownAt: ReadonlySet<number> },
  words: Word[],
  index: NameIndex,
): boolean {
  if (isInserted(parts, words) || isOfSite(parts, words, index) || isOfKnown(parts, knownAt)) return true;
  // `the Women Weavers' Federation`
  const { lower } = words[parts.name]!;
  const isSeveral = /[^s]s$/.test(lower) && /^['’]$/.test(words[parts.to]?.text ?? '');
  return isEntity && isSeveral && parts.to - parts.name === 1 && !index.surnames.has(lower);
}

/** Adds a name of several words that is someone's or may be. */
function addLong(sorted: Sorted, parts: NameParts, kind: Kind, words: Word[], index: NameIndex): void {
  if (kind === 'open') sorted.open.push(parts);
  if (kind !== 'person') return;
  sorted.full.push(mentionOf(parts, words, index));
  sorted.certain.push(parts);
}

const isLoose = (kind: Kind, isAlone: boolean) => kind === 'weak' || (kind === 'organization' && isAlone);
const isSingle = (kind: Kind, isHeading: boolean) => kind === 'single' || (kind === 'person' && isHeading);

/**
 * Whether a word of the lists of places is shown to be one anywhere in the article. If not, it may be a surname that the
 * article also has in full.
 */
function placesShown(words: Word[], index: NameIndex): (at: number) => boolean {
  const shown = new Map<string, boolean>();
  return at => {
    const { lower } = words[at]!;
    let known = shown.get(lower);
    if (known === undefined) {
      known = words.some((word, place) => word.lower === lower && isShownAsPlace(words, place, index));
      shown.set(lower, known);
    }
    return known;
  };
}

function addOther(
  others: Mention[],
  { parts, isEntity }: { parts: NameParts; isEntity: boolean },
  words: Word[],
  index: NameIndex,
): void {
  const isLong = parts.to - parts.name > 1 && isGivenName(words[parts.name]!.text, index);
  if (isLong && !isEntity) others.push(mentionOf(parts, words, index));
}

/** The same in a language that is not read: full names that the lists show, and the surnames of their bearers. */
export function sortUnread({ language }: Document, words: Word[], index: NameIndex): Sorted {
  const sorted: Sorted = { full: [], singles: [], weak: [], open: [], certain: [], others: [] };
  for (const run of nameCandidates(words, index)) {
    const parts = nameInUnread(run, words, language, index);
    if (parts) sorted.full.push(mentionOf(parts, words, index));
    else if (run.to - run.from === 1)
      sorted.weak.push(mentionOf({ ...noParts, name: run.from, to: run.to }, words, index));
  }
  return sorted;
}

const noParts: NameParts = { name: 0, to: 0, titled: false, honorific: false, gender: null, isShown: false };

/** `the attacks of (the leader Anna) Miller`, `[Anna] Miller`: what an editor put in before a surname. */
function isInserted({ name, to }: NameParts, words: Word[]): boolean {
  const [close, behind] = [words[to], words[to + 1]];
  if (!behind?.isCapitalized || (close?.text !== ')' && close?.text !== ']')) return false;
  if (behind.sentence !== words[name]!.sentence) return false;
  for (let at = name - 1; at >= name - 6 && words[at]; at--) if (/^[([]$/.test(words[at]!.text)) return true;
  return false;
}

/** `St. Peter’s Square`, `King’s College`: part of the name of a place or an institution. */
function isOfSite({ to }: NameParts, words: Word[], index: NameIndex): boolean {
  const [mark, next, behind] = [words[to], words[to + 1], words[to + 2]];
  if (!mark || !next?.isCapitalized || next.isSentenceStart || !isPossessiveEnding(mark.text)) return false;
  if (behind?.isCapitalized && behind.spacedBefore && behind.sentence === next.sentence) return false;
  return sites.has(next.lower) || (index.things.has(next.lower) && built.has(next.lower));
}

const sites: ReadonlySet<string> = new Set(
  (
    'college school academy hospital church cathedral basilica chapel dairy bakery brewery university infirmary ' +
    'market store stores department'
  ).split(' '),
);
const built: ReadonlySet<string> = new Set(
  (
    'street avenue road lane square park bridge tower palace castle hall hotel stadium arena garden gardens bay ' +
    'river lake island islands mountain hill valley forest wall gate pier dock creek falls point cove abbey ' +
    'shrine'
  ).split(' '),
);

const nicknameMarks: ReadonlySet<string> = new Set(['"', '“', '”', '(', ')']);

/** The mention of the person whom the words of a candidate name. */
export function mentionOf(parts: NameParts, words: Word[], index: NameIndex): Mention {
  const name = words.slice(parts.name, parts.to).filter(word => !nicknameMarks.has(word.text));
  const isGlued = name.some((word, at) => at > 0 && word.runTogether);
  return {
    start: name[0]!.start,
    end: name.at(-1)!.end,
    texts: withApostrophes(name),
    ...(isGlued && { name: withApostrophes(name).join(' ') }),
    sentence: name[0]!.sentence,
    paragraph: name[0]!.paragraph,
    titled: parts.titled,
    office: index.offices.has(words[parts.name - 1]?.lower ?? '') && words[parts.name - 1]!.isCapitalized,
    gender: parts.gender,
    hasContext: () => hasPersonContext(parts, words, index),
  };
}

/** The words of a name, `O’ Brien` as one. */
function withApostrophes(name: Word[]): string[] {
  const texts = name.map(word => word.text);
  const at = texts.findIndex(text => text === "'" || text === '’');
  if (at < 1 || at === texts.length - 1) return texts;
  // `’tHart`
  if (/^t\p{Lu}/u.test(texts[at + 1]!))
    return [...texts.slice(0, at), texts.slice(at, at + 2).join(''), ...texts.slice(at + 2)];
  return [...texts.slice(0, at - 1), texts.slice(at - 1, at + 2).join(''), ...texts.slice(at + 2)];
}

/** Rules that are certain enough to outweigh that a name looks like a person's. */
const decisive = new Set([
  'described',
  'headed',
  'ampersand',
  'site',
  'nickname',
  'club',
  'score',
  'opponent',
  'targeted',
  'personal',
  'form',
  'shown',
  'dateline',
]);

/** The decisive mentions of organizations and places by the indexes of their words. */
function entityIndex(entities: EntityMention[]): Map<number, EntityMention> {
  const byWord = new Map<number, EntityMention>();
  for (const entity of entities) {
    if (!entity.isStrong || !decisive.has(entity.rule)) continue;
    for (let at = entity.from; at < entity.to; at++) byWord.set(at, entity);
  }
  return byWord;
}

/** The words of an organization of the lists that has several: no one is meant by the `Johnson` in it. */
function knownWords({ rule, type, from, to }: EntityMention): number[] {
  if (rule !== 'known' || type !== 'organization' || to - from < 2) return [];
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function isOfKnown({ name, to, honorific }: NameParts, knownAt: ReadonlySet<number>): boolean {
  return !honorific && to - name === 1 && knownAt.has(name);
}

/** Whether a candidate is the name of an organization or a place, or part of one. */
function isEntityName({ name, to, honorific }: NameParts, entityAt: Map<number, EntityMention>): boolean {
  if (honorific) return false;
  for (let at = name; at < to; at++) {
    const entity = entityAt.get(at);
    if (entity) return entity.to - entity.from > 1 || (entity.from <= name && entity.to >= to);
  }
  return false;
}

const suffix = /^(?:[JS]n?r\.?|I|I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,2}|XX?I{0,3})$/;
const longestSuffix = 5;
const isSuffix = ({ text }: Word) => (text.length <= longestSuffix && suffix.test(text)) || text === 'Filho';

/** What a name of several words, or of one, names. */
function classify(parts: NameParts, words: Word[], index: NameIndex): Kind {
  if (parts.to - parts.name === 1) {
    const word = words[parts.name]!;
    return isSuffix(word) ? 'other' : classifyOneWord(word, parts, words, index);
  }
  const core = words.slice(parts.name, parts.to).filter(word => !isSuffix(word));
  if (core.length === 0) return 'other';
  const [first, last] = [core[0]!, core.at(-1)!];
  if (core.length === 1 && isRegnal(words[parts.to - 1]!, first, index)) return 'person';
  if (core.length === 1) return classifyOneWord(first, parts, words, index);
  const whole = core.map(word => word.lower).join(' ');
  const isGiven = isGivenName(first.text, index);
  const isStrong = isGiven && !isWeak(first, index);
  const name: LongName = { core, whole, first, last, isGiven, isStrong, parts, words, index };
  for (const { kind, holds } of wordsRules) if (holds(name)) return kind;
  const isShown = hasPersonContext(parts, words, index);
  for (const { kind, holds } of contextRules) if (holds(name, isShown)) return kind;
  return 'open';
}
