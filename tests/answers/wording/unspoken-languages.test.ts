import { expect, test } from 'vitest';
import { languageCodes } from '../../../src/languages/languages.ts';
import { languages } from '../../languages.ts';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

const { answered } = conversationsOn(
  libraryOfNews('The Tarn Post', [
    [
      '2031-03-02',
      'Okoro speaks on sanctions',
      'Transport Minister Ines Okoro spoke in Lindholm on Sunday. “The sanctions hurt our harbour,” Okoro said. “The ferry stays, and no nuclear weapons come here,” Okoro added.',
    ],
    [
      '2031-03-05',
      'Envoy shot dead in Skarholm',
      'Envoy Tobias Brandt was killed in Skarholm on Wednesday. Seven people died in the attack in Skarholm, police said.',
    ],
    [
      '2031-03-07',
      'Election ahead in Tessaria',
      'Tessaria expelled nine diplomats on Monday. Voters are waiting for the March 30 election in Tessaria. Ada Feldkamp won the vote in the capital.',
    ],
  ]),
  '2031-03-12',
);

test.each([
  ['¿Quién es Okoro?', /^Ines Okoro\n/],
  ['quien es ines okoro', /^Ines Okoro\n/],
  ['¿Qué dijo Okoro sobre las sanciones?', /^Ines Okoro on “sanctions”[\s\S]*hurt our harbour/],
  ['declaraciones de Okoro', /^Ines Okoro · \d quotes/],
  ['¿Cuándo mataron a Brandt?', /^5 Mar 2031: Envoy Tobias Brandt was killed/],
  ['donde mataron a brandt', /^Envoy Tobias Brandt was killed in Skarholm/],
  ['cuántos murieron en Skarholm', /^Seven people died/],
  ['¿Cuándo son las elecciones en Tessaria?', /^30 Mar 2031: /],
  ['¿Cuántos diplomáticos expulsó Tessaria?', /^Tessaria expelled nine diplomats/],
  ['combien de diplomates la Tessaria a-t-elle expulsés ?', /^Tessaria expelled nine diplomats/],
  ['compara a Okoro y Feldkamp', /^Ines Okoro and Ada Feldkamp\n/],
  ['compare Okoro et Feldkamp', /^Ines Okoro and Ada Feldkamp\n/],
  ['noticias de Skarholm', /^Latest news: Skarholm/],
  ['qué pasó en Skarholm', /^Timeline: Skarholm/],
  ['Hola', /^Hello!/],
  ['muchas gracias', /^You’re welcome/],
  ['¿hablas español?', /\/language/],
  ['Qui est Okoro ?', /^Ines Okoro\n/],
  ['Qu’a dit Okoro sur les sanctions ?', /^Ines Okoro on “sanctions”[\s\S]*hurt our harbour/],
  ["qu'est-ce que okoro a dit", /^Ines Okoro · \d quotes/],
  ['Que dit Okoro ?', /^Ines Okoro · \d quotes/],
  ['Quand Brandt a-t-il été tué ?', /^5 Mar 2031: Envoy Tobias Brandt was killed/],
  ['qui a été tué ?', /^Envoy Tobias Brandt was killed in Skarholm/],
  ['¿quién fue asesinado?', /^Envoy Tobias Brandt was killed in Skarholm/],
  ['combien de citations de Okoro as-tu', /^Ines Okoro · \d quotes/],
  ['est-ce que Okoro a parlé des sanctions ?', /^Ines Okoro on “sanctions”[\s\S]*hurt our harbour/],
  ['¿ha hablado Okoro de las sanciones?', /^Ines Okoro on “sanctions”[\s\S]*hurt our harbour/],
  ['où a été tué Brandt', /^Envoy Tobias Brandt was killed in Skarholm/],
  ['combien de morts à Skarholm', /^Seven people died/],
  ["quand est l'élection en Tessaria", /^30 Mar 2031: /],
  ['dernières nouvelles de Skarholm', /^Latest news: Skarholm/],
  ["Que s'est-il passé à Skarholm ?", /^Timeline: Skarholm/],
  ['qui a parlé d’armes nucléaires ?', /^Quotes about “nuclear weapons”[\s\S]*Okoro/],
  ['que pense Okoro des sanctions ?', /^Ines Okoro on “sanctions”[\s\S]*hurt our harbour/],
  ['¿quién habló de armas nucleares?', /^Quotes about “nuclear weapons”[\s\S]*Okoro/],
  // `Muertos` are dead: that is no slip for it.
  ['¿quién habló de huertos?', /“huertos”/],
  ['¿quién habló de puertos?', /“port”/],
  ['noticias del puerto', /“port”/],
  ['bonjour', /^Hello!/],
  ['merci', /^You’re welcome/],
])('%s', async (asked, expected) => {
  expect(await answered([asked])).toMatch(expected);
});

test('they are understood, but not offered as languages of the bot', () => {
  expect(languageCodes()).toEqual(['en', 'de', 'ru', 'uk']);
  expect(languages.codes).toEqual(languageCodes());
  expect(languages.named('español')).toBeNull();
  expect(languages.closest('es')).toBe('en');
});

test('English words that look like theirs stay English', async () => {
  expect(await answered(['comment on Okoro'])).not.toMatch(/^Ines Okoro\n/);
  expect(await answered(['no more news'])).not.toMatch(/^Hello/);
});
