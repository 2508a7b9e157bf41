import type { EventRule } from './event-rule.ts';

/** What a notice says: how long something is on, by when someone may answer, and whom it asks for something. */

/** Words right before the end of a time. */
const until = '(?:until|till|through|up to)(?: the)?(?: end of)?(?: the)? $';
/** `The show runs until`, `open daily until`, `tickets are valid until` */
const goesOn = new RegExp(
  `\\b(?:open|on (?:show|display|view|sale|offer)|valid|available|possible|runs?|running|lasts?|continues?|continuing|can be (?:seen|visited|booked|viewed|heard))\\b[^.;]{0,50}\\b${until}`,
);
/** `They have until`, `was given until`, `gave him until` */
const allowed = new RegExp(
  `\\b(?:ha(?:s|ve|d)|given|got|allowed) (?:only |just )?${until}|\\bbetween now and (?:the )?$|\\b(?:gave|gives?|allow(?:s|ed)?|giving) (?:[\\p{L}'’-]+ ){1,4}${until}`,
  'u',
);
const offerEnds =
  /\b(?:offer|sale|registration|application|booking|entr(?:y|ies)|submission|competition|nominations?)s? (?:ends?|closes?|is open|are open)\b[^.;]{0,30}$/i;

/** `Anyone who saw the car`, `Witnesses who were there` */
const anyone =
  /^["“]?(?:Anyone|Anybody|Whoever|Everyone|Those|People|\p{Lu}\p{Ll}+s) (?:who|with|in|at|from|to)\b|^["“]?(?:Anyone|Anybody|Whoever)\b/u;
const isAsked =
  /\b(?:should|can|may|(?:is|are) (?:asked|urged|advised|requested|invited|encouraged|welcome)|call|contact)\b/;
/** `Readers can send pictures by` */
const invited =
  /\b(?:can|may) (?:[\p{Ll}]+ )?(?:apply|register|enter|send|submit|vote online|book|claim|sign up|order|come|return|exchange)\b[^.;]{0,120}\b(?:by|until|till|before|from|on) (?:the )?$/u;

/** The rules for what is a notice to readers rather than news. */
export const noticeRules: EventRule[] = [
  {
    name: 'how long something is on, or someone may take',
    applies: ({ clause }) =>
      /\b(?:until|till|through|up to|end of|now and)\b/.test(clause) &&
      !/\b(?:not|never|n['’]t)\b/.test(clause) &&
      (goesOn.test(clause) || allowed.test(clause)),
  },
  {
    name: 'the end of an offer',
    applies: ({ clause }) => /end|close|open/.test(clause) && offerEnds.test(clause),
  },
  {
    name: 'an appeal',
    applies: ({ text, clause }) =>
      (anyone.test(text) && isAsked.test(text)) || (/can |may /.test(clause) && invited.test(clause)),
  },
];
