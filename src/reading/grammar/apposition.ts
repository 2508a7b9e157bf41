import type { Context } from './context.ts';
import { isVerb, type NounPhrase, parseNounPhrase } from './noun-phrase.ts';
import { nounPhraseEndingAt } from './noun-phrase-back.ts';

/** A comma comes before the verb: the name before the apposition, or the apposition itself. */
export function beforeApposition(context: Context, comma: number, floor: number): NounPhrase | null {
  const { words } = context;
  const isOpen = (at: number) =>
    at >= floor && words[at]!.sentence === words[comma]!.sentence && !context.quoted[at];
  const resident = residentBefore(context, comma, floor);
  if (resident) return resident;
  let right = comma;
  for (let round = 0; round < 5; round++) {
    const left = segmentStart(context, right, comma, floor);
    const isOpenBefore = isOpen(left);
    // `X, citing Y, said`: what comes between the commas is what X does, or whom X does it with.
    const isApart = isOpenBefore && isAside(context, left + 1);
    const segment = isApart ? null : parseNounPhrase(context, skipLead(context, left + 1), right);
    const isWhole =
      segment?.kind === 'person' &&
      (segment.to === beforeBracket(context, right, left) || isOpenEnded(context, segment.to, right));
    const outer = isWhole ? besideAside(context, left, floor) : -1;
    if (outer >= 0) return beforeComma(context, outer - 1, floor, outer);
    if (isWhole) return outsideWhose(context, segment, floor);
    if (!isApart && (!isOpenBefore || !/^[,–—]$/.test(words[left]!.text)))
      return segment?.kind === 'pronoun' ? null : segment;
    const owner = ownerBefore(context, left, floor, isApart);
    if (owner && !isBeside(context, owner, floor)) return outsideWhose(context, owner, floor);
    right = left;
  }
  return null;
}

/** `X, of the Harbour Trust said`, `X, of the Trust, who led it, said`: whom a body in front of the verb belongs to. */
export function memberBefore(context: Context, { from }: NounPhrase, floor: number): NounPhrase | null {
  const { words } = context;
  let link = from - 1;
  while (link > floor && words[link]!.isCapitalized) link--;
  if (words[link - 1]?.text !== ',' || link - 1 <= floor) return null;
  if (!/^(?:of|from|for|at)$/.test(words[link]!.lower)) return null;
  const owner = beforeApposition(context, link - 1, floor);
  return owner?.kind === 'person' ? owner : null;
}

/** What an address has besides names and numbers. */
const addressWords: ReadonlySet<string> = new Set(
  'of in near on upon the and no fixed address abode court street road'.split(' '),
);
const longestAddress = 20;

/** `X, 46, of Kestrel Way, Netherby, said`: whose address ends at a comma. */
function residentBefore(context: Context, comma: number, floor: number): NounPhrase | null {
  const { words, quoted } = context;
  for (let at = comma - 1; at > Math.max(floor, comma - longestAddress); at--) {
    const { lower, text, isCapitalized } = words[at]!;
    if (quoted[at]) return null;
    if (/^(of|from)$/.test(lower) && words[at - 1]!.text === ',')
      return beforeApposition(context, at - 1, floor);
    if (!isCapitalized && text !== ',' && !/^\d/.test(text) && !addressWords.has(lower)) return null;
  }
  return null;
}

