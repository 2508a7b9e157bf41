import type { Gender, NameIndex } from '../knowledge/name-index.ts';
import { genderOf, type PersonName, parseName, sameFullName } from './name-forms.ts';

/** A place in the text where somebody is named. */
export type Mention = {
  start: number;
  end: number;
  /** The name's words. */
  texts: string[];
  sentence: number;
  titled: boolean;
  gender: Gender;
  /** What stands round it tells a person. */
  shown: boolean;
};

/** The mentions of one person. */
export type Cluster = {
  forms: PersonName[];
  mentions: Mention[];
  genders: { f: number; m: number };
  /** Where they are first named in full, and first by the surname alone; Infinity where never. */
  firstFull: number;
  firstAlone: number;
  sentences: Set<number>;
};

/** Of the people whose surnames begin or end alike, only so many are compared: those named last. */
const maxCompared = 48;

/** Nor is a name compared with more forms of one person than this. */
const maxForms = 64;

/** Full names into people. Each mention is compared with the people of its surname or one like it. */
export function clusterFullNames(mentions: Mention[], index: NameIndex): Cluster[] {
  const clusters: Cluster[] = [];
  const byText = new Map<string, Cluster>();
  const byKey = new Map<string, Cluster[]>();
  for (const mention of mentions) {
    const text = mention.texts.join(' ');
    let cluster = byText.get(text);
    if (!cluster) {
      const form = parseName(mention.texts, index);
      const near = new Set(keysOf(form).flatMap(key => (byKey.get(key) ?? []).slice(-maxCompared)));
      const fits = [...near].filter(other => other.forms.some(known => sameFullName(known, form, index)));
      cluster =
        fits.length === 1 && fits[0]!.forms.every(known => sameFullName(known, form, index))
          ? fits[0]
          : undefined;
      if (!cluster) clusters.push((cluster = emptyCluster()));
      if (cluster.forms.length < maxForms) cluster.forms.push(form);
      const gender = genderOf(form, index);
      if (gender) cluster.genders[gender]++;
      for (const key of keysOf(form)) pushTo(byKey, key, cluster);
      byText.set(text, cluster);
    }
    addMention(cluster, mention);
  }
  return clusters;
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

/** Counts a mention among those of a person. */
export function addMention(cluster: Cluster, mention: Mention): void {
  cluster.mentions.push(mention);
  cluster.sentences.add(mention.sentence);
  if (mention.gender) cluster.genders[mention.gender] += 2;
  if (mention.texts.length > 1) cluster.firstFull = Math.min(cluster.firstFull, mention.start);
  else cluster.firstAlone = Math.min(cluster.firstAlone, mention.start);
}

/** Puts a value into a list of a map, which is made if need be. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Spellings of one surname mostly share a beginning or an end. */
function keysOf(form: PersonName): string[] {
  const last = form.surname.split(' ').at(-1)!;
  return [
    `^${last.slice(0, 2)}`,
    `$${last.slice(-3)}`,
    ...form.given.slice(1).map(given => `^${given.slice(0, 2)}`),
  ];
}
