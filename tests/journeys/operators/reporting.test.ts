import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleWords } from '../../../src/answers/parts/rule-words.ts';
import { exported } from '../../library/scratch.ts';
import { messages } from '../../rendering/pages.ts';
import { day, due, hour, subscribe, type World } from '../subscribers.ts';
import { world } from '../world.ts';

/** A bot run by Olga, and Ann, who reads it. */
async function run() {
  const people: Record<string, ReturnType<World['telegram']['person']>> = {};
  const w = await world({
    owner: telegram => {
      for (const name of ['Olga', 'Ann']) people[name] = telegram.person(name);
      return { admins: [people.Olga!.user.id] };
    },
  });
  const [olga, ann] = [people.Olga!, people.Ann!];
  for (const person of [olga, ann]) {
    person.starts();
    await person.reads();
  }
  return { w, olga, ann };
}

test('a quote leads to its sentence, its rule in words, and “Wrong?” to those who run the bot', async () => {
  const { w, olga, ann } = await run();
  ann.says('/quotes Stoltenberg');
  await ann.reads();
  await ann.presses(/^❝ We are determined/);
  const context = await ann.reads();
  expect(context.text).toContain('In context');
  expect(context.text).toMatch(/Why this speaker: .+\./);
  expect(context.text).toContain('I’ve found these words in no other article.');
  await ann.presses('⚠ Wrong?', context);
  await ann.sees('Thank you. The operator will look at this quote.');
  expect((await w.library.reportedQuotes.list(5)).map(({ words, times }) => [words, times])).toEqual([
    ['We are determined to do everything we can to support Ukraine', 1],
  ]);
  await ann.presses('⚠ Wrong?', context);
  await w.quiet();

  await w.turnTo(due);
  const note = await olga.sees('A reader reported a quote as wrong:');
  expect(note.text).toMatch(/quotes retract 003_670d0935c3b560d6@\d+/);
  await w.turnTo(due + hour);
  await w.turnTo(due + 2 * day);
  await w.quiet();
  expect(olga.chat().filter(({ text }) => text.includes('reported a quote as wrong'))).toHaveLength(1);
  olga.says('/status');
  const status = await olga.sees('Reported as wrong');
  expect(status.text).toMatch(/• “We are determined.+quotes retract 003_670d0935c3b560d6@/);
});

test('a retracted quote is gone for good, and the digest that had it is edited and marked', async () => {
  const { w, ann } = await run();
  const [person] = (await w.library.subjects.find('Blinken')).fits;
  await subscribe(w, ann.chat_id, { people: [person!.id] });
  await w.turnTo(due);
  await w.quiet();
  const quotes = await exported(w.library, 'quotes');
  const holds = (text: string) => quotes.find(quote => text.includes(String(quote.text).slice(0, 60)));
  const sent = ann.chat().find(({ text }) => holds(text) !== undefined)!;
  const quote = holds(sent.text)!;
  const id = `${quote.article}@${quote.start}`;
  expect(await w.library.quotes.retract(id)).toMatchObject({ outcome: 'done' });
  expect(await w.library.quotes.retract(id)).toEqual({ outcome: 'unknown' });
  await w.turnTo(due + hour);
  await w.quiet();
  const edited = ann.chat().find(({ message_id }) => message_id === sent.message_id)!;
  expect(edited.text).toMatch(/^Corrected 09:00\n/);
  expect(edited.text).toContain('[withdrawn]');
  expect(holds(edited.text)).not.toBe(quote);
  const left = await exported(w.library, 'quotes');
  expect(left).toHaveLength(quotes.length - 1);
});

test('every rule of attribution is said in words', () => {
  const table = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
  const rules = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, rule]) => rule!);
  expect(rules.length).toBeGreaterThan(40);
  for (const rule of rules) {
    const { messageKey, args = {} } = ruleWords(rule);
    expect(messages.say(messageKey, args as Record<string, string>), rule).toMatch(/^\S.*\.$/);
  }
});

test('the number after a line of a timeline leads to its sentence in context', async () => {
  const { ann } = await run();
  ann.says('/timeline LPR');
  const { text, entities = [] } = await ann.reads();
  const link = entities.find(
    ({ type, offset, length }) => type === 'text_link' && text.slice(offset, offset + length) === '[1]',
  ) as { url: string } | undefined;
  const payload = /\?start=([\w-]{1,64})$/.exec(link?.url ?? '')?.[1];
  expect(payload).toBeDefined();
  ann.says(`/start ${payload}`);
  const context = await ann.sees('In context');
  expect(context.text).toContain('recognized the independence');
});
