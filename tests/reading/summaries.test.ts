import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { needsContext, speaksItself, withoutQuotes } from '../../src/reading/summary/anaphora.ts';
import { knowledge } from './knowledge.ts';

const summary = (...paragraphs: string[]) =>
  read(
    { text: paragraphs.join('\n\n'), title: 'Osterby closes its harbour after a crane fell' },
    knowledge,
  ).summary.map(({ text }) => text);

const lead =
  'The town of Osterby closed its harbour on Monday after the largest of its cranes fell into the water and blocked the way out.';
const ships =
  'Three ships with grain for Westerby had to wait outside the harbour of Osterby until late in the evening.';
const repairs =
  'Repairs of the crane and the quay will cost the town of Osterby more than two million crowns, engineers say.';
const council =
  'The town council of Osterby meets on Thursday to decide who is to repair the crane and the quay.';

describe('the sentence hangs on the one before:', () => {
  test.each([
    'He told the council that the crane had been looked at in spring.',
    'But the crane had been looked at in spring.',
    'On that day the harbour was closed.',
    'A day later the harbour was open again.',
    'The minister said the harbour would be closed.',
    'The former company paid for the crane.',
    'According to him the crane was old.',
    'After the crane fell, his ship had to wait.',
    'Meanwhile, three ships had to wait.',
    'By the end of that year three ships had to wait.',
  ])('%s', text => expect(needsContext(withoutQuotes(text), [])).toBe(true));

  test.each([
    ['Ines Dahl told the council that she had looked at the crane.', [0]],
    ['The minister Ines Dahl said the harbour would be closed.', [13]],
    ['The decision of the council was expected.', []],
    ['The harbour was closed on Monday.', []],
    ['“But he knew,” was written on the wall of the harbour.', []],
    ['Before the crane fell, Jan Vik had sold his ship.', [23]],
  ])('not so: %s', (text, names) => expect(needsContext(withoutQuotes(text), names)).toBe(false));

  test('someone speaks who is not named', () => {
    expect(speaksItself(withoutQuotes('We dismantle the crane, and our town pays for it.'))).toBe(true);
    expect(speaksItself(withoutQuotes('“We dismantle the crane,” the US company told the town.'))).toBe(
      false,
    );
  });
});

describe('a summary', () => {
  test('has the point first, and nothing that hangs on what is left out', () => {
    const told = summary(
      lead,
      'She had warned of it for years, and nobody in the town had listened to what was said.',
      ships,
      'Meanwhile, the crane was lying in the water of the harbour and could not be moved by anybody.',
      repairs,
      council,
    );
    expect(told[0]).toBe(lead);
    for (const sentence of told) expect([lead, ships, repairs, council]).toContain(sentence);
  });

  test('has what points back only right behind what it points to', () => {
    const told = summary(
      'Harbour master Ines Dahl closed the harbour of Osterby on Monday after the largest crane fell into the water.',
      'She expects the repairs of the crane, the quay and the harbour of Osterby to cost two million crowns.',
      'It rained.',
    );
    expect(told[0]).toContain('Ines Dahl');
    for (const [at, sentence] of told.entries()) if (sentence.startsWith('She')) expect(at).toBe(1);
  });

  test('leaves out how the article came about, questions, table rows and fragments', () => {
    const told = summary(
      'The newspaper has reached out to the town of Osterby for comment on the crane and the harbour.',
      'Why did the largest crane in the harbour of Osterby fall into the water on a calm Monday morning?',
      lead,
      ships,
      '• Crane of Osterby | 1,200,000 crowns | quay of the harbour is repaired with it.',
      'The harbour of Osterby, its crane, its quay, and the three ships with grain for Westerby.',
    );
    expect(told).toEqual([lead, ships]);
  });

  test('begins behind the place and agency', () => {
    const told = summary(`OSTERBY, Norway (NK) — ${lead}`, ships, repairs);
    expect(told[0]).toBe(lead);
  });

  test('takes whole sentences that end with someone’s words', () => {
    const last =
      'The town of Osterby closed its harbour on Monday after a crane fell, which the mayor called a “disaster.”';
    expect(summary(last, ships, repairs)[0]).toBe(last);
  });

  test('has no piece of a quote of several sentences', () => {
    const said = 'Harbour master Ines Dahl of Osterby said: "The crane is lost. The crane cannot be mended."';
    for (const text of summary(lead, said, ships)) expect(text).not.toContain('The crane is lost');
  });

  test('has no dateline, and keeps the name of a town with a hyphen whole', () => {
    expect(summary(`OSTERBY (RN) — ${lead}`, ships)[0]).toBe(lead);
    expect(summary(`NORD-OSTERBY, May 3 (RN) - ${lead}`, ships)[0]).not.toMatch(/^OSTERBY/);
  });
});
