// Veilederen in Azure: two replicas as a container app, PostgreSQL on a private network, secrets in a key vault, the bot
// registration with the Teams channel. What it needs before and after is in deploy/README.md.

@description('Short name that every resource begins with: a small letter first, then small letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'veilederen'
@description('Where everything stands. Personal data: keep it in Norway or the EU.')
param location string = 'norwayeast'
@description('The image, e.g. <registry>.azurecr.io/veilederen:2026-11-25.')
param image string
@description('Name of an existing container registry in this resource group.')
param registryName string
@description('Application (client) id of the single-tenant app registration.')
param appId string
@description('The Entra tenant whose staff use the bot and where the app is registered; another one than the subscription stands in only where somebody else runs Azure for the municipality.')
param teamsTenant string = subscription().tenantId
@description('Where Azure Bot Service keeps what it handles: westeurope is the European one. It cannot be changed afterwards; a bot that is registered as global stays so (global), or is deleted first.')
@allowed(['westeurope', 'global'])
param botLocation string = 'westeurope'
@description('Municipalities in the order they are offered, with commas.')
param municipalities string = 'melhus,stjordal,frosta,meraker,selbu,tydal'
@description('Entra object ids of administrators, with commas; name at least one person.')
param admins string
@description('Entra object ids or group:<id> of editors, with commas.')
param editors string = ''
@description('Entra object ids or group:<id> of leaders, with commas.')
param leaders string = ''
@description('Drive id of the SharePoint library for knowledge files; empty = off.')
param sharepointDrive string = ''
@description('The folder in the library that holds the knowledge files.')
param sharepointFolder string = ''
@description('Minutes between two looks in the SharePoint library.')
param sharepointMinutes int = 5
@description('The app has the permissions of its manifest in the teams: the bot may look in a channel before it sends again, and owners of a channel may connect it.')
param graph bool = false
@description('Try every link in the knowledge once a night.')
param linkCheck bool = true
@description('Send editors an overview once a month.')
param digest bool = true
@description('After how many days without a word from somebody their profile and concerns are deleted.')
@minValue(366)
@maxValue(3650)
param unusedDays int = 730
@description('Name of the database. Another name gives an empty one, for a copy to be put back into.')
param databaseName string = 'veilederen'
@description('Only on the way back from a tag with newer tables: the version of the database the earlier tag may go on with.')
param newerDatabase string = ''
@description('E-mail of whoever is on call: told when the log has an error, when warnings go on or will not mend themselves, and when no bot has worked for two hours. Empty: nobody is.')
param alertEmail string = ''
@description('Replicas that run at the same time.')
@minValue(1)
@maxValue(10)
param replicas int = 2

@description('Client secret of the app registration.')
@secure()
param clientSecret string
@description('id:key with 32 bytes in base64 (openssl rand -base64 32). Keep a copy outside Azure: without it cases cannot be read.')
@secure()
param encryptionKey string
@description('Password of the database, of the kinds of signs that Azure asks for.')
@minLength(8)
@maxLength(128)
@secure()
param databasePassword string

var tenant = subscription().tenantId
var databaseUser = 'veilederen'
var unique = uniqueString(resourceGroup().id)
var databaseUrl = 'postgresql://${databaseUser}:${uriComponent(databasePassword)}@${database.properties.fullyQualifiedDomainName}/${databaseName}?ssl=require'
var secretNames = ['client-secret', 'encryption-key', 'database-url']
var registries = [
  { server: registry.properties.loginServer, identity: identity.id }
]
// What is published is unpacked in /data; all else is in the database, so it may be lost with the replica.
// Copies are made in /copies, which stays: see deploy/README.md.
var volumes = [
  { name: 'data', storageType: 'EmptyDir' }
  {
    name: 'copies'
    storageType: 'AzureFile'
    storageName: copiesInEnvironment.name
    mountOptions: 'uid=10001,gid=10001,dir_mode=0700,file_mode=0600'
  }
]
var volumeMounts = [
  { volumeName: 'data', mountPath: '/data' }
  { volumeName: 'copies', mountPath: '/copies' }
]
var watched = [
  {
    name: 'error'
    says: 'Veilederen: an error stands in the log'
    finds: 'tostring(parse_json(Log_s).level) == "error"'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
  }
  {
    name: 'goes-on'
    says: 'Veilederen: it cannot reach its database, Entra or Microsoft, or cannot deliver'
    finds: 'tostring(parse_json(Log_s).event) in ("not_ready", "delivery.lease_failed", "token_not_given", "signing_keys_not_fetched")'
    operator: 'GreaterThan'
    threshold: 9
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
  }
  {
    name: 'silent'
    says: 'Veilederen: no bot has worked for two hours'
    finds: 'tostring(parse_json(Log_s).event) == "retention.done"'
    operator: 'LessThan'
    threshold: 1
    severity: 1
    every: 'PT30M'
    window: 'PT2H'
  }
  {
    name: 'today'
    says: 'Veilederen: something in the log will not mend itself'
    finds: 'tostring(parse_json(Log_s).event) in ("case_keys_not_wrapped", "knowledge_not_taken", "knowledge_problem", "setting_unknown")'
    operator: 'GreaterThan'
    threshold: 0
    severity: 3
    every: 'P1D'
    window: 'P1D'
  }
  {
    name: 'comes-again'
    says: 'Veilederen: its hourly rounds do not get done, or find the same again'
    finds: 'tostring(parse_json(Log_s).event) in ("reconcile.found", "retention.failed", "rounds.failed")'
    operator: 'GreaterThan'
    threshold: 2
    severity: 3
    every: 'P1D'
    window: 'P1D'
  }
]
var settings = [
  { name: 'VEILEDEREN_APP_ID', value: appId }
  { name: 'VEILEDEREN_TENANTS', value: teamsTenant }
  { name: 'VEILEDEREN_MUNICIPALITIES', value: municipalities }
  { name: 'VEILEDEREN_ADMINS', value: admins }
  { name: 'VEILEDEREN_EDITORS', value: editors }
  { name: 'VEILEDEREN_LEADERS', value: leaders }
  { name: 'VEILEDEREN_SHAREPOINT_DRIVE', value: sharepointDrive }
  { name: 'VEILEDEREN_SHAREPOINT_FOLDER', value: sharepointFolder }
  { name: 'VEILEDEREN_SHAREPOINT_MINUTES', value: string(sharepointMinutes) }
  { name: 'VEILEDEREN_GRAPH', value: graph ? 'true' : 'false' }
  { name: 'VEILEDEREN_LINK_CHECK', value: linkCheck ? 'true' : 'false' }
  { name: 'VEILEDEREN_DIGEST', value: digest ? 'true' : 'false' }
  { name: 'VEILEDEREN_UNUSED_DAYS', value: string(unusedDays) }
  { name: 'VEILEDEREN_NEWER_DATABASE', value: newerDatabase }
  { name: 'VEILEDEREN_CLIENT_SECRET', secretRef: 'client-secret' }
  { name: 'VEILEDEREN_ENCRYPTION_KEY', secretRef: 'encryption-key' }
  { name: 'VEILEDEREN_DATABASE_URL', secretRef: 'database-url' }
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
  }
}

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.40.0.0/23'
          delegations: [
            { name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.40.2.0/28'
          delegations: [
            { name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }
          ]
        }
      }
    ]
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'
}

