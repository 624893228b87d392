/** `alisg check`: what it reports, for people and for scripts, and how it exits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeFor } from './support/alisg.ts';
import { parseReport } from './support/check-report.ts';
import { group, mistaken, rule } from './support/definitions.ts';

test('a correct definition: exit 0, and nothing to say', async (t) => {
  const place = placeFor(t);
  place.write('web.sg.yaml', group('web'));
  assert.deepEqual(await place.run(['check', 'web.sg.yaml']), {
    code: 0,
    stdout: 'No problems in 1 file\n',
    stderr: '',
  });
});

test('warnings alone: exit 0; an error: exit 1', async (t) => {
  const place = placeFor(t);
  place.write('warning.sg.yaml', group('web', rule({ IpProtocol: 'tcp' })));
  place.write('error.sg.yaml', mistaken);
  const warning = await place.run(['check', 'warning.sg.yaml']);
  assert.equal(warning.code, 0);
  assert.match(warning.stdout, /^1 warning in 1 file$/m);
  const error = await place.run(['check', 'warning.sg.yaml', 'error.sg.yaml']);
  assert.equal(error.code, 1);
  assert.match(error.stdout, /^2 errors, 2 warnings in 2 files$/m);
});

test('an unreadable file: exit 2 even beside errors, and the others are reported', async (t) => {
  const place = placeFor(t);
  place.write('error.sg.yaml', mistaken);
  const { code, stdout, stderr } = await place.run([
    'check',
    '--format',
    'json',
    'missing.yaml',
    'error.sg.yaml',
  ]);
  assert.equal(code, 2);
  assert.deepEqual(
    parseReport(stdout).files.map((f) => f.path),
    ['error.sg.yaml'],
  );
  assert.equal(stderr, 'alisg: missing.yaml: there is no such file or folder.\n');
});

test('JSON has the shape of the contract and nothing else is on stdout', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', `${mistaken}---\n${group('db', rule(), rule())}`);
  const { code, stdout, stderr } = await place.run(['check', '--format', 'json', 'a.sg.yaml']);
  assert.equal(code, 1);
  assert.equal(stderr, '');
  const report = parseReport(stdout);
  const [file] = report.files;
  assert.equal(file?.path, 'a.sg.yaml');
  assert.equal(file?.product, 'ens');
  assert.deepEqual(
    file?.groups.map((g) => [g.name, g.range.start.line]),
    [
      ['web', 0],
      ['db', 22],
    ],
  );
  assert.deepEqual(
    file?.diagnostics.map((d) => [d.group, d.code, d.severity, d.fix?.safety ?? null]),
    [
      [0, 'SG1031', 'warning', 'safe'],
      [0, 'SG1040', 'error', 'safe'],
      [0, 'SG1042', 'error', 'unsafe'],
      [1, 'SG2001', 'error', 'safe'],
    ],
  );
  const duplicate = file?.diagnostics.at(-1);
  assert.equal(duplicate?.related.length, 1);
  assert.equal(duplicate?.related[0]?.path, 'a.sg.yaml');
  assert.deepEqual(report.summary, { errors: 3, warnings: 1, infos: 0, hints: 0 });
});

test('JSON counts from 0 in UTF-16, without the byte order mark; text counts from 1', async (t) => {
  const place = placeFor(t);
  // Four UTF-16 units and one character before the mistake: two pictures.
  const flow =
    '  - {Description: "😀😀", PortRange: 80-90, Direction: ingress, IpProtocol: TCP, Policy: Accept, Priority: 1, SourceCidrIp: 10.0.0.0/8}';
  place.write('a.yaml', `\uFEFFProduct: ENS\r\nSecurityGroupName: web\r\nPermissions:\r\n${flow}\r\n`);
  const json = await place.run(['check', '--format', 'json', 'a.yaml']);
  const found = parseReport(json.stdout).files[0]?.diagnostics[0];
  const character = flow.indexOf('80-90');
  assert.deepEqual(found?.range, {
    start: { line: 3, character },
    end: { line: 3, character: character + 5 },
  });
  const text = await place.run(['check', 'a.yaml']);
  assert.ok(text.stdout.startsWith(`a.yaml:4:${character + 1}  error  SG1040 `), text.stdout);
});

test('carets stand under what is wrong, after wide characters and tabs too', async (t) => {
  const place = placeFor(t);
  const line = '  - {Description: "中文字",\tPortRange: 80-90, Direction: ingress,';
  place.write(
    'a.yaml',
    `Product: ENS\nPermissions:\n${line}\n     IpProtocol: TCP, Policy: Accept, Priority: 1, SourceCidrIp: 10.0.0.0/8}\n`,
  );
  const { stdout } = await place.run(['check', 'a.yaml']);
  const lines = stdout.split('\n');
  const source = lines.findIndex((l) => l.includes('80-90,'));
  assert.equal(lines[source], `    3 | ${line.replace('\t', '    ')}`);
  // Three characters are two columns wide.
  const columns = (lines[source] ?? '').indexOf('80-90') + 3;
  assert.equal(lines[source + 1], `${'      | '.padEnd(columns)}^^^^^`);
});

test('a long line is shown around the mistake only', async (t) => {
  const place = placeFor(t);
  const rules = Array.from({ length: 50 }, (_, i) => ({
    Direction: 'ingress',
    IpProtocol: 'TCP',
    PortRange: i === 30 ? '80-90' : '443/443',
    Policy: 'Accept',
    Priority: 1,
    SourceCidrIp: `10.0.${i}.0/24`,
  }));
  place.write('a.json', JSON.stringify({ Product: 'ENS', Permissions: rules }));
  const { stdout } = await place.run(['check', 'a.json']);
  const lines = stdout.split('\n');
  const source = lines.findIndex((l) => l.includes('80-90",'));
  assert.match(lines[source] ?? '', /^ {4}1 \| ….*…$/);
  assert.ok((lines[source] ?? '').length <= 100);
  assert.equal(lines[source + 1]?.indexOf('^'), lines[source]?.indexOf('"80-90"'));
});

test('control characters of a file never reach the terminal', async (t) => {
  const place = placeFor(t);
  place.write('a.yaml', group('"\\e[2Jx\u202e"', rule({ PortRange: '"\u009b31m80"' })));
  const { stdout } = await place.run(['check', 'a.yaml']);
  assert.match(stdout, /<U\+202E>/);
  const others = [...stdout].filter((c) => /[\p{Cc}\p{Cf}]/u.test(c) && c !== '\n');
  assert.deepEqual(others, []);
});

test('the report says how to mend what can be mended', async (t) => {
  const place = placeFor(t);
  place.write("it's.sg.yaml", mistaken);
  const { stdout } = await place.run(['check', "it's.sg.yaml"]);
  assert.match(stdout, /^2 of them can be fixed: alisg fix 'it'\\''s\.sg\.yaml'$/m);
  assert.match(stdout, /^1 has a fix .*: alisg fix --unsafe --diff 'it'\\''s\.sg\.yaml'$/m);
});

test('a reader that has seen enough ends nothing', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', group('web', ...Array.from({ length: 1500 }, () => rule({ PortRange: '80-90' }))));
  const running = await place.start(['check', 'a.sg.yaml']);
  running.child.stdout.once('data', () => running.child.stdout.destroy());
  const { code, stderr } = await running.finished;
  assert.equal(code, 1);
  assert.equal(stderr, '');
});

test('colours are for terminals and for those who ask', async (t) => {
  const place = placeFor(t);
  place.write('a.sg.yaml', mistaken);
  const coloured = async (env: Record<string, string>) =>
    (await place.run(['check', 'a.sg.yaml'], { env })).stdout.includes('\u001b[31m');
  assert.equal(await coloured({}), false);
  assert.equal(await coloured({ FORCE_COLOR: '1' }), true);
  assert.equal(await coloured({ FORCE_COLOR: '0' }), false);
  assert.equal(await coloured({ NO_COLOR: '1' }), false);
});
