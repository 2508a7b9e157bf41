import { questionCommands } from '../../answers/asking/registry.ts';

/** Of the operators, in private. */
export const operatorCommands = ['status', 'sources', 'access', 'invite', 'allow', 'ban', 'unban'];
/** Understood like /cancel while a dialog is open, and like /subscriptions otherwise. */
export const stopCommands = ['stop', 'end', 'quit', 'exit', 'unsubscribe'];
export const privateCommands = [
  'filter',
  'subscribe',
  'subscriptions',
  'language',
  'privacy',
  'help',
  'cancel',
];

/** Every command, whether menus offer it or not. */
export const commandNames: ReadonlySet<string> = new Set([
  ...questionCommands,
  ...privateCommands,
  'start',
  'settings',
  ...stopCommands,
  'export',
  'forget',
  'sources',
]);
