import { foldName } from '../../names/fold.ts';
import { genderByCounts, isGivenName } from '../../names/gender.ts';
import { nearlySame, spelledAlike } from '../../names/spelling.ts';
import { pushTo } from '../../system/lists-by-key.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import {
  addMention,
  aliasesOf,
  type Cluster,
  clusterFullNames,
  givenNames,
  isFamilyFirst,
  keyOf,
  type Mention,
} from './clusters.ts';
import { isOfKin, type Relatives } from './relatives.ts';
import {
  fullNameOwner,
  listedHolders,
  type Namesakes,
  nearGap,
  ownerOf,
  qualifiedOwner,
  titleOwner,
} from './surname-owner.ts';

/** At most this many surnames with one beginning are compared for typos. */
const maxTypos = 64;

function namesakes(
  clusters: Cluster[],
  index: NameIndex,
  isAddressedBy: (name: string) => boolean = () => false,
): Namesakes {
  const byName = new Map<string, Set<Cluster>>();
  const byStart = new Map<string, string[]>();
  const put = (key: string, cluster: Cluster) => {
    const known = byName.get(key);
    if (known) known.add(cluster);
    else {
      byName.set(key, new Set([cluster]));
      pushTo(byStart, key.slice(0, 1), key);
    }
  };
  for (const cluster of clusters) {
    for (const { given, surname } of cluster.forms) {
      put(surname, cluster);
      if (given.length > 1) put(`${given.at(-1)}${surname}`, cluster);
      if (given.length > 2) put(`${given.slice(1).join('')}${surname}`, cluster);
    }
  }
  // The first of two surnames may stand for both, if no one bears it alone.
  const borne = new Set(byName.keys());
  for (const cluster of clusters)
    for (const { given } of cluster.forms) {
      const first = given.at(-1);
      if (given.length < 2 || !first || first.length <= 3 || borne.has(first)) continue;
      if (!isGivenName(first, index) || isAddressedBy(first)) put(first, cluster);
    }
  return { byName, byStart };
}

/** Assigns each surname to its person; those of no one are people of their own if the context shows it. */
export function resolveSurnames(
  clusters: Cluster[],
  singles: Mention[],
  relatives: Relatives,
  input: string,
  index: NameIndex,
): Cluster[] {
  const addressed = addressedBySurname(singles, input, index);
  const isAddressedBy = (name: string) => addressed.has(name);
  const bearers = namesakes(clusters, index, isAddressedBy);
  const holders = listedHolders(singles, bearers, input, index);
  const ofHolders = new Set([...holders.values()].flat());
  const officials = officialsBefore(bearers, singles, input, index);
  const known =
    officials.length === 0 ? bearers : namesakes([...clusters, ...officials], index, isAddressedBy);
  const byGiven = givenNames(clusters);
  const aliases = aliasesOf(clusters, singles, input, index);
  const left: Mention[] = [];
  for (const mention of singles.filter(single => !ofHolders.has(single))) {
    const key = keyOf(mention, index);
    const isByGivenName = isCalledByGivenName(mention, input);
    const called = isByGivenName ? byGiven.get(key) : mention.titled ? undefined : aliases.get(key);
    if (called) {
      addMention(called, mention);
      continue;
    }
    const bySurname =
      qualifiedOwner(mention, key, known, input) ??
      titleOwner(mention, key, known, input) ??
      ownerOf(mention, key, known, index);
    const owner = bySurname === undefined ? fullNameOwner(mention, known, relatives, index) : bySurname;
    if (owner) addMention(owner, mention);
    if (owner !== undefined) continue;
    const bearer = byGiven.get(key);
    // In Vietnam `Mr. Phong` is Nguyen Van Thanh Phong, in Ethiopia `Dr. Abebe` is Abebe Tolosa.
    // A wife, and a headline in capitals, say too little.
    const isByTitle =
      !index.surnames.has(key) && !isRelative(mention, input) && !/^\p{Lu}{2}/u.test(mention.texts[0]!);
    const isAddressed = mention.titled && !isByTitle && !bearer?.forms.some(isFamilyFirst) && !isByGivenName;
    // `Samuel Tetteh … Samuel Jr`
    const isJunior = isOfGeneration(mention, index);
    const isOther =
      bearer !== undefined && (isJunior || (isOfKin(mention, input) && isOnlyOfSurname(bearer, known)));
    if (bearer && !isAddressed && !isOther) addMention(bearer, mention);
    else left.push(mention);
  }
  // A misspelling in the sentence that also has the right spelling may be another person, but adds no one.
  const unknown = resolveTypos(left, known, input, index).filter(({ titled, texts }) => {
    const key = foldName(texts.at(-1)!);
    return titled || index.surnames.has(key) || typoOf(key, known, index) === null;
  });
  const apart = [...holders.values()].flatMap(mentions => clusterFullNames(mentions, () => false, index));
  return [...clusters, ...officials, ...apart, ...surnamesAlone(unknown, relatives, input, index)];
}

