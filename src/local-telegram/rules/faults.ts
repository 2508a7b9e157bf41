import { integer, type Parameters, text } from '../model/parameters.ts';

/** What goes wrong. A reset or a cut reply happens on the wire; the rest is an answer of Telegram's. */
export type Trouble =
  | { code: number; description: string; retry_after?: number; migrate_to_chat_id?: number }
  /** The connection dies before the call is looked at. */
  | 'reset-before'
  /** The call is carried out, and the connection dies before the reply. */
  | 'reset-after'
  /** The call is carried out, and the reply breaks off in the middle. */
  | 'truncated'
  /** 502 with a page of HTML, as a proxy gives it. The call is not carried out. */
  | 'bad-gateway'
  /** No reply until the bot hangs up or the server closes. The call is not carried out. */
  | 'stall';

export type FaultRule = {
  /** A method's name in any case; any method where absent, except getUpdates; `*` for that one too. */
  method?: string;
  /** A chat's id; any chat where absent. */
  chat?: number;
  /** How many calls it hits; without end where absent. */
  times?: number;
  /** How many matching calls pass first. */
  after?: number;
  /** With what chance a matching call is hit, 0 to 1. */
  chance?: number;
  with: Trouble;
};

export type Fault = FaultRule & { id: number; hits: number; passed: number };

export type Faults = {
  add(rule: FaultRule): Fault;
  remove(id: number): void;
  list(): Fault[];
  /** What goes wrong with this call, if anything; counts as a hit. */
  strike(method: string, parameters: Parameters): Trouble | undefined;
};

/** Faults that can be added; without any, all calls go well. */
export function createFaults(random: () => number): Faults {
  let faults: Fault[] = [];
  let count = 0;
  const matches = (fault: Fault, method: string, parameters: Parameters) =>
    (fault.method === '*' ||
      (fault.method ? fault.method.toLowerCase() === method.toLowerCase() : method !== 'getUpdates')) &&
    (fault.chat === undefined ||
      (text(parameters, 'chat_id') !== '' && integer(parameters, 'chat_id') === fault.chat));
  return {
    add: rule => {
      const fault = { ...rule, id: ++count, hits: 0, passed: 0 };
      faults.push(fault);
      return fault;
    },
    remove: id => {
      faults = faults.filter(fault => fault.id !== id);
    },
    list: () => faults,
    strike: (method, parameters) => {
      const fault = faults.find(candidate => {
        if (!matches(candidate, method, parameters)) return false;
        if (candidate.passed < (candidate.after ?? 0)) {
          candidate.passed++;
          return false;
        }
        return candidate.chance === undefined || random() < candidate.chance;
      });
      if (!fault) return undefined;
      fault.hits++;
      if (fault.times !== undefined && fault.hits >= fault.times) {
        faults = faults.filter(({ id }) => id !== fault.id);
      }
      return fault.with;
    },
  };
}
