import { monthNumber, monthOf, parts } from '../../text/calendar.ts';
import type { DateContext, Groups, Resolved } from './form.ts';
import { monthInPassage, yearlessMonth } from './resolve.ts';

/** `in November`, `early last March`. After other words than these, `May` and `March` are names or verbs. */
export function monthAfter(g: Groups, context: DateContext): Resolved | null {
  const { anchor, tense, after, surnames } = context;
  const month = monthNumber(g.m!);
  const word = g.w!.toLowerCase();
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
  const [of, anchorMonth] = parts(anchor);
  if (which === 'this') return { value: monthOf(of, month), basis: 'year-inferred' };
  if (which === 'next')
    return { value: monthOf(month > anchorMonth ? of : of + 1, month), basis: 'year-inferred' };
  if (which) return { value: monthOf(month < anchorMonth ? of : of - 1, month), basis: 'year-inferred' };
  const following = monthFollowing(context, month);
  if (following !== null) return { value: following, basis: 'year-inferred' };
  const wasUntil = /^(?:until|till)$/.test(word) && wasThen.test(context.before);
  const sense = isUntil || wasUntil ? 'open' : word === 'come' ? 'future' : tense;
  const nearest = yearlessMonth(anchor, month, sense);
  const opens = /^["“]?(?:(?:But|And|Then|Early|Late|Later|Only)\s)?(?:[Ii]n\s)?$/.test(context.before);
  const value = monthInPassage(context.passage, nearest, anchor, month, sense, opens) ?? nearest;
  return { value, basis: 'year-inferred' };
}

/** `was held by the rebels until`: up to a month that may be over. */
const wasThen = /\b(?:was|were|had|did)\b(?![^.;]*\b(?:will|would|is|are|has|have)\b)/;

/** `She came in May 2023 and left in June`: the first such month after the one whose year the sentence names. */
function monthFollowing({ anchor, tense, before, previous }: DateContext, month: number): string | null {
  if (anchor === null || previous === null || previous.length < 7) return null;
  if (tense === 'future' || tense === 'planned') return null;
  const [of, from] = parts(previous);
  const years: string[] = before.match(/\b\d{4}\b/g) ?? [];
  if (!years.includes(String(of))) return null;
  const value = monthOf(month >= from ? of : of + 1, month);
  return value <= anchor.slice(0, 7) ? value : null;
}

/** `her mother June` */
const kinBefore =
  /\b(?:mother|daughter|wife|widow|sister|aunt|niece|cousin|girlfriend|grandmother|granddaughter|fiancée|partner),? $/;

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
  if (/^(?:April|June|August)$/.test(g.m!) && kinBefore.test(before)) return null;
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

/** `that July`: of the year mentioned before, or of the next one after a month late in it. */
export function monthOfThen(g: Groups, context: DateContext): Resolved {
  const { anchor, previous, passage } = context;
  const month = monthNumber(g.m!);
  const from = previous ?? passage.date;
  if (from === null) return { value: anchor && yearlessMonth(anchor, month, 'past'), basis: 'year-inferred' };
  const [of, then] = parts(from);
  const isNext = from.length > 4 && then - month > monthsBack;
  return { value: monthOf(isNext ? of + 1 : of, month), basis: 'year-inferred' };
}

/** Months that an account goes back within a year. */
const monthsBack = 6;
