import { isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import { addMention, type Cluster } from './clusters.ts';

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
