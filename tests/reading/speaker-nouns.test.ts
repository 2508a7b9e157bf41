import { expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './knowledge.ts';

/** The kind of speaker that a noun after a quote is taken for, and whose words a participle behind it brings. */
function kindsOf(noun: string, article: string) {
  const text = `Lock gates to close

Ilse Varga visited the lock on Monday.

“The gates will be shut before the frost comes,” ${article} ${noun} said on Monday.

“Must they?” Varga asked as ${article} ${noun} walked past her, saying it was “high time for the frost to come.”`;
  const { quotes } = read({ text }, knowledge);
  const speakerOf = (words: string) => quotes.find(({ text }) => text.startsWith(words))?.speaker;
  return { said: speakerOf('The gates')?.kind, brought: speakerOf('high time')?.name };
}

test('someone called by any common noun is a speaker who is not named, also where someone named speaks before', () => {
  const nouns =
    'guy lady chap mate teen sibling twin bride shepherd barista nanny inmate convict pilgrim schoolgirl teammate recruit burglar beggar addict';
  for (const noun of nouns.split(' '))
    expect([noun, kindsOf(noun, 'a')]).toEqual([noun, { said: 'unnamed', brought: null }]);
  for (const noun of ['economist', 'apprentice', 'orphan', 'undergraduate', 'intern'])
    expect([noun, kindsOf(noun, 'an')]).toEqual([noun, { said: 'unnamed', brought: null }]);
});

test('groups and documents are speakers of their own kinds', () => {
  const groups =
    'consortium, subsidiary, studio, think tank, laboratory, guild, inquiry, junta, municipality, airport, utility, brewery';
  for (const noun of groups.split(', '))
    expect([noun, kindsOf(noun, 'the').said]).toEqual([noun, 'organization']);
  for (const noun of 'circular directive audit handbook announcement documentary cable preamble'.split(' '))
    expect([noun, kindsOf(noun, 'the').said]).toEqual([noun, 'document']);
});
