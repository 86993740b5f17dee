import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { proofdesk, type Ran, type Surroundings, startProofdeskIn, until } from '../e2e/desk.ts';
import { annaYaml, rates } from '../steps/office.ts';

/** An office that can invoice, with stages that take no time: the faults are what is tested, not the proofreading. */
const settings = `office: Lindgren & Wade
pipeline: cheap
approval: none
rates: standard
libreoffice: "off"
backups: off
keep_free_megabytes: 0
quiet_seconds: 1
quiet_seconds_bare_file: 0.5
address: { street: 12 Quay Street, town: Dublin, country: IE, vat_id: IE6388047V }
bank: { holder: Lindgren & Wade, iban: IE29 AIBK 9311 5212 3456 78 }
taxes:
  S23: { category: S, percent: "23" }
  AE: { category: AE, percent: "0", reason: Reverse charge }
`;

const pipeline = `description: Next to nothing.
dialect: en-US
thresholds: { apply: 0.9, suggest: 0.5 }
stages:
  repeated-words: apply
`;

/** The clients of the suite; each may be invoiced. */
export const clients = ['anna', 'ben', 'cleo', 'dan', 'eve'] as const;

/** Makes a desk in a folder that is there or not, and takes its sample away. */
export async function makeDesk(root: string, settleSeconds = 0.2): Promise<string> {
  const made = await proofdesk('init', root);
  if (made.code !== 0) throw new Error(made.stderr);
  rmSync(join(root, 'inbox', 'sample'), { recursive: true, force: true });
  rmSync(join(root, 'clients', 'sample'), { recursive: true, force: true });
  writeFileSync(join(root, 'desk.yaml'), `${settings}settle_seconds: ${settleSeconds}\n`);
  writeFileSync(join(root, 'pipelines', 'cheap.yaml'), pipeline);
  writeFileSync(join(root, 'rates', 'standard.yaml'), rates);
  for (const client of clients) addClient(root, client);
  return root;
}

/** A client who may be invoiced. */
export function addClient(root: string, client: string): void {
  const file = join(root, 'clients', client, 'client.yaml');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, annaYaml);
}

/** Takes what is there and works until all of it is done. */
export function once(root: string): Promise<Ran> {
  return proofdesk('--desk', root, 'once');
}

/** A desk that is working: the real program in a process of its own. */
export interface Daemon {
  readonly pid: number;
  /** All that it has logged. */
  said(): string;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `run` and waits until it watches its inbox; it is killed after the test. */
export async function startDaemon(root: string, surroundings?: Surroundings): Promise<Daemon> {
  const daemon = await runDaemon(root, surroundings);
  onTestFinished(async () => {
    await daemon.end('SIGKILL');
  });
  return daemon;
}

/** The same; the caller ends it. */
export async function runDaemon(root: string, surroundings: Surroundings = {}): Promise<Daemon> {
  const child = startProofdeskIn(surroundings, '--desk', root, 'run');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  let running = true;
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => {
      running = false;
      resolve(code);
    });
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  await until(() => said.includes('being watched') || !running, 60_000);
  if (!running) throw new Error(said);
  return { pid: child.pid ?? 0, said: () => said, end };
}
