import { isUnambiguousDateOrShort } from '../text/calendar.ts';

/** Function words, and the month that is hardly ever a name. */
const closedClass = new Set(
  (
    'the a an and but or nor of in on at to for from by with as if so yet he she it we they you i this that these those ' +
    'his her their its our my your who what when where why how while after before since until although though because ' +
    'there here then also both all some many most more each every any no not one two three four five six seven eight ' +
    'nine ten among about against between during under over through into another other such even only just mr mrs ms dr ' +
    'april'
  ).split(' '),
);

/** `Iran-backed`, `Israeli-occupied`: made of a name and none itself. */
const participle =
  /-(?:\p{Ll}{2,12}ed|backed|based|born|built|led|run|made|held|style|era|aligned|owned|wide)$/u;

/** Initials of two letters, as in `Gunnar Th. Holm`, `Yu. A. Holm`, `Ma. Elena Holm`. */
const doubleInitial = /^(?:Th|Kr|Sv|Br|Bj|Hj|Kj|Gr|Ts|Dj|Dz|Ch|Sh|Zh|Kh|Ph|Cs|Gy|Sz|Ny|Lj|Nj|Yu|Ya|Ye|Ma)$/;
/** Those that are surnames as well, and so may end a sentence. */
const surnameToo = /^(?:Yu|Ya|Ye|Ma)$/;
const capital = /^\p{Lu}/u;
const particle = /^(?:de|del|dela|delos|della|di|van|von)$/;

/** Words and marks around a full stop: the word before it with the one in front of that, and the two behind. */
type AroundStop = { word: string; before: string; next: string; behind: string };

/**
 * Whether a full stop is that of an initial of two letters: a capital follows, and where the letters are a surname too, no
 * name precedes them and one of several words or an initial follows.
 */
export function isDoubleInitial({ word, before, next, behind }: AroundStop): boolean {
  if (!doubleInitial.test(word) || !capital.test(next)) return false;
  if (!surnameToo.test(word)) return true;
  return (
    (!capital.test(before) || before.endsWith('.')) &&
    (capital.test(behind) || particle.test(behind) || /^\p{Lu}\.?$/u.test(next))
  );
}

/** Whether a capitalized word can be part of a name: it is neither a function word nor a day. */
export function canBeInName(text: string, lower: string): boolean {
  return (
    !isUnambiguousDateOrShort(lower) &&
    !closedClass.has(lower) &&
    !(text.includes('-') && participle.test(text))
  );
}

/** Letters behind a name: of a lawyer, a member of a parliament, a bearer of an order or a degree. */
export const postNominals: ReadonlySet<string> = new Set(
  (
    'KC QC SC CJ MP MPs MEP MSP MLA MHK MPP TD MBE OBE CBE KBE DBE GBE CB KCB DCB GCB CMG KCMG DCMG GCMG MVO LVO CVO KCVO ' +
    'DCVO GCVO GCFR GCON FRS FRSE FBA OAM BEM QPM DSO PhD MD SJ OSB OFM OSA CSC SDB RN Esq Esq. CPA JD'
  ).split(' '),
);

/** `R-Texas`, `Pre-Miller`, and the `No.` before a number or as an answer. */
export function isPrefixed({ text, lower }: { text: string; lower: string }): boolean {
  return lower === 'no.' || (text.includes('-') && prefixed.test(text));
}

const prefixed = /^([A-Z]|pre|post|ex|anti|pro|non)-\p{Lu}/iu;

/** `Miller-style`, `Iranian-backed`, `Mother-of-three`: made of other words and no name; `Jae-won` is one. */
export function isCompoundAdjective(text: string): boolean {
  const tail = text.includes('-') ? /-(\p{Ll}+)$/u.exec(text)?.[1] : undefined;
  return tail !== undefined && (adjectiveTail.test(tail) || personTail.test(tail) || linked.test(text));
}

/** What someone is, behind `Co-`, `Multi-` or `Great-`. */
const personTail =
  /^(?:(?:grand|step)?(?:mother|father|son|daughter)|millionaire|billionaire|defendant|conspirator|founder|author|owner|pilot|star|worker|chair|director|president|host|winner|champion)$/;
const linked = /-(?:of|in|at|by|turned|cum)-\p{Ll}/u;

const adjectiveTail =
  /^(\p{L}{2,}(ed|ing)|back|based|born|bound|built|era|free|friendly|hawk|held|language|led|less|level|like|long|made|only|ready|run|spent|style|time|turned|type|verse|wide)$/u;
