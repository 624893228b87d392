/** What a refusal of the cloud is about, and its words when the language server has none. No `vscode` import. */
import type { CloudRefusal } from '../../../../server/src/core/plan/plan.ts';
import { l10n, sentences } from '../../infrastructure/localisation/l10n.ts';

/**
 * Codes of the API gateway that say something about the key, the clock or the service. A definition cannot be wrong in
 * that way, so they do not become a finding in it. Source: the vendor's public error code pages.
 */
const gateway =
  /^(InvalidAccessKeyId|InactiveAccessKey|SignatureDoesNotMatch|IncompleteSignature|SignatureNonceUsed|SignatureExpired|InvalidSignature|InvalidTimeStamp|IllegalTimestamp|(Invalid|Missing)SecurityToken|Forbidden\.RiskControl|Throttling|Rejected\.Throttling|ServiceUnavailable|InternalError|UnsupportedHTTPMethod|InvalidAction\.NotFound|InvalidApi\.NotFound|NoSuchVersion|InvalidVersion)/i;

/** Whether a refusal is to be shown in the definition. */
export function concernsDefinition(code: string): boolean {
  return !gateway.test(code);
}

/**
 * Code, the vendor's sentence and what to do. What the server has signed, which it appends to a wrong signature, tells
 * nothing to a person.
 */
export function refusalText(refusal: CloudRefusal, advice: string | null): string {
  const message = refusal.message.replace(/\s*server StringToSign is[\s\S]*$/i, '');
  const said = l10n.t('Alibaba Cloud refused: {0} ({1}).', message.replace(/[\s.。]+$/, ''), refusal.code);
  return sentences([said, advice ?? '']);
}
