import packageJson from '../package.json' with { type: 'json' };

/** Node's options for the bot, as `npm start` has them. */
export const startOptions = packageJson.scripts.start.split(' ').filter(word => word.startsWith('--'));
