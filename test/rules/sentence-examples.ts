/** Definitions that the table of restricting sentences builds its examples from. Text only: nothing is checked here. */

export type Fields = Readonly<Record<string, string>>;

/** The rule that the examples start from; values are YAML source. */
const validRule: Fields = {
  Direction: 'ingress',
  IpProtocol: 'TCP',
  PortRange: '443/443',
  Policy: 'Accept',
  Priority: '1',
};

function ruleText(fields: Fields, leftOut: readonly string[] = []): string {
  const pairs = Object.entries({ ...validRule, ...fields }).filter(([key]) => !leftOut.includes(key));
  return `  - { ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }\n`;
}

/** A definition with one rule for each set of fields. */
export const rules = (...all: readonly Fields[]) => `Permissions:\n${all.map((f) => ruleText(f)).join('')}`;
/** A definition with one rule that lacks a key. */
export const ruleWithout = (key: string) => `Permissions:\n${ruleText({}, [key])}`;
/** A definition with one key of the group; the value is YAML source. */
export const group = (key: string, value: string) => `${key}: ${value}\n`;

/** A definition without a fault: what the others show comes from their one difference. */
export const validDefinition = `SecurityGroupName: web-tier\n${rules({})}`;

/** One rule more than a group takes, all different. */
const manyRules = Array.from({ length: 201 }, (_, i) => ({
  Priority: String(1 + (i % 100)),
  PortRange: `${i + 1}/${i + 1}`,
}));

/** A definition with one rule more than a group takes. */
export const tooManyRules = rules(...manyRules);

/** A word of a length. */
export const long = (length: number) => 'a'.repeat(length);
