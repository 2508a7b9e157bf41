import type { Document } from '../model/document.ts';
import { addDays } from '../text/calendar.ts';
import { firstEndingAfter } from '../text/spans.ts';
import { count, countOf } from './forms/lexicon.ts';
import type { FoundDate } from './reconcile.ts';

/** What happens on one day, by the nouns that name it and the verbs that report it. Two of one kind are not told apart. */
const happenings: { nouns: string; verbs: string }[] = [
  {
    nouns: 'killings?|murders?|slayings?|shootings?|stabbings?|deaths?|assassination|homicide',
    verbs: 'shot|killed|murdered|slain|stabbed|assassinated|died',
  },
  {
    nouns: 'attacks?|assault|raid|massacre|bombings?|blasts?|explosions?|invasion|siege',
    verbs: 'attacked|raided|bombed|exploded|invaded|stormed|besieged',
  },
  { nouns: 'earthquake|quake|tremor', verbs: 'earthquake|quake' },
  {
    nouns: 'flood|floods|storm|hurricane|typhoon|cyclone|landslide|tsunami|eruption',
    verbs: 'flooded|erupted',
  },
  { nouns: 'fire|blaze', verbs: 'caught fire|burned down|burnt down' },
  {
    nouns: 'crash|collision|derailment|accident|wreck|sinking',
    verbs: 'crashed|collided|derailed|sank|capsized',
  },
  { nouns: 'collapse|bankruptcy|failure', verbs: 'collapsed|failed|went bankrupt' },
  { nouns: 'elections?|vote|ballot|poll|polls|referendum|run-?off', verbs: 'went to the polls|voted' },
  { nouns: 'arrests?|detention|capture', verbs: 'arrested|detained|captured' },
  {
    nouns: 'disappearance|abduction|kidnapping',
    verbs: 'disappeared|vanished|went missing|abducted|kidnapped',
  },
  { nouns: 'resignation|departure', verbs: 'resigned|stepped down|quit' },
  { nouns: 'verdict|conviction|acquittal|sentencing', verbs: 'convicted|acquitted|sentenced|found guilty' },
  { nouns: 'coup|takeover', verbs: 'toppled|overthrown|seized power' },
  { nouns: 'wedding|funeral|burial', verbs: 'married|wed|buried' },
  { nouns: 'escape|break-?out|jailbreak', verbs: 'escaped|broke out' },
];

const kinds = happenings.map(({ nouns, verbs }) => ({
  noun: new RegExp(`^(?:${nouns})$`),
  /** Before a day with nothing that ends a clause between them: `was shot to death on the night of Oct. 23`. */
  before: new RegExp(`\\b(?:${nouns}|${verbs})\\b`, 'g'),
  /** Right behind a day: `the Oct. 23 killing`; after it begins the sentence: `On 9 May a gunman killed`. */
  behind: new RegExp(`^(?:['’]s)?\\s(?:[\\p{Ll}-]+\\s){0,2}(?:${nouns})\\b`, 'u'),
  later: new RegExp(`^,?\\s[^.,;:]{0,50}\\b(?:${verbs})\\b`),
}));

type Kind = (typeof kinds)[number];

