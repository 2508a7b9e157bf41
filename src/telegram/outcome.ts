import { GrammyError, HttpError } from 'grammy';

/** What Telegram's answer to a message means for the message and its chat. */
export type Outcome =
  /** Not accepted; may be sent again after this many seconds. */
  | { means: 'flooded'; seconds: number }
  /** The chat can't be reached for now: blocked, deactivated, kicked, deleted. */
  | { means: 'unreachable' }
  /** The group continues under another ID. */
  | { means: 'moved'; to: number }
  /** The forum topic is closed or gone. */
  | { means: 'topic-gone' }
  /** The bot may not write here. */
  | { means: 'no-right' }
  /** Telegram rejects this text. */
  | { means: 'refused' }
  /** The token is not, or no longer, valid. */
  | { means: 'unauthorized' }
  /** Certainly not accepted: no connection was made. */
  | { means: 'unsent' }
  /** It may have been accepted: the answer was lost. */
  | { means: 'unknown' };

const topicGone = /message thread not found|TOPIC_CLOSED|TOPIC_DELETED/i;
const noRight =
  /not enough rights|have no rights|CHAT_(WRITE|SEND_[A-Z]+)_FORBIDDEN|CHAT_RESTRICTED|CHAT_ADMIN_REQUIRED|need administrator rights/i;
const unreachable =
  /chat not found|PEER_ID_INVALID|user not found|USER_IS_BLOCKED|INPUT_USER_DEACTIVATED|group chat was deactivated|CHANNEL_PRIVATE/i;
/** A connection that never was cannot have carried the message: the system's names for such failures. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|EPROTO|(ERR_SSL|ERR_TLS|CERT|UNABLE_TO)_.*|(DEPTH_ZERO_)?SELF_SIGNED_CERT.*)$/;
/** Node's words for one that ended during the TLS handshake; the code is that of any reset. */
const noHandshake = 'before secure TLS connection was established';

/** What an error thrown by a call of grammY's Api means. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof GrammyError) return answered(error);
  if (error instanceof HttpError && causesOf(error.error).some(isNoConnection)) return { means: 'unsent' };
  return { means: 'unknown' };
}

function answered({ error_code: code, description, parameters }: GrammyError): Outcome {
  if (code === 429) return { means: 'flooded', seconds: parameters?.retry_after ?? 1 };
  if (code === 401) return { means: 'unauthorized' };
  if (parameters?.migrate_to_chat_id !== undefined)
    return { means: 'moved', to: parameters.migrate_to_chat_id };
  if (code >= 500) return { means: 'unknown' };
  if (topicGone.test(description)) return { means: 'topic-gone' };
  if (noRight.test(description)) return { means: 'no-right' };
  if (code === 403 || unreachable.test(description)) return { means: 'unreachable' };
  return { means: 'refused' };
}

type Cause = { code?: unknown; syscall?: unknown; message?: unknown; cause?: unknown };

function isNoConnection({ code, syscall, message }: Cause): boolean {
  return syscall === 'connect' || neverConnected.test(String(code)) || String(message).includes(noHandshake);
}

/** An error and its causes, the nearest first: fetch hides the system's own. */
function causesOf(error: unknown): Cause[] {
  const causes: Cause[] = [];
  for (let at = error as Cause | undefined; at && causes.length < 5; at = at.cause as Cause | undefined)
    causes.push(at);
  return causes;
}

/** Whether an error says that Telegram rejects the token. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}
