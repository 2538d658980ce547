using 'main.bicep'

param name = 'styrmodell'
param location = 'swedencentral'
param botLocation = 'westeurope'
param botDisplayName = 'Styrmodellen'
param planSku = 'B1'
param storageSku = 'Standard_ZRS'
param logRetentionDays = 90
param teamsCatalogAppId = ''

param firstContact = 'link'
param municipality = '' // on the first page of every report
param tags = {
  system: 'Styrmodellen'
}
