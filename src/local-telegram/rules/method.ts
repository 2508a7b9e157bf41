import type { Parameters, Upload } from '../model/parameters.ts';
import type { World } from '../model/world.ts';

/** A call under way. `signal` is aborted when the bot hangs up or the server closes. */
export type CallContext = {
  world: World;
  parameters: Parameters;
  uploads: Map<string, Upload>;
  signal: AbortSignal;
  slip(words: string): void;
};

/** A method of the Bot API: the parameters it knows, and what it does. Refusals are thrown. */
export type Method = {
  parameters: readonly string[];
  run(call: CallContext): unknown;
};
