import { foldName } from '../../names/fold.ts';
import { type Gender, genderByCounts } from '../../names/gender.ts';
import { pushTo } from '../../system/lists-by-key.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { type Cluster, type Mention, sameInArticle } from './clusters.ts';
import type { Relatives } from './relatives.ts';
import { singularOffice } from './roles/role-phrase.ts';

/** If more people than this share a surname, it means none of them by itself. */
const maxNamesakes = 12;
/** How many characters before a name may say whose it is. */
export const nearGap = 70;

/** The people by the end of their names (surname, double surname), and the surnames by their first two letters. */
export type Namesakes = { byName: Map<string, Set<Cluster>>; byStart: Map<string, string[]> };

/** `Samsung’s Lee`: of several, the one whose name the article has next to the same word. */
export function qualifiedOwner(
  mention: Mention,
  key: string,
  { byName }: Namesakes,
  input: string,
): Cluster | undefined {
  if (!input.endsWith('s ', mention.start)) return undefined;
  const word = possessor.exec(input.slice(Math.max(0, mention.start - nearGap), mention.start))?.[1];
  const all = word === undefined ? undefined : byName.get(key);
  if (!all || all.size < 2 || all.size > maxNamesakes) return undefined;
  const fits = [...all].filter(({ mentions }) =>
    mentions.some(
      ({ start, end, texts }) =>
        texts.length > 1 && input.slice(Math.max(0, start - nearGap), end + nearGap).includes(word!),
    ),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** `Dr. Miller said`: of several, the only one whom the article names in full behind the same title. */
export function titleOwner(
  mention: Mention,
  key: string,
  { byName }: Namesakes,
  input: string,
): Cluster | undefined {
  const all = mention.titled ? byName.get(key) : undefined;
  if (!all || all.size < 2 || all.size > maxNamesakes) return undefined;
  const title = lastWord.exec(input.slice(Math.max(0, mention.start - longestTitle), mention.start))?.[0];
  // What anyone may be called distinguishes no one.
  if (title === undefined || /^(?:m(?:r|rs|s|x|iss)|the)\b/i.test(title)) return undefined;
  const fits = [...all].filter(({ mentions }) =>
    mentions.some(
      ({ start, texts }) =>
        texts.length > 1 && input.slice(start - title.length, start).toLowerCase() === title.toLowerCase(),
    ),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** The word right before, with the space behind it. */
const lastWord = /(?<![\p{L}-])[\p{L}-]+\.? $/u;
const longestTitle = 24;

const possessor = /(?<![\p{L}'’-])(\p{Lu}[\p{L}-]{2,30})['’]s $/u;

/** Whose a full name in a heading is, if the text names exactly one such person. */
export function fullNameOwner(
  mention: Mention,
  { byName }: Namesakes,
  relatives: Relatives,
  index: NameIndex,
): Cluster | undefined {
  const form = index.parseName(mention.texts.join(' '));
  if (!form || form.given.length === 0) return undefined;
  const fits = [...(byName.get(form.surname) ?? [])].filter(({ forms }) =>
    forms.some(known => sameInArticle(known, form, index) && !relatives(known, form)),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/**
 * Whose a surname alone is: the only one of that surname, the one whom the article calls by it alone, or the
 * only one whom the form of address fits. Undefined if no one fits, null if several do.
 */
export function ownerOf(
  mention: Mention,
  key: string,
  { byName }: Namesakes,
  index: NameIndex,
): Cluster | null | undefined {
  const all = byName.get(key);
  if (!all || all.size === 0) return undefined;
  if (all.size > maxNamesakes) return null;
  const suffix = index.parseName(mention.texts.join(' '))?.suffix ?? '';
  const fits =
    suffix === '' ? [...all] : [...all].filter(({ forms }) => forms.some(form => form.suffix === suffix));
  if (fits.length === 0) return undefined;
  if (fits.length === 1) {
    const gender = genderOfCluster(fits[0]!);
    return mention.gender && gender && mention.gender !== gender ? undefined : fits[0]!;
  }
  const usual = establishedBy(mention, fits);
  if (usual && (!mention.gender || genderOfCluster(usual) !== (mention.gender === 'f' ? 'm' : 'f')))
    return usual;
  const inParagraph = fits.filter(({ mentions }) =>
    mentions.some(
      ({ paragraph, start, texts }) =>
        paragraph === mention.paragraph && start < mention.start && texts.length > 1,
    ),
  );
  if (inParagraph.length === 1) return inParagraph[0]!;
  const ofGender = fits.filter(cluster => mention.gender && genderOfCluster(cluster) === mention.gender);
  return ofGender.length === 1 ? ofGender[0]! : null;
}

/**
 * Of several who share a surname, the one whom the article had called by it alone before it named the other,
 * or the only one named so far.
 */
function establishedBy(mention: Mention, fits: Cluster[]): Cluster | null {
  const named = fits
    .filter(({ firstFull }) => firstFull <= mention.start)
    .sort((a, b) => a.firstFull - b.firstFull);
  const [first, second] = named;
  if (!first || !second) return first ?? null;
  return first.firstAlone < second.firstFull ? first : null;
}

const holders = /(?<!\p{L})(\p{L}{4,20}s) (?:\p{Lu}[\p{L}'’-]{1,30} and )?$/u;
const holder = /(?<!\p{L})(\p{L}{4,20}) $/u;
const holdersGap = 60;

/**
 * `Presidents Marlow and Denny`: surnames behind the plural of an office, whom the article does not name in full before: another
 * `Anna Denny`, of whom it does not say that she has the office, is someone else.
 * @returns those who are no one else, each with the mentions of that office
 */
export function listedHolders(
  singles: readonly Mention[],
  { byName }: Namesakes,
  input: string,
  index: NameIndex,
): Map<string, Mention[]> {
  const offices = new Map<string, string>();
  const found = new Map<string, Mention[]>();
  for (const mention of singles) {
    if (!mention.titled || mention.texts.length > 1) continue;
    const name = mention.texts[0]!;
    const before = input.slice(Math.max(0, mention.start - holdersGap), mention.start);
    const plural = holders.exec(before)?.[1];
    const office = plural ? singularOffice(plural.toLowerCase(), index) : null;
    const all = office === null ? undefined : byName.get(foldName(name));
    if (all && [...all].every(bearer => bearer.firstFull > mention.start && !holds(bearer, office!, input)))
      offices.set(name, office!);
    const own = offices.get(name);
    if (own !== undefined && (office === own || holder.exec(before)?.[1]?.toLowerCase() === own))
      pushTo(found, name, mention);
  }
  return found;
}

/** Whether an office is next to a full name of someone. */
function holds({ mentions }: Cluster, office: string, input: string): boolean {
  return mentions.some(({ start, end, texts }) => {
    const before = input
      .slice(Math.max(0, start - holdersGap), start)
      .split(/[.!?\n]/)
      .at(-1)!;
    const behind = input.slice(end, end + holdersGap).split(/[.!?\n]/)[0]!;
    const around = `${before} ${behind}`.toLowerCase();
    // `the senator’s wife` is no senator.
    return texts.length > 1 && around.replaceAll(possessiveOffice, '').includes(office);
  });
}

const possessiveOffice = /\p{L}{4,20}['’]s/gu;

/** The gender that names and forms of address agree on. */
function genderOfCluster({ genders }: Cluster): Gender {
  return genderByCounts(genders, 2);
}
