import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Desk } from '../../src/steps/step.ts';
import { openRealDesk } from '../steps/real-desk.ts';
import { noonOf, type YearJob, yearJobs } from './calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import { deskYaml, rateCards, yearClients } from './clients.ts';
import { yearPost } from './post.ts';
import { clockAt, roundAt } from './round.ts';

/** Every twentieth step ends in a crash. */
const stepsPerCrash = 20;

/** The office through the year: its desk, which a crash closes and opens again, and what day it is. */
export interface YearOffice {
  readonly seed: string;
  readonly root: string;
  readonly jobs: ReadonlyMap<string, YearJob>;
  readonly mails: ReadonlyMap<string, number>;
  /** The desk as it is open now. */
  desk(): Desk;
  /** Days after New Year. */
  day(): number;
  chance(name: string): Chance;
  /** One step of the script; what it resolves to. */
  step<Result>(work: (desk: Desk) => Promise<Result>): Promise<Result>;
  /** Puts a file into the desk, old enough to have settled. */
  put(path: string, content: string): void;
  /** Goes on to a day, at noon. */
  goTo(day: number): void;
  /** What `once` does; in a process that is killed first, when it is time for a crash. */
  round(): Promise<void>;
  readonly counts: { steps: number; rounds: number; crashes: number };
  close(): Promise<void>;
}

export async function openYearOffice(seed: string, jobs: number): Promise<YearOffice> {
  const root = join(mkdtempSync(join(tmpdir(), 'proofdesk-year-')), 'desk');
  const post = await yearPost();
  writeSettings(root, post.port);
  let clock = clockAt(noonOf(0));
  let today = 0;
  const open = () => openRealDesk(root, { now: () => clock.now() });
  let desk = await open();
  const counts = { steps: 0, rounds: 0, crashes: 0 };
  let dueCrashes = 0;
  const count = (): void => {
    counts.steps += 1;
    if (counts.steps % stepsPerCrash === 0) dueCrashes += 1;
  };
  const crash = async (): Promise<boolean> => {
    await desk.ledger.close();
    const touches = chanceOf(`${seed}/crash/${counts.steps}/${dueCrashes}`).whole(1, 40);
    const died = await dies(root, clock.now(), touches);
    if (died) {
      counts.crashes += 1;
      dueCrashes -= 1;
    }
    desk = await open();
    // Somebody starts the desk again a little later; by then what was in hand is free.
    clock = clockAt(new Date(clock.now().getTime() + 120_000));
    return died;
  };
  return {
    seed,
    root,
    jobs: new Map(yearJobs(seed, jobs).map((job) => [job.name, job])),
    mails: post.mails,
    desk: () => desk,
    day: () => today,
    chance: (name) => chanceOf(`${seed}/${name}`),
    step(work) {
      count();
      return work(desk);
    },
    put: (path, content) => putAt(root, path, content),
    goTo(day) {
      today = day;
      clock = clockAt(noonOf(day));
    },
    async round() {
      count();
      counts.rounds += 1;
      // Where the work was over before its time had come, the next round is cut off.
      while (dueCrashes > 0 && (await crash()));
      await roundAt(desk, root);
    },
    counts,
    async close() {
      await desk.ledger.close();
      await post.close();
    },
  };
}

function writeSettings(root: string, port: number): void {
  putAt(root, 'desk.yaml', deskYaml(port));
  putAt(root, 'pipelines/quick.yaml', 'description: Fast.\nstages:\n  spacing:\n');
  for (const [name, card] of Object.entries(rateCards)) putAt(root, `rates/${name}.yaml`, card);
  for (const { name, yaml } of yearClients) putAt(root, `clients/${name}/client.yaml`, yaml);
  for (const folder of ['inbox', 'outbox', 'quarantine', 'duplicates', '.proofdesk/work']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
}

function putAt(root: string, path: string, content: string): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  const old = new Date(Date.now() - 3_600_000);
  utimesSync(target, old, old);
}

const dying = fileURLToPath(new URL('./dying.ts', import.meta.url));

/** Lets a process work at the desk until it is killed. False when its work was over before. */
function dies(root: string, instant: Date, touches: number): Promise<boolean> {
  const child = spawn(process.execPath, [dying, root, instant.toISOString(), String(touches)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0) resolve(false);
      else reject(new Error(`a round ended with ${code ?? signal}`));
    });
  });
}
