// What the tests in TypeScript use of the scripts; index.d.mts declares it. No code of its own.

export { startSandbox } from '../lib/sandbox.mjs';
export { removeFolder, temporaryFolder } from '../lib/temporary-folder.mjs';
export { evidenceFolder } from './extension-tests.mjs';
export { createProfile } from './profile.mjs';
export { startServer } from './server.mjs';
export { openWindow } from './window.mjs';
export { workbenchUrl } from './workbench-url.mjs';
