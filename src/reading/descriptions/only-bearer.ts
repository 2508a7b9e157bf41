import type { Context, NounPhrase } from '../grammar/context.ts';
import type { ReadPerson } from '../model/reading.ts';
import { bearersOf, isLastNamed, isNamedNear, rank, wordsOfRole } from './bearers.ts';

/** Of these an article has others whom it does not name. */
const heldByMany: ReadonlySet<string> = new Set('representative candidate'.split(' '));

/** Of these some are so well known that an article names them without their office. */
const ofState: ReadonlySet<string> = new Set(
  'president governor senator minister premier chancellor secretary ambassador king queen pope'.split(' '),
);

/** What is said of someone in office and sets no one apart from another: `the embattled president`. */
const colouring: ReadonlySet<string> = new Set(
  'embattled beleaguered veteran longtime long-time long-serving outspoken'.split(' '),
);

/**
 * `The clerk, Mr X, said … “…,” the clerk said`: an office in one word, which only X has in the article, named in the same
 * paragraph or the one before, or a little further back with no one named since; null where the article speaks of the
 * office in any other way.
 */
export function onlyBearer(context: Context, { from, to }: NounPhrase): ReadPerson | null {
  const { words, index } = context;
  const isColoured = to - from === 3 && colouring.has(words[from + 1]!.lower);
  if ((to - from !== 2 && !isColoured) || words[from]!.lower !== 'the') return null;
  const { lower, text, isCapitalized } = words[to - 1]!;
  if (heldByMany.has(lower) || ofState.has(lower)) return null;
  if (!index.offices.has(lower) || /[^s]s$/.test(lower)) return null;
  const [bearer, ...others] = bearersOf(context, lower);
  if (!bearer || others.length > 0) return null;
  const isNear = isNamedNear(context, bearer, from, 1) || isLastNamed(context, bearer, from);
  if (!isNear) return null;
  // `the Guardian` may be a newspaper: a capital counts where the office is written so before a name.
  if (isCapitalized && !bearer.roles.some(role => role.text.split(/\s+/).includes(text))) return null;
  return isOnlyBearers(context, bearer, to - 1, from) ? bearer : null;
}

/** Whether the text before `to` has the word for an office at `at` only in a bearer's own roles, and bare behind `the`. */
function isOnlyBearers({ words }: Context, { roles }: ReadPerson, at: number, to: number): boolean {
  const office = words[at]!.lower;
  for (let other = 0; other < to; other++) {
    const { lower, start } = words[other]!;
    if (lower !== office && lower !== `${office}s`) continue;
    const isOwn = roles.some(role => role.start <= start && role.end > start);
    const isBare =
      words[other - 1]?.lower === 'the' && !/^(of|for|in|from|at)$/.test(words[other + 1]?.lower ?? '');
    if (lower !== office || !(isOwn || isBare)) return false;
  }
  return roles.some(
    role =>
      role.start < words[to]!.start &&
      wordsOfRole(role.text).includes(office) &&
      !wordsOfRole(role.text).some(word => rank.test(word)),
  );
}
