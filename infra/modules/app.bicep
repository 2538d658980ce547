// The service: one Linux web app that answers Teams, sends the prompts and keeps the summary up to date.

param name string
param location string
param planSku string
param identityId string

@description('Client id of the managed identity; in Teams it is also the id of the bot.')
param identityClientId string

param tablesUrl string
param queuesUrl string
param workspaceId string
param teamsCatalogAppId string
param firstContact string
param municipality string
param tags object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
  }
  properties: {
    reserved: true // what App Service calls Linux
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false // any instance can take any request
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node dist/src/main.js'
      alwaysOn: true // prompts are sent on time also when nobody writes to the bot
      healthCheckPath: '/healthz'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      // Exactly what src/config.ts reads. PORT comes from App Service itself.
      appSettings: [
        { name: 'NODE_ENV', value: 'production' }
        { name: 'HOST', value: '0.0.0.0' }
        { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
        { name: 'MicrosoftAppId', value: identityClientId }
        { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
        { name: 'AZURE_CLIENT_ID', value: identityClientId } // which identity @azure/identity asks for
        { name: 'STORAGE_TABLES_URL', value: tablesUrl }
        { name: 'STORAGE_QUEUES_URL', value: queuesUrl }
        { name: 'SERVICE_URL_HOSTS', value: 'smba.trafficmanager.net' }
        { name: 'PUBLIC_URL', value: 'https://${name}.azurewebsites.net' } // the cards' pictures are fetched there
        { name: 'TEAMS_CATALOG_APP_ID', value: teamsCatalogAppId }
        { name: 'FIRST_CONTACT', value: firstContact }
        { name: 'MUNICIPALITY', value: municipality } // on the first page of every report
        { name: 'TICK_SECONDS', value: '60' }
        { name: 'CLAIM_SECONDS', value: '60' }
        { name: 'RATE_LIMIT_PER_MINUTE', value: '300' }
        { name: 'LOG_LEVEL', value: 'info' }
      ]
    }
  }
}

// Publishing by user name and password is off: code is deployed with an Entra account that has a role.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeployPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true } // what the service writes
      { category: 'AppServiceHTTPLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true } // starts, stops, failed health checks
    ]
    metrics: [
      { category: 'AllMetrics', enabled: true }
    ]
  }
}

output name string = site.name
output host string = site.properties.defaultHostName
