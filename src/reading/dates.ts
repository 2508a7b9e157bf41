import { addDays } from './calendar.ts';
import { dateForms, foreignForm } from './date-forms.ts';
import type { DateContext, DateForm, Resolved } from './date-meanings.ts';
import { yearlessDay } from './date-resolve.ts';
import { anyMonth, dayNumber, monthNumber } from './date-words.ts';
import type { Document, Sentence } from './document.ts';
import type { Knowledge } from './knowledge.ts';
import type { ReadDate } from './reading.ts';
import { tenseAt } from './tense.ts';

/** Nothing that has none of these tells a date. */
const trigger =
  /\d|days?\b|[Tt]oday|[Tt]onight|tomorrow|yesterday|night\b|morning\b|afternoon\b|evening\b|weeks?\b|months?\b|years?\b|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Thanksgiving|Halloween|Valentine/;

/** A sentence is looked at in stretches of this length, so that no form meets an endless one. */
const longestSentence = 10_000;

/**
 * The dates that the body tells, in order. Without a day of publication, days without a year get no year and
 * weekdays no day: their `value` is null.
 */
export function findDates(document: Document, knowledge: Knowledge): ReadDate[] {
  const anchor = ownDay(document) ?? document.published.date;
  const surnames = monthSurnames(document.input);
  const forms = [...dateForms, foreignForm(knowledge.months)];
  const found: ReadDate[] = [];
  let previous: { day: string; sentence: number } | null = null;
  for (const [index, sentence] of document.sentences.entries()) {
    const text = document.input.slice(
      sentence.start,
      Math.min(sentence.end, sentence.start + longestSentence),
    );
    if (!trigger.test(text)) continue;
    for (const match of chosen(text, forms)) {
      const context = contextOf(sentence, text, match, anchor, surnames);
      const near = previous !== null && index - previous.sentence <= 1 ? previous.day : null;
      const resolved = match.resolve({ ...context, previous: near });
      if (!resolved) continue;
      const [start, end] = [sentence.start + match.start, sentence.start + match.end];
      found.push({ start, end, text: document.input.slice(start, end), ...resolved });
      if (resolved.value?.length === 10) previous = { day: resolved.value, sentence: index };
    }
  }
  return found;
}

type Match = { start: number; end: number; resolve(context: DateContext): Resolved | null };

/** The matches of all forms, overlaps left out: the earlier wins, at one place the longer. */
function chosen(text: string, forms: DateForm[]): Match[] {
  const has = new Map<RegExp, boolean>();
  const mayHave = (needs: RegExp) => {
    const known = has.get(needs);
    if (known === undefined) has.set(needs, needs.test(text));
    return known ?? has.get(needs)!;
  };
  const all: Match[] = [];
  for (const { pattern, needs, resolve } of forms) {
    if (!mayHave(needs)) continue;
    for (const match of text.matchAll(pattern))
      all.push({ ...evidence(match), resolve: context => resolve(match.groups ?? {}, context) });
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Match[] = [];
  for (const match of all) if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  return kept;
}

/** Where the date stands: a preposition in front that made it one is no part of it. */
function evidence(match: RegExpExecArray): { start: number; end: number } {
  const lead =
    /^(?:in|since|until|till|during|of|by|from|through|before|after|for|than|to|and|between|the|back\s+in)[\s-]+|^\(/i.exec(
      match[0],
    );
  const close = match[0].startsWith('(') ? 1 : 0;
  return { start: match.index + (lead?.[0].length ?? 0), end: match.index + match[0].length - close };
}

function contextOf(
  sentence: Sentence,
  text: string,
  match: Match,
  anchor: string | null,
  surnames: Set<string>,
): DateContext {
  return {
    anchor,
    tense: tenseAt(sentence, sentence.start + match.start),
    before: text.slice(Math.max(0, match.start - 40), match.start),
    after: text.slice(match.end, match.end + 40),
    previous: null,
    surnames,
  };
}

/** Months that stand behind a title or a given name somewhere: there they are a surname. */
function monthSurnames(input: string): Set<string> {
  const named =
    /\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lady|Lord|Sir|Minister|President|Secretary|Senator)\.?\s(March|April|May|June|August)\b/g;
  return new Set([...input.matchAll(named)].map(match => match[1]!));
}

const dateline = new RegExp(
  `^\\p{Lu}[\\p{Lu}\\p{Ll} .,'’-]{2,50}[,(]\\s*(?<m>${anyMonth})\\s+(?<d>${dayNumber}).{0,40}(?:--|[—–_]|\\)|-\\s)`,
  'u',
);

/**
 * The day of the dateline (`KABUL, Oct. 3 —`), when it lies up to three days before the day of publication:
 * then it is what "today" and "Friday" hang on.
 */
function ownDay(document: Document): string | null {
  const published = document.published.date;
  const first = document.paragraphs[0];
  if (published === null || !first) return null;
  const match = dateline.exec(document.input.slice(first.start, Math.min(first.end, first.start + 150)));
  if (!match) return null;
  const day = yearlessDay(
    published,
    monthNumber(match.groups!.m!),
    Number.parseInt(match.groups!.d!, 10),
    'past',
  );
  return day !== null && day <= published && day >= addDays(published, -3) ? day : null;
}
