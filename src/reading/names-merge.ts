import { type Form, formOf, genderOf, sameFull } from './names-forms.ts';
import type { Gender, NameIndex } from './names-knowledge.ts';
import { foldName, nearlySame } from './names-spelling.ts';

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

export type Cluster = { forms: Form[]; mentions: Mention[]; genders: { f: number; m: number } };

/** Full names into people. Each mention is compared with the people of its surname or one like it. */
export function mergeFull(mentions: Mention[], index: NameIndex): Cluster[] {
  const clusters: Cluster[] = [];
  const byText = new Map<string, Cluster>();
  const byKey = new Map<string, Set<Cluster>>();
  for (const mention of mentions) {
    const text = mention.texts.join(' ');
    let cluster = byText.get(text);
    if (!cluster) {
      const form = formOf(mention.texts, index);
      const near = new Set(keysOf(form).flatMap(key => [...(byKey.get(key) ?? [])]));
      const fits = [...near].filter(other => other.forms.some(known => sameFull(known, form, index)));
      cluster =
        fits.length === 1 && fits[0]!.forms.every(known => sameFull(known, form, index))
          ? fits[0]
          : undefined;
      if (!cluster) clusters.push((cluster = { forms: [], mentions: [], genders: { f: 0, m: 0 } }));
      cluster.forms.push(form);
      const gender = genderOf(form, index);
      if (gender) cluster.genders[gender]++;
      for (const key of keysOf(form)) byKey.set(key, (byKey.get(key) ?? new Set()).add(cluster));
      byText.set(text, cluster);
    }
    if (mention.gender) cluster.genders[mention.gender] += 2;
    cluster.mentions.push(mention);
  }
  return clusters;
}

/** Spellings of one surname mostly share a beginning or an end. */
function keysOf(form: Form): string[] {
  const last = form.surname.split(' ').at(-1)!;
  return [
    `^${last.slice(0, 2)}`,
    `$${last.slice(-3)}`,
    ...form.given.slice(1).map(given => `^${given.slice(0, 2)}`),
  ];
}

/** The people by a surname alone, by a first name alone, or by the end of a double surname. */
export function namesakes(clusters: Cluster[]): Map<string, Cluster[]> {
  const found = new Map<string, Cluster[]>();
  const put = (key: string, cluster: Cluster) => {
    const list = found.get(key) ?? [];
    if (!list.includes(cluster)) found.set(key, [...list, cluster]);
  };
  for (const cluster of clusters) {
    for (const form of cluster.forms) {
      put(form.surname, cluster);
      const words = form.surname.split(' ');
      if (words.length > 1) put(words.at(-1)!, cluster);
      if (form.given.length > 1) put(`${form.given.at(-1)} ${form.surname}`, cluster);
      if (form.given.length > 1) put(`${form.given.slice(1).join(' ')} ${form.surname}`, cluster);
    }
  }
  return found;
}

/**
 * Whose a surname alone is: the only one of that surname, or the only one whom the form of address fits.
 * Undefined where nobody is, null where several are.
 */
export function ownerOf(mention: Mention, byName: Map<string, Cluster[]>): Cluster | null | undefined {
  const key = mention.texts
    .map(foldName)
    .join(' ')
    .replace(/ (jr|sr)\.?$/, '');
  const fits = byName.get(key);
  if (!fits || fits.length === 0) return undefined;
  if (fits.length === 1) return fits[0]!;
  const usual = establishedBy(mention, fits);
  if (usual && (!mention.gender || genderOfCluster(usual) !== other(mention.gender))) return usual;
  const ofGender = fits.filter(cluster => mention.gender && genderOfCluster(cluster) === mention.gender);
  return ofGender.length === 1 ? ofGender[0]! : null;
}

/**
 * Of several who share a surname, the one whom the article had called by it alone before it named the other,
 * or the only one named so far.
 */
function establishedBy(mention: Mention, fits: Cluster[]): Cluster | null {
  const named = fits
    .map(cluster => ({ cluster, at: Math.min(...cluster.mentions.filter(isFull).map(({ start }) => start)) }))
    .filter(({ at }) => at < mention.start)
    .sort((a, b) => a.at - b.at);
  if (named.length === 0) return null;
  const [first, second] = named;
  if (!second) return first!.cluster;
  const isUsed = first!.cluster.mentions.some(({ start, texts }) => texts.length === 1 && start < second.at);
  return isUsed ? first!.cluster : null;
}

function isFull(mention: Mention): boolean {
  return mention.texts.length > 1;
}

function other(gender: 'f' | 'm'): Gender {
  return gender === 'f' ? 'm' : 'f';
}

/** The gender that names and forms of address agree on. */
export function genderOfCluster(cluster: Cluster): Gender {
  const { f, m } = cluster.genders;
  if (f === m) return null;
  return f > m * 2 ? 'f' : m > f * 2 ? 'm' : null;
}

/** The person of whose surname this one is a slip of the pen, if there is exactly one and nothing speaks against it. */
export function slipOf(
  mention: Mention,
  byName: Map<string, Cluster[]>,
  sentences: Map<Cluster, Set<number>>,
  index: NameIndex,
): Cluster | undefined {
  const key = foldName(mention.texts.at(-1)!);
  if (key.length < 5 || index.surnames.has(key) || index.common.has(key)) return undefined;
  const fits = new Set<Cluster>();
  for (const [name, clusters] of byName) {
    if (name !== key && nearlySame(name, key)) for (const cluster of clusters) fits.add(cluster);
  }
  const [only] = fits;
  if (fits.size !== 1 || sentences.get(only!)?.has(mention.sentence)) return undefined;
  return only;
}