resource zoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: zone
  name: '${name}-link'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-db-${unique}'
  location: location
  sku: { name: 'Standard_B2s', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: {
      delegatedSubnetResourceId: '${network.id}/subnets/database'
      privateDnsZoneArmResourceId: zone.id
    }
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' }
  }
  dependsOn: [zoneLink]
}

resource tables 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: database
  name: databaseName
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${unique}', 24)
  location: location
  properties: {
    tenantId: tenant
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource keptClientSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'client-secret'
  properties: { value: clientSecret }
}

resource keptEncryptionKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'encryption-key'
  properties: { value: encryptionKey }
}

resource keptDatabaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database-url'
  properties: { value: databaseUrl }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, 'secrets')
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    // Key Vault Secrets User
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, 'pull')
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    // AcrPull
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: { infrastructureSubnetId: '${network.id}/subnets/apps' }
    workloadProfiles: [
      { name: 'Consumption', workloadProfileType: 'Consumption' }
    ]
  }
}

// Copies of the database, sealed with the encryption key. What is deleted here is gone: it must not come back.
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${toLower(replace(name, '-', ''))}${unique}', 24)
  location: location
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
  }
}

resource files 'Microsoft.Storage/storageAccounts/fileServices@2023-05-01' = {
  parent: storage
  name: 'default'
  properties: { shareDeleteRetentionPolicy: { enabled: false } }
}

