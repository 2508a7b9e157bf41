import { subjectBefore } from '../../grammar/clause.ts';
import { answerLabels } from '../../grammar/lexicon.ts';
import { mainClauseStart } from '../../grammar/main-clause.ts';
import { speechAt } from '../../grammar/reporting-form.ts';
import { mainSubject } from '../../grammar/salience.ts';
import { intervieweeOf, unnamedLabelAt } from '../../quotes/transcripts.ts';
import { wordIndexAt } from '../../tokens/words.ts';
import { asks, fewestAnswers, questionBefore } from '../evidence/questions.ts';
import type { QuoteCase } from '../evidence/quote-case.ts';
import { byClause } from './by-clause.ts';
import { afterItsAuthor, isAskedBack } from './continuation.ts';
import { introduced } from './introduced.ts';
import { abstain, family, isMatch, type Outcome } from './rule.ts';

/** A colon, or the sentence before, hands over to the speaker. */
export const colonRules = family('colon', [
  {
    id: 'name-colon',
    says: 'The name of a person and a colon precede the quote.',
    examples: [
      { text: 'Mara Lindqvist: “The bridge will hold.”', speaker: 'Mara Lindqvist' },
      { text: 'Banner of the week: “The bridge will hold.”', abstains: true },
    ],
    match: byClause('person', 'colon'),
  },
  {
    id: 'turn-label',
    says: 'The quote is a turn of an interview or a transcript whose label names no one.',
    examples: [
      {
        text: 'Mara Lindqvist built the bridge. We met her in town.\n\nQ: Will it hold?\n\nA: I drove over it myself.\n\nQ: Why so high?\n\nA: I asked for it.',
        speaker: 'Mara Lindqvist',
      },
      {
        text: 'THE CHAIR: Will the bridge hold?\n\nMARA LINDQVIST: We tested it twice.\n\nTHE CHAIR: We shall see.',
        speaker: null,
      },
      {
        text: 'Mara Lindqvist: We tested it.\n\nPiet Haan: You did not.\n\nMara Lindqvist: We did test it.',
        abstains: true,
      },
    ],
    match: byLabel,
  },
  {
    id: 'answer-alone',
    says: 'The quote begins a paragraph that answers a question without marks, in an interview with one named person.',
    examples: [
      {
        text: 'Mara Lindqvist built the bridge. We met her in town.\n\nWill it hold?\n\n“I drove over it.”\n\nWhy so high?\n\n“I asked for it.”',
        speaker: 'Mara Lindqvist',
      },
      {
        text: 'Mara Lindqvist built the bridge. We met her and Piet Haan in town.\n\nWill it hold?\n\n“I drove over it.”\n\nWhy so high?\n\n“I asked for it.”',
        abstains: true,
      },
      {
        text: 'Mara Lindqvist built the bridge. We met her in town.\n\nWill it hold?\n\n“No bridge holds for ever.”',
        abstains: true,
      },
    ],
    match: byQuestion,
  },
  {
    id: 'name-bracket',
    says: 'The quote is a sentence in brackets behind a clause about a named person.',
    examples: [
      {
        text: 'Mara Lindqvist would not comment on the bridge (“I was not even in town!”).',
        speaker: 'Mara Lindqvist',
      },
      { text: 'The bridge (“I was not even in town!”) was closed.', abstains: true },
    ],
    match: byClause('person', 'bracket'),
  },
  {
    id: 'sentence-before',
    says: 'The sentence before the quote is about someone who speaks, and the quote is a sentence of its own.',
    examples: [
      {
        text: 'Mara Lindqvist told reporters why. “The bridge is our only way across the river.”',
        speaker: 'Mara Lindqvist',
      },
      { text: 'The bridge was closed. “It is our only way across the river.”', abstains: true },
    ],
    match: quote => {
      if (quote.previous?.paragraph === quote.quote.paragraph && isAskedBack(quote))
        return abstain('it may be the other’s turn in a dialogue');
      const continued = afterItsAuthor(quote);
      return isMatch(continued) ? continued : introduced(quote, false);
    },
  },
  {
    id: 'colon-before',
    says: 'The sentence or paragraph before the quote ends in a colon and is about the speaker.',
    examples: [
      {
        text: 'Mara Lindqvist had an answer for the town:\n\n“The bridge will hold.”',
        speaker: 'Mara Lindqvist',
      },
      {
        text: 'The following statement was issued by Mara Lindqvist:\n\n“The bridge will hold.”',
        speaker: 'Mara Lindqvist',
      },
      { text: 'Mara Lindqvist had no answer.\n\n“The bridge will hold.”', abstains: true },
    ],
    match: quote => introduced(quote, true),
  },
  {
    id: 'comma-before',
    says: 'A clause about a named person and a comma lead to a quote that is a whole sentence.',
    examples: [
      {
        text: 'Mara Lindqvist issued a statement, “The bridge will hold for a hundred years.”',
        speaker: 'Mara Lindqvist',
      },
      { text: 'In the old town of Tarn, “the bridge will hold” is a saying.', abstains: true },
    ],
    match: byComma,
  },
  {
    id: 'paragraph-before',
    says: 'The paragraph before reports the words of a named person, or of “he” or “she”, and this one is nothing but a quote.',
    examples: [
      {
        text: 'Mara Lindqvist said that the new bridge would hold for a hundred years.\n\n“We tested it with forty trucks.”',
        speaker: 'Mara Lindqvist',
      },
      {
        text: 'The new bridge is open, a hundred years after the first.\n\n“We tested it with forty trucks.”',
        abstains: true,
      },
    ],
    match: byParagraph,
  },
]);

