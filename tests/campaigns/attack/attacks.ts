import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionOfButton } from '../../../src/bot/core/button-actions.ts';
import { type Access, verdictFor } from '../../../src/bot/core/rights-table.ts';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { hostileFiles, hostileTexts, marker, mutated, subscriptionOf, templates } from './forged.ts';
import { hostileLists } from './hostile-feeds.ts';
import { oddUpdate } from './odd-updates.ts';
import type { AttackFigures } from './run.ts';
import type { Scene, Spot } from './scene.ts';

const hour = 3_600_000;

/** What the attacks of one run have in common. */
export type Run = {
  scene: Scene;
  figures: AttackFigures;
  access: Access;
  random(): number;
  one<Item>(list: readonly Item[]): Item;
  /** The addresses of hostile sites. */
  addresses: readonly string[];
  /** The chats in which something was asked besides the attacker's. */
  asked: Set<number>;
};

/** How many rows are in one list only. */
export function changes(before: string[], after: string[]): number {
  const [old, now] = [new Set(before), new Set(after)];
  return before.filter(row => !now.has(row)).length + after.filter(row => !old.has(row)).length;
}

/** Strangers are told a few times a minute how to get in, then nothing; the banned are never answered. */
function isAnswered({ access }: Run, { chat, role }: Spot): boolean {
  return chat === 'private' && role !== 'banned' && (role !== 'stranger' || access === 'open');
}

async function tap(run: Run, { place, on, chat, role }: Spot): Promise<string> {
  const { scene, figures, random, one } = run;
  figures.taps += 1;
  const id = random() < 0.7 ? subscriptionOf[chat] : one([1, 2, 3, 4]);
  const data = mutated(one(templates).replace('ID', String(id)), random);
  const may = verdictFor(actionOfButton(data), chat, role, run.access) === 'yes';
  const rows = scene.rows();
  const answers = scene.telegram.callsOf('answerCallbackQuery').length;
  place.forges(data, on);
  await scene.quiet();
  if (scene.telegram.callsOf('answerCallbackQuery').length === answers) figures.unanswered += 1;
  if (!may) figures.unentitledChanges += changes(rows, scene.rows());
  return `${role} in ${chat} taps ${JSON.stringify(data)}`;
}

async function text(run: Run, { place, chat, role }: Spot): Promise<string> {
  const { scene, figures, random, one } = run;
  if (chat === 'channel') return 'nothing';
  figures.texts += 1;
  const words = `${one(hostileTexts)}${random() < 0.5 ? ` ${marker}` : ''}`;
  const before = scene.rows();
  const answered = place.chat().length + 1;
  place.says(words);
  await scene.quiet();
  const isSilent = place.chat().length <= answered;
  if (isSilent && chat === 'private' && role !== 'banned') figures.unanswered += 1;
  figures.unentitledChanges += changes(before, scene.rows());
  return `${role} in ${chat} says ${JSON.stringify(words)}${isSilent ? ', unanswered' : ''}`;
}

async function odd(run: Run, spot: Spot): Promise<string> {
  const { scene, figures, random } = run;
  figures.odd += 1;
  const { chat, role, place, person, on } = spot;
  const origin = { chat, chatId: place.chat_id, person, message: on.message_id, random, marker };
  const { what, updates, wants } = oddUpdate(origin);
  const rows = scene.rows();
  const before = scene.calls.length;
  if (updates.length > 0) await scene.brings(...updates);
  const calls = scene.calls.slice(before);
  const sent = calls.filter(method => /^send(?!ChatAction)/.test(method)).length;
  const isAnsweredNow = sent > 0 || calls.some(method => method.startsWith('edit'));
  if (wants === 'reply' && isAnswered(run, spot) && !isAnsweredNow) figures.unanswered += 1;
  if (wants === 'tap' && !calls.includes('answerCallbackQuery')) figures.unanswered += 1;
  // An album is one message, however many pictures it has.
  if (sent > 2) figures.unrequestedPosts += sent - 2;
  if (wants === 'nothing') figures.unrequestedPosts += sent;
  figures.unentitledChanges += changes(rows, scene.rows());
  return `${role} in ${chat}: ${what} ${JSON.stringify(updates[0])?.slice(0, 300)} ${sent} sent`;
}

