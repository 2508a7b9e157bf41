import { expect, test } from 'vitest';
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
