import { rows } from '../../answers/page/builders.ts';
import { quoted } from '../../answers/parts/interest.ts';
import type { Desk } from '../core/context.ts';
import { choice, type Step, type Taken } from '../wizard/wizard.ts';
import { type Draft, labels } from './draft.ts';

const topicsShown = 12;
/** A wish for words is no longer than this, in UTF-16 code units. */
const longestWords = 60;
/** More things than this to be told about are refused. */
const mostWishes = 30;

/** Which topics, people and words. A new subscription may be for a channel: that is asked for in between. */
export function whatStep(): Step<Draft> {
  return {
    name: 'what',
    ask: async (draft, { library }) => {
      const all = await library.topics.all();
      const shown = [
        ...all.slice(0, topicsShown),
        ...draft.topics.filter(({ id }) => !all.slice(0, topicsShown).some(topic => topic.id === id)),
      ];
      const chosen = new Set(draft.topics.map(({ id }) => id));
      const topics = shown.map(({ id, label }) =>
        choice([{ text: chosen.has(id) ? `✓ ${label}` : label }], `t${id}`),
      );
      const people = draft.people.map(({ id, name }) => choice([{ text: `✓ ${name}` }], `p${id}`));
      const words = draft.choices.words.map((wish, i) => choice([{ text: `✓ ${quoted(wish)}` }], `w${i}`));
      const offers = [
        ...draft.offered.people.map(({ id, name }) => choice([{ text: `+ ${name}` }], `p${id}`)),
        ...draft.offered.words.map((wish, i) =>
          choice([{ messageKey: 'subscribe-as-words', args: { words: wish } }], `o${i}`),
        ),
      ];
      const nothing = labels(draft).length === 0;
      const done = choice([{ messageKey: nothing ? 'subscribe-everything' : 'subscribe-done' }], 'done');
      const forChannel = choice([{ messageKey: 'subscribe-for-channel' }], 'channel');
      return {
        blocks: [
          { kind: 'heading', line: [{ messageKey: 'subscribe-what' }] },
          { kind: 'text', line: [{ messageKey: 'subscribe-what-hint' }] },
          ...(draft.channel === null
            ? []
            : [
                {
                  kind: 'text' as const,
                  line: [{ messageKey: 'subscribe-channel-chosen', args: { title: draft.channel.title } }],
                },
              ]),
          ...(nothing
            ? []
            : [
                {
                  kind: 'text' as const,
                  line: [{ messageKey: 'subscribe-chosen', args: { what: labels(draft).join(', ') } }],
                },
              ]),
        ],
        buttons: [
          ...rows(offers, 1),
          ...rows([...topics, ...people, ...words], 2),
          [done],
          ...(draft.id === null && draft.mayChannel && draft.channel === null ? [[forChannel]] : []),
        ],
      };
    },
    take: async (answer, draft, { desk }) => {
      if (answer.kind === 'typed') return takeNames(answer.text, draft, desk);
      if (answer.kind !== 'chosen')
        return { go: 'stay', draft, note: [{ messageKey: 'guide-words-or-buttons' }] };
      const { value } = answer;
      if (value === 'done') return { go: 'on', draft: { ...draft, offered: { people: [], words: [] } } };
      if (value === 'channel') return { go: 'to', step: 'channel', draft };
      return { go: 'stay', draft: await withChoice(value, draft, desk) };
    },
  };
}

async function withChoice(value: string, draft: Draft, desk: Desk): Promise<Draft> {
  const rest = value.slice(1);
  const { offered, choices } = draft;
  switch (value[0]) {
    case 't':
      return withTopic(rest, draft, desk);
    case 'p':
      return withPerson(rest, draft, desk);
    case 'w':
      return {
        ...draft,
        choices: { ...choices, words: choices.words.filter((_, i) => i !== Number(rest)) },
      };
    default: {
      const wish = offered.words[Number(rest)];
      const left = { ...draft, offered: { people: [], words: offered.words.filter(each => each !== wish) } };
      return wish === undefined ? left : withWords(wish, left);
    }
  }
}

async function withTopic(id: string, draft: Draft, { library }: Desk): Promise<Draft> {
  if (draft.topics.some(topic => topic.id === id))
    return { ...draft, topics: draft.topics.filter(topic => topic.id !== id) };
  const topic = (await library.topics.all()).find(each => each.id === id);
  return topic && isRoom(draft)
    ? { ...draft, topics: [...draft.topics, { id: topic.id, label: topic.label }] }
    : draft;
}

async function withPerson(id: string, draft: Draft, { library }: Desk): Promise<Draft> {
  const offered = { people: draft.offered.people.filter(person => person.id !== id), words: [] };
  if (draft.people.some(person => person.id === id))
    return { ...draft, offered, people: draft.people.filter(person => person.id !== id) };
  const person = await library.people.get(id);
  return person && isRoom(draft)
    ? { ...draft, offered, people: [...draft.people, { id, name: person.name }] }
    : draft;
}

function withWords(wish: string, draft: Draft): Draft {
  const { words } = draft.choices;
  if (words.includes(wish) || !isRoom(draft)) return draft;
  return { ...draft, choices: { ...draft.choices, words: [...words, wish] } };
}

function isRoom(draft: Draft): boolean {
  return labels(draft).length < mostWishes;
}

/** Names of topics or people and words in quotes, with commas between them. */
async function takeNames(typed: string, draft: Draft, desk: Desk): Promise<Taken<Draft>> {
  let next: Draft = { ...draft, offered: { people: [], words: [] } };
  const unclear: string[] = [];
  for (const name of typed
    .split(/[,;\n]+/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, 10)) {
    if (!/[\p{L}\p{N}]/u.test(name)) {
      unclear.push(name);
      continue;
    }
    if (/^["“„«].+["”“»]$/.test(name)) {
      next = withWords(name.slice(0, longestWords), next);
      continue;
    }
    const topic = await desk.library.topics.find(name);
    const { fits, nearest } = topic ? { fits: [], nearest: [] } : await desk.library.people.find(name);
    const one = fits.length === 1 ? fits[0]! : null;
    if (topic && !next.topics.some(({ id }) => id === topic.id)) next = await withTopic(topic.id, next, desk);
    else if (one && !next.people.some(({ id }) => id === one.id))
      next = { ...(await withPerson(one.id, next, desk)), offered: next.offered };
    else if (!topic && !one) {
      unclear.push(name);
      const near = (fits.length > 0 ? fits : nearest).slice(0, 4).map(({ id, name }) => ({ id, name }));
      const words = name.length <= longestWords ? [name] : [];
      next = {
        ...next,
        offered: {
          people: [...next.offered.people, ...near],
          words: [...next.offered.words, ...words].slice(0, 4),
        },
      };
    }
  }
  if (unclear.length === 0) return { go: 'stay', draft: next };
  const messageKey = next.offered.people.length > 0 ? 'subscribe-which' : 'subscribe-nobody';
  return { go: 'stay', draft: next, note: [{ messageKey, args: { name: unclear.join(', ') } }] };
}
