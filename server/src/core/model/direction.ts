/** Which members of an ECS rule belong to one direction alone. Source: AuthorizeSecurityGroup and …Egress. */

/** Addresses and ports exist for both ends of a rule; references only for the far one. */
const referencePart = /^(?:Source|Dest)(?:GroupId|PrefixListId|GroupOwnerId|GroupOwnerAccount)$/;

/** The name of the same member in the other call, for a key that the call of a direction does not have; else null. */
export function keyForDirection(key: string, direction: 'ingress' | 'egress'): string | null {
  const [mine, other] = direction === 'ingress' ? ['Source', 'Dest'] : ['Dest', 'Source'];
  return key.startsWith(other) && referencePart.test(key) ? key.replace(other, mine) : null;
}
