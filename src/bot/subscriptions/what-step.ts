import { rows } from '../../answers/page/builders.ts';
import type { Line } from '../../answers/page/page.ts';
import { quoted } from '../../answers/parts/interest.ts';
import { fitAsName, nameWithRole } from '../../answers/parts/subject.ts';
import type { Subject } from '../../library/subjects/types.ts';
import type { Services } from '../core/context.ts';
import { isWord } from '../core/dialog-words.ts';
import { choice, type Step, type StepResult } from '../wizard/wizard.ts';
import { type Draft, interestCount, labels, withoutLine } from './draft.ts';
import { maxExclusions } from './exclusions-step.ts';
import { aboutIn } from './requested.ts';
import { scheduleIn } from './schedule-in.ts';
import { noteOnSchedule, withWhen, withZone } from './schedule-steps.ts';
import { topicCalled, wishesIn } from './wishes.ts';

const maxTopicsShown = 12;
/** How many suggestions are shown for names that were not recognized: people, and phrases to search for. */
const maxSuggested = { people: 8, words: 4 };
/** The longest phrase, in UTF-16 code units. */
const maxPhraseLength = 60;
/** How many topics, people and phrases a digest covers. */
const maxInterests = 30;
/** How many names are read from one message. */
const maxTypedNames = 10;

/** Topics, people and phrases. A new subscription may be for a channel, which an optional step asks for. */
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
      const words = draft.choices.words.map((wish, i) =>
        choice([{ text: `✓ ${quoted(wish, library.quoteMarks)}` }], `w${i}`),
      );
      const offers = [
        ...draft.offered.people.map(({ id, name }) => choice([{ text: `+ ${name}` }], `p${id}`)),
        ...draft.offered.words.map((wish, i) =>
          choice([{ messageKey: 'subscribe-as-words', args: { words: wish } }], `o${i}`),
        ),
      ];
      const nothing = interestCount(draft) === 0;
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
                  line: [
                    { messageKey: 'subscribe-chosen', args: { what: labels(draft, { library }).join(', ') } },
                  ],
                },
              ]),
          ...withoutLine(draft).map(line => ({ kind: 'text' as const, line })),
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
      const next = await withChoice(value, draft, services);
      return isRefused(value, draft, next)
        ? { go: 'stay', draft, note: fullNote }
        : { go: 'stay', draft: next };
    },
  };
}

const fullNote: Line = [{ messageKey: 'subscribe-too-many', args: { max: maxInterests } }];

/** Whether a tap that would have added something changed nothing, as there is no room for it. */
function isRefused(value: string, before: Draft, after: Draft): boolean {
  return !hasRoom(before) && value[0] !== 'w' && interestCount(after) >= interestCount(before);
}

