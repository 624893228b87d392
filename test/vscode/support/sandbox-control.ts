/** What tests in another process than the sandbox see and change of it: its groups, its calls, its faults. */
import type { Fault, RequestRecord, SandboxGroup } from '../../../sandbox/src/index.ts';

export class SandboxControl {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Every group, the oldest first. */
  async groups(): Promise<readonly SandboxGroup[]> {
    return ((await this.#ask('groups')) as { groups: readonly SandboxGroup[] }).groups;
  }

  /** The groups with a name, the oldest first. */
  async groupsNamed(name: string): Promise<readonly SandboxGroup[]> {
    return (await this.groups()).filter((group) => group.SecurityGroupName === name);
  }

  /** The calls of an action, the oldest first. */
  async calls(action: string): Promise<readonly RequestRecord[]> {
    const { requests } = (await this.#ask('requests')) as { requests: readonly RequestRecord[] };
    return requests.filter((request) => request.action === action);
  }

  /** Replaces the schedule of faults; without any, the sandbox behaves. */
  async setFaults(...faults: Fault[]): Promise<void> {
    await this.#ask('faults', { method: 'POST', body: JSON.stringify(faults) });
  }

  async #ask(what: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(`${this.url}/_sandbox/${what}`, init);
    if (!response.ok) throw new Error(`/_sandbox/${what}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
