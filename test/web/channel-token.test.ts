import assert from 'node:assert/strict';
import { createHmac, createPublicKey } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firstKid, type KeyServer, startKeyServer } from '../support/key-server.ts';
import { appId, channelToken, teamsServiceUrl, tenantId } from '../support/tokens.ts';
import { anActivity, assertReceived, assertRefused, type DoorOptions, type OpenDoor, openDoor } from './open-door.ts';

const strangersTenant = '99999999-9999-9999-9999-999999999999';
const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;
const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

describe('The door asks for the channel’s token', () => {
  let keys: KeyServer;
  let stranger: KeyServer;
  let door: OpenDoor;
  const open = async (options?: DoorOptions): Promise<OpenDoor> => {
    door = await openDoor(keys, options);
    return door;
  };
  const bearer = async (
    ...of: Parameters<typeof channelToken> extends [unknown, ...infer R] ? R : never
  ): Promise<string> => `Bearer ${await channelToken(keys, ...of)}`;
  const refusedWith = async (
    status: number,
    authorization: string | null,
    what: string,
    activity = anActivity(),
  ): Promise<void> => assertRefused(door, await door.post(activity, { authorization }), status, what);

  beforeEach(async () => {
    [keys, stranger] = await Promise.all([startKeyServer(), startKeyServer()]);
    await open();
  });
  afterEach(async () => {
    await door.close();
    await Promise.all([keys.close(), stranger.close()]);
  });

  it('IN-01 lets nobody in without a token, or with something that only looks like one', async () => {
    const token = await channelToken(keys);
    for (const header of [
      null,
      '',
      'Bearer',
      'Bearer ',
      'Basic x',
      `bearer ${token}`,
      `Bearer  ${token}`,
      'Bearer a b',
      'Bearer a.b.c',
    ]) {
      await refusedWith(401, header, String(header));
    }
    for (const header of [
      `Bearer ${token}.x`,
      `Bearer ${token} x`,
      `Bearer ${token.split('.').slice(0, 2).join('.')}`,
      token,
    ]) {
      await refusedWith(401, header, header.slice(0, 20));
    }

    assert.deepEqual(keys.fetches, { metadata: 0, keys: 0 });
  });

  it('IN-02 lets nobody in with a token for somebody else, or from somebody else', async () => {
    const wrong = {
      'another audience': { aud: strangersTenant },
      'no audience': { aud: undefined },
      'a list of audiences with ours in it': { aud: [appId, 'x'] },
      'a list with only ours': { aud: [appId] },
      'another issuer': { iss: 'https://evil.example' },
      'an issuer that begins like ours': { iss: 'https://api.botframework.com.evil.example' },
      'no issuer': { iss: undefined },
    };
    for (const [what, claims] of Object.entries(wrong)) {
      await refusedWith(401, await bearer({ claims: claims as Record<string, string> }), what);
    }

    assert.deepEqual(keys.fetches, { metadata: 0, keys: 0 });
  });

  it('IN-03 lets nobody in with another signature, and never follows a token to a key', async () => {
    const [head, body] = (await channelToken(keys)).split('.') as [string, string];
    const pem = createPublicKey({ key: { ...keys.publicJwk }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const hs = `${part({ alg: 'HS256', kid: firstKid })}.${body}`;
    const unsigned = {
      'no algorithm': `${part({ alg: 'none', kid: firstKid })}.${body}.`,
      'no algorithm, some signature': `${part({ alg: 'none', kid: firstKid })}.${body}.x`,
      'the public key as a secret': `${hs}.${createHmac('sha256', pem).update(hs).digest('base64url')}`,
    };
    for (const [what, token] of Object.entries(unsigned)) await refusedWith(401, `Bearer ${token}`, what);
    assert.deepEqual(keys.fetches, { metadata: 0, keys: 0 });

    const forged = {
      'our key id, a stranger’s key': await channelToken(stranger, { claims: { iss: keys.issuer } }),
      'an unknown key': await channelToken(keys, { header: { kid: 'nobody-knows' } }),
      'a changed body': `${head}.${part({ iss: keys.issuer, aud: appId, serviceurl: teamsServiceUrl, exp: seconds(9e6) })}.${'A'.repeat(342)}`,
      jku: await channelToken(stranger, { header: { kid: 'k', jku: `${stranger.url}/keys` } }),
      x5u: await channelToken(stranger, { header: { kid: firstKid, x5u: `${stranger.url}/keys` } }),
      jwk: await channelToken(stranger, { header: { kid: firstKid, jwk: stranger.publicJwk } }),
      crit: await channelToken(keys, { header: { crit: ['exp'], exp: 1 } }).catch(() => 'a.b.c'),
    };
    for (const [what, token] of Object.entries(forged)) await refusedWith(401, `Bearer ${token}`, what);

    assert.deepEqual(stranger.fetches, { metadata: 0, keys: 0 });
  });

  it('IN-04 minds the time, with five minutes of tolerance, and wants an end', async () => {
    await refusedWith(401, await bearer({ claims: { exp: seconds(-600) } }), 'ended 10 minutes ago');
    await refusedWith(401, await bearer({ claims: { nbf: seconds(600) } }), 'begins in 10 minutes');
    await refusedWith(401, await bearer({ claims: { exp: undefined as unknown as number } }), 'never ends');

    const late = await door.post(anActivity(), { authorization: await bearer({ claims: { exp: seconds(-240) } }) });

    assertReceived(door, late, 'ended 4 minutes ago');
  });

  it('IN-05 R1 takes no token that Entra gave to a client of the same app, and asks nobody about it', async () => {
    const v2 = (tid: string): object => ({
      iss: `https://login.microsoftonline.com/${tid}/v2.0`,
      tid,
      ver: '2.0',
      azp: appId,
    });
    const v1 = (tid: string, appid: string): object => ({
      iss: `https://sts.windows.net/${tid}/`,
      tid,
      ver: '1.0',
      appid,
    });
    const tokens = {
      'own tenant': v2(tenantId),
      'foreign tenant': v2(strangersTenant),
      'own tenant, version 1': v1(tenantId, appId),
      'foreign tenant, version 1': v1(strangersTenant, appId),
      'a skill': v1('d6d49420-f39b-4df7-a1dc-d59a935871db', strangersTenant),
      'the bot’s own outgoing token': { ...v1(tenantId, appId), aud: 'https://api.botframework.com' },
    };
    for (const [what, claims] of Object.entries(tokens))
      await refusedWith(401, await bearer({ claims: { ...claims } }), what);
    const evil = anActivity({ serviceUrl: 'https://evil.example/' });
    await refusedWith(
      400,
      await bearer({ claims: { ...v2(tenantId), serviceurl: 'https://evil.example/' } }),
      'with an evil address',
      evil,
    );
    const emulated = anActivity({ channelId: 'AseChannel' });
    await refusedWith(400, await bearer({ claims: { ...v2(tenantId) } }), 'by way of AseChannel', emulated);

    const again = await bearer({ claims: { ...v2(strangersTenant) } });
    for (let i = 0; i < 1000; i += 1) await door.post(anActivity(), { authorization: again });

    assert.equal(door.received.length, 0);
    assert.deepEqual(keys.fetches, { metadata: 0, keys: 0 });
  });

  describe('and for an address that the bot may write to', () => {
    let target: Server;
    let connections = 0;
    let targetHost = '';

    beforeEach(async () => {
      connections = 0;
      target = createServer((_request, response) => response.end());
      target.on('connection', () => {
        connections += 1;
      });
      await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
      targetHost = `127.0.0.1:${(target.address() as AddressInfo).port}`;
    });
    afterEach(() => new Promise((resolve) => target.close(resolve)));

    it('IN-06 bad-087 refuses every other address, even signed, and connects to none', async () => {
      const addresses = [
        'https://evil.example/',
        'https://smba.trafficmanager.net.evil.example/',
        'http://smba.trafficmanager.net/emea/',
        `http://${targetHost}/`,
        `https://${targetHost}/`,
        `https://smba.trafficmanager.net@${targetHost}/`,
        'https://user@smba.trafficmanager.net/emea/',
        'https://user:word@smba.trafficmanager.net/emea/',
        'https://@smba.trafficmanager.net/',
        'https://smba.trafficmanager.net:8443/emea/',
        'https://smbа.trafficmanager.net/emea/', // Cyrillic а
        'https://smba.trafficmanager.net。evil.example/',
        'https://evil.example/https://smba.trafficmanager.net/',
        'https://evil.example#@smba.trafficmanager.net/',
        'https://evil.example\\@smba.trafficmanager.net/',
        'https:\\\\smba.trafficmanager.net\\',
        'https://smba.trafficmanager.net/?x=1',
        ' https://smba.trafficmanager.net/',
        'ftp://smba.trafficmanager.net/',
        'javascript:alert(1)',
        'smba.trafficmanager.net',
        '//smba.trafficmanager.net/',
        'https://',
        '',
      ];
      for (const serviceUrl of addresses) {
        const authorization = await bearer({ claims: { serviceurl: serviceUrl } });
        await refusedWith(400, authorization, serviceUrl, anActivity({ serviceUrl }));
      }
      for (const serviceUrl of [undefined, null, 5, {}, [teamsServiceUrl]]) {
        await refusedWith(400, await bearer(), String(serviceUrl), anActivity({ serviceUrl }));
      }

      assert.equal(connections, 0);
      assert.deepEqual(keys.fetches, { metadata: 0, keys: 0 });
    });

    it('IN-06 wants the address to be the signed one, to the letter', async () => {
      const addresses = [
        'https://smba.trafficmanager.net/emea',
        'https://smba.trafficmanager.net/EMEA/',
        'https://SMBA.trafficmanager.net/emea/',
        'https://smba.trafficmanager.net:443/emea/',
        'https://smba.trafficmanager.net/amer/',
      ];
      for (const serviceUrl of addresses)
        await refusedWith(401, await bearer(), serviceUrl, anActivity({ serviceUrl }));
      await refusedWith(401, await bearer({ claims: { serviceurl: undefined } }), 'no address is signed');
      await refusedWith(401, await bearer({ claims: { serviceurl: [teamsServiceUrl] } }), 'a list is signed');

      const amer = 'https://smba.trafficmanager.net/amer/';
      const reply = await door.post(anActivity({ serviceUrl: amer }), {
        authorization: await bearer({ claims: { serviceurl: amer } }),
      });

      assertReceived(door, reply, 'another region');
    });

    it('IN-06 takes an address on the same machine only where a local Teams is asked for', async () => {
      await door.close();
      await open({ auth: { allowLoopbackServiceUrls: true } });

      for (const serviceUrl of [`http://${targetHost}/`, 'http://localhost:56150/_connector', 'http://[::1]:3000/']) {
        const authorization = await bearer({ claims: { serviceurl: serviceUrl } });
        assertReceived(door, await door.post(anActivity({ serviceUrl }), { authorization }), serviceUrl);
      }
      for (const serviceUrl of [
        'http://evil.example/',
        'http://localhost.evil.example/',
        'http://127.0.0.1.evil.example:80/',
      ]) {
        await refusedWith(
          400,
          await bearer({ claims: { serviceurl: serviceUrl } }),
          serviceUrl,
          anActivity({ serviceUrl }),
        );
      }
    });
  });

  it('IN-07 bad-089 lets nobody in from another tenant, and says so once in the log', async () => {
    const conversation = (tenant: unknown): object => ({ id: 'a:1', tenantId: tenant });
    const channelData = (id: unknown): object => ({ tenant: { id } });
    const foreign = {
      'in the conversation': { conversation: conversation(strangersTenant) },
      'in the channel data': { channelData: channelData(strangersTenant) },
      'in both': { conversation: conversation(strangersTenant), channelData: channelData(strangersTenant) },
      'in the conversation alone': { conversation: conversation(strangersTenant), channelData: undefined },
      nowhere: { conversation: { id: 'a:1' }, channelData: undefined },
      'null in both': { conversation: conversation(null), channelData: { tenant: null } },
      empty: { conversation: conversation(''), channelData: undefined },
      'a number': { conversation: conversation(5), channelData: channelData(tenantId) },
      'a list': { conversation: conversation([tenantId]) },
      'not where it belongs': { conversation: { id: 'a:1' }, channelData: tenantId, tenantId },
    };
    for (const [what, changes] of Object.entries(foreign))
      await refusedWith(403, await bearer(), what, anActivity(changes));
    await refusedWith(
      403,
      await bearer({ claims: { tid: tenantId } }),
      'in the token only',
      anActivity({ conversation: { id: 'a' }, channelData: {} }),
    );

    for (const changes of [{ conversation: { id: 'a:1' } }, { channelData: undefined }]) {
      assertReceived(door, await door.post(anActivity(changes)), 'named in one place');
    }
  });

  it('IN-08 bad-086 serves Teams and no other channel', async () => {
    await refusedWith(401, await bearer(), 'webchat', anActivity({ channelId: 'webchat' }));
    await refusedWith(401, null, 'webchat without a token', anActivity({ channelId: 'webchat' }));
    await refusedWith(401, await bearer(), 'directline', anActivity({ channelId: 'directline' }));
    for (const channelId of ['AseChannel', 'MSTEAMS', 'msteams ', '', undefined, null, 5, ['msteams']]) {
      await refusedWith(400, await bearer(), String(channelId), anActivity({ channelId }));
    }

    await keys.addKey('web-key', ['webchat']);
    await keys.addKey('no-channel-key', []);
    for (const kid of ['web-key', 'no-channel-key']) await refusedWith(401, await bearer({ header: { kid } }), kid);
  });

  it('bad-115 refuses a token of 8 KB, two headers, and Bearer twice', async () => {
    const token = await channelToken(keys);
    await refusedWith(401, `Bearer ${'a'.repeat(8192)}.b.c`, '8 KB');
    await refusedWith(401, await bearer({ claims: { padding: 'x'.repeat(6000) } }), '8 KB, well signed');
    await refusedWith(401, `Bearer Bearer ${token}`, 'Bearer twice');
    await refusedWith(401, `Bearer ${token}, Bearer ${token}`, 'a list');
    const two = await door.post(anActivity(), { headers: { authorization: [`Bearer ${token}`, `Bearer ${token}`] } });
    assertRefused(door, two, 401, 'two headers');
    const mixed = await door.post(anActivity(), {
      authorization: null,
      headers: { Authorization: [`Bearer ${token}`, 'Basic x'] },
    });
    assertRefused(door, mixed, 401, 'two different headers');
  });

  it('keeps every door but the token’s shut in the playground’s anonymous mode', async () => {
    await door.close();
    await open({ auth: { anonymous: true, allowLoopbackServiceUrls: true } });
    const local = { serviceUrl: 'http://localhost:56150/_connector' };

    assertReceived(door, await door.post(anActivity(local), { authorization: null }), 'no token');
    const nowhere = anActivity({ ...local, conversation: { id: 'a' }, channelData: {} });
    assertReceived(door, await door.post(nowhere, { authorization: null }), 'no tenant');
    await refusedWith(
      403,
      null,
      'foreign tenant',
      anActivity({ ...local, channelData: { tenant: { id: strangersTenant } } }),
    );
    await refusedWith(400, null, 'evil address', anActivity({ serviceUrl: 'https://evil.example/' }));
    await refusedWith(401, null, 'webchat', anActivity({ ...local, channelId: 'webchat' }));
    assert.deepEqual(keys.fetches, { metadata: 0, keys: 0 });
  });
});
