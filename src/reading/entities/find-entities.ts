import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document, Span } from '../model/document.ts';
import type { Word } from '../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  type EntityRule,
  isTaken,
  lowerText,
  nameRuns,
  openRuns,
} from './mentions/entity.ts';
import { sensesOf } from './mentions/word-senses.ts';
import {
  mergeVariants,
  type NamedEntity,
  organizationKeys,
  placeKey,
  withSmallLetters,
} from './merge-variants.ts';
import { nationalBodies, placeMeant } from './namesakes.ts';
import { organizationRules } from './organizations/organizations.ts';
import { datelineRules, placeRules } from './places/places.ts';
import { teamRules } from './teams.ts';

/**
 * The mentions of organizations and places in the body, none overlapping another. Rules are tried in order;
 * a name that a rule finds in one place is then found wherever the article uses it.
 */
export function findEntities(
  document: Document,
  words: Word[],
  { isShouted, capitals }: { isShouted: boolean[]; capitals: number[] },
  index: NameIndex,
): EntityMention[] {
  const context: EntityContext = {
    document,
    words,
    index,
    isShouted,
    hasScores: hasScores(document),
    taken: new Uint8Array(words.length),
    capitals,
    sensesAt: sensesOf(words, capitals, index),
    runs: nameRuns(words, capitals),
  };
  const found: EntityMention[] = [];
  const apply = (rules: EntityRule[]) => {
    for (const rule of rules) for (const mention of rule.find(context)) add(mention);
  };
  const add = (mention: EntityMention) => {
    if (isTaken(context.taken, mention.from, mention.to)) return;
    context.taken.fill(1, mention.from, mention.to);
    found.push(mention);
  };
  apply(datelineRules);
  apply(organizationRules);
  apply(teamRules);
  for (const mention of repeated(context, found)) add(mention);
  const organizations = found.length;
  apply(placeRules);
  for (const mention of repeated(context, found.slice(organizations))) add(mention);
  return found.sort((a, b) => a.from - b.from);
}

/** What of the mentions is no person's, merged by organization and place. */
export function mergeEntities(
  mentions: EntityMention[],
  document: Document,
  words: Word[],
  index: NameIndex,
): { organizations: NamedEntity[]; places: NamedEntity[] } {
  const spanOf = ({ from, to }: EntityMention): Span => ({
    start: words[from]!.start,
    end: words[to - 1]!.end,
  });
  const keyOf = organizationKeys(mentions, words, index);
  const bodyOf = nationalBodies(mentions, words, index);
  const meantBy = placeMeant(words, index);
  const place = (key: string, kind: string | null, sentence: number | null) => ({
    key,
    kind,
    ...meantBy(key, sentence),
  });
  const organizations = mentions
    .filter(mention => mention.type === 'organization')
    .map(mention => ({
      ...spanOf(mention),
      kind: mention.kind,
      ...(bodyOf(mention) ?? { key: keyOf(mention) }),
    }));
  const places = mentions
    .filter(mention => mention.type === 'place')
    .map(mention => ({
      ...spanOf(mention),
      ...place(
        placeKey(lowerText(words, mention.from, mention.to), index),
        mention.kind,
        words[mention.from]!.sentence,
      ),
    }));
  const datelines = datelinePlaces(document).map(span => ({
    ...span,
    ...place(placeKey(document.input.slice(span.start, span.end), index), null, null),
  }));
  return {
    organizations: mergeVariants(organizations, document),
    places: mergeVariants([...places, ...datelines], document, withSmallLetters),
  };
}

/** Rules that look at every mention of a name themselves. */
const namesOwnMentions: ReadonlySet<string> = new Set(['known', 'listed', 'personal']);

