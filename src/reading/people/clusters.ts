import { agreement, compareGiven, middleNamesClash } from '../../names/agreement.ts';
import { type Gender, genderOfGivenName } from '../../names/gender.ts';
import type { PersonName } from '../../names/name.ts';
import { nearlySame } from '../../names/spelling.ts';
import { particles } from '../../names/vocabulary.ts';
import { pushTo } from '../../system/lists-by-key.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Relatives } from './relatives.ts';

/** A place in the text where a person is named. */
export type Mention = {
  start: number;
  end: number;
  /** The name's words. */
  texts: string[];
  /** The name as it is shown, where the text has its words in another order. */
  name?: string;
  sentence: number;
  paragraph: number;
  titled: boolean;
  /** An office, not only a form of address, precedes it. */
  office: boolean;
  gender: Gender;
  /** The words around it show that it names a person. */
  hasContext(): boolean;
};

/** The mentions of one person. */
export type Cluster = {
  forms: PersonName[];
  mentions: Mention[];
  genders: { f: number; m: number };
  /** Where they are first named in full, and first by the surname alone; Infinity if never. */
  firstFull: number;
  firstAlone: number;
  sentences: Set<number>;
};

/** Of the people whose surnames begin or end alike, only those named last are compared. */
const maxCompared = 48;

/** A name is compared with no more forms of one person than this. */
const maxForms = 64;

/** Groups full names by person. Each mention is compared with the people of its surname or one like it. */
export function clusterFullNames(mentions: Mention[], relatives: Relatives, index: NameIndex): Cluster[] {
  const clusters: Cluster[] = [];
  const byText = new Map<string, Cluster>();
  const byKey = new Map<string, Cluster[]>();
  for (const mention of mentions) {
    const text = mention.texts.join(' ');
    let cluster = clusterCalled(text, byText);
    if (!cluster) {
      const form = index.parseName(text);
      if (!form) continue;
      cluster = clusterOfForm(form, byKey, relatives, index);
      if (!cluster) clusters.push((cluster = emptyCluster()));
      if (cluster.forms.length < maxForms) cluster.forms.push(form);
      const gender = form.given.length > 0 ? genderOfGivenName(mention.texts[0]!, index) : null;
      if (gender) cluster.genders[gender]++;
      for (const key of keysOf(form)) pushTo(byKey, key, cluster);
      byText.set(text, cluster);
      // `Lim Boon Keat … Boon Keat said`
      const pair = mention.texts.slice(1).join(' ');
      if (mention.texts.length === 3 && isFamilyFirst(form) && !byText.has(pair)) byText.set(pair, cluster);
    }
    addMention(cluster, mention);
  }
  return clusters;
}

/** The person known so far whom a form of a name fits; none if it fits several. */
function clusterOfForm(
  form: PersonName,
  byKey: ReadonlyMap<string, Cluster[]>,
  relatives: Relatives,
  index: NameIndex,
): Cluster | undefined {
  const isFit = (known: PersonName) => sameInArticle(known, form, index) && !relatives(known, form);
  const near = new Set(keysOf(form).flatMap(key => (byKey.get(key) ?? []).slice(-maxCompared)));
  const fits = [...near].filter(other => other.forms.some(isFit));
  return fits.length === 1 && fits[0]!.forms.every(isFit) ? fits[0] : undefined;
}

/** Whether two full names of one article are one person's: besides spellings, an article has typos. */
export function sameInArticle(a: PersonName, b: PersonName, index: NameIndex): boolean {
  const found = agreement(a, b, index);
  if (/^(same|initial|part|near|surname)$/.test(found)) return true;
  if (a.given.length === 0 && b.given.length === 0) return nearlySame(a.surname, b.surname);
  if (a.suffix !== b.suffix || a.given.length === 0 || b.given.length === 0) return false;
  if (!nearlySame(a.surname, b.surname)) return false;
  // A slip of the pen leaves a middle name recognizable.
  if (middleNamesClash(a.given, b.given, index) && !nearlySame(a.given[1]!, b.given[1]!)) return false;
  const [x, y] = [a.given[0]!, b.given[0]!];
  if (compareGiven(x, y, index) !== 'clash') return true;
  return a.surname === b.surname && nearlySame(x, y) && !(isGiven(x, index) && isGiven(y, index));
}

