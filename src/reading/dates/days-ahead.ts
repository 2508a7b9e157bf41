import type { Tense } from '../tokens/tense/tense.ts';

/** `with effect from Monday`, `effective August 1` */
const effective = /\b(?:with effect|effective)(?: from| as of| on)?(?: the)?\s$/i;
/** `adjourned the case to Friday`, but not `the match, moved to Sunday, ended 1-1` */
const moved =
  /(?<!,\s)\b(?:adjourned|postponed|pushed back|rescheduled|delayed|deferred|moved|brought forward|remanded|bailed)\b[^.;:“”"]{0,30}?\s(?:to|until|till)(?: the)?\s$/;
const putOff =
  /(?<!,\s)\b(?:put|held|stood)\b[^.;:“”"]{0,30}?\s(?:off|back|over)\s(?:to|until|till)(?: the)?\s$/;

/** Words before a day that say it lies ahead, whatever the tense of the verb: by the last of them, an article left out. */
const setFor: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['effective', [effective]],
  // `cut fares on flights from 1 November`
  [
    'from',
    [
      effective,
      /\b(?:flights?|services?|fares?|prices?|tariffs?|bookings?|tickets?|applications) from (?:the )?$/,
    ],
  ],
  // `ahead of Saturday’s march`
  ['of', [effective, /\bahead of (?:the |this )?$/, /^(?!.*\bhad\b).*\bdeadline of $/]],
  // `the second round follows on Sunday`
  ['on', [effective, /\bfollows? on (?:the )?$/]],
  // `set a meeting for Monday`, `The nurses plan a walkout for Monday`
  [
    'for',
    [
      /\b(?:set|plans?|calls?|announces?|booked|books?|arranges?|organi[sz]es?|schedules?) (?:an?|the|its|his|her|their|another|new|more) [^.;:“”"]{1,40}? for (?:the )?$/,
    ],
  ],
  ['to', [moved, putOff]],
  ['until', [moved, putOff]],
  ['till', [moved, putOff]],
]);
/** As many characters before a day are looked at. */
const furthest = 90;

/** Who leaves or takes over `after the annual meeting on May 6`, in the present tense, has not done so yet. */
const stillToCome =
  /\b(?:takes over|steps down|stands down|hands over|retires|departs|begins|starts|opens|returns|resumes|replaces|succeeds|joins)\b[^.,;:“”"]{0,60}?\b(?:after|following)\b[^.,;:“”"]{0,60}$/;

/** `The storm could strike on Saturday`; who `could see it` saw it, and who `could not` did not. */
const possible =
  /^could (?!not\b|no\b|see|hear|feel|smell|tell|find|remember|only|barely|hardly|afford|reach|get\b)\p{Ll}[^.,;:“”"]*$/u;
const isNow = /^,? (?:is|are|has been|have been|will)\b/;

/** `Open house Sunday 2 to 5 p.m.`: hours without a verb announce. */
const hours = /^ (?:from )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: to |\s?[-–]\s?)\d/;

/** The tense of a day from what the words around it say; null where they say nothing. */
export function tenseAhead(tense: Tense, before: string, after: string): Tense | null {
  const near = before.slice(-furthest);
  if (setFor.get(lastWordOf(near))?.some(pattern => pattern.test(near))) return 'future';
  if (tense !== 'past' && /after|following/.test(near) && stillToCome.test(before)) return 'future';
  if (tense === 'open' && hours.test(after)) return 'planned';
  if (isNow.test(after) && isCalledOff(near)) return 'planned';
  const could = tense === 'open' ? near.lastIndexOf('could ') : -1;
  return could >= 0 && possible.test(near.slice(could)) ? 'planned' : null;
}

/** The last word but an article, in lower case. */
function lastWordOf(text: string): string {
  const words = text.trimEnd().toLowerCase().split(' ');
  const last = words.pop() ?? '';
  return /^(?:the|this)$/.test(last) ? (words.pop() ?? '') : last;
}

/** `The film, which was to have been shown on Saturday, is off.` */
function isCalledOff(near: string): boolean {
  const at = near.lastIndexOf(' to have ');
  return at >= 0 && /\b(?:was|were)$/.test(near.slice(0, at)) && !/[.,;:“”"]/.test(near.slice(at));
}
