import { monthNumber, monthOf, parts } from '../../text/calendar.ts';
import type { DateContext, Groups, Resolved } from './form.ts';
import { fullMonth, numberedDay } from './lexicon.ts';
import { monthInPassage, namedMonth, yearlessMonth } from './resolve.ts';

/** `in November`, `early last March`. After other words than these, `May` and `March` are names or verbs. */
export function monthAfter(g: Groups, context: DateContext): Resolved | null {
  const { anchor, tense, after, surnames } = context;
  const month = monthNumber(g.m!);
  const word = g.w!.toLowerCase();
  if (isOfTitle(g.w!, context)) return null;
  if (surnames.has(g.m!) && !/^(last|next|this|in|early|late|mid)$/.test(word)) return null;
  if (
    /^(March|May|August|April|June)$/.test(g.m!) &&
    /^\s+\p{Lu}\p{Ll}/u.test(after) &&
    word !== 'in' &&
    !g.w2
  )
    return null;
  if (
    /^(March|May)$/.test(g.m!) &&
    /^(by|for|of|from|after|before)$/.test(word) &&
    /^\s+(said|told|has|was|is|will)\b/.test(after)
  )
    return null;
  if (anchor === null) return { value: null, basis: 'year-inferred' };
  // `closed past June`: until later than that.
  const isUntil = word === 'past' && !/\b(?:this|the)\s+$/i.test(context.before);
  const which = isUntil
    ? undefined
    : [word, g.w2?.trim()].find(one => one && /^(last|past|next|this)$/.test(one));
  if (which) return { value: namedMonth(anchor, month, which), basis: 'year-inferred' };
  const following = monthFollowing(context, month);
  if (following !== null) return { value: following, basis: 'year-inferred' };
  const wasUntil = /^(?:until|till)$/.test(word) && wasThen.test(context.before);
  const sense = isUntil || wasUntil ? 'open' : word === 'come' ? 'future' : tense;
  const nearest = yearlessMonth(anchor, month, sense);
  const opens = /^["“]?(?:(?:But|And|Then|Early|Late|Later|Only)\s)?(?:(?:[Ii]n|[Bb]y)\s)?$/.test(
    context.before,
  );
  const value = monthInPassage(context.passage, nearest, anchor, month, sense, opens) ?? nearest;
  return { value, basis: 'year-inferred' };
}

/** `the band By June`, `Half Past May`, `“Until August”`: a preposition with a capital within a sentence, or alone between marks. */
function isOfTitle(word: string, { before, after }: DateContext): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  const lead = before.endsWith(`${word} `) ? before.slice(0, -word.length - 1) : before;
  return /[\p{L},] $/u.test(lead) || (/[“"‘]$/.test(lead) && /^[”"’]/.test(after));
}

/** `was freed on the 15th and jailed again in`: what happened next, with no year between. */
const thenOf = new RegExp(
  `(?:the ${numberedDay}|${fullMonth} \\d{1,2}|\\d{1,2} ${fullMonth}),? and (?!\\b(?:after|since|before)\\b)[^,;:.]{1,60}$`,
);

/** `was held by the rebels until`: up to a month that may be over. */
const wasThen = /\b(?:was|were|had|did)\b(?![^.;]*\b(?:will|would|is|are|has|have)\b)/;

/** `She came in May 2023 and left in June`: the first such month after the one whose year the sentence names. */
function monthFollowing({ anchor, tense, before, previous }: DateContext, month: number): string | null {
  if (anchor === null || previous === null || previous.length < 7) return null;
  if (tense === 'future' || tense === 'planned') return null;
  const [of, from] = parts(previous);
  const years: string[] = before.match(/\b\d{4}\b/g) ?? [];
  const isOfDay = previous.length === 10 && tense === 'past' && thenOf.test(before);
  if (!isOfDay && !years.includes(String(of))) return null;
  const value = monthOf(month >= from ? of : of + 1, month);
  return value <= anchor.slice(0, 7) ? value : null;
}

/** `her mother June` */
const kinBefore =
  /\b(?:mother|daughter|wife|widow|sister|aunt|niece|cousin|girlfriend|grandmother|granddaughter|fiancée|partner),? $/;

