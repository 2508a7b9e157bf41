import { type Context, nameAlone, type WordRange } from '../../grammar/context.ts';
import { type NounPhrase, parseNounPhrase } from '../../grammar/noun-phrase.ts';

/** What one person puts their name to. */
const signed = new Set(
  'statement letter message note email e-mail post tweet memo memorandum declaration apology reply telegram'.split(
    ' ',
  ),
);
const signing = new Set(
  'issued released signed sent posted written published penned circulated dictated'.split(' '),
);

/**
 * `a letter signed by X`, `the following statement was issued by X`: whose words a document gives, looked for between two
 * words. Null where no one is named, where there are several, or where it speaks for another.
 */
export function signatoryOf(context: Context, { from, to }: WordRange): NounPhrase | null {
  const { words, quoted } = context;
  for (let by = from + 2; by < to - 1; by++) {
    if (words[by]!.lower !== 'by' || quoted[by] || !signing.has(words[by - 1]!.lower)) continue;
    const document = words[by - 2]!.pos === 'AUX' ? by - 3 : by - 2;
    if (document < from || !signed.has(words[document]!.lower)) return null;
    const person = parseNounPhrase(context, by + 1, to);
    if (person?.kind !== 'person') return null;
    const speaksForAnother = words
      .slice(person.whole.to, person.whole.to + 6)
      .some(({ lower }) => lower === 'and' || lower === 'behalf' || lower === 'others');
    return speaksForAnother ? null : person;
  }
  return null;
}

/** A verb of speech before a quote: where its sentence begins, what comes first in the search, and the quote. */
type Place = { at: number; sentence: number; floor: number; to: number };

/**
 * `A letter signed by X said`, `X, a medic from the service said`: who is named where the subject found for a verb only
 * describes; null where it names no one.
 */
export function namedSubject(context: Context, { whole }: NounPhrase, verb: Place): NounPhrase | null {
  return signatoryOf(context, { from: whole.from, to: verb.at }) ?? openlyApposed(context, whole.from, verb);
}

/** The name that begins the sentence, with an apposition from `from` to the verb that no comma closes. */
function openlyApposed(
  context: Context,
  from: number,
  { at, sentence, floor, to }: Place,
): NounPhrase | null {
  const { words, index } = context;
  const named = words[from - 1]?.text === ',' ? context.endsAt.get(from - 2) : undefined;
  if (!named || named.from < floor || !/^(the|an?|one)$/.test(words[from]!.lower)) return null;
  const isLed = words
    .slice(sentence, named.from)
    .every(
      ({ lower }) => index.honorifics.has(lower) || index.offices.has(lower) || index.modifiers.has(lower),
    );
  if (!isLed) return null;
  // `X, a friend of hers said on Monday, was “…”`: another speaks of X.
  const leads = /^[,:]$/.test(words[to - 1]!.text);
  if (leads && words[to + 1]?.isCapitalized !== true) return null;
  const isCut = words.slice(at + 1, leads ? to - 1 : to).some(({ text }) => text === ',');
  return isCut ? null : nameAlone(named);
}
