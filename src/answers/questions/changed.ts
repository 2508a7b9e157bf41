import type { Subject } from '../../library/subjects/types.ts';
import { changesAmong } from '../comparing/changes.ts';
import { splitAbout } from '../comparing/split-about.ts';
import { askButton, note } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration, Examples, Parsed } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { newSources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { isKnownSubject, resolveSubject } from '../parts/subject.ts';
import { contextButtons, limitedArticles, partialNote, quoteBlock } from '../quoted/quote.ts';
import { groupQuotes } from '../quoted/quote-groups.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** Where two quotes of one speaker say different things of one subject. */
    changed: { name: string; about?: string };
  }
}

export const changed: Declaration<'changed'> = {
  kind: 'changed',
  offered: 'private',
  usage: 'NAME on WORDS',
  parse: parseChanged,
  words: ({ name, about }) => [name, about && `on ${about}`],
  answer: answerChanged,
  example: ({ person }) => person,
  phrases: [
    {
      pattern:
        /^(?:did|has|have) (?<name>.+?) (?:changed?|flip(?:ped)?[- ]flop(?:ped)?|reversed?)(?: (?:his|her|its|their) (?:mind|position|view|stance|tune))?(?: (?:on|about|over) (?<about>.+))?$/isu,
      ask: async (library, { name = '', about }) =>
        (await isKnownSubject(library, name)) ? { kind: 'changed', name, ...(about && { about }) } : null,
    },
  ],
};

function parseChanged(words: string, examples: Examples): Parsed<QuestionOf<'changed'>> {
  const { names: name, about } = splitAbout(words);
  if (name === '') return usagePage('missing-changed', [exampleLine('changed', examples.person)]);
  return { kind: 'changed', name, ...(about && { about }) };
}

/** How many of the newest quotes are read. */
const quotesRead = 400;

/** Pairs of dated quotes of one speaker on one subject, shown without a judgement. */
async function answerChanged(library: Library, question: QuestionOf<'changed'>, view: View): Promise<Page> {
  const { about } = question;
  const on = about !== undefined && { about };
  const meant = await resolveSubject(library, question.name, name => ({ kind: 'changed', name, ...on }));
  if ('page' in meant) return meant.page;
  const { subject } = meant;
  const known: QuestionOf<'changed'> = { kind: 'changed', name: `#${subject.id}`, ...on };
  const items = await quotesBy(library, subject, about);
  const changes = changesAmong(groupQuotes(items)).slice(0, view.chat === 'group' ? 1 : undefined);
  const all = askButton([{ messageKey: 'button-quotes-of', args: { name: subject.name } }], {
    kind: 'quotes',
    name: `#${subject.id}`,
    ...on,
  });
  const args = { name: subject.name, ...(about !== undefined && { about: clip(about, 80) }) };
  if (changes.length === 0)
    return note(
      about === undefined ? 'no-changes' : 'no-changes-on',
      args,
      view.chat === 'group' ? [] : [[all]],
    );
  const sources = newSources();
  const shown = changes.flatMap(pair => pair.map(({ quote }) => quote));
  const [limited, span] = await Promise.all([limitedArticles(library, shown), library.timeline.span()]);
  const blocks = changes.flatMap((pair): Block[] => [
    ...(changes.length === 1
      ? []
      : [{ kind: 'text', line: pairLine(pair[1].quote.article.published) } as const]),
    ...pair.map(({ quote, articles }) =>
      quoteBlock(quote, { sources, limited, articles, today: span?.last }),
    ),
  ]);
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey: about === undefined ? 'changed-of' : 'changed-of-on', args }] },
      { kind: 'text', line: [{ messageKey: 'changed-judge', style: 'italic' }] },
      ...blocks,
      ...partialNote(shown),
      ...sources.blocks(),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [...contextButtons(shown, limited), [all], ...meant.others],
  };
}

function pairLine(day: string | null): Line {
  return day === null ? [] : [{ messageKey: 'until' }, { text: ' ' }, { day, style: 'bold' }];
}

async function quotesBy(library: Library, { type, id }: Subject, about: string | undefined) {
  const range = { limit: quotesRead, offset: 0, ...(about !== undefined && { about }) };
  const found =
    type === 'person' ? await library.people.quotes(id, range) : await library.subjects.statements(id, range);
  return found.items;
}
