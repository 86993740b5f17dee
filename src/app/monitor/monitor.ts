import { createPulse, type Pulse } from '../../adapters/system/pulse.ts';
import {
  createServiceManager,
  type ServiceManager,
} from '../../adapters/system/service-manager.ts';
import type { OpenDesk } from '../compose.ts';
import type { Environment } from '../config.ts';
import type { DaemonLook, Observer } from '../worker/daemon.ts';
import { kindOf, troubleOf } from '../worker/trouble.ts';
import { createEndpoints } from './endpoints.ts';
import { aliveCheck, type LastLook, readinessChecks } from './health.ts';
import { createMetrics } from './metrics.ts';
import { createPageWriter } from './page-writer.ts';

/** What tells others how a desk at work is: its page, its metrics and health, and the manager of services. */
export interface Monitor extends Observer {
  close(): Promise<void>;
}

export function createMonitor(
  { desk, paths, settings }: OpenDesk,
  { notifySocket, watchdogMs, monitorPort }: Environment,
): Monitor {
  const pulse = createPulse();
  const metrics = createMetrics(desk);
  const manager = createServiceManager(notifySocket, (trouble) => desk.log.warn({}, trouble));
  const watchdog = keepTelling(manager, pulse, watchdogMs);
  let last: LastLook | undefined;
  let told = '';
  const ready = () => readinessChecks(desk, pulse, last);
  const endpoints = createEndpoints(
    {
      alive: () => [aliveCheck(pulse)],
      ready,
      metrics: metrics.text,
      metricsType: metrics.type,
    },
    desk.log,
  );
  const page = createPageWriter(paths.statusPage, desk, {
    office: () => settings.current().office,
    checks: ready,
  });
  const openPort = () => endpoints.follow(monitorPort ?? settings.current().monitor_port);
  return {
    async begun() {
      manager.tell('READY=1', 'STATUS=Looks at what is there.');
      await openPort();
    },
    took(taken) {
      pulse.beat();
      metrics.took(taken);
      page.changed();
    },
    ended(end, work) {
      pulse.beat();
      metrics.ended(end, work);
      page.changed();
    },
    async looked(look) {
      pulse.beat();
      last = lastLookOf(look, desk.clock.now());
      metrics.looked(last);
      await openPort();
      const sentence = sentenceOf(last);
      if (sentence !== told) manager.tell(`STATUS=${sentence}`);
      told = sentence;
      page.looked(look);
    },
    stopping: () => manager.tell('STOPPING=1', 'STATUS=What is in hand is finished first.'),
    async close() {
      clearInterval(watchdog);
      await endpoints.close();
      await page.close();
      await manager.told();
    },
  };
}

/** Tells the manager of services that the desk is alive, as long as it is; else the manager starts it again. */
function keepTelling(
  manager: ServiceManager,
  pulse: Pulse,
  watchdogMs: number | undefined,
): NodeJS.Timeout | undefined {
  if (watchdogMs === undefined) return undefined;
  return setInterval(() => {
    if (aliveCheck(pulse).well) manager.tell('WATCHDOG=1');
  }, watchdogMs / 3);
}

function lastLookOf({ waiting, mode, trouble }: DaemonLook, at: Date): LastLook {
  return {
    at: at.toISOString(),
    mode,
    waiting: waiting.length,
    stuck: waiting.filter(({ stuck }) => stuck).length,
    ...(trouble !== undefined && { trouble: { says: troubleOf(trouble), kind: kindOf(trouble) } }),
  };
}

function sentenceOf({ trouble, waiting, stuck }: LastLook): string {
  if (trouble !== undefined) return trouble.says;
  if (stuck > 0) return `Works; ${stuck} things wait for you, see “proofdesk status”.`;
  return waiting > 0 ? `Works; ${waiting} files wait for a while.` : 'Works.';
}
