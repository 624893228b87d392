/**
 * Random definitions near the limits and beyond, as plain data, and their texts in YAML (block and flow) and JSON.
 * Most fields are good; `mistakes` says how likely a bad one is.
 */
import fc from 'fast-check';
import { writeScalar } from '../../server/src/core/syntax/write-scalar.ts';

/** A definition as data; what it holds may be anything that can be written. */
export type Definition = Readonly<Record<string, unknown>> & { readonly Permissions?: readonly unknown[] };

const letters = (length: number, letter = 'a') => letter.repeat(length);

const names = {
  good: ['ab', letters(128), 'Dcdn1:2_3-4', 'web-tier', 'Z9', `a${letters(63, '\u{20000}')}`, '网站-1'],
  bad: ['a', letters(129), '1ab', '-ab', 'a b', 'a.b', 'http://ab', 'https://x', '', 'ab/cd', 'ab\u{1F600}'],
};
const groupDescriptions = {
  good: ['ab', letters(256), 'Public web tier', '描述文字', 'a: # "quoted"', 'x http://y', 'a\u{1F600}'],
  bad: ['a', letters(257), ' ab', '1st', 'http://ab', 'https://ab', '', '\u{1F600}a'],
};
const ruleDescriptions = {
  good: [
    'ab',
    letters(256),
    '1st',
    '  two',
    '# no comment',
    'HTTPS for everyone',
    "it's: fine",
    '\u{1F600}\u{1F600}',
  ],
  bad: ['a', letters(257), 'http://ab', 'https://ab', '', '\u{1F600}'],
};
const ports = {
  good: ['1/1', '65535/65535', '1/65535', '80/80', '8000/8999', '443/443'],
  bad: [
    '0/0',
    '0/65535',
    '1/65536',
    '90/80',
    '80',
    '80-90',
    '',
    'http',
    '1/2/3',
    '-1/80',
    ' 80/80',
    '080/080',
    '-1',
  ],
};
const addresses4 = {
  good: ['0.0.0.0/0', '10.0.0.0/8', '192.0.2.1', '255.255.255.255/32', '10.1.2.3/8', '203.0.113.0/24'],
  bad: [
    '10.0.0.0/33',
    '256.0.0.1',
    '10.1',
    '010.0.0.1',
    '10.0.0.0/255.0.0.0',
    '',
    'any',
    '10.0.0.0/',
    '1.2.3.4/08',
  ],
};
const addresses6 = {
  good: ['::/0', '2001:db8::/32', '2001:DB8::1', '::ffff:192.0.2.1', 'fe80::/10', '1:2:3:4:5:6:7:8/128'],
  bad: ['2001:db8::/129', '1:2:3', ':::', 'fe80::1%eth0', '', '2001:db8::g', '1:2:3:4:5:6:7:8:9', '::1::'],
};
const words = {
  Direction: { good: ['ingress', 'egress'], bad: ['in', '', 'both', 'INGRES'] },
  Policy: { good: ['Accept', 'Drop', 'accept', 'DROP'], bad: ['Deny', '', 'Allow'] },
};

/** A value of a pool: a bad one with the likelihood given in a thousand. */
function pick(
  pool: { good: readonly string[]; bad: readonly unknown[] },
  mistakes: number,
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1000 - mistakes, arbitrary: fc.constantFrom<unknown>(...pool.good) },
    { weight: mistakes, arbitrary: fc.constantFrom<unknown>(...pool.bad, ...anything) },
  );
}

/** What no field takes. */
const anything: readonly unknown[] = [7, true, null, 1.5, ['x'], { x: 1 }];

/** Present or left out. */
function maybe(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) });
}

/** A required field: left out only by mistake. */
function required(value: fc.Arbitrary<unknown>, mistakes: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1000 - mistakes, arbitrary: value },
    { weight: mistakes, arbitrary: fc.constant(undefined) },
  );
}

