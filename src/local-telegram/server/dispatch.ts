import { findMethod } from '../methods/index.ts';
import { type ApiError, apiError, isApiError } from '../model/api-error.ts';
import type { Parameters, Upload } from '../model/parameters.ts';
import { type Call, recordViolation, type World } from '../model/world.ts';
import type { Faults, Trouble } from '../rules/faults.ts';
import type { Flood } from '../rules/flood.ts';

/** What goes back over the wire, or what happens to the wire instead. */
export type Reply = {
  status: number;
  body:
    | { ok: true; result: unknown }
    | { ok: false; error_code: number; description: string; parameters?: object };
  wire?: Extract<Trouble, string>;
};

export type Incoming = {
  method: string;
  parameters: Parameters;
  uploads: Map<string, Upload>;
  signal: AbortSignal;
};

/** What a call has to go through before it is carried out. */
export type FaultPlan = { faults: Faults; flood: Flood };

/** How many calls are remembered. */
const remembered = 10_000;

/** Carries a call out: faults first, then the method; keeps it in the log. */
export async function dispatch(
  world: World,
  { faults, flood }: FaultPlan,
  incoming: Incoming,
): Promise<Reply> {
  const known = findMethod(incoming.method);
  const name = known?.name ?? incoming.method;
  const call: Call = {
    number: ++world.callCount,
    at: world.clock.now(),
    method: name,
    parameters: incoming.parameters,
  };
  world.calls.push(call);
  if (world.calls.length > remembered) world.calls.splice(0, world.calls.length - remembered);
  const trouble = faults.strike(name, incoming.parameters);
  if (trouble) call.fault = typeof trouble === 'string' ? trouble : trouble.description;
  if (flood.tooSoon(name, incoming.parameters)) {
    recordViolation(world, name, 'called before the time that retry_after named', incoming.parameters);
  }
  const crowded = trouble ? undefined : flood.crowded(name, incoming.parameters);
  if (crowded) await world.clock.sleep(crowded.after, incoming.signal).catch(() => {}); // hung up
  const flooded = trouble ? undefined : (crowded?.refusal ?? flood.check(name, incoming.parameters));
  const reply = flooded ? errorReply(flooded) : await answer(world, incoming, known, trouble);
  const wait = retryAfter(reply);
  if (wait !== undefined && (crowded || !flooded)) flood.refused(name, incoming.parameters, wait);
  if (reply.body.ok) call.answer = reply.body.result;
  else {
    const { error_code: code, description, parameters } = reply.body;
    call.error = { code, description, ...(parameters && { parameters }) };
  }
  if (reply.body.ok && (trouble === 'reset-after' || trouble === 'truncated')) call.lost = true;
  world.changes.emit({ kind: 'calls' });
  return reply;
}

async function answer(
  world: World,
  { parameters, uploads, signal }: Incoming,
  method: ReturnType<typeof findMethod>,
  trouble: Trouble | undefined,
): Promise<Reply> {
  if (trouble === 'reset-before' || trouble === 'bad-gateway' || trouble === 'stall') {
    return { ...errorReply(apiError(502, 'Bad Gateway')), wire: trouble };
  }
  if (typeof trouble === 'object') {
    const { code, description, ...rest } = trouble;
    return {
      status: code,
      body: {
        ok: false,
        error_code: code,
        description,
        ...(Object.keys(rest).length > 0 && { parameters: rest }),
      },
    };
  }
  if (!method) return errorReply(apiError(404, 'method not found'));
  const slip = (words: string) => recordViolation(world, method.name, words, parameters);
  for (const given of Object.keys(parameters)) {
    const attached = uploads.has(given);
    if (!method.parameters.includes(given) && !attached) slip(`unknown parameter ${given}`);
  }
  try {
    const result = await method.run({ world, parameters, uploads, signal, slip });
    return { status: 200, body: { ok: true, result }, ...(trouble && { wire: trouble }) };
  } catch (error) {
    if (isApiError(error)) return { ...errorReply(error), ...(trouble && { wire: trouble }) };
    throw error;
  }
}

/** The seconds to wait that a reply names, if any. */
export function retryAfter({ body }: Reply): number | undefined {
  return body.ok ? undefined : (body.parameters as { retry_after?: number } | undefined)?.retry_after;
}

/** An error in the form in which Telegram answers with it. */
export function errorReply({ code, description, parameters }: ApiError): Reply {
  return {
    status: code,
    body: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
  };
}
