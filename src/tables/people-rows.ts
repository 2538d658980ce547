import { z } from 'zod';
import type { PeopleStore } from '../ports.ts';
import { keyPart } from './keys.ts';
import { odata, type Table } from './storage.ts';

const PersonRow = z.object({ oid: z.string(), upn: z.string() });
type Person = z.infer<typeof PersonRow>;

/**
 * The table `People`: who an Entra object id is in the roster, bound once and in both directions.
 *   PartitionKey  oid | upn
 *   RowKey        <object id> | <user principal name in lower case>
 * The UPN row is written first and decides; from then on only the object id counts.
 */
export class PeopleRows implements PeopleStore {
  readonly #table: Table;
  readonly #byOid = new Map<string, Person>();

  constructor(table: Table) {
    this.#table = table;
  }

  async findByOid(oid: string): Promise<Person | undefined> {
    const known = this.#byOid.get(oid);
    if (known) return known;
    const row = await this.#table.find('oid', keyPart(oid));
    if (!row) return undefined;
    const person = PersonRow.parse(row);
    this.#byOid.set(oid, person);
    return person;
  }

  async findByUpn(upn: string): Promise<Person | undefined> {
    const row = await this.#table.find('upn', keyPart(upn.toLowerCase()));
    return row && PersonRow.parse(row);
  }

  /** A row that can't be read is left out: it must not stop everybody else's messages. */
  async list(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#table.list(odata`PartitionKey eq 'upn'`);
    const people = rows.map((row) => PersonRow.safeParse(row)).flatMap(({ data }) => data ?? []);
    return new Map(people.map(({ oid, upn }) => [upn, oid]));
  }

  async bind(oid: string, upn: string): Promise<'bound' | 'taken'> {
    const person = { oid, upn: upn.toLowerCase() };
    const known = await this.findByOid(oid);
    if (known) return known.upn === person.upn ? 'bound' : 'taken'; // a refused name stays free for its owner
    await this.#table.create({ partitionKey: 'upn', rowKey: keyPart(person.upn), ...person });
    if ((await this.findByUpn(upn))?.oid !== oid) return 'taken';
    await this.#table.create({ partitionKey: 'oid', rowKey: keyPart(oid), ...person });
    return (await this.findByOid(oid))?.upn === person.upn ? 'bound' : 'taken';
  }
}
