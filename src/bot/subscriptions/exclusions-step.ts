import { rows } from '../../answers/page/builders.ts';
import type { BotContext } from '../core/context.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import type { Draft } from './draft.ts';

/** How many words or sources may be left out. */
const mostLeftOut = 30;
const longestWords = 60;
const sourcesShown = 12;

/** With which words nothing is told. */
export function withoutStep(): Step<Draft> {
  return listStep({
    messageKey: 'change-without',
    listed: ({ choices }) => choices.without,
    changed: (draft, without) => ({ ...draft, choices: { ...draft.choices, without } }),
    offered: async () => [],
    understood: async typed => (/[\p{L}\p{N}]/u.test(typed) ? typed.slice(0, longestWords) : null),
  });
}

/** Of which sources nothing is told. */
export function sourcesStep(): Step<Draft> {
  return listStep({
    messageKey: 'change-sources',
    listed: ({ choices }) => choices.withoutSources,
    changed: (draft, withoutSources) => ({ ...draft, choices: { ...draft.choices, withoutSources } }),
    offered: async ({ desk }) =>
      (await desk.library.news.sources()).slice(0, sourcesShown).map(({ source }) => source),
    understood: async (typed, { desk }) => {
      const same = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;
      const all = (await desk.library.news.sources()).map(({ source }) => source);
      return (
        all.find(source => same(source, typed)) ??
        all.find(source => source.toLowerCase().includes(typed.toLowerCase())) ??
        null
      );
    },
  });
}

/** A list of words that is added to by typing and taken from by pressing. */
function listStep(parts: {
  messageKey: string;
  listed(draft: Draft): string[];
  changed(draft: Draft, list: string[]): Draft;
  offered(ctx: Pick<BotContext, 'desk'>): Promise<string[]>;
  understood(typed: string, ctx: BotContext): Promise<string | null>;
}): Step<Draft> {
  const { messageKey, listed, changed } = parts;
  return {
    ask: async (draft, desk) => {
      const list = listed(draft);
      const more = (await parts.offered({ desk })).filter(each => !list.includes(each));
      return {
        blocks: [
          { kind: 'heading', line: [{ messageKey }] },
          { kind: 'text', line: [{ messageKey: `${messageKey}-hint` }] },
        ],
        buttons: [
          ...rows(
            [
              ...list.map((each, i) => choice([{ text: `✓ ${each}` }], `x${i}`)),
              ...more.map((each, i) => choice([{ text: each }], `+${i}`)),
            ],
            2,
          ),
          [choice([{ messageKey: 'subscribe-done' }], 'done')],
        ],
      };
    },
    take: async (answer, draft, ctx) => {
      const list = listed(draft);
      const stay = (next: string[]) =>
        ({ go: 'stay', draft: changed(draft, [...new Set(next)].slice(0, mostLeftOut)) }) as const;
      if (answer.kind === 'typed') {
        const typed = answer.text
          .split(/[,;\n]+/)
          .map(part => part.trim())
          .filter(Boolean);
        const known = await Promise.all(typed.map(each => parts.understood(each, ctx)));
        const unknown = typed.filter((_, i) => known[i] === null);
        const next = stay([...list, ...known.filter(each => each !== null)]);
        return unknown.length === 0
          ? next
          : { ...next, note: [{ messageKey: `${messageKey}-unknown`, args: { words: unknown.join(', ') } }] };
      }
      if (answer.kind !== 'chosen')
        return { go: 'stay', draft, note: [{ messageKey: 'guide-words-or-buttons' }] };
      if (answer.value === 'done') return { go: 'on', draft };
      const at = Number(answer.value.slice(1));
      if (answer.value.startsWith('x')) return stay(list.filter((_, i) => i !== at));
      const more = (await parts.offered(ctx)).filter(each => !list.includes(each));
      return stay(more[at] === undefined ? list : [...list, more[at]]);
    },
  };
}
