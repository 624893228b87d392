#!/usr/bin/env node
/** `alisg`: connects the program to the process, nothing else. */
import { pathToFileURL } from 'node:url';
import { exitCode } from './exit-code.ts';
import { oneLine, run } from './run.ts';
import { terminalOf } from './terminal/terminal.ts';

// A mistake of ours that surfaces outside everything; even then nobody is shown a stack.
process.on('uncaughtException', (error) => {
  process.stderr.write(`alisg: ${oneLine(error)}\n`);
  process.exit(exitCode.usage);
});

// The rule pages lie beside the bundle.
const rulePages = new URL('rules/', pathToFileURL(`${__dirname}/`)).href;

run(process.argv.slice(2), terminalOf(process), process.env, rulePages).then((code) => {
  process.exitCode = code;
});
