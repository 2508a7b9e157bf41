import type { Piece } from '../page/page.ts';

/** Whom a rule of attribution is about, by how its name begins. */
const whos = ['name', 'pronoun', 'description'] as const;
/** The rest of the names of rules that are about someone named, a pronoun or a description. */
const byWho = new Set([
  'before-cue',
  'after-cue',
  'according-to',
  'trailing',
  'before',
  'participle',
  'joined',
  'noun',
  'passive-by',
  'cited',
  'bracket',
  'colon',
]);
const own = new Set([
  'credit-line',
  'credit-dash',
  'credit-name',
  'same-sentence',
  'goes-on',
  'sentence-before',
  'colon-before',
  'second-hand',
  'two-speakers',
  'denied',
  'fabricated',
  'fictional',
  'supposed',
  'no-speaker',
]);

/** How the text shows who speaks, in words; a rule that is not known says that it is unclear. */
export function ruleWords(rule: string): Extract<Piece, { messageKey: string }> {
  const who = whos.find(each => rule.startsWith(`${each}-`));
  const rest = who === undefined ? '' : rule.slice(who.length + 1);
  if (who !== undefined && byWho.has(rest)) return { messageKey: `rule-${rest}`, args: { who } };
  return { messageKey: own.has(rule) ? `rule-${rule}` : 'rule-unclear' };
}
