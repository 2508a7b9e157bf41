import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

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

const words = 'The islands are worth a letter of their own, and it comes on Fridays with a map.';

describe('the text has none of the boxes between its paragraphs:', () => {
  test.each([
    ['a newsletter', `<div class="c-Newsletter__box"><h3>Island letter</h3><p>${words}</p></div>`],
    ['a newsletter in a section', `<section class="article-newsletter"><p>${words}</p></section>`],
    ['a subscription', `<div class="subscription-offer"><p>${words}</p><a href="/x">More</a></div>`],
    ['a teaser', `<p class="c-read-also">${words}</p>`],
    [
      'a card',
      `<figure class="kg-card kg-bookmark-card"><a href="/x"><div>Ships</div><div>${words}</div></a></figure>`,
    ],
    ['who wrote it', `<p class="author-bio">${words} Olav Ness writes it on the ferry.</p>`],
    [
      'a post',
      `<blockquote class="twitter-tweet"><p>${words}</p>— Halmar Soup (@soup) <a href="/x">2 May 2031</a></blockquote>`,
    ],
    [
      'a post on an AMP page',
      `<amp-twitter><blockquote placeholder><p>${words}</p></blockquote></amp-twitter>`,
    ],
    ['words pulled out', `<div class="post-pullquote"><p>It is expected to break</p></div>`],
    [
      'a link behind a label',
      '<p><strong>ON THE ISLANDS: </strong><a href="/soup">The cook who never runs out of soup</a></p>',
    ],
    ['a link in brackets', '<p>[<a href="/soup">The cook who never runs out of soup</a>]</p>'],
    ['more to read', '<p>(<b>MORE:</b> <a href="/soup">The cook who never runs out of soup</a>)</p>'],
    [
      'an announcement of pictures',
      '<p>In pictures: <a href="/soup">The night in the school of Halmar</a></p>',
    ],
    ['words pulled out as a quotation', '<p><q>The sound was closed in the winter of her son</q></p>'],
    ['what is for those who listen', `<p class="sr-only">${words}</p>`],
    ['what is not shown', `<div class="display-none"><p>${words}</p></div>`],
    ['a dialog', `<div class="login-dialog"><p>${words}</p></div>`],
    ['links by the name of their part', `<div data-component="links-block"><p>${words}</p></div>`],
    [
      'a picture with who took it',
      `<div class="inset"><img src="/x.jpg"><div><cite>Olav Ness</cite>The harbour under the ice on Tuesday, seen from the school.</div></div>`,
    ],
    [
      'a film',
      `<div itemscope itemtype="https://schema.org/VideoObject"><p itemprop="description">${words}</p></div>`,
    ],
    [
      'a ticker',
      `<ul>${['09:14', '09:02', '8:51', '8:40', '8:12']
        .map(time => `<li><a href="/live/${time}">${time}</a> ${words}</li>`)
        .join('')}</ul>`,
    ],
    [
      'tools',
      `<ul class="breadcrumb"><li>Islands</li><li>Weather and ice, day by day and hour by hour</li></ul>`,
    ],
  ])('%s', (_, box) => {
    expect(between(box)).toEqual(body);
  });

  test.each([
    ['a link', '<a class="cta" href="/join">Sign me up!</a>'],
    ['a button', '<button>Subscribe now</button>'],
    ['a button for money', '<a class="btn">Donate</a>'],
    ['a field', '<input type="email"><span>Go</span>'],
    ['a button in German', '<a href="/nl">Jetzt anmelden</a>'],
    ['a button in French', '<span class="btn">Je m’inscris</span>'],
    ['a button in Portuguese', '<div class="css-btn">Assine</div>'],
  ])('one that asks for an address by %s', (_, button) => {
    expect(
      between(`<div class="x1"><div class="x2"><b>Island letter</b><p>${words}</p></div>${button}</div>`),
    ).toEqual(body);
  });

  test('but all of an article that is in such a box, or has such a heading', () => {
    const whole = html(
      `<div class="newsletter-post"><h1>Ice closes the sound</h1>${paragraphs.join('')}</div>`,
    );
    expect(whole.text.split('\n\n')).toEqual(body);
    const heading = '<h2 class="subscription">The price of a season</h2>';
    expect(between(heading)).toContain('The price of a season');
    const sentence = 'Those who want to be woken when it sails can sign up at the harbour.';
    expect(between(`<div><p>${sentence.replace('sign up', '<a href="/x">sign up</a>')}</p></div>`)).toContain(
      sentence,
    );
  });

  test('nor captions of any element, and each is said to be one', () => {
    const box = (text: string, names: string) =>
      `<div><img src="a.jpg"><div class="${names}">${text}</div></div>`;
    const texts = ['Passengers wait in the school hall with their dogs.', 'Lise Aune / Sound Weekly'];
    const boxes =
      box(`${texts[0]} <i>${texts[1]}</i>`, 'story-photo__caption') + box(texts[1]!, 'image-credit');
    const found = article(`${paragraphs.slice(0, 2).join('')}${boxes}${paragraphs.slice(2).join('')}`);
    expect(found.text.split('\n\n')).toEqual(body);
    expect(found.removed.filter(({ kind }) => kind === 'caption')).toHaveLength(2);
  });
});