/** `THE CHAIR: …`, `A: …` */
function byLabel({ context, quote }: QuoteCase): Outcome {
  if (quote.style !== 'turn') return abstain('it is no turn of a transcript');
  const { words, document } = context;
  const from = wordIndexAt(words, document.paragraphs[quote.paragraph]!.start);
  const label = unnamedLabelAt(context, from);
  if (!label) return abstain('its label is a name');
  const person = answerLabels.has(words[from]!.lower) ? intervieweeOf(context, from) : null;
  return {
    speaker: { name: person?.name ?? null, person, ...label, kind: person ? 'person' : 'unnamed' },
    cue: { from: label.to, to: label.to + 1 },
    because: person
      ? 'the text before the interview names one person, who is asked'
      : 'its label names no one',
  };
}

/** `Will it hold?` / `“I drove over it.”`: an interview whose turns have no labels. */
function byQuestion({ context, quote, quotes }: QuoteCase): Outcome {
  const question = questionBefore(context, quote);
  if (question < 0) return abstain('it does not answer a question of the paragraph before');
  const questions = quotes.map(other => questionBefore(context, other)).filter(at => at >= 0);
  if (questions.length < fewestAnswers) return abstain('too few questions are answered that way');
  const person = intervieweeOf(context, wordIndexAt(context.words, questions[0]!));
  if (!person) return abstain('the text before does not name one person who is asked');
  const at = wordIndexAt(context.words, person.mentions[0]!.start);
  const named = context.beginsAt.get(at);
  if (!named) return abstain('the text before does not name one person who is asked');
  return {
    speaker: { name: person.name, person, from: named.from, to: named.to, kind: 'person' },
    cue: null,
    because: 'it answers a question, and the text before the first names one person, who is asked',
  };
}

/** `X issued a statement, “…”`: no reporting verb, but nothing else that the quote could belong to. */
function byComma(quoteCase: QuoteCase): Outcome {
  const { context, clause, quoteStart, sentenceStart, isLed } = quoteCase;
  const { words } = context;
  if (clause || !isLed) return abstain('a clause of its own attributes it, or none leads to it');
  if (words[quoteStart - 1]?.text !== ',' || !isWholeSentence(quoteCase))
    return abstain('no comma leads to a whole sentence');
  const main = mainClauseStart(context, sentenceStart, quoteStart);
  const subject = mainSubject(context, main, quoteStart);
  const isActive = subject?.kind === 'person' && words[subject.whole.from - 1]?.lower !== 'and';
  if (!isActive || subject.whole.from > main + 12)
    return abstain('the clause before is about no named person');
  return {
    speaker: quoteCase.resolve(subject),
    cue: null,
    because: 'a clause about a named person and a comma lead to it',
  };
}

/** `X said that ….` / `“….”` as a paragraph: the quote bears out what the paragraph before reports. */
function byParagraph(quoteCase: QuoteCase): Outcome {
  const { context, salience, quote, quoteStart } = quoteCase;
  const { words, document } = context;
  const own = document.paragraphs[quote.paragraph]!;
  const isAlone = quote.outer.start <= own.start + 1 && quote.outer.end >= own.end - 2;
  const last = words[quoteStart - 1];
  if (!isAlone || !isWholeSentence(quoteCase) || quote.style !== 'marks')
    return abstain('the quote is not a paragraph of its own');
  if (!last || last.paragraph !== quote.paragraph - 1 || context.quoted[quoteStart - 1] || last.text !== '.')
    return abstain('no paragraph of plain text comes right before it');
  const first = salience.firsts[last.sentence]!;
  const main = mainClauseStart(context, first, quoteStart);
  for (let at = main; at < Math.min(quoteStart, main + 24); at++) {
    const verb = speechAt(context, at);
    // `X asks if anyone refused to leave.`: another answers.
    if (verb && asks(verb)) break;
    if (!verb || verb.weak || context.quoted[at] || /ing$/.test(words[at]!.lower)) continue;
    const subject = subjectBefore(context, at, main);
    // `He said so.` / `“….` / `“…,” said Y.`: what goes on in the next paragraph may be another’s.
    const isSomeone = subject?.kind === 'person' || (subject?.kind === 'pronoun' && !quote.continues);
    const speaker = isSomeone && subject.whole.from <= main + 3 ? quoteCase.resolve(subject) : null;
    if (!speaker?.person) break;
    return {
      speaker,
      cue: { from: at, to: at + 1 },
      because: 'the paragraph before reports the words of a named person',
    };
  }
  return abstain('the sentence before does not report the words of a named person');
}

function isWholeSentence({ context, quote }: QuoteCase): boolean {
  const text = context.document.input.slice(quote.start, quote.end);
  return /^[^\p{L}]{0,3}\p{Lu}/u.test(text) && /[.!?…]['’]?$/.test(text) && text.includes(' ');
}
