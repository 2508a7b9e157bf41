import type { IncomingMessage } from 'node:http';
import { apiError, badRequest } from '../model/api-error.ts';
import type { Parameters, Upload } from '../model/parameters.ts';
import { readMultipart } from './multipart.ts';

/** What a request may carry at most, in bytes: Telegram's limit for uploads. */
const largestBody = 50 * 1024 * 1024;

export type Body = { parameters: Parameters; uploads: Map<string, Upload> };

/** Reads parameters from the query and from a body of JSON, a form or a multipart form. */
export async function readBody(request: IncomingMessage, query: URLSearchParams): Promise<Body> {
  const parameters: Parameters = Object.fromEntries(query);
  const uploads = new Map<string, Upload>();
  const bytes = await collect(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { parameters, uploads };
  if (/^application\/json/i.test(type)) Object.assign(parameters, readJson(bytes));
  else if (/^multipart\/form-data/i.test(type)) {
    const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
    if (boundary === undefined) throw badRequest('boundary is not found in the Content-Type header');
    for (const part of readMultipart(bytes, boundary)) {
      if (part.filename === undefined) parameters[part.name] = part.bytes.toString('utf8');
      else uploads.set(part.name, { name: part.filename, type: part.type, bytes: part.bytes });
    }
  } else Object.assign(parameters, Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))));
  return { parameters, uploads };
}

function readJson(bytes: Buffer): Parameters {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw badRequest("can't parse request JSON object");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest("can't parse request JSON object");
  }
  return value as Parameters;
}

/** The body of a request; one that is too large is refused. */
export async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > largestBody) throw apiError(413, 'Request Entity Too Large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
