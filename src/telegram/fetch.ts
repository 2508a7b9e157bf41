import type { ApiClientOptions } from 'grammy';

type GrammyFetch = NonNullable<ApiClientOptions['fetch']>;

/**
 * Node's own fetch in the shape that grammY calls. The library that grammY brings along never ends when a
 * reply breaks off in the middle: the call would wait for its timeout, and with it all that comes behind.
 */
export const nativeFetch = ((address: string, options: Record<string, unknown> = {}) => {
  const { signal: foreign, agent: _agent, compress: _compress, ...rest } = options;
  // grammY's signal is of another class than the one that Node's fetch takes.
  const theirs = foreign as AbortSignal | undefined;
  const ours = new AbortController();
  if (theirs?.aborted) ours.abort();
  theirs?.addEventListener('abort', () => ours.abort(), { once: true });
  const upload = rest.body !== undefined && typeof rest.body !== 'string';
  return fetch(address, { ...rest, signal: ours.signal, ...(upload && { duplex: 'half' }) } as RequestInit);
}) as unknown as GrammyFetch;
