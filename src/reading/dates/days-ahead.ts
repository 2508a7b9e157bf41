import type { Tense } from '../tokens/tense.ts';

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
  ['of', [effective, /\bahead of (?:the |this )?$/]],
  // `the second round follows on Sunday`
  ['on', [effective, /\bfollows? on (?:the )?$/]],
  // `set a meeting for Monday`
  ['for', [/\bset (?:an?|the|its|his|her|their) [^.;:“”"]{1,40}? for (?:the )?$/]],
  ['to', [moved, putOff]],
  ['until', [moved, putOff]],
  ['till', [moved, putOff]],
]);
const lastWord = /(\p{L}+) (?:the |this )?$/u;
/** As many characters before a day are looked at. */
const furthest = 90;

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
  const near = before.slice(-furthest);
  const patterns = setFor.get(lastWord.exec(near)?.[1]?.toLowerCase() ?? '');
  if (patterns?.some(pattern => pattern.test(near))) return 'future';
  if (tense !== 'past' && /after|following/.test(near) && stillToCome.test(before)) return 'future';
  if (isNow.test(after) && calledOff.test(before)) return 'planned';
  return tense === 'open' && near.includes('could ') && possible.test(near) ? 'planned' : null;
}
