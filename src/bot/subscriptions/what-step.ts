import { rows } from '../../answers/page/builders.ts';
import { quoted } from '../../answers/parts/interest.ts';
import type { Services } from '../core/context.ts';
import { choice, type Step, type StepResult } from '../wizard/wizard.ts';
import { type Draft, labels } from './draft.ts';

const maxTopicsShown = 12;
/** A wish for words is no longer than this, in UTF-16 code units. */
const maxPhraseLength = 60;
/** More things than this to be told about are refused. */
const maxInterests = 30;

/** Which topics, people and words. A new subscription may be for a channel: that is asked for in between. */
export function whatStep(): Step<Draft> {
  return {
    name: 'what',
    ask: async (draft, { library }) => {
      const all = await library.topics.all();
      const shown = [
        ...all.slice(0, maxTopicsShown),
        ...draft.topics.filter(({ id }) => !all.slice(0, maxTopicsShown).some(topic => topic.id === id)),
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
    handle: async (answer, draft, { services }) => {
      if (answer.kind === 'typed') return addTyped(answer.text, draft, services);
      if (answer.kind !== 'chosen')
        return { go: 'stay', draft, note: [{ messageKey: 'wizard-text-or-buttons' }] };
      const { value } = answer;
      if (value === 'done') return { go: 'next', draft: { ...draft, offered: { people: [], words: [] } } };
      if (value === 'channel') return { go: 'to', step: 'channel', draft };
      return { go: 'stay', draft: await withChoice(value, draft, services) };
    },
  };
}

async function withChoice(value: string, draft: Draft, services: Services): Promise<Draft> {
  const rest = value.slice(1);
  const { offered, choices } = draft;
  switch (value[0]) {
    case 't':
      return withTopic(rest, draft, services);
    case 'p':
      return withPerson(rest, draft, services);
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

async function withTopic(id: string, draft: Draft, { library }: Services): Promise<Draft> {
  if (draft.topics.some(topic => topic.id === id))
    return { ...draft, topics: draft.topics.filter(topic => topic.id !== id) };
  const topic = (await library.topics.all()).find(each => each.id === id);
  return topic && hasRoom(draft)
    ? { ...draft, topics: [...draft.topics, { id: topic.id, label: topic.label }] }
    : draft;
}

async function withPerson(id: string, draft: Draft, { library }: Services): Promise<Draft> {
  const offered = { people: draft.offered.people.filter(person => person.id !== id), words: [] };
  if (draft.people.some(person => person.id === id))
    return { ...draft, offered, people: draft.people.filter(person => person.id !== id) };
  const person = await library.people.get(id);
  return person && hasRoom(draft)
    ? { ...draft, offered, people: [...draft.people, { id, name: person.name }] }
    : draft;
}

function withWords(wish: string, draft: Draft): Draft {
  const { words } = draft.choices;
  if (words.includes(wish) || !hasRoom(draft)) return draft;
  return { ...draft, choices: { ...draft.choices, words: [...words, wish] } };
}

function hasRoom(draft: Draft): boolean {
  return labels(draft).length < maxInterests;
}

/** Names of topics or people and words in quotes, with commas between them. */
async function addTyped(typed: string, draft: Draft, services: Services): Promise<StepResult<Draft>> {
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
      next = withWords(name.slice(0, maxPhraseLength), next);
      continue;
    }
    const topic = await services.library.topics.find(name);
    const { fits, nearest } = topic ? { fits: [], nearest: [] } : await services.library.people.find(name);
    const one = fits.length === 1 ? fits[0]! : null;
    if (topic && !next.topics.some(({ id }) => id === topic.id))
      next = await withTopic(topic.id, next, services);
    else if (one && !next.people.some(({ id }) => id === one.id))
      next = { ...(await withPerson(one.id, next, services)), offered: next.offered };
    else if (!topic && !one) {
      unclear.push(name);
      const near = (fits.length > 0 ? fits : nearest).slice(0, 4).map(({ id, name }) => ({ id, name }));
      const words = name.length <= maxPhraseLength ? [name] : [];
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
