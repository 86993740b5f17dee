import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

/** Migrations see the tables as they are at that point of history, so the types of today do not apply. */
export type History = Kysely<unknown>;

/** The start of an index on a table. */
export function index(db: History, name: string, table: string) {
  return db.schema.createIndex(name).on(table);
}

/** A column that always has a value. */
export function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull();
}

/** The column by which a row is known. SQLite alone lets a primary key be null unless told otherwise. */
export function key(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.primaryKey().notNull();
}

/** A column that points at the revision that the row belongs to. */
export function ofRevision(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull().references('revisions.id');
}