/** `June told the court` */
const speaks = /^ (?:said|says|told|tells|asked|added|wrote|explained|recalled|laughed|smiled)\b/;

/** Begins a sentence in front of a month: `The July vote`. */
const determiner = /^(?:The|An?|This|That|Its|His|Her|Their|Our)$/;

/** A month without a preposition; rejected next to another name. */
export function bareMonth(
  g: Groups,
  { anchor, tense, before, after, surnames }: DateContext,
): Resolved | null {
  const wordBefore = /\s$/.test(before)
    ? before
        .trimEnd()
        .split(/[^\p{L}.]/u)
        .at(-1)!
    : '';
  if (/^(?:April|June|August)$/.test(g.m!) && (kinBefore.test(before) || speaks.test(after))) return null;
  const isName = /\p{Lu}/u.test(wordBefore) && !determiner.test(wordBefore);
  const nextToName = isName || /^\s+\p{Lu}/u.test(after);
  if (
    nextToName ||
    surnames.has(g.m!) ||
    (/^(April|June)$/.test(g.m!) && !/^['’]s?\b|^\s+\p{Ll}/u.test(after))
  )
    return null;
  const isOfPlan = /\b(?:the|this|its|their|['’]s)\s+$/.test(before) && planned.test(after);
  // `At a July meeting of the board, of which she is a member, she resigned`: the verb says nothing of the meeting.
  const isOfMeeting =
    tense === 'present' && /\b(?:an?|the|his|her|its|their)\s+$/i.test(before) && /^\s+\p{Ll}/u.test(after);
  return {
    value: anchor && yearlessMonth(anchor, monthNumber(g.m!), isOfPlan || isOfMeeting ? 'open' : tense),
    basis: 'year-inferred',
  };
}

/** `the nominee lost her voice before the November election`: the verb says nothing of the election, so it is the nearest. */
const planned =
  /^\s+(?:(?:general|presidential|parliamentary|local|midterm)\s+)?(?:elections?|votes?|ballot|midterms?|referendum|polls|run-?off|summit|convention|conference|games|championships?|tournament|deadline|budget)\b/i;

/** The month of an entry in a chronology: of its section or its title, else the first such one after the entry before. */
export function monthOfEntry(g: Groups, { anchor, tense, passage }: DateContext): Resolved {
  if (anchor === null) return { value: null, basis: 'year-inferred' };
  const month = monthNumber(g.m!);
  const now = anchor.slice(0, 'YYYY-MM'.length);
  const named = passage.section ?? passage.title;
  const [of, from] = passage.date === null ? [null, 0] : parts(passage.date);
  const year = named ?? (of !== null && month < from ? of + 1 : of);
  const value = year === null ? null : monthOf(year, month);
  const isKnown = value !== null && value <= now;
  return { value: isKnown ? value : yearlessMonth(anchor, month, tense), basis: 'year-inferred' };
}

/** `from November 2019 to March`: the first such month after what the words begin with. */
export function monthOfEnd(g: Groups, { previous }: DateContext): Resolved {
  if (previous === null || previous.length < 'YYYY-MM'.length) return { value: null, basis: 'year-inferred' };
  const [of, from] = parts(previous);
  const month = monthNumber(g.m!);
  return { value: monthOf(month > from ? of : of + 1, month), basis: 'year-inferred' };
}

const ofBearer = /^ \p{Lu}\p{Ll}/u;

/** `that July`: of the year mentioned before, or of the next one after a month late in it. */
export function monthOfThen(g: Groups, context: DateContext): Resolved | null {
  // `told her that August Prell would come`
  if (ofBearer.test(context.after)) return null;
  const { anchor, previous, passage, tense } = context;
  const month = monthNumber(g.m!);
  const from = previous ?? passage.date;
  const last = anchor && yearlessMonth(anchor, month, 'past');
  if (from === null) return { value: last, basis: 'year-inferred' };
  const [of, then] = parts(from);
  const isNext = from.length > 4 && then - month > monthsBack;
  const value = monthOf(isNext ? of + 1 : of, month);
  // `The boat was seized that December`, of an article of October
  const isAhead = tense === 'past' && last !== null && value > last;
  return { value: isAhead ? last : value, basis: 'year-inferred' };
}

/** Months that an account goes back within a year. */
const monthsBack = 6;
