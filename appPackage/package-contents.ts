import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { AppManifestUtils, ManifestUtil, type TeamsManifest } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';

/** What a municipality fills in before its package can be uploaded. The names are the placeholders of manifest.json. */
export interface PackageValues {
  /** The app's own id in Teams (GUID). The same for every release, or Teams takes the next one for another app. */
  readonly TEAMS_APP_ID: string;
  /** Client id (GUID) of the managed identity that the bot is registered with: `botId` in the outputs of infra/main.bicep. */
  readonly BOT_ID: string;
  /** Who stands for the app, at most 32 characters: the municipality. */
  readonly DEVELOPER_NAME: string;
  /** https pages that Teams shows beside the app. */
  readonly DEVELOPER_WEBSITE_URL: string;
  readonly DEVELOPER_PRIVACY_URL: string;
  readonly DEVELOPER_TERMS_URL: string;
}

/**
 * Values to try the packaging with. The bot id and the addresses are examples (`.example` is reserved and leads
 * nowhere); the app id is a real one, chosen at random, and may be kept.
 */
export const exampleValues: PackageValues = {
  TEAMS_APP_ID: '6f0b5f4e-3f0c-4a5d-9d0e-8a1c7c1b52d7',
  BOT_ID: '00000000-0000-4000-8000-000000000000',
  DEVELOPER_NAME: 'Exempelkommunen',
  DEVELOPER_WEBSITE_URL: 'https://www.exempelkommunen.example/styrmodellen',
  DEVELOPER_PRIVACY_URL: 'https://www.exempelkommunen.example/styrmodellen/personuppgifter',
  DEVELOPER_TERMS_URL: 'https://www.exempelkommunen.example/styrmodellen/villkor',
};

/** manifest.json and en.json as they go into the package. */
export interface PackageTexts {
  readonly manifest: TeamsManifest;
  readonly english: Readonly<Record<string, string>>;
}

/** Fills every `${{NAME}}` in the manifest. A name that nobody knows is an error in the manifest. */
export function fillTexts(values: PackageValues): PackageTexts {
  const known = new Map<string, string>(Object.entries(values));
  const manifest: TeamsManifest = JSON.parse(readText('manifest.json'), (_key, part: unknown) =>
    typeof part === 'string' ? part.replace(/\$\{\{(\w+)\}\}/g, (_all, name: string) => knownValue(known, name)) : part,
  );
  return { manifest, english: JSON.parse(readText('en.json')) };
}

function knownValue(known: ReadonlyMap<string, string>, name: string): string {
  const value = known.get(name);
  if (value === undefined) throw new Error(`manifest.json asks for \${{${name}}}, which nobody fills in`);
  return value;
}

/** Everything that is wrong with the texts, by Microsoft's own schemas (kept in the npm package, no network) and our rules. */
export async function findFaults({ manifest, english }: PackageTexts): Promise<string[]> {
  return [
    ...(await AppManifestUtils.validateAgainstSchema(manifest)).map((fault) => `manifest.json: ${fault.trim()}`),
    ...(await findLocalisationFaults(english, manifest.manifestVersion)).map((fault) => `en.json: ${fault.trim()}`),
    ...(manifest.validDomains ?? []).filter(isUnsafeDomain).map((domain) => `manifest.json: validDomains "${domain}"`),
  ];
}

async function findLocalisationFaults(english: PackageTexts['english'], version: string): Promise<string[]> {
  const home = pathToFileURL(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
  const file = new URL(`json-schemas/teams/v${version}/MicrosoftTeams.Localization.schema.json`, home);
  // Two of Microsoft's patterns leave a bracket unescaped, which ajv's unicode mode refuses to compile.
  const schema = readFileSync(file, 'utf8').replaceAll('\\\\b]', '\\\\b\\\\]');
  return ManifestUtil.validateManifestAgainstSchema(english as unknown as TeamsManifest, JSON.parse(schema));
}

const tunnels =
  /(^|\.)(ngrok(-free)?\.(io|app|dev)|devtunnels\.ms|trycloudflare\.com|loca\.lt|localhost\.run|serveo\.net)$/i;
const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/**
 * A domain that other people can get pages under would let their pages act as ours inside Teams: no wildcards, no
 * developer tunnels, no ports, no bare IP addresses or local names.
 */
export function isUnsafeDomain(domain: string): boolean {
  return !hostName.test(domain) || tunnels.test(domain);
}

/** The package as Teams wants it: four files at the top, with a fixed time, so that the same input gives the same bytes. */
export function zipPackage({ manifest, english }: PackageTexts): Uint8Array {
  return zipSync(
    {
      'manifest.json': strToU8(asText(manifest)),
      'en.json': strToU8(asText(english)),
      'color.png': [readBytes('color.png'), { level: 0 }], // a PNG is packed already
      'outline.png': [readBytes('outline.png'), { level: 0 }],
    },
    // A zip holds local time without a zone: given as local parts, the bytes are the same in every time zone.
    { mtime: new Date(2020, 0, 1) },
  );
}

function asText(json: unknown): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function readText(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function readBytes(file: string): Uint8Array {
  return readFileSync(new URL(file, import.meta.url));
}