/** Surnames that a form of address precedes somewhere. */
function addressedBySurname(singles: readonly Mention[], input: string, index: NameIndex): Set<string> {
  return new Set(
    singles
      .filter(
        ({ titled, texts, start }) => titled && texts.length === 1 && !isCalledByGivenName({ start }, input),
      )
      .map(({ texts }) => foldName(texts[0]!))
      .filter(name => index.surnames.has(name)),
  );
}

/** `the wife Naina`: kinship titles a name too. */
function isRelative({ start }: Mention, input: string): boolean {
  return relativeBefore.test(input.slice(Math.max(0, start - longestAddress), start));
}

const relativeBefore = /\b(?:wife|husband|son|daughter|father|mother|brother|sister|widow|twin|cousin),? $/iu;

/** `Samuel Jr`: what is said of one of two relatives. */
function isOfGeneration({ texts }: Mention, index: NameIndex): boolean {
  return texts.length > 1 && /^[js]r$/.test(index.parseName(texts.join(' '))?.suffix ?? '');
}

/** `Sheikha Amina`, `Sir Alan`, `Princess Anna`: forms of address that given names follow. */
function isCalledByGivenName({ start }: { start: number }, input: string): boolean {
  return beforeGivenName.test(input.slice(Math.max(0, start - longestAddress), start));
}

const beforeGivenName =
  /(?<![\p{L}])(?:Sheikha?|Shaikha?|Sir|Dame|Lady|Prince(?:ss)?|King|Queen|Emir|Sultan|Datin|Puan|Sister|Brother|Father|Mother|Pope|Fr\.|Pastor|(?:Arch)?[Bb]ishop|Don|Doña) $/u;
const longestAddress = 12;

/**
 * `President Miller and Anna Miller, the first lady`: an article that gives a surname with an office before it
 * names anyone of that surname in full means another person than the one it names in full without the office.
 */
function officialsBefore(
  { byName }: Namesakes,
  singles: Mention[],
  input: string,
  index: NameIndex,
): Cluster[] {
  const first = new Map<string, Mention>();
  for (const mention of singles.filter(({ office }) => office).sort((a, b) => a.start - b.start)) {
    const key = keyOf(mention, index);
    if (!first.has(key)) first.set(key, mention);
  }
  const officials: Cluster[] = [];
  for (const [key, mention] of first) {
    const bearers = [...(byName.get(key) ?? [])];
    const isSomebodyElse =
      bearers.length > 0 &&
      bearers.every(
        bearer => bearer.firstFull > mention.start && isAnother(bearer, key, singles, input, index),
      );
    if (!isSomebodyElse) continue;
    const [official] = clusterFullNames([mention], () => false, index);
    if (!official) continue;
    official.firstFull = mention.start;
    official.mentions = [];
    officials.push(official);
  }
  return officials;
}

/** Whether a surname with an office is not a bearer's: a form of address has the other gender, or both are named together. */
function isAnother(
  { mentions, genders }: Cluster,
  key: string,
  singles: Mention[],
  input: string,
  index: NameIndex,
): boolean {
  const gender = genderByCounts(genders, 2);
  const isOtherGender = (single: Mention) =>
    single.gender !== null && gender !== null && single.gender !== gender && keyOf(single, index) === key;
  return singles.some(isOtherGender) || mentions.some(full => isCoordinated(full, key, input));
}

/** `Miller and first lady Anna Miller`: no one is named twice in one breath. */
function isCoordinated({ start }: Mention, key: string, input: string): boolean {
  const before = coordinated.exec(input.slice(Math.max(0, start - nearGap), start));
  return before !== null && foldName(before[1]!) === key;
}