/** A dialog in which anything is typed and tapped, which is left and come back to at another time. */
async function dialog(run: Run, spot: Spot): Promise<string> {
  const { scene, figures, one } = run;
  const { place, chat, role } = spot;
  if (chat !== 'private') return 'nothing';
  figures.dialogs += 1;
  const rows = scene.rows();
  const begun = one(['/subscribe', '/filter', '/language']);
  place.says(begun);
  await scene.quiet();
  const acted = [begun];
  for (let nth = 0; nth < 4; nth += 1) acted.push(await goesOn(run, spot));
  place.says('/cancel');
  await scene.quiet();
  // With the clock set back, what is due is planned anew.
  if (!acted.includes(clockSet) && role !== 'owner') figures.unentitledChanges += changes(rows, scene.rows());
  return `${role} in a dialog: ${JSON.stringify(acted)}`;
}

const clockSet = 'a clock set';

/** One step of a dialog; nothing that ends it with a subscription. */
async function goesOn(run: Run, spot: Spot): Promise<string> {
  const { scene, figures, random, one } = run;
  const place = spot.place as Person;
  const before = place.chat().length;
  const lot = random();
  if (lot < 0.5) {
    const words = `${one(hostileTexts.filter(each => !each.startsWith('/')))} ${marker}`;
    place.says(words);
    await scene.quiet();
    if (isAnswered(run, spot) && place.chat().length <= before + 1) figures.unanswered += 1;
    return words;
  }
  if (lot < 0.8) {
    const question = place
      .chat()
      .findLast(({ buttons }) => buttons.flat().some(label => /Cancel/.test(label)));
    const labels = question?.buttons.flat().filter(each => !/^✓ Subscribe/.test(each)) ?? [];
    if (question && labels.length > 0) await place.presses(one(labels), question);
    await scene.quiet();
    return 'a tap';
  }
  if (lot < 0.9) {
    place.blocks();
    await scene.quiet();
    place.unblocks();
    await scene.quiet();
    return 'blocked';
  }
  await jump(run);
  return clockSet;
}

/** The operator is given the address of a hostile site, or a hostile list, and does what is offered first. */
async function feed({ scene, figures, random, one, asked, addresses }: Run): Promise<string> {
  figures.feeds += 1;
  const { operator } = scene;
  asked.add(operator.chat_id);
  const before = operator.chat().length;
  const [name, list] = one(Object.entries(hostileLists));
  const address = random() < 0.75 ? one(addresses) : null;
  if (address === null) operator.attaches(`${name}.opml`, list.replaceAll('#', marker));
  else operator.says(address);
  await scene.quiet();
  const answer = operator.chat().at(-1)!;
  if (operator.chat().length <= before + 1) figures.unanswered += 1;
  const [label] = answer.buttons.flat();
  if (answer.from === 'bot' && label !== undefined) await operator.presses(label, answer);
  await scene.quiet();
  await scene.pausesSources();
  return `the operator is given ${address ?? name}`;
}

async function flood({ scene, figures }: Run, { place, chat, role }: Spot): Promise<string> {
  if (chat !== 'private' || role === 'banned') return 'nothing';
  figures.floods += 1;
  const before = place.chat().length;
  for (let nth = 0; nth < 45; nth += 1) place.says(`/who ${marker}${nth}`);
  await scene.quiet();
  await scene.passes(2 * 60_000);
  if (place.chat().length < before + 45 + 2) figures.unanswered += 1;
  return `${role} floods`;
}

async function file({ scene, figures, random, one }: Run): Promise<string> {
  figures.files += 1;
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const name = one(Object.keys(hostileFiles));
    writeFileSync(join(folder, name), hostileFiles[name]!(random), 'latin1');
    await scene.load(folder);
    return `${name} is loaded`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function jump({ scene, figures, random }: Run): Promise<string> {
  figures.jumps += 1;
  const ms = Math.round((random() - 0.5) * 200 * 24 * hour);
  await scene.jump(ms);
  await scene.quiet();
  await scene.jump(0);
  await scene.quiet();
  return `the clock is wrong by ${Math.round(ms / hour)} h`;
}

type Attack = (run: Run, spot: Spot) => Promise<string>;

/** Each with the share of steps up to which it is chosen; it says what was done. */
export const attacks: readonly [share: number, attack: Attack][] = [
  [0.4, tap],
  [0.6, text],
  [0.78, odd],
  [0.86, dialog],
  [0.9, flood],
  [0.93, file],
  [0.97, feed],
  [1, jump],
];
