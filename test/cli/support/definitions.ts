/** Definitions for the tests of the command line. */

/** One rule as YAML, its members changed as a test wants. */
export function rule(change: Readonly<Record<string, string>> = {}): string {
  const members = {
    Direction: 'ingress',
    IpProtocol: 'TCP',
    PortRange: '443/443',
    Policy: 'Accept',
    Priority: '1',
    SourceCidrIp: '10.0.0.0/8',
    ...change,
  };
  const lines = Object.entries(members).map(([key, value]) => `${key}: ${value}`);
  return `  - ${lines.join('\n    ')}\n`;
}

/** A group with rules; one correct rule when none is given. */
export function group(name: string | null, ...rules: string[]): string {
  const head = name === null ? '' : `SecurityGroupName: ${name}\n`;
  return `Product: ENS\n${head}Permissions:\n${rules.length === 0 ? rule() : rules.join('')}`;
}

/** Has a warning with a safe fix, an error with a safe fix, and an error with an unsafe one. */
export const mistaken = group(
  'web',
  rule({ IpProtocol: 'tcp' }),
  rule({ PortRange: '80-90' }),
  rule({ PortRange: '200/100' }),
);
