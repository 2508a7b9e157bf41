import { badRequest } from './api-error.ts';

/** A call's parameters: values of JSON, or strings where they came by query or form. */
export type Parameters = Record<string, unknown>;

/** A file that came with the call, by the name of its form field. */
export type Upload = { name: string; type: string; bytes: Buffer };

/** A parameter as text, '' if it is missing. */
export function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A whole number, or `fallback` if there is none. Telegram reads nonsense as 0. */
export function integer(parameters: Parameters, name: string, fallback = 0): number {
  const given = text(parameters, name);
  if (given === '') return fallback;
  const value = Number(given);
  return Number.isInteger(value) ? value : 0;
}

/** Whether a parameter says yes, in any of the ways that Telegram takes. */
export function flag(parameters: Parameters, name: string): boolean {
  return ['true', 'yes', '1'].includes(text(parameters, name).toLowerCase());
}

/** A value of JSON, which a form or a query carries as a string. */
export function json(parameters: Parameters, name: string, what: string): unknown {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}
