import { expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer } from '../../../src/answers/asking/registry.ts';
import type { Question } from '../../../src/answers/page/question.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { messages } from '../../rendering/pages.ts';
import { libraryOfNews } from '../news-library.ts';

/** News of a made-up country, read as it would be from a feed. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-05-05',
    'Varga wins election in Tessaria',
    'Marta Varga won the presidential election in Tessaria on Sunday with 54 percent of the votes. Her rival Oskar Lindqvist could win only the north, and he said that he would not run again. Crowds danced in the streets of Orlen, the capital.',
  ],
  [
    '2031-05-02',
    'Could Lindqvist win in Tessaria?',
    'Polls say that Oskar Lindqvist will win the election in Tessaria if turnout is high. Oskar Lindqvist, leader of the Coast Party, spoke to farmers on Thursday.',
  ],
  [
    '2031-05-10',
    'Mayor of Orlen shot at market',
    'The mayor of Orlen, Ilona Brandt, was shot on Saturday at a market in the old town. She was wounded in the shoulder. A gunman named Piotr Salva was arrested at the scene.',
  ],
  [
    '2031-05-12',
    'Shot mayor leaves hospital',
    'Ilona Brandt left hospital on Monday. The mayor, who was shot and wounded on Saturday, thanked her doctors. “I was lucky,” Brandt said.',
  ],
  [
    '2031-06-03',
    'Three dead as ferry sinks off Orlen',
    'At least three people died when a ferry sank off Orlen on Tuesday. Rescuers searched the water with torches. The ferry had left the harbour in a storm.',
  ],
  [
    '2031-06-04',
    'Toll of Orlen ferry disaster rises to seventeen',
    'Seventeen people died when a ferry sank off Orlen on Tuesday, the coast guard said. The ferry sank because a door had been left open. “We are in mourning,” said President Marta Varga.',
  ],
  [
    '2031-06-20',
    'Brandt opens bridge',
    'Mayor Ilona Brandt opened a bridge in Orlen on Friday. “This bridge will bring jobs to the harbour,” Brandt said. It cost 40 million crowns.',
  ],
  [
    '2031-06-25',
    'Port director goes',
    'Port director Ines Maro has resigned after a report showed that she was warned about the door in April. “I said I would go,” Maro said on Wednesday outside the port.',
  ],
  [
    '2031-06-27',
    'Maro looks for a deputy',
    'Ines Maro said that she plans to name a deputy before August 1. A pick of hers would end a debate that President Varga opened on Friday.',
  ],
  [
    '2031-06-26',
    'Gunman before the court',
    'Piotr Salva showed no emotion in the dock. He will be sentenced on July 9 by a court in Orlen.',
  ],
  [
    '2031-06-28',
    'Driver of the gunman held',
    'Police have arrested Otto Lind-Hale, a driver, as part of an inquiry into the attack, officials said on Saturday. The trial of Lind-Hale opens on 3 October.',
  ],
];

const library = libraryOfNews('Orlen Post', news);

async function asked(text: string, before?: Question): Promise<string> {
  const question = await parseFreeText(library, text, before);
  return renderPlain(await answer(library, question, { page: 1, chat: 'private' }), messages);
}

test.each<[question: string, first: RegExp]>([
  ['who won the election in Tessaria', /^Marta Varga won .*\[1\]\n/],
  ['who won the tessarian election?', /^Marta Varga won .*\[1\]\n/],
  ['who shot the mayor of Orlen', /^(?:.*mayor.*shot.*\. )?A gunman named Piotr Salva/],
  ['when was the mayor shot', /^10 May 2031: .*shot.*\[1\]\n/],
  ['When was Ilona Brandt shot?', /^10 May 2031: .*shot.*\[1\]\n/],
  ['where was Brandt shot', /^The mayor of Orlen.*at a market.*\[1\]\n/],
  ['when did Maro resign', /^25 Jun 2031: Port director Ines Maro has resigned/],
  ['when was Lind-Hale arrested', /^28 Jun 2031: Police have arrested/],
  ['when does the trial of Lind-Hale open', /^3 Oct 2031: The trial of Lind-Hale opens/],
  ['when will Salva be sentenced', /^9 Jul 2031: .*He will be sentenced on July 9/],
  ['when is Salva going to be sentenced', /^9 Jul 2031: .*He will be sentenced on July 9/],
  [
    'when will Maro name a deputy',
    /^Ines Maro said that she plans to name a deputy before August 1\. \[1\]\n/,
  ],
  ['when will Varga pick a minister', /^(?:I found no sentence that answers|No articles contain)/],
  ['will Lindqvist win the election', /^Polls say that Oskar Lindqvist will win/],
  ['will Brandt win the election', /^(?:I found no sentence that answers|No articles contain)/],
  ['who will win the election in Tessaria', /^I found no sentence that answers/],
  ['what is the currency of Tessaria', /^I found no sentence that answers this\.\n/],
  ['when did Brandt last speak', /^Ilona Brandt · \d quotes?\n/],
  ['what was the last thing Maro said', /^Ines Maro · 1 quote\n/],
  ['when was Salva sentenced', /^I found no sentence that answers/],
  ['how many people died in the ferry disaster', /^Seventeen people died.*\[1\] · 4 Jun 2031\n/],
  ['why did the ferry sink', /^The ferry sank because.*\[1\]\n/],
  ['who was the gunman', /gunman named Piotr Salva/],
  ['who was shot in Orlen', /Ilona Brandt, was shot|Brandt/],
  ['who is the mayor of Orlen', /[Mm]ayor.*Ilona Brandt|Ilona Brandt.*mayor/],
  ['who is the president', /^Marta Varga\nPresident/],
  ['who is Otto Nilsen', /^I haven’t read anything about “Otto Nilsen”\./],
  ['who’s Marta Varg', /^Marta Varga\n/],
  ['Brandt or Varga on the harbour?', /^Ilona Brandt and Marta Varga on “the harbour”/],
  ['what did Brandt call for', /^Ilona Brandt · \d quotes?\n/],
  ['what does Varga want', /^Marta Varga · \d quotes?\n/],
  ['did Varga resign', /^(?:I found no sentence that answers|No articles contain)/],
  ['is Lindqvist going to resign', /^(?:I found no sentence that answers|No articles contain)/],
  ['how many people were on the ferry', /^I found no sentence that answers this; closest:|Seventeen people/],
  ['what happened at the North Pole', /^(?:I found no|I haven’t|No article|“)/],
  ['was the bridge opened', /opened a bridge/],
  ['where did the ferry sink', /sank off Orlen/],
  ['who leads the Coast Party', /^Oskar Lindqvist, leader of the Coast Party.*\[1\]\n/],
  ['who is the president of Tessaria', /Marta Varga.*\[1\]\n/],
  ['is it true that the mayor was shot?', /shot/],
  ['how much did the bridge cost', /^It cost 40 million crowns|40 million crowns\. \[1\]/],
  [
    'did Brandt say anything about the bridge',
    /^Ilona Brandt on “the bridge”.*\n“This bridge will bring jobs/,
  ],
  ['what’s new in Tessaria', /^Latest news: Tessaria · \d/],
  ['what happened between 9 and 11 May 2031', /10 May 2031/],
])('%s', async (question, first) => {
  expect(await asked(question)).toMatch(first);
});

test.each<[before: string, words: string, question: Question]>([
  ['what did Brandt say', 'and Varga?', { kind: 'quotes', name: 'Varga' }],
  [
    'what did Brandt say about the bridge',
    'what about the hospital',
    { kind: 'quotes', name: 'Brandt', about: 'hospital' },
  ],
  ['who is Brandt', 'and Varga?', { kind: 'who', name: 'Varga' }],
  ['news about the ferry', 'and the bridge?', { kind: 'latest', about: 'bridge' }],
  [
    'what happened to Brandt in May 2031',
    'and in June 2031?',
    { kind: 'timeline', about: 'Brandt', from: '2031-06', to: '2031-06' },
  ],
  ['where was Brandt shot', 'when?', { kind: 'ask', question: 'when Brandt shot' }],
  ['where was Brandt shot', 'and Varga?', { kind: 'ask', question: 'where was Varga shot' }],
])('after “%s”, “%s” carries on', async (before, words, question) => {
  expect(await parseFreeText(library, words, await parseFreeText(library, before))).toEqual(question);
});

test('whole questions do not depend on the one before', async () => {
  const before: Question = { kind: 'quotes', name: 'Brandt' };
  expect(await parseFreeText(library, 'who is Varga', before)).toEqual({ kind: 'who', name: 'Varga' });
  expect(await parseFreeText(library, 'and Varga?')).toMatchObject({ kind: 'search' });
});
