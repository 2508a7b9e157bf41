import { precedingClause } from '../text/within.ts';
import type { Tense } from '../tokens/tense/tense.ts';
import { tenseAhead } from './days-ahead.ts';

/** Events that are not announced in advance: their day is past, whatever the verb says. */
const unplanned =
  '(?:attacks?|attempts?|assassination|massacre|assault|killings?|shootings?|stabbings?|bombings?|murders?|invasion|coup|raid|crash|collapse|explosion|blast|earthquake|disaster|deaths?|arrests?)';
/** `the Friday night attack`, but not `will be sentenced on Friday for the attack` */
const unplannedAfter = new RegExp(
  `^(?:['’]s)?\\s+(?:(?!(?:for|of|in|on|over|after|to|by|and|with|from|about|the|an?|his|her|their)\\s)\\p{Ll}+\\s+){0,2}${unplanned}\\b`,
  'u',
);
const unplannedBefore = new RegExp(`\\b${unplanned}\\s+(?:on|of|in)\\s+$`);

/** `is accused of stealing a car on`, `denies killing him on`, `is recovering from a fall on` */
const ofCharge =
  /\b(?:(?:accused|suspected|guilty|convicted|acquitted) of|charged with|blamed for|recovering from|den(?:y|ies) \p{Ll}+ing|admits? \p{Ll}+ing) [^.,;:“”"]{1,60} on $/u;
/** `Friday’s win`: it is known who won. */
const outcomeAfter = /^['’]s (?:\p{Ll}+ )?(?:wins?|victory|defeat|loss|quake|tremor|derailment|collision)\b/u;
const outcomeBefore =
  /(?:['’]s|s['’]|\b(?:the|his|her|its|their)) (?:\p{Ll}+ ){0,2}(?:wins?|victory|defeat|loss)(?: (?:over|against|to|at|in) \p{Lu}\p{L}+)? on $|\bon the back of [^.,;:]{1,40} on $/u;

/** `The army expects an attack on Friday`, `warned of another raid on Friday` */
const foreseen =
  /\b(?:expect(?:s|ing)?|fears?|plan(?:s|ning)?|threaten(?:s|ed|ing)?|foresees?|prepar(?:es?|ing) for|brac(?:es?|ing) for|warn(?:s|ed|ing)? of) (?:an?|another|more|further|new|the next|fresh) [^.,;:“”"]{1,40}$/;

/** `The second man, shot on Sunday, is in hospital`: between commas, what was done to someone. */
const participleBefore =
  /,\s(?!(?:scheduled|planned|expected|slated|billed)\b)(?:\p{Ll}{2,15}ed|shot|held|born|found|killed|struck|hit|caught|built|made|seen|taken|given|won|sworn|stolen|sunk|sent)\s(?:(?:here|there|early|late)\s)?(?:on\s)?$/u;

/** `He spoke ahead of the vote on November 5`: the verb says nothing of the vote. */
const ofWhatFollows =
  /\b(?:ahead of|prior to|in the run-up to|in preparation for) (?:the|his|her|its|their|an?|this|next) (?:[\p{L}'’-]{1,20} ){1,4}(?:on )?$/iu;
/** `In remarks to the staff Monday – the first since the fire – she recalled …`: what was said, not a verb, has that day. */
const statementOpening =
  /^(?:In|At|During) (?:(?:an?|the|his|her|their|its|\p{L}+['’]s) )?(?:\p{L}+ ){0,2}(?:remarks|comments|statement|letter|post|interview|speech|address|tweet|message|email|memo|briefing|conference|rally|hearing|ruling|filing|note|report)\b[^,;:]{0,60}$/u;
/** `agreed to extend a May 27 truce`: what the day names may be past or to come. */
const ofWhatIs =
  /\b(?:extend|renew|revive|save|salvage|uphold|honou?r|respect|overturn|reverse|mark|commemorate|avenge|investigate|probe|explain|defend|condemn) (?:an?|the|its|their|his|her|that) $/;
/** `will testify about an Aug. 3 call` */
const ofSubject = /\b(?:about|over|into|regarding) (?:an?|the|his|her|its|their) $/;
/** `a pick for mayor in November`: the verb says nothing of the election. */
const ofElection =
  /\b(?:candidate|nominee|pick|contender|hopeful|favou?rite|challenger|running mate)s?(?: (?:for|to) [^,;:]{1,40})? in $/;
const mayBePast = (tense: Tense) => tense === 'present' || tense === 'open';

/** `after the vote`, `since`: what was before has happened. What comes `after that` may lie ahead. */
const isAfterwards = /\b(?:after(?!\s(?:that|this|which)\b)|since|following|follows|followed)\s./is;

/** `Rovers face Tarn after losing to Osk on`: what is known by its outcome is over. */
const afterResult =
  /\b(?:after|since|despite|following) (?:losing|beating|winning|drawing|missing|suffering|failing|falling|having|scoring|being) \S/;

/** Whether the words before a day say that it is past, where the verb does not. */
const isOfPast = (before: string) =>
  isAfterwards.test(precedingClause(before)) ||
  (before.endsWith(' on ') && (ofCharge.test(before) || outcomeBefore.test(before))) ||
  statementOpening.test(before);

/** The tense of a day after the words around it have been taken into account. */
export function tenseInContext(tense: Tense, before: string, after: string): Tense {
  const ahead = tenseAhead(tense, before, after);
  if (ahead !== null) return ahead;
  if (mayBePast(tense) && isOfPast(before)) return 'past';
  if (unplannedAfter.test(after) || outcomeAfter.test(after)) return 'past';
  if (unplannedBefore.test(before)) return foreseen.test(before) ? 'planned' : 'past';
  if (tense !== 'past' && before.includes('ing ') && afterResult.test(precedingClause(before))) return 'past';
  if (/^\s*,/.test(after) && participleBefore.test(before)) return 'past';
  if (
    tense === 'past' &&
    (ofWhatFollows.test(before) || (before.endsWith(' in ') && ofElection.test(before)))
  )
    return 'open';
  if (/^\s\p{Ll}/u.test(after) && ofWhatIs.test(before)) return 'open';
  // `It will land near the epicentre of April’s earthquake`: the verb says nothing of the earthquake.
  const isOfNoun = /^['’]s\s/.test(after) || (/^\s\p{Ll}/u.test(after) && ofSubject.test(before));
  return isOfNoun && (tense === 'future' || tense === 'planned') ? 'open' : tense;
}