const coordinated = /(?<![\p{L}'’-])(\p{Lu}[\p{L}'’-]{1,30}) and (?:\p{Ll}[\p{L}-]{1,15} ){0,4}$/u;

/** Gives words that are names only where the article has such a name to those who bear it. */
export function linkKnownPeople(clusters: Cluster[], loose: Mention[], index: NameIndex): Cluster[] {
  const isSure = ({ forms, mentions }: Cluster) =>
    mentions.length > 1 || forms.some(form => form.given.length > 0);
  const known = namesakes(clusters.filter(isSure), index);
  const taken = new Set(clusters.flatMap(cluster => cluster.mentions.map(mention => mention.start)));
  for (const mention of loose) {
    const owner = ownerOf(mention, keyOf(mention, index), known, index);
    if (owner && !taken.has(mention.start)) addMention(owner, mention);
  }
  return clusters;
}

/** Gives slips of the pen to those whose surname is meant; the mentions left are returned. */
function resolveTypos(mentions: Mention[], known: Namesakes, input: string, index: NameIndex): Mention[] {
  const meant = new Map<string, Cluster | null>();
  // `Sutarto … his wife, Sutarti`: someone introduced as a relative is not a misspelling of the other.
  for (const mention of mentions)
    if (isOfKin(mention, input)) meant.set(foldName(mention.texts.at(-1)!), null);
  const times = Map.groupBy(mentions, ({ texts }) => foldName(texts.at(-1)!));
  return mentions.filter(mention => {
    const key = foldName(mention.texts.at(-1)!);
    let owner = meant.get(key);
    if (owner === undefined) meant.set(key, (owner = typoOf(key, known, index, times.get(key)!.length)));
    if (!owner || owner.sentences.has(mention.sentence) || !fitsGender(mention, owner)) return true;
    addMention(owner, mention);
    return false;
  });
}

/**
 * The person of whose surname a word is a slip of the pen, if there is exactly one; a word that is a surname itself is only
 * another spelling, and of one whom the article names more often.
 */
function typoOf(key: string, { byName, byStart }: Namesakes, index: NameIndex, times = 1): Cluster | null {
  if (key.length < 5 || index.common.has(key)) return null;
  const near = (byStart.get(key.slice(0, 1)) ?? []).slice(-maxTypos);
  const isSurname = near.length > 0 && index.surnames.has(key);
  const isNear = isSurname ? spelledAlike : nearlySame;
  const fits = new Set(
    near.filter(name => name !== key && isNear(name, key)).flatMap(name => [...byName.get(name)!]),
  );
  const [fit] = fits;
  return fits.size === 1 && !(isSurname && fit!.mentions.length <= times) ? fit! : null;
}

/** Whether the form of address before a surname may be someone's. */
function fitsGender({ gender }: Mention, { genders }: Cluster): boolean {
  const known = genderByCounts(genders, 2);
  return gender === null || known === null || gender === known;
}

/** Whether no one else has a person's surname: who is someone's relative would share it with them. */
function isOnlyOfSurname({ forms }: Cluster, { byName }: Namesakes): boolean {
  return forms.every(({ surname }) => (byName.get(surname)?.size ?? 0) < 2);
}

/** Surnames that the article uses without a given name: people if a title or a reporting verb shows it. */
function surnamesAlone(
  mentions: Mention[],
  relatives: Relatives,
  input: string,
  index: NameIndex,
): Cluster[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) pushTo(groups, foldName(mention.texts.join(' ')), mention);
  const isPerson = (group: Mention[]) =>
    group.some(mention => mention.titled || mention.hasContext() || isOfGeneration(mention, index));
  const kin = new Set(
    mentions.filter(mention => isOfKin(mention, input)).map(({ texts }) => foldName(texts.at(-1)!)),
  );
  const areTwo: Relatives = (a, b) =>
    relatives(a, b) || (a.surname !== b.surname && (kin.has(a.surname) || kin.has(b.surname)));
  const clusters = clusterFullNames([...groups.values()].filter(isPerson).flat(), areTwo, index);
  const rest = [...groups.values()].filter(group => !isPerson(group)).flat();
  if (rest.length > 0 && clusters.length > 0) resolveTypos(rest, namesakes(clusters, index), input, index);
  return clusters;
}