function rule(mistakes: number): fc.Arbitrary<unknown> {
  const protocol = fc.oneof(
    {
      weight: 1000 - mistakes,
      arbitrary: fc.constantFrom('TCP', 'UDP', 'ICMP', 'ALL', 'tcp', 'ICMPv6', 'GRE'),
    },
    { weight: mistakes, arbitrary: fc.constantFrom<unknown>('SCTP', '', 'TCPP', 6, ...anything) },
  );
  const priority = fc.oneof(
    { weight: 1000 - mistakes, arbitrary: fc.constantFrom(1, 2, 50, 99, 100) },
    { weight: mistakes, arbitrary: fc.constantFrom<unknown>(0, 101, -1, '1', '50', 1.5, null, 'high', true) },
  );
  const fields = fc
    .tuple(protocol, fc.boolean(), fc.integer({ min: 0, max: 999 }))
    .chain(([IpProtocol, six, luck]) => {
      const text = String(IpProtocol).toUpperCase();
      // A rule that fits together, unless a mistake is wanted: ports follow the protocol, addresses the family.
      const wrong = luck < mistakes;
      const withPorts = (text === 'TCP' || text === 'UDP') !== wrong;
      const portRange = withPorts ? pick(ports, mistakes) : fc.constant('-1/-1');
      const family6 = text === 'ICMPV6' ? !wrong : text === 'ICMP' ? wrong : six;
      const mixed = luck * 3 < mistakes;
      const address = (ofSix: boolean) => maybe(pick(ofSix ? addresses6 : addresses4, mistakes));
      const absent = fc.constant(undefined);
      return fc.record({
        Direction: required(pick(words.Direction, mistakes), mistakes),
        IpProtocol: required(fc.constant(IpProtocol), mistakes),
        PortRange: required(portRange, mistakes),
        SourcePortRange: maybe(portRange),
        Policy: required(pick(words.Policy, mistakes), mistakes),
        Priority: required(priority, mistakes),
        SourceCidrIp: !family6 || mixed ? address(false) : absent,
        Ipv6SourceCidrIp: family6 || mixed ? address(true) : absent,
        DestCidrIp: !family6 || mixed ? address(false) : absent,
        Ipv6DestCidrIp: family6 || mixed ? address(true) : absent,
        Description: maybe(pick(ruleDescriptions, mistakes)),
        ...(luck * 5 < mistakes ? { Port: fc.constant('80') } : {}),
      });
    });
  return fc.oneof(
    { weight: 2000 - mistakes, arbitrary: fields.map(withoutAbsent) },
    { weight: mistakes, arbitrary: fc.constantFrom<unknown>('rule', 5, [], null) },
  );
}

function withoutAbsent(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** A definition; of a thousand fields about `mistakes` are bad. Sometimes a rule stands in it twice. */
export function arbitraryDefinition(mistakes = 30, maxRules = 6): fc.Arbitrary<Definition> {
  const rules = fc.array(rule(mistakes), { maxLength: maxRules });
  const listed = fc
    .tuple(rules, fc.boolean())
    .map(([list, twice]) => (twice && list[0] ? [...list, list[0]] : list));
  const unique = fc.oneof({ weight: 4, arbitrary: rules }, { weight: 1, arbitrary: listed });
  const many = fc.constantFrom(199, 200, 201).map((n) => Array.from({ length: n }, (_, i) => plainRule(i)));
  return fc
    .record({
      Product: fc.constantFrom<unknown>('ENS', undefined),
      SecurityGroupName: maybe(pick(names, mistakes)),
      Description: maybe(pick(groupDescriptions, mistakes)),
      Permissions: fc.oneof({ weight: 60, arbitrary: unique }, { weight: 1, arbitrary: many }),
    })
    .map((record) => withoutAbsent(record) as Definition);
}

function plainRule(i: number): Record<string, unknown> {
  const PortRange = `${1000 + i}/${1000 + i}`;
  return { Direction: 'ingress', IpProtocol: 'TCP', PortRange, Policy: 'Accept', Priority: 1 };
}

/** The text in JSON, indented or on one line. */
export function toJson(definition: Definition, indent = 2): string {
  return `${JSON.stringify(definition, null, indent)}\n`;
}

/** The text in YAML with every rule in braces. */
export function toYamlFlow(definition: Definition): string {
  return yaml(definition, (rule) => `  - ${flow(rule)}\n`);
}

/** The text in YAML block style. */
export function toYamlBlock(definition: Definition): string {
  return yaml(definition, (rule) => {
    const entries =
      typeof rule === 'object' && rule !== null && !Array.isArray(rule) ? Object.entries(rule) : [];
    if (entries.length === 0) return `  - ${flow(rule)}\n`;
    return entries.map(([key, value], i) => `  ${i === 0 ? '-' : ' '} ${key}: ${flow(value)}\n`).join('');
  });
}

function yaml(definition: Definition, writeRule: (rule: unknown) => string): string {
  let text = '';
  for (const [key, value] of Object.entries(definition)) {
    if (key !== 'Permissions') text += `${key}: ${flow(value)}\n`;
    else if (definition.Permissions?.length === 0) text += 'Permissions: []\n';
    else text += `Permissions:\n${(definition.Permissions ?? []).map(writeRule).join('')}`;
  }
  return text;
}

/** A value in flow style; YAML reads JSON, and texts stay plain where they can. */
function flow(value: unknown): string {
  if (typeof value === 'string') return writeScalar(value, 'yaml');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([k, v]) => `${k}: ${flow(v)}`)
    .join(', ')} }`;
}
