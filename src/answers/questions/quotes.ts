import { askButton, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Examples, Parsed } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Line, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { isKnownPerson, type Resolution, resolvePerson } from '../parts/person.ts';
import { contextButtons, limitedArticles, partialNote, quoteBlock } from '../parts/quote.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** What a person said, all of it or what is about some words. */
    quotes: { name: string; about?: string };
  }
}

const said = '(?:say|said|tell|told|state|stated|think|thought|claim|claimed|comment|write|tweet)';
const aboutWords = '(?: (?:about|on|of|regarding|concerning) (?<about>.+))?';

export const quotes: Declaration<'quotes'> = {
  kind: 'quotes',
  aliases: ['quote'],
  offered: 'everywhere',
  usage: 'NAME about WORDS',
  parse: parseQuotes,
  words: ({ name, about }) => [name, about && `about ${about}`],
  answer: answerQuotes,
  example: withTopic,
  phrases: [
    new RegExp(
      `^what(?:['’]s| is| was| has| had| have| did| does| do)? (?<name>.+?) ${said}${aboutWords}$`,
      'isu',
    ),
    /^(?:що|шо) (?:сказав|сказала|казав|казала|говорив|говорила|каже|говорить) (?<name>.+?)(?: про (?<about>.+))?$/isu,
    /^(?:quotes?|words) (?:of|by|from) (?<name>.+?)(?: (?:about|on) (?<about>.+))?$/isu,
  ].map(pattern => ({ pattern, ask: askedInWords })),
};

function parseQuotes(words: string, examples: Examples): Parsed<QuotesQuestion> {
  const before = words.search(/ about /i);
  if (before > 0)
    return { kind: 'quotes', name: words.slice(0, before), about: words.slice(before + ' about '.length) };
  if (words !== '' && !/^about\b/i.test(words))
    return { kind: 'quotes', name: words.replace(/ about$/i, '') };
  return usagePage('missing-quotes', [
    exampleLine('quotes', examples.person),
    exampleLine('quotes', examples.topic && withTopic(examples)),
  ]);
}

function withTopic({ person, topic }: Examples): string | undefined {
  return person && topic ? `${person} about ${topic.toLowerCase()}` : person;
}

/** Quotes, if the person has any on this; else a search for the words that matter, if the person is known. */
async function askedInWords(
  library: Library,
  { name = '', about }: Record<string, string | undefined>,
): Promise<Question | null> {
  const question: QuotesQuestion = { kind: 'quotes', name, ...(about && { about }) };
  const meant = await resolvePerson(library, name, other => ({ kind: 'quotes', name: other }));
  if ('page' in meant && meant.fits > 0) return question;
  if ('person' in meant) {
    if (about === undefined) return question;
    const found = await library.people.quotes(meant.person.id, { about, limit: 1, offset: 0 });
    if (found.total > 0) return question;
  }
  return about && (await isKnownPerson(library, name)) ? { kind: 'search', words: `${name} ${about}` } : null;
}

const sizes = { private: 4, group: 2 };

type QuotesQuestion = QuestionOf<'quotes'>;

/** What somebody said, newest first, all of it or what is about some words. */
async function answerQuotes(library: Library, question: QuotesQuestion, view: View): Promise<Page> {
  const { meant, about } = await meantBy(library, question);
  if ('page' in meant) return meant.page;
  const { person, others } = meant;
  const name = `#${person.id}`;
  const known: Question = { kind: 'quotes', name, ...(about !== undefined && { about }) };
  const part = await loadListPage(view, sizes, range =>
    library.people.quotes(person.id, { ...range, ...(about !== undefined && { about }) }),
  );
  if (part.total === 0) {
    const page = none(person.name, name, about, view);
    return view.chat === 'group' ? page : { ...page, buttons: [...page.buttons, ...others] };
  }
  const sources = newSources();
  const limited = await limitedArticles(library, part.items);
  const heading: Line = [
    about === undefined
      ? { messageKey: 'quotes-of', args: { name: person.name } }
      : { messageKey: 'quotes-of-about', args: { name: person.name, about: clip(about, 80) } },
    { text: ' · ' },
    { messageKey: 'quotes', args: { count: part.count } },
  ];
  const blocks: Block[] = part.items.map(quote => quoteBlock(quote, { sources, limited }));
  return {
    blocks: [{ kind: 'heading', line: heading }, ...blocks, ...partialNote(part.items), ...sources.blocks()],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [
            ...contextButtons(part.items, limited),
            ...pager(known, view, part),
            [askButton([{ messageKey: 'button-who', args: { name: person.name } }], { kind: 'who', name })],
            ...others,
          ],
  };
}

/** Without "about", the longest beginning that is somebody's name is the name, the rest what it is about. */
async function meantBy(
  library: Library,
  question: QuotesQuestion,
): Promise<{ meant: Resolution; about: string | undefined }> {
  const asking =
    (about: string | undefined) =>
    (name: string): Question => ({
      kind: 'quotes',
      name,
      ...(about !== undefined && { about }),
    });
  const meant = await resolvePerson(library, question.name, asking(question.about));
  if (question.about !== undefined || 'person' in meant || meant.fits > 0)
    return { meant, about: question.about };
  const words = question.name.split(' ');
  for (let count = Math.min(words.length - 1, 6); count > 0; count--) {
    const about = words.slice(count).join(' ');
    const shorter = await resolvePerson(library, words.slice(0, count).join(' '), asking(about));
    if ('person' in shorter || shorter.fits > 0) return { meant: shorter, about };
  }
  return { meant, about: undefined };
}

function none(person: string, name: string, about: string | undefined, view: View): Page {
  const whole = askButton([{ messageKey: 'button-who', args: { name: person } }], { kind: 'who', name });
  if (about === undefined)
    return note('no-quotes-of', { name: person }, view.chat === 'group' ? [] : [[whole]]);
  const all = askButton([{ messageKey: 'button-quotes-of', args: { name: person } }], {
    kind: 'quotes',
    name,
  });
  return note('no-quotes-about', { name: person, about: clip(about, 80) }, [[all]]);
}
