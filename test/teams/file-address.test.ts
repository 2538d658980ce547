import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { AddressInside, allowedFileAddress, publicLookup } from '../../src/teams/file-address.ts';

const rule = { fileHosts: ['.sharepoint.com', 'filer.kommunen.se'], allowLoopbackFileHosts: false };
const local = { ...rule, allowLoopbackFileHosts: true };

describe('The address of a person’s file', () => {
  const good = [
    'https://kommunen.sharepoint.com/sites/e/_layouts/15/download.aspx?UniqueId=1&tempauth=v1.ey%3D',
    'https://kommunen-my.sharepoint.com/personal/eva/Documents/plan.xlsx',
    'https://KOMMUNEN.SharePoint.com/plan.xlsx',
    'https://filer.kommunen.se/plan.xlsx',
  ];
  for (const address of good) {
    it(`may be ${address}`, () => assert.equal(allowedFileAddress(rule, address)?.protocol, 'https:'));
  }

  const bad: Readonly<Record<string, string>> = {
    'plain http': 'http://kommunen.sharepoint.com/plan.xlsx',
    'the metadata of the platform': 'http://169.254.169.254/metadata/identity/oauth2/token',
    'this machine': 'https://localhost/plan.xlsx',
    'this machine by its number': 'https://127.0.0.1/plan.xlsx',
    'a number that is nobody’s name': 'https://2130706433/plan.xlsx',
    'this machine in IPv6': 'https://[::1]/plan.xlsx',
    'a host that begins like ours': 'https://a.sharepoint.com.evil.se/plan.xlsx',
    'a host that ends like ours without the dot': 'https://evilsharepoint.com/plan.xlsx',
    'the domain itself': 'https://sharepoint.com/plan.xlsx',
    'a host below one that is compared whole': 'https://a.filer.kommunen.se/plan.xlsx',
    'a user before the host': 'https://kommunen.sharepoint.com@evil.se/plan.xlsx',
    'a user of our host': 'https://eva:hemlig@kommunen.sharepoint.com/plan.xlsx',
    'a port': 'https://kommunen.sharepoint.com:8443/plan.xlsx',
    'a backslash': 'https://evil.se\\.sharepoint.com/plan.xlsx',
    'a dot at the end': 'https://kommunen.sharepoint.com./plan.xlsx',
    'Cyrillic letters': 'https://kommunen.sharероint.com/plan.xlsx',
    'wide letters that become ours': 'https://kommunen.ｓharepoint.com/plan.xlsx',
    'an encoded name': 'https://xn--kommunn-n1a.sharepoint.com/plan.xlsx',
    'a line break': 'https://kommunen.sharepoint.com/plan\n.xlsx',
    'another scheme': 'file:///etc/passwd',
    'no address': 'plan.xlsx',
    'one of 10 KB': `https://kommunen.sharepoint.com/${'a'.repeat(10_240)}`,
    'a local Teams': 'http://127.0.0.1:4000/plan.xlsx',
  };
  for (const [what, address] of Object.entries(bad)) {
    it(`FI-01 bad-150 is never ${what}`, () => assert.equal(allowedFileAddress(rule, address), undefined));
  }

  it('may be on this machine, and nowhere else over plain http, for a local Teams', () => {
    assert.equal(allowedFileAddress(local, 'http://127.0.0.1:4000/plan.xlsx')?.port, '4000');
    assert.equal(allowedFileAddress(local, 'http://127.0.0.2:4000/plan.xlsx'), undefined);
    assert.equal(allowedFileAddress(local, 'http://169.254.169.254:80/'), undefined);
    assert.equal(allowedFileAddress(local, 'http://127.0.0.1:4000@evil.se/plan.xlsx'), undefined);
  });
});

describe('A host that files may be at', () => {
  it('is connected to where its name leads', async () => {
    assert.deepEqual(await lookedUp([{ address: '13.107.136.10', family: 4 }]), ['13.107.136.10', 4]);
    assert.deepEqual(await lookedUp([{ address: '2620:1ec:8f8::10', family: 6 }]), ['2620:1ec:8f8::10', 6]);
  });

  const insides = [
    ...['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '168.63.129.16'],
    ...['0.0.0.0', '100.64.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1'],
  ];
  for (const address of insides) {
    it(`FI-01 is not connected to when its name leads to ${address}`, async () => {
      const family = address.includes(':') ? 6 : 4;

      await assert.rejects(lookedUp([{ address, family }]), AddressInside);
      await assert.rejects(
        lookedUp([
          { address: '13.107.136.10', family: 4 },
          { address, family },
        ]),
        AddressInside,
      );
    });
  }

  it('is not connected to when its name leads nowhere', async () => {
    await assert.rejects(lookedUp([]), AddressInside);
  });
});

/** What a connection gets of a name that leads to these. */
function lookedUp(addresses: readonly LookupAddress[]): Promise<readonly [string, number | undefined]> {
  const lookup = publicLookup((_host, done) => done(null, addresses));
  return new Promise((resolve, reject) => {
    lookup('kommunen.sharepoint.com', {}, (error, address, family) => {
      if (error) reject(error);
      else resolve([String(address), family]);
    });
  });
}
