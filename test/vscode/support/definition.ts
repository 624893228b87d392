/** Definitions for the tests around VS Code, as a person would write them. */

/** A valid ENS definition with one rule; `description` makes its content its own. */
export function definition(name: string, description = name): string {
  return `Product: ENS
SecurityGroupName: ${name}
Description: ${description}
Permissions:
  - Direction: ingress
    IpProtocol: TCP
    PortRange: 443/443
    Policy: Accept
    Priority: 1
    SourceCidrIp: 0.0.0.0/0
`;
}
