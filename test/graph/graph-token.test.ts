import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { graphTokens } from '../../src/graph/graph-token.ts';

const identity = {
  appId: '11111111-1111-1111-1111-111111111111',
  appType: 'UserAssignedMSI',
  tenantId: '22222222-2222-2222-2222-222222222222',
} as const;
/** What App Service tells its processes about where tokens are. */
const NAMES = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'] as const;

describe('The token for Microsoft Graph', () => {
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  let appService: Server;
  let asked: URLSearchParams[];

  beforeEach(async () => {
    asked = [];
    appService = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://app-service').searchParams;
      asked.push(query);
      assert.equal(request.headers['x-identity-header'], 'only-this-process');
      const expires_on = `${Math.floor(Date.now() / 1000) + 86_400}`;
      response.writeHead(200, { 'content-type': 'application/json' });
      const token = { access_token: 'a-token', expires_on, resource: query.get('resource'), token_type: 'Bearer' };
      response.end(JSON.stringify(token));
    });
    await new Promise<void>((resolve) => appService.listen(0, '127.0.0.1', resolve));
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(appService.address() as AddressInfo).port}/msi/token`;
    process.env.IDENTITY_HEADER = 'only-this-process';
  });
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    appService.closeAllConnections();
    return new Promise((resolve) => appService.close(resolve));
  });

  it('is that of the bot’s own managed identity, and is kept', async () => {
    const getToken = graphTokens('https://graph.microsoft.com', identity);

    const tokens = [await getToken(), await getToken()];

    assert.deepEqual(tokens, ['a-token', 'a-token']);
    assert.deepEqual(
      asked.map((query) => [query.get('resource'), query.get('client_id')]),
      [['https://graph.microsoft.com', identity.appId]],
    );
  });
});
