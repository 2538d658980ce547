import { asAscii } from './ascii.ts';

/** Azure's limits, which Azurite does not keep: 32,768 UTF-16 units a text, 252 own properties, 1 MiB a row. */
const LONGEST_TEXT = 32_768;
const MOST_PROPERTIES = 252;
const LARGEST_ROW = 1_048_576 / 2;
/** Ours begin with a small letter: the system's own (PartitionKey, Timestamp) can't be hit. */
const PROPERTY_NAME = /^[a-z][A-Za-z0-9_]{0,254}$/;
export const MOST_IN_TRANSACTION = 100;
/** Bytes on the way. */
const LARGEST_TRANSACTION = 4 * 1_048_576;
/** Headers of its part, and its address. */
const BYTES_AROUND_A_ROW = 2_000;

/** A transaction is of one partition, has each row once and takes 4 MiB. */
export function assertFitTogether(rows: readonly Readonly<Record<string, unknown>>[]): void {
  for (const row of rows) assertFits(row);
  const size = rows.reduce((sum, row) => sum + BYTES_AROUND_A_ROW + asAscii(JSON.stringify(row)).length, 0);
  if (size > LARGEST_TRANSACTION) throw new Error(`A transaction of ${size} bytes is larger than Azure takes`);
  if (new Set(rows.map(({ partitionKey }) => partitionKey)).size > 1)
    throw new Error('A transaction takes rows of one partition');
  if (new Set(rows.map(({ rowKey }) => rowKey)).size < rows.length)
    throw new Error('A transaction takes each row once');
}

export function assertFits(row: Readonly<Record<string, unknown>>): void {
  const properties = Object.entries(row).filter(([, value]) => value !== undefined);
  if (properties.length > MOST_PROPERTIES)
    throw new Error(`A row takes ${MOST_PROPERTIES} properties, not ${properties.length}`);
  let size = 0;
  for (const [name, value] of properties) {
    if (!PROPERTY_NAME.test(name)) throw new Error(`Azure refuses the property name ${name}`);
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new Error(`${name}: numbers are kept as whole numbers or text`);
    if (typeof value !== 'string') continue;
    if (value.length > LONGEST_TEXT)
      throw new Error(`${name} has ${value.length} characters; a text takes ${LONGEST_TEXT}`);
    size += value.length;
  }
  if (size > LARGEST_ROW) throw new Error(`A row of ${size} characters is larger than Azure takes`);
}
