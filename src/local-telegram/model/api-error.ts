export type ResponseParameters = { retry_after?: number; migrate_to_chat_id?: number };

/** What a method throws if Telegram would refuse the call. */
export type ApiError = Error & { code: number; description: string; parameters?: ResponseParameters };

const prefixes: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** An error in Telegram's words: `apiError(400, 'chat not found')` is "Bad Request: chat not found". */
export function apiError(code: number, reason: string, parameters?: ResponseParameters): ApiError {
  const prefix = prefixes[code];
  const description =
    prefix === undefined ? reason : reason === '' ? prefix : `${prefix}: ${lowered(reason)}`;
  return Object.assign(new Error(description), {
    name: 'ApiError',
    code,
    description,
    ...(parameters ? { parameters } : {}),
  });
}

/** The error with which Telegram refuses a call that is wrong. */
export function badRequest(reason: string): ApiError {
  return apiError(400, reason);
}

/** Whether an error is an answer of Telegram’s, not a fault of this server. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === 'ApiError';
}

/** Telegram lowers the first letter unless the second is a capital or an underscore (`BUTTON_DATA_INVALID`). */
function lowered(reason: string): string {
  return /^.[\p{Lu}_]/u.test(reason) ? reason : reason.charAt(0).toLowerCase() + reason.slice(1);
}
