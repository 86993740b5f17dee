import { execFile } from 'node:child_process';

/** What looks after services on this machine, as systemd does. */
export interface ServiceManager {
  /** Tells how the service is, in systemd's words, such as `READY=1`; in the order of the calls. */
  tell(...words: readonly string[]): void;
  /** Resolves when all has been told. */
  told(): Promise<void>;
}

/** A manager that does not listen for so long is not waited for. */
const tellMsMax = 10_000;

/**
 * The one that listens at `socket`; one that hears nothing where there is none. It is told by systemd's own program,
 * since Node has no sockets for datagrams within a machine. `onTrouble` gets a sentence, once.
 */
export function createServiceManager(
  socket: string | undefined,
  onTrouble: (sentence: string) => void,
): ServiceManager {
  if (socket === undefined) return { tell: () => {}, told: () => Promise.resolve() };
  let last = Promise.resolve();
  let isTroubled = false;
  const notify = (words: readonly string[]): Promise<void> =>
    new Promise((resolve) => {
      execFile('systemd-notify', words, { timeout: tellMsMax }, (error) => {
        if (error && !isTroubled) {
          isTroubled = true;
          onTrouble(`systemd could not be told how the desk is: ${error.message.trim()}`);
        }
        resolve();
      });
    });
  return {
    tell(...words) {
      const lines = words.map((word) => word.replace(/\s+/g, ' '));
      last = last.then(() => notify(lines));
    },
    told: () => last,
  };
}
