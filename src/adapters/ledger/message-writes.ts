import type { MessageWrites } from '../../job/messages.ts';
import {
  addMessage,
  clientEvents,
  eventsCalled,
  lastStatementAt,
  markTold,
  messages,
  moveMessage,
  untoldEvents,
} from './messages.ts';
import type { Db } from './tables.ts';

/** What of messages may be done within a transaction. */
export function messageWrites(tx: Db): MessageWrites {
  return {
    messages: (which) => messages(tx, which),
    untoldEvents: (limit) => untoldEvents(tx, limit),
    clientEvents: (client, limit) => clientEvents(tx, client, limit),
    eventsCalled: (code, jobId) => eventsCalled(tx, code, jobId),
    lastStatementAt: () => lastStatementAt(tx),
    addMessage: (message) => addMessage(tx, message),
    moveMessage: (key, move) => moveMessage(tx, key, move),
    markTold: (seq, held) => markTold(tx, seq, held),
  };
}
