// One municipality's installation: the service, its storage, its identity and its registration as a bot in Teams.
// There is no secret anywhere: the service proves who it is with a managed identity, to Teams and to the storage alike.
// Deploying needs Owner (or Contributor and User Access Administrator) on the resource group, for role and lock.
//
//   az deployment group create --resource-group <group> --parameters infra/main.bicepparam

targetScope = 'resourceGroup'

@description('Short name that every resource name begins with: lower case letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'styrmodell'

@description('Region of the service, its storage and its logs.')
param location string = resourceGroup().location

@description('Region of the bot registration. westeurope keeps what passes through it inside the EU; global does not promise that.')
@allowed(['westeurope', 'global'])
param botLocation string = 'westeurope'

@description('Name that people see in Teams.')
@maxLength(42)
param botDisplayName string = 'Styrmodellen'

@description('Size of the App Service plan. B1 is enough for one municipality; P0v3 adds deployment slots and zones.')
param planSku string = 'B1'

@description('How the storage is copied. ZRS: three availability zones in the region. GZRS: and a second region.')
@allowed(['Standard_ZRS', 'Standard_GZRS', 'Standard_LRS'])
param storageSku string = 'Standard_ZRS'

@description('How long the logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('The app\'s id in the municipality\'s own Teams app catalogue, known when the package has been uploaded there.')
param teamsCatalogAppId string = ''

@description('How people get the app: from a link, or by the bot through Microsoft Graph, which takes consent first (docs/it-guide.md).')
@allowed(['link', 'graph'])
param firstContact string = 'link'

@description('The municipality\'s name as its reports have it on their first page: Nynäshamns kommun.')
@maxLength(80)
param municipality string = ''

@description('Tags on everything, for the municipality\'s own cost follow-up.')
param tags object = {}

// Storage and site names are shared by the whole world: the suffix is fixed for one resource group.
var suffix = uniqueString(resourceGroup().id)
var appName = '${name}-${suffix}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-id'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: '${name}-log'
    location: location
    retentionDays: logRetentionDays
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: '${name}${suffix}'
    location: location
    sku: storageSku
    servicePrincipalId: identity.properties.principalId
    tags: tags
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: appName
    location: location
    planSku: planSku
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tablesUrl: storage.outputs.tablesUrl
    queuesUrl: storage.outputs.queuesUrl
    workspaceId: monitoring.outputs.workspaceId
    teamsCatalogAppId: teamsCatalogAppId
    municipality: municipality
    firstContact: firstContact
    tags: tags
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-bot-${suffix}'
    location: botLocation
    displayName: botDisplayName
    appHost: app.outputs.host
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tags: tags
  }
}

@description('The web app to deploy the code to.')
output appName string = app.outputs.name

@description('Where the service answers.')
output appHost string = app.outputs.host

@description('BOT_ID of the app package.')
output botId string = identity.properties.clientId

@description('STORAGE_TABLES_URL for the command line.')
output tablesUrl string = storage.outputs.tablesUrl
