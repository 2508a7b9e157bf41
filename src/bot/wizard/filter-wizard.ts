import { answer as answerQuestion } from '../../answers/asking/registry.ts';
import { rows } from '../../answers/page/builders.ts';
import type { Page } from '../../answers/page/page.ts';
import { splitPeriod } from '../../answers/page/period.ts';
import type { Question } from '../../answers/page/question.ts';
import { filterOn } from '../../answers/parts/subject.ts';
import { withEnglishPeriod } from '../../languages/in-english.ts';
import type { Services } from '../core/context.ts';
import { isWord } from '../core/dialog-words.ts';
import { choice, type Step, type Wizard } from './wizard.ts';

type Draft = {
  topic: string | null;
  /** The id of a person, an organization or a place. */
  person: string | null;
  from: string | null;
  to: string | null;
  /** Suggested for a name that several people match, or none exactly. */
  offered: { id: string; name: string }[];
};

const maxTopics = 12;
const maxPeople = 8;
const maxPeriods = 6;

/** A topic, a name and a period; any of them may be left open. */
export const filterWizard: Wizard<Draft> = {
  name: 'filter',
  begin: async () => ({ draft: { topic: null, person: null, from: null, to: null, offered: [] } }),
  steps: [topicStep(), personStep(), periodStep()],
  finish: async (draft, ctx) =>
    answerQuestion(ctx.services.library, questionOf(draft), { page: 1, chat: 'private' }),
};

function topicStep(): Step<Draft> {
  return {
    ask: async (_, { library }) => {
      const topics = (await library.topics.all()).slice(0, maxTopics);
      const buttons = topics.map(({ id, label, articles }) =>
        choice([{ text: `${label} · ${articles}` }], `t${id}`),
      );
      return questionPage('filter-topic', [
        ...rows(buttons, 2),
        [choice([{ messageKey: 'filter-any-topic' }], 'any')],
      ]);
    },
    handle: async (answer, draft, { services }) => {
      const { library } = services;
      if (answer.kind !== 'chosen' && answer.kind !== 'typed')
        return { go: 'stay', draft, note: [{ messageKey: 'wizard-text-or-buttons' }] };
      if (answer.kind === 'typed' && isWord('skip', answer.text, services))
        return { go: 'next', draft: { ...draft, topic: null } };
      if (answer.kind === 'chosen')
        return {
          go: 'next',
          draft: { ...draft, topic: answer.value === 'any' ? null : answer.value.slice(1) },
        };
      const topic = await library.topics.find(answer.text);
      return topic
        ? { go: 'next', draft: { ...draft, topic: topic.id } }
        : { go: 'stay', draft, note: [{ messageKey: 'filter-no-topic', args: { words: answer.text } }] };
    },
  };
}

function personStep(): Step<Draft> {
  return {
    ask: async (draft, services) => {
      const people = draft.offered.length > 0 ? draft.offered : await peopleFor(draft, services);
      const buttons = people.map(({ id, name }) => choice([{ text: name }], `p${id}`));
      return questionPage('filter-person', [
        ...rows(buttons, 2),
        [choice([{ messageKey: 'filter-any-person' }], 'any')],
      ]);
    },
    handle: async (answer, draft, { services }) => {
      const { library } = services;
      if (answer.kind !== 'chosen' && answer.kind !== 'typed')
        return { go: 'stay', draft, note: [{ messageKey: 'wizard-text-or-buttons' }] };
      const on = (person: string | null) => ({
        go: 'next' as const,
        draft: { ...draft, person, offered: [] },
      });
      if (answer.kind === 'chosen') return on(answer.value === 'any' ? null : answer.value.slice(1));
      if (isWord('skip', answer.text, services)) return on(null);
      const { fits, nearest } = await library.subjects.find(answer.text);
      if (fits.length === 1) return on(fits[0]!.id);
      const offered = (fits.length > 0 ? fits : nearest)
        .slice(0, maxPeople)
        .map(({ id, name }) => ({ id, name }));
      const messageKey = fits.length > 0 ? 'filter-which-person' : 'filter-no-person';
      return {
        go: 'stay',
        draft: { ...draft, offered },
        note: [{ messageKey, args: { words: answer.text } }],
      };
    },
  };
}

/** The most prominent people in articles on the topic, or overall if no topic was chosen. */
async function peopleFor(draft: Draft, { library }: Services): Promise<{ id: string; name: string }[]> {
  const leading = await library.people.leading(draft.topic === null ? maxPeople : maxPeople * 4);
  if (draft.topic === null) return leading;
  const fitting: { id: string; name: string }[] = [];
  for (const person of leading) {
    if (fitting.length === maxPeople) break;
    const { total } = await library.search.filtered(
      { topic: draft.topic, person: person.id },
      { limit: 1, offset: 0 },
    );
    if (total > 0) fitting.push(person);
  }
  return fitting;
}

function periodStep(): Step<Draft> {
  return {
    ask: async (draft, { library }) => {
      const { items } = await library.search.filtered(filterOf(draft), { limit: 200, offset: 0 });
      const days = items.flatMap(({ published }) => published ?? []);
      const years = [...new Set(days.map(day => day.slice(0, 4)))];
      const months = [...new Set(days.map(day => day.slice(0, 7)))].filter(month => month.length === 7);
      const periods = [...(years.length > 1 ? years.slice(0, 2) : []), ...months].slice(0, maxPeriods);
      const buttons = periods.map(period => choice([{ day: period }], `d${period}`));
      return questionPage('filter-period', [
        ...rows(buttons, 3),
        [choice([{ messageKey: 'filter-any-time' }], 'any')],
      ]);
    },
    handle: async (answer, draft, { services }) => {
      if (answer.kind !== 'chosen' && answer.kind !== 'typed')
        return { go: 'stay', draft, note: [{ messageKey: 'wizard-text-or-buttons' }] };
      if (answer.kind === 'chosen') {
        const period = answer.value === 'any' ? null : answer.value.slice(1);
        return { go: 'next', draft: { ...draft, from: period, to: period } };
      }
      if (isWord('skip', answer.text, services))
        return { go: 'next', draft: { ...draft, from: null, to: null } };
      const split = splitPeriod(withEnglishPeriod(answer.text, services.languages.vocabulary));
      if ('wrong' in split || split.words !== '')
        return {
          go: 'stay',
          draft,
          note: [{ messageKey: 'filter-wrong-period', args: { words: answer.text } }],
        };
      return {
        go: 'next',
        draft: { ...draft, from: split.period.from ?? null, to: split.period.to ?? null },
      };
    },
  };
}

function questionPage(messageKey: string, buttons: Page['buttons']): Page {
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey }] },
      { kind: 'text', line: [{ messageKey: `${messageKey}-hint` }] },
    ],
    buttons,
  };
}

function filterOf({ topic, person, from, to }: Draft) {
  return {
    ...(topic && { topic }),
    ...(person && filterOn(person)),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function questionOf({ topic, person, from, to }: Draft): Question {
  return {
    kind: 'filter',
    ...(topic && { topic }),
    ...(person && { person }),
    ...(from && { from }),
    ...(to && { to }),
  };
}
