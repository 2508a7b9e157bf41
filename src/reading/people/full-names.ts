import { foldName } from '../../names/fold.ts';
import { genderOfGivenName, isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import { type Word, wordIndexAt } from '../tokens/words.ts';
import { addMention, type Cluster, type Mention } from './clusters.ts';
import { siblings } from './evidence-around.ts';

/** A short form of two words, and when it is that of a full name. */
type ShortForm = {
  name: string;
  isShort: (first: string, last: string) => boolean;
  isOf: (full: readonly string[], first: string, last: string) => boolean;
  /** How many of its words are no part of the name. */
  address: number;
  /** Whether it addresses someone politely; what looks alike may be the full name of another. */
  isPolite?: true;
};

/** `Petrovich`, `Ivanovna`: the father's name, by which someone is politely addressed; many surnames end alike. */
const polite = /^\p{Lu}\p{Ll}{2,}(?:[eo]vich|[eo]vych|[eo]vna|ivna|inichna)$/u;

const shortForms: ShortForm[] = [
  {
    name: 'Renato G. for Renato Gonçalves',
    isShort: (first, last) => first.length > 2 && /^\p{Lu}\.?$/u.test(last),
    isOf: (full, first, last) => full[0] === first && full.at(-1)![0] === last[0],
    address: 0,
  },
  {
    name: 'E. Kostyra for Elina Kostyra-Wolf',
    isShort: first => /^\p{Lu}\.$/u.test(first),
    isOf: (full, first, last) => full[0]![0] === first[0] && full.at(-1)!.startsWith(`${last}-`),
    address: 0,
  },
  {
    name: 'Don Ramiro for Ramiro Castaño',
    isShort: first => /^(?:Don|Doña)$/.test(first),
    isOf: (full, _, last) => full[0] === last,
    address: 1,
  },
  {
    name: 'Anton Petrovich for Anton Belov',
    isShort: (_, last) => polite.test(last),
    isOf: (full, first, last) => full[0] === first && (full.length === 2 || full[1] === last),
    address: 0,
    isPolite: true,
  },
];

/** Of the full names of an article only so many are looked at for a short form. */
const maxNames = 500;

/** Gives short forms the words of the full name that the article has for them, if exactly one fits. */
export function withFullerForms(mentions: Mention[], words: Word[]): Mention[] {
  const formOf = ({ texts: [first, last, third] }: Mention) =>
    last === undefined || third !== undefined
      ? undefined
      : shortForms.find(({ isShort }) => isShort(first!, last));
  if (!mentions.some(formOf)) return mentions;
  const whole = mentions.filter(mention => mention.texts.length > 1 && !formOf(mention));
  const names = [...new Map(whole.map(({ texts }) => [texts.join(' '), texts])).values()].slice(0, maxNames);
  return mentions.map(mention => {
    const form = formOf(mention);
    const [first, last] = mention.texts;
    if (form?.isPolite && !isPoliteHere(mention, words)) return mention;
    const fits = form ? names.filter(full => form.isOf(full, first!, last!)) : [];
    if (!form || fits.length !== 1) return mention;
    const { start } = words[wordIndexAt(words, mention.start) + form.address]!;
    return { ...mention, start, texts: fits[0]!, ...(form.isPolite && { name: fits[0]!.join(' ') }) };
  });
}

/** Whether someone acts or speaks under a name whose last word the article never has without the first, as it has surnames. */
function isPoliteHere({ texts: [first, last], end }: Mention, words: Word[]): boolean {
  const next = words[wordIndexAt(words, end)];
  const isActing = /^(?:VERB|AUX)$/.test(next?.pos ?? '') || /^['’]s$/.test(next?.text ?? '');
  const isCalled = next?.text === ',' && words[wordIndexAt(words, end) + 1]?.lower === 'as';
  if (!isActing && !isCalled) return false;
  return !words.some(({ text }, at) => text === last && words[at - 1]?.text !== first);
}

/** `born to Paul and Greta Miller`, `the late Paul and Greta Miller`: whether parents are named from a word on. */
function areParents(words: Word[], at: number): boolean {
  const before = words[at - 1]?.lower;
  return before === 'late' || before === 'parents' || (before === 'to' && words[at - 2]?.lower === 'born');
}

/**
 * `Paul` of `Paul and Greta Miller`: most likely a Miller too, so that `Miller` alone means neither of them for sure.
 * A name that may be someone else’s stays as it is written, and is given only if the article has it once more.
 */
export function withSharedSurname(full: Mention[], words: Word[], index: NameIndex): Mention[] {
  const borne = new Set(full.map(({ texts }) => foldName(texts.at(-1)!)));
  const givens = new Set(full.map(({ texts }) => foldName(texts[0]!)));
  return full.flatMap(mention => {
    const at = wordIndexAt(words, mention.start);
    const [before, given, link] = [words[at - 3], words[at - 2], words[at - 1]];
    if (mention.titled || !given || !/^(?:and|&)$/.test(link?.lower ?? '')) return [];
    const surname = mention.texts.at(-1)!;
    // `Ernest and Ida M. Miller`, `Ernest and Ida (Cox) Miller`
    const isShort = /^\p{Lu}\.$/u.test(mention.texts[1]!) || words[at + 1]?.text === '(';
    if (mention.texts.length !== (isShort ? 3 : 2)) return [];
    const areSiblings = siblings.test(before?.lower ?? '');
    const isFirstName = (text: string) => isGivenName(text, index) && !index.places.has(text.toLowerCase());
    if (!given.isCapitalized) return [];
    if (!areSiblings && !(isFirstName(given.text) && isFirstName(mention.texts[0]!))) return [];
    const isLonger = before?.isCapitalized && before.sentence === given.sentence && !before.isSentenceStart;
    if (given.sentence !== link!.sentence || isLonger || borne.has(foldName(given.text))) return [];
    const gender = genderOfGivenName(given.text, index);
    const { start, end } = given;
    const texts = [given.text, surname];
    // `Anna Holm, Shakira and Paul Miller` are three, and `Anna and Paul Miller` of an article on Anna Holm two.
    const mayBeOther =
      before?.text === ',' ||
      (givens.has(foldName(given.text)) && !areParents(words, at - 2)) ||
      index.things.has(texts[1]!.toLowerCase().replace(/s$/, ''));
    return [{ ...mention, start, end, texts, gender, ...(!mayBeOther && { name: texts.join(' ') }) }];
  });
}

/**
 * `Hartvig Moe` is no full name where the article has an `Anna Hartvig-Moe`, a double surname with its hyphen lost, or both
 * an `Anna Hartvig Moe` and a `Jens Hartvig Moe`.
 * @returns the full names, and the double surnames among what looked like one
 */
export function withoutDoubleSurnames(full: Mention[]): { full: Mention[]; doubled: Mention[] } {
  const bearers = new Map<string, Set<string>>();
  for (const { texts } of full) {
    const last = texts.at(-1)!;
    const isHyphened = texts.length > 1 && last.includes('-');
    if (!isHyphened && texts.length < 3) continue;
    const surname = foldName(isHyphened ? last : texts.slice(-2).join('-'));
    const known = bearers.get(surname) ?? new Set(isHyphened ? ['', ' '] : []);
    bearers.set(surname, known.add(texts[0]!));
  }
  if (bearers.size === 0) return { full, doubled: [] };
  const isSurname = ({ texts }: Mention) =>
    texts.length === 2 && (bearers.get(foldName(texts.join('-')))?.size ?? 0) > 1;
  const doubled = full.filter(isSurname);
  return doubled.length === 0
    ? { full, doubled }
    : { full: full.filter(mention => !isSurname(mention)), doubled };
}

/** Parts of an article outside its body that may name its people in full. */
const headers = /^(?:title|caption)$/;
const maxLength = 400;

/**
 * Gives people whom the body calls by surname alone the full name that a headline or a caption has, if all
 * such names there agree.
 */
export function adoptHeaderNames(
  clusters: Cluster[],
  { input, removed, titleSpan }: Document,
  index: NameIndex,
): void {
  const spans = removed.filter(({ kind }) => headers.test(kind));
  if (titleSpan && !spans.some(({ start }) => start === titleSpan.start))
    spans.push({ ...titleSpan, kind: 'title' });
  const found = spans.flatMap(({ start, end }) =>
    fullNamesIn(input, start, Math.min(end, start + maxLength), index),
  );
  for (const cluster of clusters) {
    if (cluster.forms.some(({ given }) => given.length > 0)) continue;
    const [own] = cluster.forms;
    const fits = found.filter(({ form }) => form.surname === own?.surname);
    const [first] = fits;
    if (!first || fits.some(({ form }) => form.words.join() !== first.form.words.join())) continue;
    for (const { start, end, form } of fits) {
      cluster.forms.push(form);
      addMention(cluster, {
        start,
        end,
        texts: input.slice(start, end).split(' '),
        sentence: -1,
        paragraph: -1,
        titled: false,
        office: false,
        gender: null,
        hasContext: () => false,
      });
    }
  }
}

const capitalized = /\p{Lu}[\p{L}'-]{1,30}/gu;

/** Pairs of a given name and another capitalized word, with one initial or name between them at most. */
function fullNamesIn(input: string, from: number, to: number, index: NameIndex) {
  const words = [...input.slice(from, to).matchAll(capitalized)].map(({ 0: text, index: at }) => ({
    start: from + at,
    end: from + at + text.length,
    text,
  }));
  return words.flatMap((first, at) => {
    const last = words[at + 1];
    if (!last || input.slice(first.end, last.start) !== ' ' || !isGivenName(first.text, index)) return [];
    if (index.common.has(first.text.toLowerCase()) || index.places.has(first.text.toLowerCase())) return [];
    const form = index.parseName(input.slice(first.start, last.end));
    return form && form.given.length > 0 ? [{ start: first.start, end: last.end, form }] : [];
  });
}
