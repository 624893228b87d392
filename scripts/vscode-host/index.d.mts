/** Types of what index.mjs exports. The comments stand with the code. */
import type { Page } from 'playwright-core';

export interface Profile {
  readonly folder: string;
  readonly userData: string;
  readonly extensions: string;
  readonly locale: string;
}

export interface Server {
  readonly url: string;
  readonly authority: string;
  readonly profile: Profile;
  readonly logFile: string;
  stop(): Promise<void>;
}

export interface Sandbox {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface Window {
  readonly page: Page;
  readonly consoleLines: string[];
  close(): Promise<void>;
}

/** Absolute path of the folder for pictures and logs. */
export declare const evidenceFolder: string;

export declare function temporaryFolder(name: string): string;

export declare function removeFolder(folder: string): void;

export declare function startSandbox(args?: readonly string[]): Promise<Sandbox>;

export declare function createProfile(options?: {
  settings?: Readonly<Record<string, unknown>>;
  extensions?: string;
  locale?: string;
}): Profile;

export declare function startServer(options?: {
  profile?: Profile;
  env?: Readonly<Record<string, string>>;
  development?: boolean;
  port?: number;
}): Promise<Server>;

export declare function openWindow(options: {
  profile: Profile;
  scale?: number;
  locale?: string;
}): Promise<Window>;

export declare function workbenchUrl(
  server: Server,
  options?: { folder?: string; openFile?: string; extension?: string; tests?: string },
): string;
