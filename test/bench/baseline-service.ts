import { TableClient, type TransactionAction } from '@azure/data-tables';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import restify from 'restify';
import { z } from 'zod';

/*
 * As little as a service can do and still answer the same request: the same proof of the sender, and one transaction that
 * writes the rows that ours writes (copies of what it stored: same number, same columns, same size) to a table of its own.
 */
const Row = z.looseObject({ partitionKey: z.string(), rowKey: z.string() });
const Setup = z.object({
  connectionString: z.string(),
  keysUrl: z.url(),
  issuer: z.string(),
  audience: z.string(),
  /** The row that is replaced, and those that are made anew with every answer. */
  current: Row,
  added: z.array(Row),
});
export type BaselineSetup = z.infer<typeof Setup>;

const { connectionString, keysUrl, issuer, audience, current, added } = Setup.parse(
  JSON.parse(process.env.BASELINE ?? ''),
);
const table = TableClient.fromConnectionString(connectionString, 'Baseline', {
  retryOptions: { maxRetries: 0 },
  allowInsecureConnection: true,
});
await table.createTable();
const keys = createRemoteJWKSet(new URL(keysUrl));
const revisions = new Map<string, number>();

const server = restify.createServer();
server.use(restify.plugins.bodyParser({ maxBodySize: 262_144 }));
server.post('/api/messages', async (request, response) => {
  const { serviceUrl, from } = request.body as { serviceUrl: string; from: { id: string } };
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256'] });
  if (payload.serviceurl !== serviceUrl) {
    response.send(401);
    return;
  }
  await store(from.id);
  response.send(200, { statusCode: 200, type: 'stored' });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${server.address().port}\n`));

async function store(partitionKey: string): Promise<void> {
  const revision = (revisions.get(partitionKey) ?? 0) + 1;
  revisions.set(partitionKey, revision);
  const number = String(revision).padStart(6, '0');
  const actions: TransactionAction[] = [
    revision === 1
      ? ['create', { ...current, partitionKey }]
      : ['update', { ...current, partitionKey }, 'Replace', { etag: '*' }],
    ...added.map(
      (row): TransactionAction => ['create', { ...row, partitionKey, rowKey: row.rowKey.replace(/\d{6}/, number) }],
    ),
  ];
  await table.submitTransaction(actions, { abortSignal: AbortSignal.timeout(5_000) });
}
