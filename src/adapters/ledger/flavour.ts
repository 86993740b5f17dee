import { type ColumnDefinitionBuilder, type CreateTableBuilder, sql } from 'kysely';

/** The few words in which databases differ when tables are made. */
export interface Flavour {
  /** Makes a table hold its column types to the letter, where the database does not do so anyway. */
  strict<Name extends string, Columns extends string>(
    table: CreateTableBuilder<Name, Columns>,
  ): CreateTableBuilder<Name, Columns>;
  /** A primary key that counts up in the order of insertion and never gives a number twice. */
  readonly sequenceType: 'integer' | 'serial';
  sequence(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
  readonly realType: 'real' | 'double precision';
  /** For numbers beyond 32 bits, such as sizes in bytes. */
  readonly wholeType: 'integer' | 'bigint';
}

export const sqliteFlavour: Flavour = {
  strict: (table) => table.modifyEnd(sql`strict`),
  sequenceType: 'integer',
  sequence: (column) => column.primaryKey().autoIncrement(),
  realType: 'real',
  wholeType: 'integer',
};
