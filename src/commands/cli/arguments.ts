import { parseArgs } from 'node:util';
import { UsageError } from './exit-codes.ts';

/** An option of a command, as its help shows it; with `value` it takes one, without it's a switch. */
export type Option = { value?: string; summary: string };

/** What follows a command's name on the command line. */
export type Arguments = {
  positionals: string[];
  /** The value of an option that takes one; undefined if it wasn't given. */
  text(option: string): string | undefined;
  /** Whether a switch was given. */
  has(option: string): boolean;
  /**
   * The value of an option as a count; undefined if it wasn't given.
   * @throws UsageError unless it is a whole number from 1
   */
  count(option: string): number | undefined;
};

/**
 * @param options those the command knows, by name without dashes
 * @throws UsageError for an unknown option, a missing value and the like
 */
export function parseArguments(args: string[], options: Record<string, Option>): Arguments {
  const { positionals, values } = parsed(args, options);
  const text = (option: string) => values[option] as string | undefined;
  return {
    positionals,
    text,
    has: option => values[option] === true,
    count: option => {
      const value = text(option);
      if (value === undefined) return undefined;
      const count = Number(value);
      if (!Number.isInteger(count) || count < 1)
        throw new UsageError(`--${option} must be a whole number, 1 or more`);
      return count;
    },
  };
}

function parsed(
  args: string[],
  options: Record<string, Option>,
): { positionals: string[]; values: Record<string, string | boolean | undefined> } {
  const known = Object.entries(options).map(([name, { value }]) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const) },
  ]);
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(known),
    });
    return { positionals, values: values as Record<string, string | boolean | undefined> };
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    const [sentence = ''] = (error as Error).message.split(/\.\s|\n/);
    throw new UsageError(sentence.charAt(0).toLowerCase() + sentence.slice(1));
  }
}
