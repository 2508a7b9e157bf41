import type { Act } from './acts.ts';
import { isActOfOneOnAnother } from './question-words.ts';
import type { JudgedSentence } from './sentence.ts';

/** Verbs and nouns that a day may belong to: what is done, and what is said. */
const happening =
  /^(?:\p{L}{2,}ed|said|says|told|met|won|held|came|went|began|made|took|gave|left|lost|rose|fell|sent|spoke|wrote|saw|found|became|meeting|summit|visit|speech|talks|interview|statement|vote|election|ceremony|conference)$/u;
/** `suspended after the annexation in 2014`: the year is that of the annexation. */
const otherwise = /\s(?:after|before|since|following|until)\s/;
/** Between a day and a verb behind it that it belongs to. */
const onlyBetween = /^(?:['’]s)?[\s,]*(?:(?:that|which|and|has|had|have|was|were|\p{L}+ly)[\s,]+){0,3}$/u;

/**
 * The day (or month or year) that a sentence gives for an act, as the reading has it: a date belongs to the nearest
 * verb or event before it, at the sentence's beginning to the first after it. `Relatives of those killed when the
 * plane crashed met on Monday` says nothing of when it crashed. Undefined if the act is given none.
 */
export function dayOfAct({ article, start, end, text }: JudgedSentence, act: Act): string | undefined {
  const happenings = [...text.matchAll(/\p{L}+/gu)]
    .filter(
      ({ 0: word, index }) =>
        index === act.start ||
        ((happening.test(word) || isActOfOneOnAnother(word.toLowerCase())) &&
          !text.slice(0, index).endsWith(' to ')),
    )
    .map(({ index }) => index);
  for (const date of article.reading.dates) {
    if (date.start < start || date.end > end || !/^\d{4}(?:-\d\d){0,2}/.test(date.value ?? '')) continue;
    const at = text.indexOf(date.text);
    if (at < 0) continue;
    const behind = at + date.text.length;
    const isOwner = /^['’]s\b/.test(text.slice(behind));
    const before = isOwner ? undefined : happenings.findLast(place => place < at);
    const owner = before ?? happenings.find(place => place >= behind);
    const isNext = act.start >= behind && onlyBetween.test(text.slice(behind, act.start));
    const isOfAnother = before !== undefined && otherwise.test(text.slice(before, at));
    const isOwned = owner !== undefined && owner >= act.start && owner < act.end && !isOfAnother;
    if (isOwned || isNext) return date.value!.replace(/[T/].*$/, '');
  }
  return undefined;
}
