import type { TokenCredential } from '@azure/identity';

/** A token for Microsoft Graph; may be one that is kept. */
export type GetToken = () => Promise<string>;

/** Who asks: the bot's own identity, which the uploaded app package names in `webApplicationInfo`. */
export interface GraphIdentity {
  readonly appId: string;
  readonly appType: 'UserAssignedMSI' | 'SingleTenant';
  readonly tenantId: string;
  readonly password?: string;
}

/** What a local Graph gets instead of a token from Entra, which is not asked over plain http. */
const LOCAL_TOKEN = 'local-graph';

export const localGraphToken: GetToken = async () => LOCAL_TOKEN;

/**
 * Tokens for the bot's identity, kept and renewed by Azure's library. It takes longer to load than everything else: it is loaded
 * the first time that somebody is to get the app.
 */
export function graphTokens(graphUrl: string, identity: GraphIdentity): GetToken {
  let credential: Promise<TokenCredential> | undefined;
  return async () => {
    credential ??= credentialOf(identity);
    const token = await (await credential).getToken(`${graphUrl}/.default`);
    if (!token) throw new Error('Entra gave no token for Microsoft Graph');
    return token.token;
  };
}

async function credentialOf({ appId, appType, tenantId, password = '' }: GraphIdentity): Promise<TokenCredential> {
  const { ClientSecretCredential, ManagedIdentityCredential } = await import('@azure/identity');
  return appType === 'UserAssignedMSI'
    ? new ManagedIdentityCredential({ clientId: appId })
    : new ClientSecretCredential(tenantId, appId, password);
}
