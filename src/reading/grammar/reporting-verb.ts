import type { SpeechVerb } from '../knowledge/name-index.ts';
import { speechAt, subjectAfter, subjectBefore } from './clause.ts';
import type { Context } from './context.ts';
import { type NounPhrase, parseNounPhrase } from './noun-phrase.ts';

/** A verb of speech with whoever speaks. Indexes of words, `to` exclusive. */
export type Attribution = {
  subject: NounPhrase;
  cue: number;
  verb: SpeechVerb;
  from: number;
  to: number;
  inverted: boolean;
};

/**
 * The attribution that begins right at `at`: `X said`, `said X`, `according to X`; null where none does.
 * @param limit the index of the first word that no more belongs to it
 * @param anyVerb take any verb for one of speech, as behind a whole quote: `…," X fumed`
 */
export function attributionAt(
  context: Context,
  at: number,
  limit: number,
  anyVerb = false,
): Attribution | null {
  const { words } = context;
  const first = words[at];
  if (!first || at >= limit || context.quoted[at]) return null;
  if (first.lower === 'according' && words[at + 1]?.lower === 'to') {
    const subject = /^(him|her|them)$/.test(words[at + 2]?.lower ?? '')
      ? {
          kind: 'pronoun' as const,
          person: null,
          from: at + 2,
          to: at + 3,
          whole: { from: at + 2, to: at + 3 },
        }
      : parseNounPhrase(context, at + 2, limit);
    return (
      subject && {
        subject,
        cue: at,
        verb: { base: 'according', bare: true },
        from: at,
        to: subject.whole.to,
        inverted: true,
      }
    );
  }
  const begin = /^(as|and|but|then)$/.test(first.lower) ? at + 1 : at;
  const verb = speechAt(context, begin);
  if (verb?.bare) {
    const subject = subjectAfter(context, begin, limit);
    if (subject && (begin === at || first.lower === 'as'))
      return { subject, cue: begin, verb, from: at, to: subject.whole.to, inverted: true };
    if (begin === at) return null;
  }
  if (anyVerb && verbAt(context, at) && context.beginsAt.has(at + 1)) {
    const subject = subjectAfter(context, at, limit);
    if (subject)
      return { subject, cue: at, verb: verbAt(context, at)!, from: at, to: subject.whole.to, inverted: true };
  }
  for (
    let next = begin + 1;
    next < limit && next < begin + 40 && words[next]!.sentence === first.sentence;
    next++
  ) {
    if (context.quoted[next]) return null;
    const found = speechAt(context, next) ?? (anyVerb ? verbAt(context, next) : null);
    if (!found?.bare && !(found && isShort(context, next, limit))) continue;
    const subject = subjectBefore(context, next, begin);
    if (!subject) continue;
    if (subject.whole.from > begin && !leadsTo(context, begin, next, subject)) return null;
    return { subject, cue: next, verb: found, from: at, to: next + 1, inverted: false };
  }
  return null;
}

/** Whether only an office stands before the name: `the bank's deputy head, X, said`. */
function leadsTo(context: Context, begin: number, verb: number, subject: NounPhrase): boolean {
  if (/^[,–—-]$/.test(context.words[begin]!.text) && subject.whole.from === begin + 1) return true;
  const lead = parseNounPhrase(context, begin, verb);
  return !!lead?.person && lead.person === subject.person;
}

/** A finite verb that is none of speech by itself. */
function verbAt(context: Context, at: number): SpeechVerb | null {
  const word = context.words[at]!;
  if (word.pos !== 'VERB' || !/(ed|s)$/.test(word.lower) || /(ing|is|was|has)$/.test(word.lower)) return null;
  return { base: word.lemma, bare: true };
}

/** A verb that does not mostly stand bare, but does here: the sentence ends behind it or goes on with a preposition. */
function isShort(context: Context, verb: number, limit: number): boolean {
  const next = context.words[verb + 1];
  return (
    !next ||
    verb + 1 >= limit ||
    /^[.,;]$/.test(next.text) ||
    /^(in|on|at|during|to|after|when|while|as|with|last|earlier)$/.test(next.lower)
  );
}
