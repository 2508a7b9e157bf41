import { rows } from '../answers/simple.ts';
import type { Desk } from './context.ts';
import { choice, type Step, type Taken } from './guide.ts';
import { type Draft, labels } from './subscribe-draft.ts';

const topicsShown = 12;

/** Which topics and people. */
export function whatStep(): Step<Draft> {
  return {
    ask: async (draft, { library }) => {
      const all = await library.topics.all();
      const shown = [
        ...all.slice(0, topicsShown),
        ...draft.topics.filter(({ id }) => !all.slice(0, topicsShown).some(topic => topic.id === id)),
      ];
      const chosen = new Set(draft.topics.map(({ id }) => id));
      const topicButtons = shown.map(({ id, label }) =>
        choice([{ text: chosen.has(id) ? `✓ ${label}` : label }], `t${id}`),
      );
      const peopleButtons = draft.people.map(({ id, name }) => choice([{ text: `✓ ${name}` }], `p${id}`));
      const offers = draft.offered.map(({ id, name }) => choice([{ text: `+ ${name}` }], `p${id}`));
      const nothing = draft.topics.length + draft.people.length === 0;
      const done = choice([{ say: nothing ? 'subscribe-everything' : 'subscribe-done' }], 'done');
      return {
        blocks: [
          { kind: 'heading', line: [{ say: 'subscribe-what' }] },
          { kind: 'text', line: [{ say: 'subscribe-what-hint' }] },
          ...(nothing
            ? []
            : [
                {
                  kind: 'text' as const,
                  line: [{ say: 'subscribe-chosen', args: { what: labels(draft).join(', ') } }],
                },
              ]),
        ],
        buttons: [...rows([...topicButtons, ...peopleButtons], 2), ...rows(offers, 2), [done]],
      };
    },
    take: async (answer, draft, desk) => {
      if (answer.kind === 'other') return { go: 'stay', draft, note: [{ say: 'guide-words-or-buttons' }] };
      if (answer.kind === 'typed') return takeNames(answer.text, draft, desk);
      if (answer.value === 'done') return { go: 'on', draft: { ...draft, offered: [] } };
      const id = answer.value.slice(1);
      return {
        go: 'stay',
        draft: answer.value.startsWith('t')
          ? await withTopic(id, draft, desk)
          : await withPerson(id, draft, desk),
      };
    },
  };
}

async function withTopic(id: string, draft: Draft, { library }: Desk): Promise<Draft> {
  if (draft.topics.some(topic => topic.id === id))
    return { ...draft, topics: draft.topics.filter(topic => topic.id !== id) };
  const topic = (await library.topics.all()).find(each => each.id === id);
  return topic ? { ...draft, topics: [...draft.topics, { id: topic.id, label: topic.label }] } : draft;
}

async function withPerson(id: string, draft: Draft, { library }: Desk): Promise<Draft> {
  const offered = draft.offered.filter(person => person.id !== id);
  if (draft.people.some(person => person.id === id))
    return { ...draft, offered, people: draft.people.filter(person => person.id !== id) };
  const person = await library.people.get(id);
  return person ? { ...draft, offered, people: [...draft.people, { id, name: person.name }] } : draft;
}

/** Names of topics or people, with commas between them. */
async function takeNames(typed: string, draft: Draft, desk: Desk): Promise<Taken<Draft>> {
  let next: Draft = { ...draft, offered: [] };
  const unclear: string[] = [];
  for (const name of typed
    .split(/[,;\n]+/)
    .map(part => part.trim())
    .filter(Boolean)
    .slice(0, 10)) {
    const topic = await desk.library.topics.find(name);
    const { fits, nearest } = topic ? { fits: [], nearest: [] } : await desk.library.people.find(name);
    const one = fits.length === 1 ? fits[0]! : null;
    if (topic && !next.topics.some(({ id }) => id === topic.id)) next = await withTopic(topic.id, next, desk);
    else if (one && !next.people.some(({ id }) => id === one.id)) next = await withPerson(one.id, next, desk);
    else if (!topic && !one) {
      unclear.push(name);
      const near = (fits.length > 0 ? fits : nearest).slice(0, 4).map(({ id, name }) => ({ id, name }));
      next = { ...next, offered: [...next.offered, ...near] };
    }
  }
  if (unclear.length === 0) return { go: 'stay', draft: next };
  const say = next.offered.length > 0 ? 'subscribe-which' : 'subscribe-nobody';
  return { go: 'stay', draft: next, note: [{ say, args: { name: unclear.join(', ') } }] };
}
