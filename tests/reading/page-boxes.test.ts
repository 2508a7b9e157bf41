import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './knowledge.ts';

const body = [
  'The ferry to Halmar was cancelled on Tuesday after ice had closed the sound, the company said in a statement.',
  'About ninety people spent the night in the school, where the cook made soup for them and for their dogs.',
  'The ice is expected to break on Thursday, when the wind turns, but nobody at the harbour would promise it.',
  'Captain Ida Moen said that she had not seen the sound closed since the winter in which her son was born.',
];
const paragraphs = body.map(text => `<p>${text}</p>`);
const html = (inside: string, lang = '') =>
  read({ text: '', html: `<html ${lang}><head></head><body>${inside}</body></html>` }, knowledge);
const article = (inside: string) => html(`<article><h1>Ice closes the sound</h1>${inside}</article>`);
const between = (box: string) =>
  article(`${paragraphs.slice(0, 2).join('')}${box}${paragraphs.slice(2).join('')}`).text.split('\n\n');
const below = (box: string) => article(`${paragraphs.join('')}${box}`).text.split('\n\n');

describe('the text ends where the article does, in any language:', () => {
  test.each([
    ['comments', '<h3>Kommentare (12)</h3>'],
    ['comments in Portuguese', '<h3>Comentários</h3>'],
    ['the end of a press release', '<p>– ENDS –</p>'],
    ['its contacts', '<p>Issued by:</p>'],
    ['teasers', '<h3>Zobacz także</h3>'],
    ['rights', '<p>Alle Rechte vorbehalten.</p>'],
    ['a tip', '<p>Have a tip? Write to the desk.</p>'],
    ['a channel', '<p>Siga o canal do Semanário no seu telefone</p>'],
  ])('%s', (_, end) => {
    expect(below(end)).toEqual(body);
  });

  test('a picture’s number, a credit and how long it takes to read are none of it', () => {
    for (const line of [
      '2 of 9',
      'Fotoğraf: Lise Aune',
      'Lesezeit: 3 Minuten',
      'Ilgili haber: Buz çözülüyor',
    ])
      expect(below(`<p>${line}</p>`)).toEqual(body);
  });

  test('and has every row of a table above its source', () => {
    const table =
      '<table><tr><th>Winter</th><th>Days</th></tr><tr><td>Last</td><td>11</td></tr><tr><td>This</td><td>19</td></tr></table>';
    expect(between(`${table}<p>Source: Harbour office</p>`)).toContain('• This | 19');
  });
});

test.each([
  [
    'es',
    'La nieve cerró el puerto de montaña durante nueve horas y dejó a cien viajeros en la venta.',
    'El dueño, que abrió la cocina a medianoche, sirvió caldo a todos hasta que amaneció.',
    'Nadie resultó herido, aunque dos autobuses quedaron cruzados en la curva del molino viejo.',
  ],
  [
    'tr',
    'Kar yağışı dağ geçidini dokuz saat boyunca kapattı ve yüz yolcu handa mahsur kaldı.',
    'Gece yarısı mutfağı açan han sahibi sabaha kadar on kazan çorba pişirip herkese dağıttı.',
    'Kimse yaralanmadı, ancak iki otobüs eski değirmenin yanındaki virajda yolu kapatacak biçimde kaydı.',
  ],
])('all paragraphs are read in another language: %s', (lang, ...text) => {
  const menu = '<ul><li>A</li><li>B</li></ul>';
  const found = html(
    `<div>${menu}<h1>1951</h1><div>${text.map(one => `<p>${one}</p>`).join('<p>Foto: Lise Aune</p>')}</div></div>`,
    `lang="${lang}"`,
  );
  expect(found.text.split('\n\n')).toEqual(text);
});
