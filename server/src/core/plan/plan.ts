/**
 * What a definition asks of the cloud: ordered API calls, as data. Everything that provisions (editor, command
 * line) or previews reads a `Plan`; nothing here signs, sends or knows a credential.
 */
import type { Range } from '../text/position.ts';

/** The two products whose security groups a definition can describe. */
export type Product = 'ens' | 'ecs';

/** One API call in RPC style. Parameters are already in wire form: every value is a string. */
export interface PlannedCall {
  readonly action: string;
  /** API version, e.g. `2017-11-10`. */
  readonly version: string;
  /** Wire parameters in a stable order; ENS `Permissions` is one JSON string. Absent keys are not sent. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The calls for one security group, in the order in which they must be made. */
export interface Plan {
  readonly product: Product;
  /** `SecurityGroupName`, or null when the definition has none. */
  readonly groupName: string | null;
  /** Number of rules that the calls carry together. */
  readonly ruleCount: number;
  readonly calls: readonly PlannedCall[];
  /**
   * Where each parameter stands in the text. Keys are paths as the API names them (`SecurityGroupName`,
   * `Permissions`, `Permissions[3]`, `Permissions[3].PortRange`, rules zero-based); the empty path is the group.
   */
  readonly sources: Readonly<Record<string, Range>>;
}

/** An answer of the cloud that refuses a call, reduced to what can be shown. Never contains a credential or URL. */
export interface CloudRefusal {
  /** The vendor's error code, e.g. `InvalidParameter.PortRange`. */
  readonly code: string;
  /** The vendor's message, as sent. */
  readonly message: string;
  readonly requestId: string | null;
  /** HTTP status of the answer. */
  readonly httpStatus: number;
}
