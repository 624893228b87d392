/**
 * The cloud layer behind the journey's port: loaded when it is first needed, given the settings of now, and pointed at
 * the sandbox when that is the target. No key passes through here: the cloud layer finds it by itself.
 */
import * as vscode from 'vscode';
import type { Plan } from '../../../../server/src/core/plan/plan.ts';
import type { AdviceContext, Provisioning, ProvisionOptions, Reason } from '../../cloud/index.ts';
import { endpoint, locale, profile } from '../../infrastructure/configuration/settings.ts';
import { languageOf } from '../../infrastructure/localisation/l10n.ts';
import type { LocalSandbox } from '../../infrastructure/sandbox/local-sandbox.ts';
import type { Cloud } from './ports.ts';
import type { Target } from './result.ts';
import { sandboxEnvironment } from './sandbox-environment.ts';

const load = () => import('../../cloud/index.ts');

/** Makes provisionings and finds words for what the cloud layer reports. */
export class CloudGateway implements Cloud {
  readonly #sandbox: LocalSandbox;
  /** Value of the profile setting for which the person has allowed external programs; undefined: none. */
  #externalAllowedFor: string | null | undefined;

  constructor(sandbox: LocalSandbox) {
    this.#sandbox = sandbox;
  }

  /** For this session and the present profile setting, allows profiles that run a program to get their key. */
  allowExternal(): void {
    this.#externalAllowedFor = profile();
  }

  async provisioning(plan: Plan, target: Target, file: string | null): Promise<Provisioning> {
    const { provisionEns } = await load();
    const options = target === 'sandbox' ? await this.#sandboxOptions() : this.#cloudOptions();
    return provisionEns(plan, { ...options, ...(file === null ? {} : { file }) });
  }

  async describe(reason: Reason): Promise<string> {
    const { describeReason } = await load();
    return describeReason(reason, languageOf(locale()));
  }

  async advise(code: string, context: AdviceContext): Promise<string | null> {
    const { adviceForCode } = await load();
    return adviceForCode(code, languageOf(locale()), context);
  }

  async #sandboxOptions(): Promise<ProvisionOptions> {
    const sandbox = await this.#sandbox.start();
    return { endpoint: sandbox.url, env: sandboxEnvironment(process.env, sandbox) };
  }

  #cloudOptions(): ProvisionOptions {
    const wanted = { endpoint: endpoint(), profile: profile(), proxy: proxy() };
    return {
      ...(wanted.endpoint === null ? {} : { endpoint: wanted.endpoint }),
      ...(wanted.profile === null ? {} : { profile: wanted.profile }),
      ...(wanted.proxy === null ? {} : { proxy: wanted.proxy }),
      allowExternal: this.#externalAllowedFor !== undefined && this.#externalAllowedFor === wanted.profile,
    };
  }
}

/** VS Code's own proxy setting, which a workspace cannot change; null leaves the choice to the environment. */
function proxy(): string | null {
  const value: unknown = vscode.workspace.getConfiguration('http').get('proxy');
  return typeof value === 'string' && value !== '' ? value : null;
}
