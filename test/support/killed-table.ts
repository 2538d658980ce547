import type { Table } from '../../src/tables/storage.ts';

/** How many calls that change something are still carried out before the service dies. */
export interface CallsLeft {
  left: number;
}

/** The same table until the service is killed: the next call that changes something never comes to anything, and none after it. */
export function killedTable(table: Table, calls: CallsLeft): Table {
  const count =
    <Given extends unknown[], Taken>(call: (...given: Given) => Promise<Taken>) =>
    (...given: Given): Promise<Taken> => {
      calls.left -= 1;
      return calls.left < 0 ? Promise.reject(new Error('killed')) : call(...given);
    };
  return Object.assign(Object.create(Object.getPrototypeOf(table)) as Table, {
    find: table.find.bind(table),
    list: table.list.bind(table),
    create: count(table.create.bind(table)),
    put: count(table.put.bind(table)),
    remove: count(table.remove.bind(table)),
    transact: count(table.transact.bind(table)),
  });
}