resource copies 'Microsoft.Storage/storageAccounts/fileServices/shares@2023-05-01' = {
  parent: files
  name: 'copies'
  properties: { shareQuota: 32, enabledProtocols: 'SMB' }
}

resource copiesInEnvironment 'Microsoft.App/managedEnvironments/storages@2024-03-01' = {
  parent: environment
  name: 'copies'
  properties: {
    azureFile: {
      accountName: storage.name
      accountKey: storage.listKeys().keys[0].value
      shareName: copies.name
      accessMode: 'ReadWrite'
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      registries: registries
      secrets: [
        for one in secretNames: {
          name: one
          keyVaultUrl: '${vault.properties.vaultUri}secrets/${one}'
          identity: identity.id
        }
      ]
    }
    template: {
      volumes: volumes
      terminationGracePeriodSeconds: 90
      scale: { minReplicas: replicas, maxReplicas: replicas }
      containers: [
        {
          name: 'bot'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          volumeMounts: volumeMounts
          env: settings
          probes: [
            // The reference page says at most 10 failures; the service itself says 1 to 30 (azure-container-apps#1100).
            { type: 'Startup', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 5, failureThreshold: 30 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 30, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 10, timeoutSeconds: 5 }
          ]
        }
      ]
    }
  }
  dependsOn: [keptClientSecret, keptEncryptionKey, keptDatabaseUrl, mayReadSecrets, mayPull, tables]
}

// Puts a copy back into an empty database, when it is started by hand and the bot does not run.
resource restore 'Microsoft.App/jobs@2024-03-01' = {
  name: '${name}-restore'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Manual'
      manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
      replicaTimeout: 3600
      replicaRetryLimit: 0
      registries: registries
      secrets: [
        for one in secretNames: {
          name: one
          keyVaultUrl: '${vault.properties.vaultUri}secrets/${one}'
          identity: identity.id
        }
      ]
    }
    template: {
      volumes: volumes
      containers: [
        {
          name: 'restore'
          image: image
          command: ['python', '-m', 'bot', 'restore', '/copies/restore.gz']
          resources: { cpu: json('1.0'), memory: '2Gi' }
          volumeMounts: volumeMounts
          env: settings
        }
      ]
    }
  }
  dependsOn: [keptClientSecret, keptEncryptionKey, keptDatabaseUrl, mayReadSecrets, mayPull, tables]
}

// Who is told when nobody in Teams can be. What each event means: deploy/events.md.
resource onCall 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: '${name}-on-call'
  location: 'global'
  properties: {
    groupShortName: 'veilederen'
    enabled: true
    emailReceivers: [
      { name: 'on-call', emailAddress: alertEmail, useCommonAlertSchema: true }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for one in empty(alertEmail) ? [] : watched: {
    name: '${name}-${one.name}'
    location: location
    properties: {
      displayName: one.says
      severity: one.severity
      enabled: true
      scopes: [logs.id]
      evaluationFrequency: one.every
      windowSize: one.window
      criteria: {
        allOf: [
          {
            query: 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${name}" | where ${one.finds}'
            timeAggregation: 'Count'
            operator: one.operator
            threshold: one.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      // The table of logs is made by the first line that is logged.
      skipQueryValidation: true
      autoMitigate: false
      actions: { actionGroups: [onCall.id] }
    }
  }
]

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${unique}'
  location: botLocation
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Veilederen'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppId: appId
    msaAppTenantId: teamsTenant
    msaAppType: 'SingleTenant'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: botLocation
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, acceptedTerms: true }
  }
}

output copiesAccount string = storage.name
output endpoint string = 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
