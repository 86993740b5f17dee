import { createShelf } from '../../../src/adapters/fs/shelf.ts';
import { largeText } from './large-text.ts';

/** A process that puts a large file on a shelf and is killed while it writes. */

const desk = process.argv[2] ?? '';
await createShelf({ folder: `${desk}/outbox`, deskFolder: desk }).place(
  ['acme', 'large.txt'],
  largeText,
);
