/**
 * Where this window creates: at the configured endpoint, or in its sandbox. Starting the sandbox means it; the
 * confirmation shows the target and offers the other one. No `vscode` import.
 */
import type { Targets } from './ports.ts';
import type { Target } from './result.ts';

/** The choice for this window, in memory only. */
export class SessionTargets implements Targets {
  #chosen: Target = 'cloud';
  readonly #sandboxRuns: () => boolean;

  /** `sandboxRuns` says whether there is a sandbox to choose. */
  constructor(sandboxRuns: () => boolean) {
    this.#sandboxRuns = sandboxRuns;
  }

  current(): Target {
    return this.#sandboxRuns() ? this.#chosen : 'cloud';
  }

  canSwitch(): boolean {
    return this.#sandboxRuns();
  }

  choose(target: Target): void {
    this.#chosen = target;
  }
}
