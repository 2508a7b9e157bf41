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
    if (isOwned || isNext) return date.value!.slice(0, 10);
  }
  return undefined;
}

const taking =
  '(?:going to )?(?:be |being )?(?:start|starting|begin|beginning|open|opening|take place|taking place|happen|happening|held|due|scheduled|kick off)';
const where = '(?: (?:in|of|on|at|for|between|with|against) .{1,80}?)?';
const asksForEvent: readonly RegExp[] = [
  new RegExp(
    `^when (?:is|are|was|were) (?:(?:the|an?|this|next) )?(?<named>.{2,80}?)${where}(?: ${taking})?$`,
    'iu',
  ),
  new RegExp(
    `^when (?:will|does|do|did) (?:(?:the|an?|this|next) )?(?<named>.{2,80}?)${where} ${taking}$`,
    'iu',
  ),
];

const takingAtEnd = new RegExp(` ${taking}[?!.\\s]{0,9}$`, 'iu');

/** A question when an event is without its verb, which may be another one in the news: `begin` for `start`. */
export function withoutTaking(question: string): string {
  return eventAsked(question) === null ? question : question.replace(takingAtEnd, '');
}

/** The event whose day is asked for: `when are the Games`, `when does the trial of NAME begin`; its last word says what it is. */
export function eventAsked(question: string): string | null {
  const bare = question.trim().replace(/[?!.\s]{1,9}$/, '');
  const named = asksForEvent
    .map(pattern => pattern.exec(bare)?.groups?.named)
    .find(each => each !== undefined);
  return named?.split(' ').at(-1) ?? null;
}

/** Between an event and its day: how news say that it has one, `which start on`, `scheduled for`, `: `, `on`. */
const toItsDay =
  /^(?:(?:['’]s)? ?[^.;:“”"]{0,50}?\b(?:start|begin|began|beg[iu]n|open|kick|take|taking|took|place|held|schedul|slated|set for|due|happen|will be|is|are|was|were)\p{L}{0,4}\b[^.;:“”"]{0,20}?| )(?:on |for |from |this |next |last |early |late |the ){0,3}$/iu;
/** Between a day and the event that is named behind it: `the July 28 presidential vote`, `Sunday’s crucial election`. */
const fromItsDay =
  /^(?:['’]s)? (?:(?!(?:to|for|at|in|of|by|from|on|as|into|about|over)\b)\p{L}+[ -]){0,3}$/iu;
/** Of a day right after it, `claimed victory in the election on Monday`, no one knows whether it is the event’s. */
const asCircumstance = /\b(?:in|after|over|about|of|from|during|since)\s(?:[\p{L}’'-]+\s){0,3}$/iu;
/** A verb there makes the day that of what it says: `on Monday said the election`. */
const saysOther = /\b(?:said|says|told|added|wrote|that|after|before|when|since|with|ahead)\b/i;

/**
 * The day that a sentence gives for an event that it names, as the reading has it; undefined if it gives none.
 * @param isEvent whether a word names the event
 */
export function dayOfEvent(
  { article, start, end, text }: JudgedSentence,
  isEvent: (word: string) => boolean,
): string | undefined {
  const named = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => isEvent(word));
  for (const date of article.reading.dates) {
    if (date.start < start || date.end > end || !/^\d{4}-\d\d/.test(date.value ?? '')) continue;
    const at = text.indexOf(date.text);
    if (at < 0 || isQuoted(text.slice(0, at))) continue;
    const behind = at + date.text.length;
    const isGiven = named.some(({ 0: word, index }) => {
      const isBefore = index + word.length <= at;
      const between = isBefore ? text.slice(index + word.length, at) : text.slice(behind, index);
      const isOpen = /^ (?:on )?$/.test(between) && asCircumstance.test(text.slice(0, index));
      return !isOpen && !saysOther.test(between) && (isBefore ? toItsDay : fromItsDay).test(between);
    });
    if (isGiven) return date.value!.slice(0, 10);
  }
  return undefined;
}

/** Whether a text ends within a quote, whose `tonight` is another day’s. */
function isQuoted(text: string): boolean {
  return text.lastIndexOf('“') > text.lastIndexOf('”');
}
