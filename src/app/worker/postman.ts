import { sendMessages } from '../../steps/send-mail.ts';
import type { Desk } from '../../steps/step.ts';

/** Sends messages beside all other work, one round at a time: a mail server may be slow. */
export interface Postman {
  wake(): void;
  /** Resolves when what is in hand is done. */
  stop(): Promise<void>;
}

/** `onTrouble` hears what went wrong; what was not sent is tried in the next round. */
export function createPostman(desk: Desk, onTrouble: (error: unknown) => void): Postman {
  let round: Promise<void> | undefined;
  return {
    wake() {
      round ??= sendMessages(desk)
        .catch(onTrouble)
        .finally(() => {
          round = undefined;
        });
    },
    async stop() {
      await round;
    },
  };
}
