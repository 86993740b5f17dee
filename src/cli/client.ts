import { addClientErase } from './client-erase.ts';
import type { AddCommand } from './output.ts';

export const addClient: AddCommand = (program, setCode) => {
  const client = program.command('client').summary('the clients: erase what the desk has of one');
  addClientErase(client, { program, setCode });
};
