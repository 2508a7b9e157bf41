import type { DigestLength } from '../../deliveries/subscriptions/types.ts';
import { dotted } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Block, Button, Line } from '../page/page.ts';
import { type Window, windowText } from './window.ts';

export type DigestOptions = {
  /** The local day of the digest, `YYYY-MM-DD`. */
  day: string;
  /** What it is about: labels of topics and names of people; empty for everything. */
  about: string[];
  /** The first digest of a subscription: it has the latest matching stories, and says so. */
  first: boolean;
  /** Shown before anything is sent: says that it is only a preview. */
  preview: boolean;
  /** How many stories matched, those left out included. */
  total: number;
  /** How much is shown of each story; `short` if missing. */
  length?: DigestLength;
  /** How many articles the matching stories have; counted from the stories if missing. */
  articles?: number;
  /** What it was composed from, for the buttons that show more of it; without it there are none. */
  window?: Window;
  /** The articles that limit reproduction: no quote longer than 25 words is taken from them. */
  limited?: Set<string>;
};

/** The heading of a part of a digest, and what a first digest or a preview says of itself. */
export function headBlocks(
  { day, about, first, preview }: DigestOptions,
  part: number,
  parts: number,
): Block[] {
  const subject: Line =
    about.length === 0
      ? [{ messageKey: 'digest' }]
      : [{ messageKey: 'digest-about', args: { about: clip(about.join(', '), 120) } }];
  const number: Line = parts === 1 ? [] : [{ text: ` (${part}/${parts})` }];
  const blocks: Block[] = [{ kind: 'heading', line: [...dotted([subject, [{ day }]]), ...number] }];
  if (part > 1) return blocks;
  if (preview) blocks.push({ kind: 'text', line: [{ messageKey: 'digest-preview', style: 'italic' }] });
  if (first) blocks.push({ kind: 'text', line: [{ messageKey: 'digest-first', style: 'italic' }] });
  return blocks;
}

/** Buttons for the stories that are left out, and for the reasons of the order. */
export function furtherButtons(window: Window | undefined, shown: number, more: number): Button[][] {
  if (window === undefined) return [];
  const rest: Button = {
    label: [{ messageKey: 'button-digest-more', args: { count: more } }],
    action: { kind: 'choose', data: `d.more.${windowText(window)}.${shown}` },
  };
  const why: Button = {
    label: [{ messageKey: 'button-digest-why' }],
    action: { kind: 'choose', data: `d.why.${windowText(window)}.0` },
  };
  return more > 0 ? [[rest], [why]] : [[why]];
}
