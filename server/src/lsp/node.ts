/** The language server over stdio or Node IPC: picks the transport, nothing else. */
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

const connection = createConnection(ProposedFeatures.all);

// The rule pages lie beside the bundle.
startServer(connection, {
  rulePages: new URL('rules/', pathToFileURL(`${__dirname}/`)).href,
  today: () => new Date().toISOString().slice(0, 10),
});
