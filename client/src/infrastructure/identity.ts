/**
 * The names under which the manifest and the code know each other. Values only, no `vscode` import, so that tests can
 * compare them with package.json.
 */
import { createCommand } from '../../../server/src/lsp/protocol.ts';

/** `publisher.name` of the manifest. */
export const extensionId = 'alisg.alicloud-security-group';

/** Shown as the name of the output channel and of the language server. */
export const productName = 'Security Groups for Alibaba Cloud';

/** Prefix of every setting; also the id of the language client, which reads `trace.server` below it. */
export const settingPrefix = 'alicloudSg';

/** Language ids that the manifest contributes. */
export const languageIds = { yaml: 'alicloud-sg-yaml', json: 'alicloud-sg-json' } as const;

/** Every command that the manifest contributes, by what it does. */
export const commandIds = {
  createSecurityGroup: createCommand,
  newDefinition: 'alicloudSg.newDefinition',
  treatAsDefinition: 'alicloudSg.treatAsDefinition',
  startSandbox: 'alicloudSg.startSandbox',
  stopSandbox: 'alicloudSg.stopSandbox',
  manageSandbox: 'alicloudSg.manageSandbox',
  restartServer: 'alicloudSg.restartServer',
  showOutput: 'alicloudSg.showOutput',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

/** Context keys for `when` clauses. */
export const contextKeys = { sandboxRunning: 'alicloudSg.sandboxRunning' } as const;
