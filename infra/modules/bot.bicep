// The registration that lets Teams find the service. The bot's identity is the managed identity: nothing expires.

param name string

@description('westeurope: local residency in the EU. A bot cannot be moved afterwards, only made anew.')
param location string

param displayName string
param appHost string
param identityId string
param identityClientId string
param tags object

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: location
  tags: tags
  kind: 'azurebot'
  sku: {
    name: 'F0' // messages over Teams cost nothing in any tier
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${appHost}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identityClientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenant().tenantId
    schemaTransformationVersion: '1.3'
    isStreamingSupported: false
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: location
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: false
    }
  }
}

output name string = bot.name
