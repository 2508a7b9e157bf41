import type { RightsAction } from './rights-table.ts';

/** What the buttons of a subscription do, by the word in their data: `c|s.<word>.<id>`. */
export const subscriptionButtonActions = {
  list: 'subscriptions',
  open: 'settings',
  what: 'change',
  when: 'change',
  zone: 'change',
  quiet: 'change',
  without: 'change',
  sources: 'change',
  language: 'change',
  length: 'change',
  most: 'change',
  silent: 'change',
  previews: 'change',
  nothing: 'change',
  atOnce: 'change',
  pause: 'pause',
  stop: 'pause',
  resume: 'resume',
  go: 'resume',
  delete: 'delete',
  undo: 'undo',
  undoPaused: 'undo',
  send: 'send',
  share: 'share',
} as const satisfies Record<string, RightsAction>;

export type SubscriptionButtonAction = keyof typeof subscriptionButtonActions;

/** Which row of the rights table each kind of button data belongs to. */
export const buttonKinds: readonly { data: RegExp; action: RightsAction }[] = [
  { data: /^[atp]\|\d{1,6}\|./s, action: 'read' },
  { data: /^w\|\d{1,6}\|./s, action: 'report' },
  { data: /^c\|d\.(?:more|why|open|close)\../s, action: 'digest' },
  {
    data: /^c\|m\.(?:(?:ask|list)\.\d{1,15}|(?:mute|undo)\.\d{1,15}\.(?:story|person|outlet)\.\w{1,16})$/,
    action: 'mute',
  },
  { data: /^c\|f\.(?:yes|no)$/, action: 'forget' },
  { data: /^c\|g\../s, action: 'step' },
  { data: /^c\|l\.[a-z]{2,3}$/, action: 'language' },
  { data: /^c\|(?:n\.no|n\.do\.[0-9a-f]{16}|o\.[a-zA-Z]{1,12}\.\d{1,9})$/, action: 'manageSources' },
];

/** The act and the id in the data of a subscription's button, or null for other data. */
export function subscriptionButton(data: string): { act: SubscriptionButtonAction; id: number } | null {
  const [, act = '', id] = /^c\|s\.([a-zA-Z]{1,20})\.(\d{1,15})$/.exec(data) ?? [];
  return Object.hasOwn(subscriptionButtonActions, act)
    ? { act: act as SubscriptionButtonAction, id: Number(id) }
    : null;
}

/** The id of the subscription that a button of “Not for me” is about; null for other data. */
export function muteSubject(data: string): number | null {
  const [, id] = /^c\|m\.(?:list|mute|undo)\.(\d{1,15})(?:\.|$)/.exec(data) ?? [];
  return id === undefined ? null : Number(id);
}

/** What a button with this data asks for. */
export function actionOfButton(data: string): RightsAction {
  const subscription = subscriptionButton(data);
  if (subscription) return subscriptionButtonActions[subscription.act];
  return buttonKinds.find(kind => kind.data.test(data))?.action ?? 'unknown';
}
