import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import {
  odata,
  RestError,
  TableClient,
  type TableEntity,
  type TableServiceClientOptions,
  type TransactionAction,
} from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import type { Checkpoint } from '../ports.ts';

export { odata };

/** Azure's limits, which Azurite does not keep: 32,768 UTF-16 units a text, 252 own properties, 1 MiB a row. */
const LONGEST_TEXT = 32_768;
const MOST_PROPERTIES = 252;
const LARGEST_ROW = 1_048_576 / 2;
const LARGEST_TRANSACTION = LARGEST_ROW * 4;
/** Ours begin with a small letter: the system's own (PartitionKey, Timestamp) can't be hit. */
const PROPERTY_NAME = /^[a-z][A-Za-z0-9_]{0,254}$/;
const MOST_IN_TRANSACTION = 100;
/** The SDK has no time limit of its own. */
const CALL_TIMEOUT_MS = 5_000;

export type StorageAddress =
  | { readonly connectionString: string }
  | { readonly tablesUrl: string; readonly clientId?: string };

type Row = TableEntity<Record<string, unknown>>;
export type StoredRow = Row & { readonly etag: string };
/** The ETags that a transaction gave its rows, in the order of its actions; only written rows have one. */
export type NewEtags = readonly (string | undefined)[];

/**
 * One table, with the four habits that every store here needs: one attempt per call (retries are ours, so that our own
 * success never comes back as somebody else's conflict), a time limit, no change without an ETag, and Azure's size limits
 * checked before the call.
 */
export class Table {
  readonly #client: TableClient;
  readonly #checkpoint: Checkpoint;

  constructor(client: TableClient, checkpoint: Checkpoint) {
    this.#client = client;
    this.#checkpoint = checkpoint;
  }

  async find(partitionKey: string, rowKey: string): Promise<StoredRow | undefined> {
    try {
      return (await this.#client.getEntity(partitionKey, rowKey, limited())) as StoredRow;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw unreachable(error);
    }
  }

  /** All rows that a filter made with `odata` lets through, page by page to the end. */
  async list(filter: string): Promise<StoredRow[]> {
    const rows: StoredRow[] = [];
    try {
      for await (const row of this.#client.listEntities({ ...limited(), queryOptions: { filter } })) {
        rows.push(row as StoredRow);
      }
    } catch (error) {
      throw unreachable(error);
    }
    return rows;
  }

  /** `exists` when there is a row under the key already. */
  async create(row: Row): Promise<'created' | 'exists'> {
    assertFits(row);
    try {
      await this.#client.createEntity(row, limited());
      return 'created';
    } catch (error) {
      if (statusOf(error) === 409) return 'exists';
      throw unreachable(error);
    }
  }

  /** Replaces a row that nobody changed since `etag`; answers the new ETag, or none when somebody did. */
  async replace(row: Row, etag: string): Promise<string | undefined> {
    assertFits(row);
    try {
      return (await this.#client.updateEntity(row, 'Replace', { etag, ...limited() })).etag;
    } catch (error) {
      if (isChanged(error)) return undefined;
      throw unreachable(error);
    }
  }

  /** For rows where the newest writer is right (drafts, conversation references). */
  async put(row: Row): Promise<void> {
    assertFits(row);
    try {
      await this.#client.upsertEntity(row, 'Replace', limited());
    } catch (error) {
      throw unreachable(error);
    }
  }

  async remove(partitionKey: string, rowKey: string): Promise<void> {
    try {
      await this.#client.deleteEntity(partitionKey, rowKey, limited());
    } catch (error) {
      if (statusOf(error) !== 404) throw unreachable(error);
    }
  }

  /** Rows of one partition, as many at a time as a transaction takes. Those that are gone already are no error. */
  async removeAll(partitionKey: string, rowKeys: readonly string[]): Promise<void> {
    for (let at = 0; at < rowKeys.length; at += MOST_IN_TRANSACTION) {
      const rows = rowKeys.slice(at, at + MOST_IN_TRANSACTION);
      if (rows.length === 1 || !(await this.#removeTogether(partitionKey, rows))) {
        await Promise.all(rows.map((rowKey) => this.remove(partitionKey, rowKey)));
      }
    }
  }

  /** False when one of the rows is gone: then none was removed. */
  async #removeTogether(partitionKey: string, rowKeys: readonly string[]): Promise<boolean> {
    try {
      await this.#client.submitTransaction(
        rowKeys.map((rowKey) => ['delete', { partitionKey, rowKey }]),
        limited(),
      );
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw unreachable(error);
    }
  }

  /** All or nothing in one partition. `conflict` when a created row exists or a replaced one has changed. */
  async transact(actions: readonly TransactionAction[]): Promise<NewEtags | 'conflict'> {
    if (actions.length === 0 || actions.length > 100)
      throw new Error(`A transaction takes 1–100 rows, not ${actions.length}`);
    assertFitTogether(actions.map(([, row]) => row));
    try {
      const sent = this.#client.submitTransaction([...actions], limited());
      this.#checkpoint('S4');
      return (await sent).subResponses.map(({ etag }) => etag);
    } catch (error) {
      if (statusOf(error) === 409 || isChanged(error)) return 'conflict';
      throw unreachable(error);
    }
  }

  /** Waits for storage that is just starting; gives up after half a minute. */
  async prepare(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#client.createTable(limited());
      } catch (error) {
        if (statusOf(error) === 409) return;
        if (attempt === 30 || statusOf(error) === 403) throw unreachable(error);
        await delay(1_000);
      }
    }
  }
}

