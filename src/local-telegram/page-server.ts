import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import type { World } from './world.ts';

export function createPageServer(_world: World, _faults: Faults) {
  return {
    serve: async (_request: IncomingMessage, _response: ServerResponse, _url: URL): Promise<boolean> => false,
    close: () => {},
  };
}