/** The draft after a tap: topics and people are added or removed, phrases removed, suggestions accepted. */
async function withChoice(value: string, draft: Draft, services: Services): Promise<Draft> {
  const id = value.slice(1);
  const { offered, choices } = draft;
  switch (value[0]) {
    case 't':
      return withTopic(id, draft, services);
    case 'p':
      return withPerson(id, draft, services);
    case 'w':
      return { ...draft, choices: { ...choices, words: choices.words.filter((_, i) => i !== Number(id)) } };
    default: {
      const phrase = offered.words[Number(id)];
      const left = {
        ...draft,
        offered: { people: [], words: offered.words.filter(each => each !== phrase) },
      };
      return phrase === undefined ? left : withPhrase(phrase, left);
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
  const person = await library.subjects.get(id);
  return person && hasRoom(draft)
    ? { ...draft, offered, people: [...draft.people, { id, name: person.name }] }
    : draft;
}

function withPhrase(phrase: string, draft: Draft): Draft {
  const { words } = draft.choices;
  if (words.includes(phrase) || !hasRoom(draft)) return draft;
  return { ...draft, choices: { ...draft.choices, words: [...words, phrase] } };
}

function hasRoom(draft: Draft): boolean {
  return interestCount(draft) < maxInterests;
}

/** What one typed name adds to a draft, and whether it was understood. */
type Read = { draft: Draft; outcome: 'added' | 'unclear' | 'no-words' | 'full' };

/** Names of topics, people, organizations or places and phrases in quotes, separated by commas. */
async function addTyped(typed: string, draft: Draft, services: Services): Promise<StepResult<Draft>> {
  const nothingOffered = { ...draft, offered: { people: [], words: [] } };
  if (interestCount(draft) === 0 && isWord('all', typed, services))
    return { go: 'next', draft: nothingOffered };
  if (isWord('skip', typed, services)) {
    // Who has named something that wasn't understood does not mean all there is.
    const isOpen = interestCount(draft) === 0 && draft.offered.words.length > 0;
    return isOpen
      ? { go: 'stay', draft, note: [{ messageKey: 'subscribe-nothing-yet' }] }
      : { go: 'next', draft: nothingOffered };
  }
  if (isWord('yes', typed, services) && draft.offered.words.length > 0) {
    const [phrase, ...more] = draft.offered.words;
    const isOnly = draft.offered.people.length + more.length === 0;
    return isOnly
      ? { go: 'stay', draft: withPhrase(phrase!, nothingOffered) }
      : { go: 'stay', draft, note: [{ messageKey: 'subscribe-which-suggestion' }] };
  }
  // A whole sentence, `send me news about the strike`, names what comes last in it.
  const about = aboutIn(typed, services.languages.vocabulary);
  const { isClear: _, ...read } = await withTyped(about, draft, services);
  return { go: 'stay', ...read };
}

/**
 * A draft with what was typed added or suggested, a schedule at its end set, and a line on what was not understood or
 * on the schedule.
 */
export async function withTyped(
  typed: string,
  draft: Draft,
  services: Services,
): Promise<{ draft: Draft; note?: Line; isClear: boolean }> {
  const { what, when, zone } = scheduleIn(typed, services.languages.vocabulary);
  const schedule = typeof when === 'string' ? null : when;
  let next: Draft = {
    ...withZone(zone, schedule ? withWhen(schedule, draft) : draft),
    offered: { people: [], words: [] },
  };
  const { names, without } = await wishesIn(what, services);
  next = withoutWords(without, next);
  const outcomes = new Map<string, Read['outcome']>();
  for (const name of names.slice(0, maxTypedNames)) {
    const read = await readName(name, next, services);
    next = read.draft;
    outcomes.set(name, read.outcome);
  }
  const note = noteOn(outcomes, next);
  const shown = note ?? noteOnSchedule(when, next, services.messages);
  return { draft: next, ...(shown && { note: shown }), isClear: note === undefined };
}

/** A draft that leaves out news with some more words. */
function withoutWords(words: readonly string[], draft: Draft): Draft {
  const without = [...new Set([...draft.choices.without, ...words])].slice(0, maxExclusions);
  return { ...draft, choices: { ...draft.choices, without } };
}

async function readName(name: string, draft: Draft, services: Services): Promise<Read> {
  if (!/[\p{L}\p{N}]/u.test(name)) return { draft, outcome: 'no-words' };
  if (!hasRoom(draft)) return { draft, outcome: 'full' };
  if (/^["“„«].+["”“»]$/.test(name))
    return { draft: withPhrase(name.slice(0, maxPhraseLength), draft), outcome: 'added' };
  const topic = await topicCalled(name, services);
  if (topic) {
    const isChosen = draft.topics.some(({ id }) => id === topic.id);
    return { draft: isChosen ? draft : await withTopic(topic.id, draft, services), outcome: 'added' };
  }
  const { fits, nearest, how } = await services.library.subjects.find(name);
  const person = fits.length === 1 && fitAsName(how) ? fits[0]! : null;
  if (!person)
    return { draft: withSuggestions(name, fits.length > 0 ? fits : nearest, draft), outcome: 'unclear' };
  const isChosen = draft.people.some(({ id }) => id === person.id);
  const { offered } = draft;
  return {
    draft: isChosen ? draft : { ...(await withPerson(person.id, draft, services)), offered },
    outcome: 'added',
  };
}

function withSuggestions(name: string, people: Subject[], draft: Draft): Draft {
  const isChosen = (id: string) => draft.people.some(person => person.id === id);
  const near = people
    .filter(({ id }) => !isChosen(id))
    .slice(0, 4)
    .map((subject, _, all) => ({ id: subject.id, name: nameAmong(subject, all) }));
  const phrase = name.length <= maxPhraseLength ? [name] : [];
  const { offered } = draft;
  return {
    ...draft,
    offered: {
      people: [...offered.people, ...near].slice(0, maxSuggested.people),
      words: [...offered.words, ...phrase].slice(0, maxSuggested.words),
    },
  };
}

/** A name as one of several: two people of one name differ in what they are. */
function nameAmong(subject: Subject, all: Subject[]): string {
  const isShared = all.some(other => other !== subject && other.name === subject.name);
  const role = subject.type === 'person' ? subject.role : null;
  return isShared && role !== null ? nameWithRole(subject.name, role) : subject.name;
}

/** The line above the question that names what was not added. */
function noteOn(outcomes: ReadonlyMap<string, Read['outcome']>, { offered }: Draft): Line | undefined {
  const names = (outcome: Read['outcome']) =>
    [...outcomes].filter(([, each]) => each === outcome).map(([name]) => name);
  const unclear = names('unclear');
  if (unclear.length > 0) {
    const messageKey = offered.people.length > 0 ? 'subscribe-which' : 'subscribe-no-person';
    return [{ messageKey, args: { name: unclear.join(', ') } }];
  }
  const [notWords] = names('no-words');
  if (notWords !== undefined) return [{ messageKey: 'subscribe-not-words', args: { name: notWords } }];
  return names('full').length > 0 ? fullNote : undefined;
}