/** The person of a name: `Abu Walid` is the one `Abu Walid al-Masri`. */
function clusterCalled(text: string, byText: ReadonlyMap<string, Cluster>): Cluster | undefined {
  const known = byText.get(text);
  if (known || !/^(?:Abu|Umm) \S+$/.test(text)) return known;
  const bearers = new Set(
    [...byText].filter(([name]) => name.startsWith(`${text} `)).map(([, cluster]) => cluster),
  );
  return bearers.size === 1 ? [...bearers][0] : undefined;
}

function isGiven(folded: string, { female, male }: NameIndex): boolean {
  return female.has(folded) || male.has(folded);
}

function emptyCluster(): Cluster {
  return {
    forms: [],
    mentions: [],
    genders: { f: 0, m: 0 },
    firstFull: Number.POSITIVE_INFINITY,
    firstAlone: Number.POSITIVE_INFINITY,
    sentences: new Set(),
  };
}

/** Adds a mention to those of a person. */
export function addMention(cluster: Cluster, mention: Mention): void {
  cluster.mentions.push(mention);
  cluster.sentences.add(mention.sentence);
  if (mention.gender) cluster.genders[mention.gender] += 2;
  if (isFull(mention)) cluster.firstFull = Math.min(cluster.firstFull, mention.start);
  else cluster.firstAlone = Math.min(cluster.firstAlone, mention.start);
}

/** Whether a mention has more than a surname; `de la Cruz` has not. */
function isFull({ texts }: Mention): boolean {
  return texts.filter(text => !particles.has(text)).length > 1;
}

/** Spellings of one surname mostly share a beginning or an end. */
function keysOf({ surname, given }: PersonName): string[] {
  return [
    `^${surname.slice(0, 2)}`,
    `$${surname.slice(-3)}`,
    ...given.slice(1).map(name => `^${name.slice(0, 2)}`),
  ];
}

/** The words of a mention without spaces, by which people of one name are looked up. */
export function keyOf(mention: Mention, index: NameIndex): string {
  return index.parseName(mention.texts.join(' '))?.words.join('') ?? '';
}

const knownAs =
  /^(?:,? (?:(?:who is |also |better |widely |popularly |commonly |universally )?known as|nicknamed|aka|a\.k\.a\.|alias) ["“]?| ["“])$/;
const longestKnownAs = 45;

/**
 * Other names that the article gives someone right after the full name: `Joko Widodo, known as Jokowi`, `Abdi Warsame
 * “Coal”`.
 */
export function aliasesOf(
  clusters: Cluster[],
  singles: Mention[],
  input: string,
  index: NameIndex,
): Map<string, Cluster> {
  const aliases = new Map<string, Cluster>();
  const byEnd = new Map(
    clusters.flatMap(cluster => cluster.mentions.map(({ end }) => [end, cluster] as const)),
  );
  for (const mention of singles) {
    const isQuoted = /["“]/.test(input[mention.start - 1] ?? '');
    if (isQuoted ? !/["”]/.test(input[mention.end] ?? '') : !mayFollowKnownAs(mention, input)) continue;
    for (let gap = 2; gap <= longestKnownAs; gap++) {
      const bearer = byEnd.get(mention.start - gap);
      if (bearer === undefined) continue;
      if (knownAs.test(input.slice(mention.start - gap, mention.start)))
        aliases.set(keyOf(mention, index), bearer);
      break;
    }
  }
  return aliases;
}

function mayFollowKnownAs({ start }: Mention, input: string): boolean {
  return /(?:as|nicknamed|aka|a\.k\.a\.|alias) $/.test(input.slice(Math.max(0, start - 10), start));
}

/** Those who are called by the first name alone later on, where only one has it. */
export function givenNames(clusters: Cluster[]): Map<string, Cluster> {
  const found = new Map<string, Cluster | null>();
  for (const cluster of clusters) {
    for (const given of new Set(cluster.forms.flatMap(calledBy))) {
      if (given) found.set(given, found.has(given) ? null : cluster);
    }
  }
  return new Map([...found].filter((entry): entry is [string, Cluster] => entry[1] !== null));
}

/** The given name, and of `Pham Quang Hieu`, whose family name comes first, the last word. */
function calledBy(name: PersonName): (string | undefined)[] {
  const { given, words } = name;
  if (isFamilyFirst(name)) return [given[0], words.at(-1)];
  // `Luiz Inácio Lula da Silva`: what comes between given names and surname is what most call him.
  return given.length > 2 && given.at(-1)!.length > 3 ? [given[0], given.at(-1)] : [given[0]];
}

export function isFamilyFirst({ surname, words }: PersonName): boolean {
  return words.length > 2 && words[0] === surname;
}
