// `npm start`: a tour in the terminal. Sets up, checks the examples, starts a local sandbox instead of the cloud, creates
// a security group in it and reads it back. Touches nothing outside the project and leaves nothing running.
// Uses only `node:` modules until the dependencies are installed.
import { createRequire } from 'node:module';
import path from 'node:path';
import { runProcess } from './lib/processes.mjs';
import { inRoot, root } from './lib/root.mjs';
import { sandboxEnvironment, startSandbox } from './lib/sandbox.mjs';
import { setUp } from './lib/setup.mjs';
import { temporaryFolder } from './lib/temporary-folder.mjs';
import { bold, dim, failWith, green, heading, indented } from './lib/terminal.mjs';

const cli = inRoot('dist', 'cli.js');
const mistakes = path.join('examples', 'twelve-mistakes.sg.yaml');
const example = path.join('examples', 'web-tier.sg.yaml');

/** Runs `alisg` as a person would, showing the command and what it prints. */
async function alisg(args, env = process.env) {
  console.log(`  ${bold(`$ alisg ${args.join(' ')}`)}\n`);
  const result = await runProcess(process.execPath, [cli, ...args], { cwd: root, env, limitMs: 60_000 });
  indented(result.output);
  return result;
}

async function checkExamples() {
  heading('1. Checking definitions');
  const { code, output } = await alisg(['check', 'examples']);
  if (code !== 1 || !output.includes('SG1'))
    throw new Error(`alisg check should have found mistakes (status ${code})`);
  console.log(
    `\n  ${green('✔')} As it should be: ${mistakes} has mistakes on purpose, and the checker found them.`,
  );
}

async function createGroup(sandbox, env) {
  heading('3. Creating a security group');
  const args = ['create', example, '--endpoint', sandbox.url, '--yes', '--format', 'json'];
  const { code, stdout } = await alisg(args, env);
  if (code !== 0) throw new Error(`alisg create failed (status ${code})`);
  const { SecurityGroupId: id } = JSON.parse(stdout);
  console.log(`\n  ${green('✔')} Created ${bold(id)}`);
  return id;
}

/** One rule of the answer, in a line. */
function ruleLine(rule, index) {
  const peer = ['SourceCidrIp', 'Ipv6SourceCidrIp', 'DestCidrIp', 'Ipv6DestCidrIp']
    .map((k) => rule[k])
    .find(Boolean);
  const from = rule.Direction === 'egress' ? 'to' : 'from';
  const { Policy, Direction, IpProtocol, PortRange, Priority } = rule;
  return `#${index + 1}  ${Policy} ${Direction} ${IpProtocol} ${PortRange} ${from} ${peer ?? 'anywhere'} (priority ${Priority})`;
}

async function readBack(id, sandbox, env) {
  heading('4. Reading it back through the signed API');
  const cloud = createRequire(import.meta.url)(inRoot('dist', 'cloud.js'));
  const opened = await cloud.openEnsSession({ endpoint: sandbox.url, env });
  if (opened.kind !== 'ok') throw new Error(cloud.describeReason(opened.reason, 'en'));
  const group = await cloud.describeGroup(opened.session.call, id);
  if (group.kind !== 'ok') throw new Error(`${id} could not be read back (${group.kind})`);
  console.log(`  ${bold(id)}  ${group.name}`);
  if (group.description) console.log(`  ${dim(group.description)}`);
  indented(group.rules.map(ruleLine).join('\n'));
  console.log(`\n  ${green('✔')} The group is there, with ${group.rules.length} rules.`);
}

async function main() {
  heading('Setting up');
  await setUp();
  await checkExamples();
  heading('2. Starting a sandbox');
  const sandbox = await startSandbox();
  try {
    console.log(`  A server on this machine that answers like the cloud: ${bold(sandbox.url)}`);
    console.log(
      `  ${dim('It needs no account. Nothing leaves this machine, and it is gone when this ends.')}`,
    );
    const env = sandboxEnvironment(sandbox, temporaryFolder('state'));
    const id = await createGroup(sandbox, env);
    await readBack(id, sandbox, env);
  } finally {
    await sandbox.stop();
  }
  heading('What next');
  const commands = {
    'npm run editor': 'opens VS Code with the extension, the examples and such a sandbox',
    'npm test': 'runs all tests',
    'node dist/cli.js help': 'shows what else the command line can do',
  };
  for (const [command, effect] of Object.entries(commands))
    console.log(`  ${bold(command.padEnd(24))}${effect}`);
  console.log();
}

await main().catch(failWith);
