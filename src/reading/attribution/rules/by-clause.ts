import { textOf } from '../../grammar/context.ts';
import type { NounPhrase } from '../../grammar/noun-phrase.ts';
import type { Pattern } from '../evidence/attribution-clause.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
import { abstain, type Outcome } from './rule.ts';

/** How each pattern of an attribution clause is described to a reader. */
const patternWords: Record<Pattern, string> = {
  before: 'a subject and its reporting verb precede the quote',
  bracket: 'the quote is in brackets behind a clause about its speaker',
  noun: 'a noun of speech with its possessor precedes the quote',
  cited: 'the sentence cites the words of another',
  participle: 'a participle or an infinitive of a reporting verb precedes the quote',
  joined: 'a reporting verb that shares the subject of another verb precedes the quote',
  passive: 'a passive that names no speaker precedes the quote',
  'passive-by': 'a passive with “by” precedes the quote',
  colon: 'a name and a colon precede the quote',
  'according-to': 'its sentence says “according to”',
  'before-cue': 'a subject and then its reporting verb follow the quote',
  'after-cue': 'a reporting verb and then its subject follow the quote',
  trailing: 'an attribution ends the sentence',
};

const kindWords: Record<NounPhrase['kind'], string> = {
  person: 'a named person',
  pronoun: 'a pronoun',
  described: 'a description',
};

const noClause = abstain('no clause of its sentence attributes it');
const otherPattern = new Map(
  Object.entries(patternWords).map(([pattern, words]) => [pattern as Pattern, abstain(words)]),
);

/** A rule that goes by a clause of one pattern whose subject is of one kind. */
export function byClause(kind: NounPhrase['kind'], pattern: Pattern): (quote: QuoteCase) => Outcome {
  return quote => {
    const { clause, context } = quote;
    if (!clause) return noClause;
    if (clause.pattern !== pattern) return otherPattern.get(clause.pattern)!;
    const { subject, speaker, cue } = clause;
    if (!subject || !speaker) return abstain('no subject was found for the reporting verb');
    if (subject.kind !== kind)
      return abstain(
        () => `the subject “${textOf(context, subject.from, subject.to)}” is ${kindWords[subject.kind]}`,
      );
    return {
      speaker,
      cue,
      ...(clause.citedBy && { citedBy: clause.citedBy }),
      because: () =>
        `${patternWords[pattern]}; the subject “${textOf(context, subject.from, subject.to)}” is ${kindWords[kind]}`,
    };
  };
}

/** A refusal: the clause has no subject that could be found. */
export function withoutSubject(pattern: Pattern): (quote: QuoteCase) => Outcome {
  return ({ clause }) => {
    if (!clause) return noClause;
    if (clause.pattern !== pattern) return otherPattern.get(clause.pattern)!;
    if (clause.subject) return abstain('the clause has a subject');
    return {
      speaker: null,
      cue: clause.cue,
      ...(clause.citedBy && { citedBy: clause.citedBy }),
      because: `${patternWords[pattern]}, but its subject was not found`,
    };
  };
}
