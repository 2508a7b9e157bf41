import type { Access } from '../../../src/bot/core/rights-table.ts';
import { randomFrom } from '../../bench/invented.ts';
import { attacks, changes, type Run } from './attacks.ts';
import { marker } from './forged.ts';
import { playHostileSites } from './hostile-feeds.ts';
import { openScene, type Scene, type Spot } from './scene.ts';

export type AttackFigures = {
  taps: number;
  texts: number;
  floods: number;
  files: number;
  jumps: number;
  odd: number;
  dialogs: number;
  feeds: number;
  /** Rows that someone who isn't entitled to changed. */
  unentitledChanges: number;
  /** Messages in chats where nothing was asked. */
  unrequestedPosts: number;
  /** Taps without an acknowledgement, and private messages without an answer. */
  unanswered: number;
  adminAlerts: number;
  /** Lines logged as errors, and lines with a word of an attacker's. */
  errors: number;
  leaks: number;
};

export type AttackOptions = { steps: number; seed: number; access: Access; onStrange?(line: string): void };

/** Forges, floods, loads, feeds and turns clocks at random, and counts what should never happen. */
export async function runAttack(options: AttackOptions): Promise<AttackFigures> {
  const random = randomFrom(options.seed);
  const scene = await openScene(options.seed, options.access);
  const figures: AttackFigures = {
    ...{ taps: 0, texts: 0, floods: 0, files: 0, jumps: 0, odd: 0, dialogs: 0, feeds: 0 },
    ...{ unentitledChanges: 0, unrequestedPosts: 0, unanswered: 0, adminAlerts: 0, errors: 0, leaks: 0 },
  };
  const one = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;
  const addresses = playHostileSites(scene.sites, marker);
  const run: Run = { scene, figures, access: options.access, random, one, addresses, asked: new Set() };

  try {
    for (let step = 0; step < options.steps; step += 1) {
      const spot = one(scene.spots);
      const lot = random();
      const [, attack] = attacks.find(([share]) => lot < share)!;
      const before = { figures: { ...figures }, posts: scene.posts(), alerts: scene.alerts() };
      const what = await attack(run, spot);
      // By a clock that jumps, digests may be due that were asked for.
      if (figures.jumps === before.figures.jumps)
        figures.unrequestedPosts += postsElsewhere(before.posts, scene, spot, run.asked);
      run.asked.clear();
      figures.adminAlerts += changes(before.alerts, scene.alerts());
      if (bad(figures) > bad(before.figures)) options.onStrange?.(`step ${step}: ${what}`);
      // Limits a minute are not what is being attacked.
      await scene.passes(10_000);
    }
    figures.errors = scene.logged.filter(line => (JSON.parse(line) as { level: number }).level >= 50).length;
    figures.leaks = scene.logged.filter(line => line.includes(marker)).length;
    for (const line of scene.logged)
      if (/"level":50/.test(line) || line.includes(marker)) options.onStrange?.(line);
    return figures;
  } finally {
    await scene.close();
  }
}

/** How many messages the bot has posted other than where something was asked, or to the one who asked. */
function postsElsewhere(
  before: Map<number, number>,
  scene: Scene,
  { place, person }: Spot,
  asked: ReadonlySet<number>,
): number {
  const allowed = new Set([place.chat_id, person, ...asked]);
  return [...scene.posts()]
    .filter(([chat]) => !allowed.has(chat))
    .reduce((sum, [chat, count]) => sum + count - (before.get(chat) ?? 0), 0);
}

function bad(figures: AttackFigures): number {
  const { unentitledChanges, unrequestedPosts, unanswered, adminAlerts } = figures;
  return unentitledChanges + unrequestedPosts + unanswered + adminAlerts;
}