const ofEvent = new RegExp(
  `\\b(?:(?<n>${count})\\s+days|(?:[Tt]he|[Oo]ne|[Aa])\\s+day)\\s+(?<w>before|after)\\s+(?:the|his|her|their|its|that)\\s+(?:[\\p{Ll}-]+\\s)?(?<e>[\\p{Ll}-]{4,14})\\b(?!['’]s?\\s|\\s(?:attempt|threat|scene|plot|trial|on|of|in)\\b)`,
  'gu',
);
/** `was shot at 10 p.m. as he left` */
const atHour =
  /\bat\s(?:about\s|around\s)?(?<h>(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|midnight|noon|midday))(?!\s(?:on|[A-Z(\d]))/g;
/** UTF-16 code units of a clause. */
const longestClause = 70;
const clauseEnd = /[.;:“”"]|\b(?:after|before|since|when|while|until|who|which|and|but|because|as|if)\b/;

/**
 * The dates with those that are counted from what the article gives one day for: `was shot on 9 May … Two days after the
 * killing, …`, and the hours at which it happened where it is reported again. Where the article gives several days for
 * what is meant, or none, they are not found.
 */
export function countedFromEvents(dates: FoundDate[], document: Document): FoundDate[] {
  if (dates.length === 0) return dates;
  const counted = [...daysFrom(dates, document), ...hoursOf(dates, document)];
  if (counted.length === 0) return dates;
  const overlaps = (date: FoundDate) => (other: FoundDate) =>
    date.start < other.end && other.start < date.end;
  const kept = dates.filter(date => date.value !== null || !counted.some(overlaps(date)));
  return [...kept, ...counted.filter(date => !kept.some(overlaps(date)))].sort((a, b) => a.start - b.start);
}

/** The matches of a pattern in the body that lie in one sentence. */
function* matchesIn({ input, sentences, paragraphs }: Document, pattern: RegExp) {
  const first = paragraphs[0]?.start ?? 0;
  for (const match of input.slice(first, paragraphs.at(-1)?.end ?? 0).matchAll(pattern)) {
    const start = first + match.index;
    const sentence = sentences[firstEndingAfter(sentences, start)];
    const isInside = sentence && sentence.start <= start && start + match[0].length <= sentence.end;
    if (isInside) yield { sentence, start, text: match[0], groups: match.groups! };
  }
}

/** `Three days before the collapse` */
function daysFrom(dates: readonly FoundDate[], document: Document): FoundDate[] {
  const counted: FoundDate[] = [];
  for (const { start, text, groups } of matchesIn(document, ofEvent)) {
    const days = groups.n === undefined ? 1 : countOf(groups.n);
    const kind = kinds.find(({ noun }) => noun.test(groups.e!));
    const day = kind && !Number.isNaN(days) ? dayOfEvent(dates, document, kind) : null;
    if (day === null) continue;
    const value = addDays(day, groups.w === 'before' ? -days : days);
    // What happened lies behind: the event was another one.
    const { date: published } = document.published;
    if (published !== null && value > addDays(published, 1)) continue;
    counted.push({ start, end: start + text.length, text, value, basis: 'relative', tense: 'past' });
  }
  return counted;
}

/** `was shot at 10 p.m.`, in a sentence that names no date. */
function hoursOf(dates: readonly FoundDate[], document: Document): FoundDate[] {
  const found: FoundDate[] = [];
  for (const { sentence, start: at, text: words, groups } of matchesIn(document, atHour)) {
    if (dates.some(({ start, end }) => start < sentence.end && sentence.start < end)) continue;
    const lead = document.input.slice(Math.max(sentence.start, at - longestClause), at);
    const kind = kinds.find(({ before }) => isRightBehind(lead, before));
    const day = kind ? dayOfEvent(dates, document, kind) : null;
    if (day === null) continue;
    const text = groups.h!;
    const end = at + words.length;
    found.push({ start: end - text.length, end, text, value: day, basis: 'relative', tense: 'past' });
  }
  return found;
}

/** Whether the last match of a pattern is in the clause that a text ends with. */
function isRightBehind(lead: string, pattern: RegExp): boolean {
  const last = [...lead.matchAll(pattern)].at(-1);
  return last !== undefined && !clauseEnd.test(lead.slice(last.index + last[0].length));
}

/** The one day that the article gives for what is of a kind, null if it gives none or several. */
function dayOfEvent(dates: readonly FoundDate[], document: Document, kind: Kind): string | null {
  const days = new Set<string>();
  for (const date of dates) {
    if (date.value?.length !== 10 || date.tense === 'future' || date.tense === 'planned') continue;
    if (isDayOf(document, date, kind)) days.add(date.value);
  }
  return days.size === 1 ? [...days][0]! : null;
}

/** Whether the words around a day give it for something of a kind. */
function isDayOf(
  { input, sentences }: Document,
  { start, end }: FoundDate,
  { before, behind, later }: Kind,
): boolean {
  const sentence = sentences[firstEndingAfter(sentences, start)];
  if (!sentence || sentence.start > start) return false;
  const rest = input.slice(end, Math.min(sentence.end, end + longestClause));
  if (behind.test(rest)) return true;
  const lead = input.slice(Math.max(sentence.start, start - longestClause), start);
  if (isRightBehind(lead, before)) return true;
  return /^(?:on|early on|late on|at)?\s?$/i.test(input.slice(sentence.start, start)) && later.test(rest);
}
