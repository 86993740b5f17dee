import { type Answer, serveLocally } from '../../adapters/http/local-server.ts';
import type { Log } from '../../ports.ts';
import type { HealthCheck } from './health.ts';

/** Where health and metrics are told, at the port that the settings name at the moment. */
export interface Endpoints {
  /** Opens the port, or another one, or closes it. A port that is taken is said, and tried again at the next call. */
  follow(port: number | undefined): Promise<void>;
  close(): Promise<void>;
}

export function createEndpoints(
  sources: {
    alive(): readonly HealthCheck[];
    ready(): Promise<readonly HealthCheck[]>;
    metrics(): Promise<string>;
    readonly metricsType: string;
  },
  log: Log,
): Endpoints {
  let server: Awaited<ReturnType<typeof serveLocally>> | undefined;
  let saidOf: number | undefined;
  const answers = {
    '/healthz': async () => checksAnswer(sources.alive()),
    '/readyz': async () => checksAnswer(await sources.ready()),
    '/metrics': async () => ({
      status: 200,
      type: sources.metricsType,
      body: await sources.metrics(),
    }),
  };
  const close = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  return {
    close,
    async follow(port) {
      if (server?.port === port) return;
      await close();
      if (port === undefined) return;
      try {
        server = await serveLocally(port, answers);
        log.info({ port }, 'health and metrics are told on 127.0.0.1');
        saidOf = undefined;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        if (saidOf !== port) {
          log.error({ why }, `Health and metrics cannot be told on port ${port}. Choose another.`);
        }
        saidOf = port;
      }
    },
  };
}

function checksAnswer(checks: readonly HealthCheck[]): Answer {
  const isWell = checks.every(({ well }) => well);
  const told = checks.map(({ check, well, says }) => ({ check, well, says }));
  const body = JSON.stringify({ status: isWell ? 'well' : 'not well', checks: told });
  return { status: isWell ? 200 : 503, type: 'application/json; charset=utf-8', body };
}
