import fc from 'fast-check';

const surrogates = { first: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, also one that has no meaning yet: fast-check's own takes a second of processor time
 * to list them all, in each process.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - surrogates.count })
  .map(number => String.fromCodePoint(number < surrogates.first ? number : number + surrogates.count));
