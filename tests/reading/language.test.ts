import { expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { languageOf } from '../../src/reading/text/language.ts';
import { knowledge } from './knowledge.ts';

const texts: [string, string][] = [
  [
    'en',
    'The harbour will close on Monday, the port said. Ferries from the islands would stop at the old quay, and buses take people to the town from there until the work has been done.',
  ],
  [
    'nl',
    'De haven gaat maandag dicht, zei de directeur. Of de boten naar de eilanden dan nog varen, was niet te zeggen; het kan zijn dat ze van de oude kade vertrekken, of dat er bussen komen.',
  ],
  [
    'da',
    'Havnen lukker mandag, sagde direktøren. For at folk kan komme over til øerne, har byen bedt om to busser, og de vil køre at par gange om dagen, så længe havnen er lukket.',
  ],
  [
    'de',
    'Der Hafen wird am Montag geschlossen, sagte der Direktor. Ob die Boote zu den Inseln dann noch fahren, war nicht zu erfahren; vielleicht legen sie am alten Kai ab.',
  ],
  [
    'fr',
    'Le port fermera lundi, a dit son directeur. On ne sait pas si les bateaux partiront encore vers les îles; des cars pourraient prendre leur place pendant les travaux.',
  ],
  [
    'uk',
    'У понеділок порт закриють, сказав його директор. Чи ходитимуть човни до островів, ще не відомо; можливо, людей возитимуть автобуси, доки триватиме ремонт.',
  ],
  ['en', 'Harbour to close'],
  ['und', '12 … 34'],
];

test.each(texts)('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

const unread = {
  uk: 'Порт Вельмори закрито\n\n«Ми відкриємо порт, коли перевіримо кожен кран», — сказала начальниця порту Інес Каловей у понеділок. Вона додала, що дванадцять суден чекають на рейді.',
  de: 'Hafen von Velmora geschlossen\n\n„Wir öffnen den Hafen erst, wenn jeder Kran geprüft ist“, sagte Hafenmeisterin Ines Calloway am Montag. Zwölf Schiffe warteten am Abend vor dem Hafen.',
};

test.each(Object.entries(unread))('in %s no one is quoted, and the reading says why', (language, text) => {
  const [title, body] = text.split('\n\n');
  const found = { language, unread: 'language', quotes: [], title, text: body };
  expect(read({ text }, knowledge)).toMatchObject(found);
});

test('an English article with a few words of another language is read', () => {
  const text =
    'Port of Velmora closed\n\n“We will reopen the harbour,” said harbour master Ines Calloway. “Viel Glück und alles Gute,” she added.';
  const reading = read({ text }, knowledge);
  expect(reading.quotes).toHaveLength(2);
  expect(reading).not.toHaveProperty('unread');
});
