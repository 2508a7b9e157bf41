import type { Tense } from '../tokens/tense.ts';

/** Words right before a day that say it lies ahead, whatever the tense of the verb. */
const setFor: readonly RegExp[] = [
  // `with effect from Monday`
  /\b(?:with effect|effective)(?: from| as of| on)?(?: the)?\s$/i,
  // `adjourned the case to Friday`, but not `the match, moved to Sunday, ended 1-1`
  /(?<!,\s)\b(?:adjourned|postponed|pushed back|rescheduled|delayed|deferred|moved|brought forward|remanded|bailed)\b[^.;:“”"]{0,30}?\s(?:to|until|till)(?: the)?\s$/,
  /(?<!,\s)\b(?:put|held|stood)\b[^.;:“”"]{0,30}?\s(?:off|back|over)\s(?:to|until|till)(?: the)?\s$/,
  // `set a meeting for Monday`
  /\bset (?:an?|the|its|his|her|their) [^.;:“”"]{1,40}? for (?:the )?$/,
  // `ahead of Saturday’s march`
  /\bahead of (?:the |this )?$/,
  // `cut fares on flights from 1 November`
  /\b(?:flights?|services?|fares?|prices?|tariffs?|bookings?|tickets?|applications) from (?:the )?$/,
  // `the second round follows on Sunday`
  /\bfollows? on (?:the )?$/,
];

/** Who leaves or takes over `after the annual meeting on May 6`, in the present tense, has not done so yet. */
const stillToCome =
  /\b(?:takes over|steps down|stands down|hands over|retires|departs|begins|starts|opens|returns|resumes|replaces|succeeds|joins)\b[^.,;:“”"]{0,60}?\b(?:after|following)\b[^.,;:“”"]{0,60}$/;

/** `The storm could strike on Saturday`; who `could see it` saw it, and who `could not` did not. */
const possible =
  /\bcould (?!not\b|no\b|see|hear|feel|smell|tell|find|remember|only|barely|hardly|afford|reach|get\b)(?:be |still |even |also )?\p{Ll}+\b[^.,;:“”"]{0,60}$/u;

/** `The film, which was to have been shown on Saturday, is off.` */
const calledOff = /\b(?:was|were) to have \p{Ll}+[^.,;:“”"]{0,60}$/u;

const isNow = /^,? (?:is|are|has been|have been|will)\b/;

/** The tense of a day from what the words around it say; null where they say nothing. */
export function tenseAhead(tense: Tense, before: string, after: string): Tense | null {
  if (setFor.some(pattern => pattern.test(before))) return 'future';
  if (tense !== 'past' && stillToCome.test(before)) return 'future';
  if (isNow.test(after) && calledOff.test(before)) return 'planned';
  return tense === 'open' && possible.test(before) ? 'planned' : null;
}
