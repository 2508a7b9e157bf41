import { parseArgs } from 'node:util';

/** Whole numbers from the command line, `--name 12`; what is not given is as in `usual`. Throws for others. */
export function numbersFrom<Names extends string>(usual: Record<Names, number>): Record<Names, number> {
  const options = Object.fromEntries(Object.keys(usual).map(name => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ options });
  const given = Object.entries(values).map(([name, value]) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`--${name} wants a whole number`);
    return [name, number];
  });
  return { ...usual, ...Object.fromEntries(given) };
}
