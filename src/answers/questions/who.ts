import type { Evidence, PersonSummary, Quote } from '../../library/model/types.ts';
import { askButton, dotted, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, Page, View } from '../page/page.ts';
import { moreInPrivateChat, shownCount } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { newSources, type Sources } from '../page/sources.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { isKnownPerson, resolvePerson, roleOf } from '../parts/person.ts';
import { limitedArticles, quoteBlock } from '../parts/quote.ts';
import { withAntecedent } from '../parts/reported-by.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** Who a person is. */
    who: { name: string };
  }
}

export const who: Declaration<'who'> = {
  kind: 'who',
  offered: 'everywhere',
  usage: 'NAME',
  parse: (words, examples) =>
    words === ''
      ? usagePage('missing-who', [exampleLine('who', examples.person)])
      : { kind: 'who', name: words },
  words: question => [question.name],
  answer: answerWho,
  example: examples => examples.person,
  phrases: [
    {
      pattern:
        /^(?:who(?:['’]s| is| was| are)|tell me about|what about|хто(?: такий| така| такі| це)?) (?<name>.+)$/isu,
      ask: async (library, { name = '' }) =>
        (await isKnownPerson(library, name)) ? { kind: 'who', name } : null,
    },
  ],
};

const shownRoles = 4;
const longestSentence = 340;
const shownCompanions = 6;

/** Who somebody is, what they said last, what is said about them, and with whom they appear. */
async function answerWho(library: Library, question: QuestionOf<'who'>, view: View): Promise<Page> {
  const meant = await resolvePerson(library, question.name, name => ({ kind: 'who', name }));
  if ('page' in meant) return meant.page;
  const { person, others } = meant;
  const short = view.chat === 'group';
  const [quotes, about, companions, roles, days] = await Promise.all([
    library.people.quotes(person.id, { limit: 8, offset: 0 }),
    library.people.about(person.id, { limit: short ? 0 : 3, offset: 0 }),
    library.people.companions(person.id, shownCompanions),
    library.people.roles(person.id),
    library.timeline.entries({ person: person.id }, { limit: 0, offset: 0 }),
  ]);
  const said = telling(quotes.items, short ? 1 : 3);
  const sources = newSources();
  const limited = await limitedArticles(library, [
    ...said,
    ...about.items.flatMap(({ quote }) => quote ?? []),
  ]);
  const blocks: Block[] = [
    { kind: 'heading', line: [{ text: person.name }] },
    { kind: 'text', line: await factsLine(library, person, shownCount(quotes.total), sources) },
    ...saidBlocks(said, limited, sources),
  ];
  if (!short)
    blocks.push(
      ...(await aboutBlocks(library, about.items, limited, sources)),
      ...roleBlocks(person, roles, sources),
    );
  if (companions.length > 0 && !short) blocks.push(...companionBlocks(person, companions));
  const known: Question = { kind: 'who', name: `#${person.id}` };
  return {
    blocks: [...blocks, ...sources.blocks()],
    buttons: short
      ? moreInPrivateChat(known, view)
      : [...buttonsFor(person, quotes.total, days.total, companions), ...others],
    about: `p${person.id}`,
  };
}

/** The newest, whole ones rather than parts of a sentence, in the order they came in. */
function telling(quotes: Quote[], count: number): Quote[] {
  const chosen = quotes
    .toSorted((a, b) => Number(a.kind === 'partial') - Number(b.kind === 'partial'))
    .slice(0, count);
  return quotes.filter(quote => chosen.includes(quote));
}

async function factsLine(
  library: Library,
  person: PersonSummary,
  quotes: number,
  sources: Sources,
): Promise<Line> {
  const role = await roleOf(library, person);
  return dotted([
    role ? [{ text: clip(role.text, 160) }, ...sources.cite(role.article)] : [],
    [{ messageKey: 'articles', args: { count: person.articles } }],
    quotes === 0 ? [] : [{ messageKey: 'quotes', args: { count: quotes } }],
  ]);
}

function saidBlocks(quotes: Quote[], limited: Set<string>, sources: Sources): Block[] {
  if (quotes.length === 0) return [{ kind: 'text', line: [{ messageKey: 'no-quotes' }] }];
  return [
    { kind: 'heading', line: [{ messageKey: 'said-last' }] },
    ...quotes.map(quote => quoteBlock(quote, sources, limited)),
  ];
}

async function aboutBlocks(
  library: Library,
  items: (Evidence & { quote: Quote | null })[],
  limited: Set<string>,
  sources: Sources,
): Promise<Block[]> {
  if (items.length === 0) return [];
  const blocks: Block[] = [{ kind: 'heading', line: [{ messageKey: 'said-about' }] }];
  for (const item of items) {
    if (item.quote) blocks.push(quoteBlock(item.quote, sources, limited));
    else {
      const text = clip(await withAntecedent(library, item, longestSentence), longestSentence);
      blocks.push({ kind: 'list', items: [[{ text }, ...sources.cite(item.article)]] });
    }
  }
  return blocks;
}

function roleBlocks(person: PersonSummary, roles: Evidence[], sources: Sources): Block[] {
  const others = roles.filter(role => role.text !== (person.role ?? roles[0]?.text)).slice(0, shownRoles);
  if (others.length === 0) return [];
  const items = others.map((role): Line => [{ text: clip(role.text, 160) }, ...sources.cite(role.article)]);
  return [
    { kind: 'heading', line: [{ messageKey: 'also-called' }] },
    { kind: 'list', items },
  ];
}

/** In how many articles with each, unless there is only one to count. */
function companionBlocks(person: PersonSummary, companions: { name: string; articles: number }[]): Block[] {
  const line = companions.flatMap(({ name, articles }, i): Line => {
    const named = { text: `${i === 0 ? '' : ', '}${name}` };
    if (person.articles === 1) return [named];
    return [named, { text: ' (' }, { messageKey: 'articles', args: { count: articles } }, { text: ')' }];
  });
  return [
    { kind: 'heading', line: [{ messageKey: 'appears-with' }] },
    { kind: 'text', line },
  ];
}

function buttonsFor(
  person: PersonSummary,
  quotes: number,
  days: number,
  companions: { id: string; name: string }[],
): Button[][] {
  const name = `#${person.id}`;
  const first: Button[] = [];
  if (quotes > 0)
    first.push(
      askButton([{ messageKey: 'button-all-quotes', args: { count: quotes } }], { kind: 'quotes', name }),
    );
  if (days > 0) first.push(askButton([{ messageKey: 'button-timeline' }], { kind: 'timeline', about: name }));
  const others = companions
    .slice(0, 4)
    .map(({ id, name }) => askButton([{ text: name }], { kind: 'who', name: `#${id}` }));
  return [...(first.length > 0 ? [first] : []), ...rows(others, 2)];
}
