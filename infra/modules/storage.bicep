// The only place where answers live. No keys: whoever reads or writes does so by role, and can be taken out again.

param name string
param location string
param sku string

@description('Object id of the service\'s managed identity.')
param servicePrincipalId string

param tags object

@description('Built-in role Storage Table Data Contributor: read, write and create tables, nothing else.')
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

@description('Built-in role Storage Queue Data Contributor: the same for queues and their messages.')
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take(name, 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
  }
}

// Tables have no recycle bin: an account removed by mistake is gone. The lock makes removal take two steps.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-the-answers'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the municipality\'s reported figures and their history.'
  }
}

resource serviceMayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, servicePrincipalId, tableDataContributor)
  scope: account
  properties: {
    principalId: servicePrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

resource serviceMayUseQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, servicePrincipalId, queueDataContributor)
  scope: account
  properties: {
    principalId: servicePrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueDataContributor)
  }
}

output tablesUrl string = account.properties.primaryEndpoints.table
output queuesUrl string = account.properties.primaryEndpoints.queue