/** Other mentions of the names found, and of companies the distinctive first word. */
function repeated(context: EntityContext, found: EntityMention[]): EntityMention[] {
  const { words, index, taken, hasScores } = context;
  const byName = new Map<string, EntityMention>();
  for (const mention of found) {
    const name = lowerText(words, mention.from, mention.to);
    if (!namesOwnMentions.has(mention.rule) && !byName.has(name)) byName.set(name, mention);
  }
  for (const mention of found) {
    const first = words[mention.from]!;
    const isCompany = mention.kind === 'company' && mention.to - mention.from > 1;
    if (isCompany && isDistinctive(first, index) && !byName.has(first.lower))
      byName.set(first.lower, mention);
  }
  const more: EntityMention[] = [];
  const starts = new Set(found.map(({ from }) => words[from]!.lower));
  for (const { from: at, to } of openRuns(context)) {
    if (!starts.has(words[at]!.lower)) continue;
    const same = byName.get(lowerText(words, at, to));
    const isLocated =
      /^(?:in|at|near|from)$/.test(words[at - 1]?.lower ?? '') && same?.kind === 'team' && hasScores;
    if (same && !isLocated && !isTaken(taken, at, to)) more.push({ ...same, from: at, to });
  }
  return more;
}

function isDistinctive({ lower, text, known }: Word, index: NameIndex): boolean {
  return (
    lower.length >= 4 &&
    !known &&
    !index.common.has(lower) &&
    !index.places.has(lower) &&
    !index.towns.has(lower) &&
    !index.demonyms.has(lower) &&
    !index.female.has(lower) &&
    !index.male.has(lower) &&
    !index.surnames.has(lower) &&
    /^\p{L}/u.test(text)
  );
}

/** Of the letters of a shouted sentence, more than this share are capitals. */
const shoutedShare = 0.8;
/** Of its long words, at least so many. */
const fewestShouted = 3;

/** By sentence: whether it is written in capitals, as some headlines are. */
export function shoutedSentences({ sentences, input }: Document, words: Word[]): boolean[] {
  const capitals = new Uint32Array(sentences.length);
  for (const { sentence, start, end } of words)
    if (!isSmallLetter(input.charCodeAt(end - 1)) && isShouted(input.slice(start, end)))
      capitals[sentence]!++;
  const shouted = sentences.map(() => false);
  if (!capitals.some(count => count >= fewestShouted)) return shouted;
  const all = new Uint32Array(sentences.length);
  for (const { sentence, start, end } of words)
    if (capitals[sentence]! >= fewestShouted && isLong(input.slice(start, end))) all[sentence]!++;
  return shouted.map((_, at) => capitals[at]! >= fewestShouted && capitals[at]! > all[at]! * shoutedShare);
}

const isLong = (text: string) => text.length > 2 && /^\p{L}{3}/u.test(text);
const isShouted = (text: string) => isLong(text) && text === text.toUpperCase();

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

const score =
  /(?<![\d-])\d{1,3}-\d{1,3}(?![\d-])|\p{Lu}\p{L}{1,24} \d{1,3} \p{Lu}\p{L}{1,24} \d{1,3}(?!\d)|^\p{Lu}[\p{L}. ]{1,30}(?: \d{1,3}){4}/gu;

/** What every score has, and few paragraphs without one. */
const scoreHint = /\d-\d| \d{1,3} [^a-z]/g;

function hasScores({ input, paragraphs }: Document): boolean {
  let count = 0;
  let at = 0;
  for (const { index } of input.matchAll(scoreHint)) {
    while (paragraphs[at] && paragraphs[at]!.end <= index) at++;
    const paragraph = paragraphs[at];
    if (!paragraph || index < paragraph.start) continue;
    const { start, end } = paragraph;
    count += input.slice(start, Math.min(end, start + 2_000)).match(score)?.length ?? 0;
    if (count >= 2) return true;
    at++;
  }
  return false;
}

const stampedDateline =
  /^(\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3})(?:, (\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?))?\s+(?:\d{4}-\d\d-\d\d|\p{Lu}[\p{L}.]{2,9} \d{1,2})\b/u;

/** The places of a dateline that is a line of its own, which is not part of the body: `KHARTOUM, Sudan 1996-08-30`. */
function datelinePlaces({ input, removed }: Document): Span[] {
  return removed
    .filter(({ kind }) => kind === 'byline')
    .flatMap(({ start, end }) => {
      const match = stampedDateline.exec(input.slice(start, Math.min(end, start + 120)));
      const town = match?.[1];
      if (!town || town !== town.toUpperCase()) return [];
      const places = [{ start, end: start + town.length }];
      if (match[2]) {
        const from = start + town.length + 2;
        places.push({ start: from, end: from + match[2].length });
      }
      return places;
    });
}
