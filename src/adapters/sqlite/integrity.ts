import type { DatabaseSync } from 'node:sqlite';

/** Ten are enough to see what is wrong; a torn file could have millions. */
const complaintsMax = 10;

/** What is wrong with the database, a line each, or undefined when nothing is. Reads all of it. */
export function integrityOf(connection: DatabaseSync): string | undefined {
  const torn = connection.prepare(`pragma integrity_check(${complaintsMax})`).all();
  const orphans = connection.prepare('pragma foreign_key_check').all();
  const complaints = [
    ...torn.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok'),
    ...orphans
      .slice(0, complaintsMax)
      .map((row) => `${row['table']}, row ${row['rowid']}: its ${row['parent']} is missing`),
  ];
  return complaints.length > 0 ? complaints.join('\n') : undefined;
}