/** `the architect, X who designed it, said`, `one who knows, X of the Sea Institute, said`: what belongs to a name, its comma missing. */
function isOpenEnded({ words }: Context, from: number, to: number): boolean {
  const { lower } = words[from]!;
  if (lower === 'who') return true;
  if (!/^(of|from|at)$/.test(lower)) return false;
  const rest = words.slice(from + 1, to);
  const isBody = rest.some(({ isCapitalized }) => isCapitalized);
  return isBody && !rest.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

/** `X, a nurse whose husband, Y, is held, said`: whom a clause with a name in it is about; the name itself in no such clause. */
function outsideWhose(context: Context, named: NounPhrase, floor: number): NounPhrase | null {
  const { words } = context;
  let whose = named.whole.from - (words[named.whole.from - 1]?.text === ',' ? 2 : 1);
  while (whose > floor && /^(NOUN|ADJ)$/.test(words[whose]!.pos)) whose--;
  if (whose <= floor || words[whose]!.lower !== 'whose') return named;
  if (words[whose - 1]!.text === ',') return beforeComma(context, whose - 2, floor, whose - 1);
  const head = nounPhraseEndingAt(context, whose - 1, floor, whose);
  const comma = head ? head.whole.from - 1 : floor;
  const owner = words[comma]?.text === ',' ? beforeComma(context, comma - 1, floor, comma) : null;
  return owner ?? head;
}

/** `X, defending Y, 31, said`: a name in what comes between commas. */
function isBeside(context: Context, { whole }: NounPhrase, floor: number): boolean {
  const comma = segmentStart(context, whole.to, whole.to, floor);
  const isBetween = comma > floor && context.words[comma]!.text === ',' && !context.quoted[comma];
  return isBetween && comma + 1 < whole.from && isAside(context, comma + 1);
}

/** Whom the segment behind a comma belongs to. */
function ownerBefore(context: Context, comma: number, floor: number, isApart: boolean): NounPhrase | null {
  const before = beforeComma(context, comma - 1, floor, comma);
  if (!before || isApart) return before;
  if (before.kind === 'person' && isInRelative(context, before, floor)) return null;
  if (!isApposition(context, comma + 1)) return null;
  return (before.kind === 'described' ? officeHolder(context, before, floor) : null) ?? before;
}

/** `X, a professor who worked for Y, …`: a name inside a relative clause. */
function isInRelative({ words, quoted }: Context, { whole }: NounPhrase, floor: number): boolean {
  for (let at = whole.from - 1; at >= floor && !quoted[at] && !/^[,;:–—]$/.test(words[at]!.text); at--)
    if (/^(who|whose|whom)$/.test(words[at]!.lower)) return words[at - 1]?.text !== ',';
  return false;
}

/**
 * The person whom an office in front of the verb belongs to: `X, president and head of the bank, said`, `X, head of
 * the bank, a lender, said`. The name begins the clause, and no verb comes between.
 */
export function officeHolder(context: Context, { from }: NounPhrase, floor: number): NounPhrase | null {
  const { words, index, endsAt } = context;
  const isObject = words[from - 1]?.pos === 'VERB' && /ing$/.test(words[from - 1]!.lower);
  const head = words[from]!;
  const isOffice =
    index.offices.has(head.lower) || index.modifiers.has(head.lower) || partisan.test(head.text);
  if (!isObject && !isOffice) return null;
  for (let at = from - 1; at > Math.max(floor, from - 14); at--) {
    const { text, lower } = words[at]!;
    const hasVerb = isVerb(context, at) && !(isObject && at === from - 1);
    if (context.quoted[at] || hasVerb || /^[.;:]$/.test(text) || lower === 'with') return null;
    if (text !== ',') continue;
    const named = endsAt.get(at - 1);
    if (!named) continue;
    let first = named.from;
    const isTitle = (word: string) => index.honorifics.has(word) || index.offices.has(word);
    while (first > floor && isTitle(words[first - 1]!.lower)) first--;
    const before = words[first - 1];
    const begins =
      first <= floor || !before || before.sentence !== words[at]!.sentence || /^[,;:“”"]$/.test(before.text);
    const { person, to } = named;
    return begins ? { kind: 'person', person, from: named.from, to, whole: { from: named.from, to } } : null;
  }
  return null;
}

/** `X, Democrat of Oregon, who …` */
const partisan = /^(?:Democrat|Republican|Independent|Conservative|Liberal)$/;

export function beforeComma(context: Context, at: number, floor: number, limit: number): NounPhrase | null {
  const { words } = context;
  if (at < floor) return null;
  if (words[at]!.text === ')') {
    while (at > floor && words[at]!.text !== '(') at--;
    at--;
  }
  const named = context.endsAt.get(at);
  if (named) return nounPhraseEndingAt(context, at, floor, limit);
  if (/^(NOUN|PROPN)$/.test(words[at]?.pos ?? '')) return nounPhraseEndingAt(context, at, floor, limit);
  return null;
}

/**
 * `X, flanked by her lawyer, Y, said`, `A letter, read aloud by his widow, Y, said`: a name behind the comma at `comma`
 * that is in apposition to a noun within an aside. The comma before the aside; -1 where there is none.
 */
function besideAside(context: Context, comma: number, floor: number): number {
  const { words, endsAt } = context;
  if (words[comma]?.text !== ',' || words[comma - 1]?.pos !== 'NOUN' || endsAt.has(comma - 1)) return -1;
  const before = segmentStart(context, comma, comma, floor);
  if (before <= floor || words[before]!.text !== ',' || words[before]!.sentence !== words[comma]!.sentence)
    return -1;
  const isParticiple = isAside(context, before + 1) || irregularParticiples.has(words[before + 1]!.lower);
  return isParticiple && !words[before + 1]!.isCapitalized ? before : -1;
}

const irregularParticiples: ReadonlySet<string> = new Set(
  (
    'seen read written drawn given sent shown led held brought made built run told put taken chosen driven sung spoken ' +
    'known bought left lent'
  ).split(' '),
);

function isAside(context: Context, at: number): boolean {
  const word = context.words[at]!;
  if (word.lower === 'on' && context.words[at + 1]?.lower === 'behalf') return true;
  const next = context.words[at + 1];
  if (asides.has(word.lower)) return true;
  // `X, after meeting Y, said`; not `after the mayor, X, said`
  if (whileDoing.has(word.lower)) return next?.pos === 'ADP' || /(?:ing|ed)$/.test(next?.lower ?? '');
  if (!/(ing|ed)$/.test(word.lower) || context.index.offices.has(word.lower)) return false;
  if (word.pos === 'VERB') return true;
  // `X, standing beside Y, said`, where wink takes the participle for a noun
  return word.lower.endsWith('ing') && (/^(ADP|DET)$/.test(next?.pos ?? '') || context.beginsAt.has(at + 1));
}

/** What else begins an aside about someone, and what does so in front of a participle. */
const asides: ReadonlySet<string> = new Set(
  'like unlike with alongside along together for against echoing citing quoting beside next'.split(' '),
);
const whileDoing: ReadonlySet<string> = new Set(
  'after before while when upon without despite since'.split(' '),
);

function skipLead(context: Context, at: number): number {
  while (/^(but|and|so|yet|or|then|meanwhile|still|however|that|also)$/.test(context.words[at]?.lower ?? ''))
    at++;
  return at;
}

/** The comma, dash or border before the segment that ends at `right`. */
function segmentStart({ words, quoted }: Context, right: number, comma: number, floor: number): number {
  const { sentence } = words[comma]!;
  let left = right - 1;
  while (
    left >= floor &&
    words[left]!.sentence === sentence &&
    !quoted[left] &&
    !/^[,;:–—]$/.test(words[left]!.text)
  )
    left--;
  return left;
}

/** Where the words before a bracket end: `X (R-OH),`. */
function beforeBracket({ words }: Context, right: number, left: number): number {
  if (words[right - 1]?.text !== ')') return right;
  let open = right - 1;
  while (open > left && words[open]!.text !== '(') open--;
  return open;
}

function isApposition(context: Context, at: number): boolean {
  const word = context.words[at]!;
  return (
    /^(a|an|the|who|whose|which|his|her|now|one|then|formerly|himself|herself|both|of|from|in|on|speaking|R|D|I)$/i.test(
      word.lower,
    ) ||
    /^\d/.test(word.text) ||
    word.isCapitalized ||
    context.index.offices.has(word.lower) ||
    context.index.modifiers.has(word.lower) ||
    /^(ADP|VERB|ADV|ADJ|NOUN)$/.test(word.pos)
  );
}

/** `X of Dayton, Ohio`, `X from Marwick, Essex`: whom the last words of a phrase only say a home of, with no comma behind it. */
export function residentOf(context: Context, { from, to }: NounPhrase, floor: number): NounPhrase | null {
  const { words, endsAt } = context;
  if (words[from - 1]?.text !== ',' || !words.slice(from, to).every(word => word.isCapitalized)) return null;
  let at = from - 2;
  while (at > floor && words[at]!.isCapitalized && !endsAt.has(at)) at--;
  if (at === from - 2 || !/^(?:of|from|in|near)$/.test(words[at]!.lower)) return null;
  const name = words[at - 1]?.text === ',' ? at - 2 : at - 1;
  return endsAt.has(name) && name >= floor ? nounPhraseEndingAt(context, name, floor, from) : null;
}
