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
import { asAscii } from './ascii.ts';
import { assertFits, assertFitTogether, MOST_IN_TRANSACTION } from './row-limits.ts';

export { odata };

/** The SDK has no time limit of its own. */
const CALL_TIMEOUT_MS = 5_000;

export type StorageAddress =
  | { readonly connectionString: string }
  | { readonly tablesUrl: string; readonly clientId?: string };

export type Row = TableEntity<Record<string, unknown>>;
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

  /**
   * All rows that a filter made with `odata` lets through, page by page to the end; with `columns` only those of each row,
   * beside its keys and its ETag.
   */
  async list(filter: string, columns?: readonly string[]): Promise<StoredRow[]> {
    const rows: StoredRow[] = [];
    const select = columns ? { select: ['PartitionKey', 'RowKey', ...columns] } : {};
    try {
      for await (const row of this.#client.listEntities({ ...limited(), queryOptions: { filter, ...select } })) {
        rows.push(withoutEmpty(row) as StoredRow);
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
    return this.#submit(actions, () => this.#checkpoint('S4'));
  }

  /**
   * The same for the service's own bookkeeping, which finds out itself what became of a call whose answer was lost: the failure
   * is an answer too.
   */
  async attempt(actions: readonly TransactionAction[]): Promise<NewEtags | 'conflict' | StorageUnreachable> {
    try {
      return await this.#submit(actions, () => undefined);
    } catch (error) {
      if (error instanceof StorageUnreachable) return error;
      throw error;
    }
  }

  async #submit(actions: readonly TransactionAction[], onItsWay: () => void): Promise<NewEtags | 'conflict'> {
    if (actions.length === 0 || actions.length > MOST_IN_TRANSACTION)
      throw new Error(`A transaction takes 1–${MOST_IN_TRANSACTION} rows, not ${actions.length}`);
    assertFitTogether(actions.map(([, row]) => row));
    try {
      const sent = this.#client.submitTransaction([...actions], limited());
      onItsWay();
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
    additionalPolicies: [
      { policy: freshSockets, position: 'perCall' },
      { policy: asciiBodies, position: 'perCall' },
    ],
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

const asciiBodies: Policy = {
  name: 'asciiBodies',
  sendRequest(request, next) {
    if (typeof request.body === 'string') request.body = asAscii(request.body);
    return next(request);
  },
};

/**
 * One identity for all tables and queues, so that one token is asked for. Azure's identity library takes longer to load than all other
 * use of storage: it is loaded where a token is asked for.
 */
const identities = new Map<string | undefined, Promise<TokenCredential>>();

export function managedIdentity(clientId: string | undefined): TokenCredential {
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

export function unreachable(cause: unknown): StorageUnreachable {
  return new StorageUnreachable('Storage could not be used', { cause });
}

/** Azure gives a row that lacks a column that was asked for the value null there; Azurite leaves it out. */
function withoutEmpty(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}

export function limited(): { abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(CALL_TIMEOUT_MS) };
}

export function statusOf(error: unknown): number | undefined {
  return error instanceof RestError ? error.statusCode : undefined;
}

function isChanged(error: unknown): boolean {
  return statusOf(error) === 412 || statusOf(error) === 404;
}