export function openTable(address: StorageAddress, name: string, checkpoint: Checkpoint): Table {
  const options: TableServiceClientOptions = {
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [{ policy: freshSockets, position: 'perCall' }],
  };
  if ('connectionString' in address) {
    // Azurite speaks plain http on loopback; an account's own connection string says https itself.
    const local = /http:\/\/(127\.0\.0\.1|localhost)|UseDevelopmentStorage/i.test(address.connectionString);
    return new Table(
      TableClient.fromConnectionString(address.connectionString, name, { ...options, allowInsecureConnection: local }),
      checkpoint,
    );
  }
  return new Table(new TableClient(address.tablesUrl, name, managedIdentity(address.clientId), options), checkpoint);
}

/**
 * A municipality is quiet for hours, and Azure's network forgets a quiet connection after four minutes without a word: the next
 * call on it would be lost. Sockets that have been idle this long are closed by us.
 */
const IDLE_MS = 30_000;
const agents = {
  http: new HttpAgent({ keepAlive: true, timeout: IDLE_MS }),
  https: new HttpsAgent({ keepAlive: true, timeout: IDLE_MS }),
};
type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]['policy'];
const freshSockets: Policy = {
  name: 'freshSockets',
  sendRequest(request, next) {
    request.agent = request.url.startsWith('https:') ? agents.https : agents.http;
    return next(request);
  },
};

/**
 * One identity for all tables, so that one token is asked for. Azure's identity library takes longer to load than all other
 * use of storage: it is loaded where a token is asked for.
 */
const identities = new Map<string | undefined, Promise<TokenCredential>>();

function managedIdentity(clientId: string | undefined): TokenCredential {
  return {
    async getToken(scopes, options) {
      const known = identities.get(clientId);
      if (known) return (await known).getToken(scopes, options);
      const loaded = import('@azure/identity').then(
        ({ DefaultAzureCredential }) =>
          new DefaultAzureCredential(clientId === undefined ? {} : { managedIdentityClientId: clientId }),
      );
      identities.set(clientId, loaded);
      return (await loaded).getToken(scopes, options);
    },
  };
}

/** Storage did not answer as expected: whether a write took effect is not known. */
export class StorageUnreachable extends Error {
  override readonly name = 'StorageUnreachable';
}

function unreachable(cause: unknown): StorageUnreachable {
  return new StorageUnreachable('Table storage could not be used', { cause });
}

function limited(): { abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(CALL_TIMEOUT_MS) };
}

function statusOf(error: unknown): number | undefined {
  return error instanceof RestError ? error.statusCode : undefined;
}

function isChanged(error: unknown): boolean {
  return statusOf(error) === 412 || statusOf(error) === 404;
}

/** A transaction is of one partition, has each row once and takes 4 MiB. */
function assertFitTogether(rows: readonly Readonly<Record<string, unknown>>[]): void {
  const size = rows.map(assertFits).reduce((sum, length) => sum + length, 0);
  if (size > LARGEST_TRANSACTION) throw new Error(`A transaction of ${size} characters is larger than Azure takes`);
  if (new Set(rows.map(({ partitionKey }) => partitionKey)).size > 1)
    throw new Error('A transaction takes rows of one partition');
  if (new Set(rows.map(({ rowKey }) => rowKey)).size < rows.length)
    throw new Error('A transaction takes each row once');
}

/** Answers how many characters its texts have. */
function assertFits(row: Readonly<Record<string, unknown>>): number {
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
  return size;
}