describe('the text ends where the article does, in any language:', () => {
  test.each([
    ['comments', '<h3>Kommentare (12)</h3>'],
    ['comments in Portuguese', '<h3>Comentários</h3>'],
    ['the end of a press release', '<p>– ENDS –</p>'],
    ['its contacts', '<p>Issued by:</p>'],
    ['teasers', '<h3>Zobacz także</h3>'],
    ['teasers in Indonesian', '<p>Baca juga: Feri kembali berlayar</p>'],
    ['rights', '<p>Alle Rechte vorbehalten.</p>'],
    ['who else reported', '<p>(Reporting by Olav Ness in Halmar; Editing by Lise Aune)</p>'],
    ['a correction', '<p>Correction, 4 May 2031: This article named another sound.</p>'],
    [
      'who issued it',
      '<p><b>About Sound Ferries</b><br>Sound Ferries is a leading carrier of people and sheep, with nine ships.</p>',
    ],
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
  [
    'zh',
    '大雪封住了山口，一百名旅客在小客栈里过了一夜。',
    'They said in English that it was the best soup that they had ever had.',
    '店主半夜开灶，给每个人都盛了一碗热汤，直到天亮才去睡觉。',
  ],
  [
    'hi',
    'बर्फ़ गिरने से पहाड़ का रास्ता नौ घंटे बंद रहा और सौ यात्री सराय में रुके।',
    'They said in English that it was the best soup that they had ever had.',
    'सराय के मालिक ने आधी रात को रसोई खोली और सबको गरम सूप पिलाया।',
  ],
])('all paragraphs are read in another language: %s', (lang, ...text) => {
  const menu = '<ul><li>A</li><li>B</li></ul>';
  const found = html(
    `<div>${menu}<h1>1951</h1><div>${text.map(one => `<p>${one}</p>`).join('<p>Foto: Lise Aune</p>')}</div></div>`,
    `lang="${lang}"`,
  );
  expect(found.text.split('\n\n')).toEqual(text);
});

describe('the text ends with its last sentence:', () => {
  test.each([
    ['a label', '<p>Island weather</p>'],
    ['a link', '<h3><a href="/x">How the cook made soup for ninety people and their dogs</a></h3>'],
    [
      'a list of links',
      '<ul><li><a href="/x">Soup for ninety</a></li><li><a href="/y">The ice of 1987</a></li></ul>',
    ],
    ['stars', '<p>* * *</p>'],
    ['an announcement without what it announces', '<p>Read the whole letter of the company:</p>'],
    [
      'the latest on something',
      `<h2>The Latest on Halmar</h2><p>${words}</p><p>The school has been warm since Monday, and the dogs have gone home again with their people.</p>`,
    ],
    ['what others read, in another language', `<h3>Les plus lus</h3><p>${words}</p>`],
    ['how to reach who wrote it', '<p>Olav Ness can be reached at olav@halmar.no.</p>'],
    ['where to follow who wrote it', '<p>Follow Olav Ness on Mastodon.</p>'],
    ['where to follow the outlet', '<p>Please follow Island Matters on Twitter and Facebook.</p>'],
    ['where it leads', '<p>More from the islands »</p>'],
    ['its address', '<p>Read or share this story: https://halmar.no/s/1x3</p>'],
    ['who edited it', '<p>(Writing by Olav Ness; editing by Anna Berg)</p>'],
    ['what a page says to those who listen', '<p>Purchase Licensing Rights, opens new tab</p>'],
    ['a picture', '<p>The school of Halmar on Tuesday, seen from the ice. © Olav Ness, OPA</p>'],
  ])('%s', (_, box) => {
    expect(below(box)).toEqual(body);
  });

  test.each([
    [
      'a list that is announced',
      '<p>Ferries will go again on these days:</p><ul><li><a href="/1">Thursday morning</a></li><li><a href="/2">Friday evening</a></li></ul>',
    ],
    ['who signed it', '<p>Anna Berg, Halmar</p>'],
  ])('but keeps %s', (_, box) => {
    expect(below(box).slice(0, body.length)).toEqual(body);
    expect(below(box).length).toBeGreaterThan(body.length);
  });
});

describe('the text has', () => {
  test('short paragraphs before a part that unfolds', () => {
    const first = [
      'What can be learnt from this? Look at the first line of the letter:',
      '“We are all sorry …”',
    ];
    const rest = [...body, ...body.map(text => text.replace('Halmar', 'Sund').replace('Tuesday', 'Monday'))];
    const shown = [...body.slice(0, 3), ...first];
    const unfolding = `<div class="toggle">${rest
      .slice(3)
      .map(text => `<p>${text}</p>`)
      .join('')}</div>`;
    const found = html(
      `<div><h1>Ice closes the sound</h1>${shown.map(text => `<p>${text}</p>`).join('')}${unfolding}</div>`,
    );
    expect(found.text.split('\n\n')).toEqual(expect.arrayContaining([...shown, ...rest.slice(3, 5)]));
  });

  test('news of what boxes ask for elsewhere', () => {
    const news =
      'The ferry company said that its tickets will be sold on Google Play from March, and that a weekly newsletter would follow.';
    expect(between(`<p>${news}</p>`)).toContain(news);
  });
});
