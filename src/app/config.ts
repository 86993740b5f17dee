import { availableParallelism } from 'node:os';

/** What the environment says; read here and nowhere else. */
export interface Environment {
  readonly deskFolder: string | undefined;
  readonly logLevel: string;
  readonly isTerminal: boolean;
  readonly cores: number;
}

export function environment(): Environment {
  return {
    deskFolder: process.env['PROOFDESK_DESK'],
    logLevel: process.env['PROOFDESK_LOG'] ?? 'info',
    isTerminal: process.stdout.isTTY === true,
    cores: availableParallelism(),
  };
}
