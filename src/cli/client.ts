import Table from 'cli-table3';
import {
  agreeClient,
  type ClientCard,
  checkClient,
  listClients,
  showClient,
} from '../app/clients.ts';
import { addClientErase } from './client-erase.ts';
import { type AddCommand, deskFolderOf, exitCodes, say, sayJson } from './output.ts';

export const addClient: AddCommand = (program, setCode) => {
  const client = program
    .command('client')
    .summary(
      'the clients: their settings, who was checked, what was agreed; erase what the desk has of one',
    )
    .description(
      'Settings stand in clients/<client>/client.yaml. That a client was checked, and which agreement a client accepted, is recorded here with who says so; copies of identity documents are never kept.',
    );
  client
    .command('list', { isDefault: true })
    .option('--json', 'print as JSON')
    .summary('all clients')
    .action(async (options: { json?: true }) => {
      const cards = await listClients(deskFolderOf(program));
      if (options.json) sayJson(process.stdout, cards);
      else say(process.stdout, tableOf(cards));
      setCode(cards.some(needsYou) ? exitCodes.findings : exitCodes.fine);
    });
  client
    .command('show')
    .argument('<client>', 'the client as in the inbox')
    .option('--json', 'print as JSON')
    .summary('one client, with all that the settings come to')
    .action(async (name: string, options: { json?: true }) => {
      const card = await showClient(deskFolderOf(program), name);
      if (options.json) sayJson(process.stdout, card);
      else say(process.stdout, asText(card));
      setCode(needsYou(card) ? exitCodes.findings : exitCodes.fine);
    });
  addRecords(client, program);
  addClientErase(client, { program, setCode });
};

function addRecords(client: Parameters<AddCommand>[0], program: Parameters<AddCommand>[0]): void {
  client
    .command('check')
    .argument('<client>', 'the client as in the inbox')
    .requiredOption('--by <who>', 'who looked at the client')
    .requiredOption('--how <how>', 'in what, such as “company register, call back”')
    .option('--declined', 'the client is not to be worked for')
    .summary('record that a client was checked')
    .action(async (name: string, options: { by: string; how: string; declined?: true }) => {
      const { by, how, declined } = options;
      await checkClient(deskFolderOf(program), name, { by, how, accepted: declined !== true });
      say(process.stdout, `It is on record that ${by} checked ${name}.`);
    });
  client
    .command('agree')
    .argument('<client>', 'the client as in the inbox')
    .argument('<file>', 'the agreement as the client accepted it; a copy is kept')
    .requiredOption('--by <who>', 'who accepted it, and how: “Anna Ek, by e-mail of 24 Nov”')
    .summary('record which agreement a client accepted, by its hash')
    .action(async (name: string, file: string, { by }: { by: string }) => {
      const hash = await agreeClient(deskFolderOf(program), name, { file, by });
      say(process.stdout, `It is on record that ${name} accepted ${hash.slice(0, 16)}.`);
    });
}

function needsYou({ fault, remarks }: ClientCard): boolean {
  return fault !== undefined || remarks.length > 0;
}

function tableOf(cards: readonly ClientCard[]): string {
  if (cards.length === 0) return 'No clients yet. Drop a document into inbox/<client>/.';
  const table = new Table({
    head: ['client', 'jobs', 'contact', 'pipeline', 'rate card', 'review', 'checked', 'agreed', ''],
    colAligns: ['left', 'right'],
    style: { head: [], border: [] },
  });
  for (const { client, jobs, settings, engagement, fault, remarks } of cards) {
    const of = (key: string): string => settings[key] ?? '';
    const day = (at: string | undefined): string => at?.slice(0, 10) ?? '';
    table.push([
      client,
      jobs,
      of('contact'),
      of('pipeline'),
      of('rate card'),
      of('review'),
      day(engagement.checked?.at),
      day(engagement.agreed?.at),
      fault === undefined ? (remarks.length > 0 ? 'see “client show”' : '') : 'a fault in its file',
    ]);
  }
  return table.toString();
}

function asText({ client, fault, settings, engagement, remarks, jobs }: ClientCard): string {
  const { checked, agreed } = engagement;
  return [
    `${client}, jobs: ${jobs}`,
    ...Object.entries(settings).map(([key, value]) => `  ${key}: ${value}`),
    checked
      ? `  checked: ${checked.at.slice(0, 10)} by ${checked.by}, ${checked.how}${checked.accepted ? '' : '; declined'}`
      : '  checked: not on record',
    agreed
      ? `  agreed: ${agreed.at.slice(0, 10)} by ${agreed.by}, ${agreed.file} (${agreed.hash.slice(0, 16)})`
      : '  agreed: not on record',
    ...(fault === undefined ? [] : [fault]),
    ...remarks,
  ].join('\n');
}
