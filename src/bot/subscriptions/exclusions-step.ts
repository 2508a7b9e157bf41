import { rows } from '../../answers/page/builders.ts';
import type { BotContext } from '../core/context.ts';
import { isWord } from '../core/dialog-words.ts';
import { choice, type Step } from '../wizard/wizard.ts';
import type { Draft } from './draft.ts';

/** How many words or sources may be excluded. */
export const maxExclusions = 30;
const maxPhraseLength = 60;
const maxSources = 12;

/** Articles with these words are left out. */
export function excludedWordsStep(): Step<Draft> {
  return listStep({
    messageKey: 'change-without',
    listed: ({ choices }) => choices.without,
    changed: (draft, without) => ({ ...draft, choices: { ...draft.choices, without } }),
    offered: async () => [],
    understood: async typed => (/[\p{L}\p{N}]/u.test(typed) ? typed.slice(0, maxPhraseLength) : null),
  });
}

/** Articles of these sources are left out. */
export function excludedSourcesStep(): Step<Draft> {
  return listStep({
    messageKey: 'change-sources',
    listed: ({ choices }) => choices.withoutSources,
    changed: (draft, withoutSources) => ({ ...draft, choices: { ...draft.choices, withoutSources } }),
    offered: async ({ services }) =>
      (await services.library.news.sources()).slice(0, maxSources).map(({ source }) => source),
    understood: async (typed, { services }) => {
      const same = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;
      const all = (await services.library.news.sources()).map(({ source }) => source);
      return (
        all.find(source => same(source, typed)) ??
        all.find(source => source.toLowerCase().includes(typed.toLowerCase())) ??
        null
      );
    },
  });
}

/** A list that grows by typing and shrinks by tapping. */
function listStep(parts: {
  messageKey: string;
  listed(draft: Draft): string[];
  changed(draft: Draft, list: string[]): Draft;
  offered(ctx: Pick<BotContext, 'services'>): Promise<string[]>;
  understood(typed: string, ctx: BotContext): Promise<string | null>;
}): Step<Draft> {
  const { messageKey, listed, changed } = parts;
  return {
    ask: async (draft, services) => {
      const list = listed(draft);
      const more = (await parts.offered({ services })).filter(each => !list.includes(each));
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
    handle: async (answer, draft, ctx) => {
      const list = listed(draft);
      const stay = (next: string[]) => {
        const all = [...new Set(next)];
        const full = { messageKey: 'change-too-many', args: { max: maxExclusions } };
        return {
          go: 'stay' as const,
          draft: changed(draft, all.slice(0, maxExclusions)),
          ...(all.length > maxExclusions && { note: [full] }),
        };
      };
      if (answer.kind === 'typed' && isWord('skip', answer.text, ctx.services)) return { go: 'next', draft };
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
        return { go: 'stay', draft, note: [{ messageKey: 'wizard-text-or-buttons' }] };
      if (answer.value === 'done') return { go: 'next', draft };
      const at = Number(answer.value.slice(1));
      if (answer.value.startsWith('x')) return stay(list.filter((_, i) => i !== at));
      const more = (await parts.offered(ctx)).filter(each => !list.includes(each));
      return stay(more[at] === undefined ? list : [...list, more[at]]);
    },
  };
}
