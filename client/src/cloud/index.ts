/**
 * The cloud layer, as one bundle of its own (`dist/cloud.js`) that is loaded when something is provisioned. The only
 * barrel of this folder; no other layer imports another file of it.
 */
export type { AccessKey } from './access-key.ts';
export { maskAccessKeyId } from './access-key.ts';
export type { AdviceContext } from './advice.ts';
export { adviceForCode } from './advice.ts';
export type { CallResult, Refused } from './answer.ts';
export type {
  CredentialOptions,
  CredentialSource,
  CredentialsResult,
  FoundCredentials,
  KeyResult,
} from './credentials.ts';
export { resolveCredentials } from './credentials.ts';
export type { Endpoint, EndpointResult } from './endpoints.ts';
export { defaultEnsEndpoint, ensEndpoints, parseEndpoint } from './endpoints.ts';
export type { EnsCall, EnsGroup, GroupDescription, GroupList } from './ens-groups.ts';
export { describeGroup, listGroups } from './ens-groups.ts';
export type { IntentRecord, JournalContents, JournalEntry, RecordedOutcome } from './journal.ts';
export { defaultStateDirectory, Journal, listUnresolved } from './journal.ts';
export type { CloudLocale } from './messages.ts';
export { describeReason } from './messages.ts';
export type { ProfileSummary } from './profile-list.ts';
export { listProfiles } from './profile-list.ts';
export type { Provisioning } from './provision.ts';
export { provisionEns } from './provision.ts';
export type {
  Decisions,
  EarlierAttempt,
  OnProgress,
  Outcome,
  Preparation,
  PrepareResult,
  ProgressEvent,
  ProvisionOptions,
} from './provision-types.ts';
export type { Reason } from './reasons.ts';
export type { Candidate } from './search.ts';
export type { Session, SessionOptions, SessionResult } from './session.ts';
export { openEnsSession } from './session.ts';
export type { SignedRequest, UnsignedRequest } from './signer.ts';
export { percentEncode, signRequest } from './signer.ts';
export type { Call, TransportOptions } from './transport.ts';
export { makeCall } from './transport.ts';
