/**
 * What a reason says to a person, in English and simplified Chinese: what happened and what to do. One entry per code
 * and language; a missing one does not compile.
 */
import { chineseReasons } from './messages-zh-cn.ts';
import type { Looked, Reason } from './reasons.ts';

/** Languages of the texts. */
export type CloudLocale = 'en' | 'zh-cn';

/** One text for each code, made from the reason's own members. */
export type ReasonTexts = {
  readonly [Code in Reason['code']]: (reason: Extract<Reason, { code: Code }>) => string;
};

/** A reason as a text of one or two sentences. Holds no secret, because a reason holds none. */
export function describeReason(reason: Reason, locale: CloudLocale): string {
  const texts = locale === 'zh-cn' ? chineseReasons : englishReasons;
  // Each text takes exactly the reason of its own code; the compiler cannot follow that through the index.
  const text = texts[reason.code] as (reason: Reason) => string;
  return text(reason);
}

const englishReasons: ReasonTexts = {
  'endpoint-invalid': ({ problem }) =>
    `The endpoint cannot be used: ${
      {
        'not-an-address': 'it is not a host name or URL. Enter something like https://ens.aliyuncs.com.',
        scheme: 'only https:// is possible.',
        'plain-http': 'without encryption (http://) only this machine may be called. Use https://.',
        credentials: 'it must not contain a user name or password.',
        path: 'it must consist of a host and a port only, without a path.',
      }[problem]
    }`,
  'proxy-invalid': ({ problem }) =>
    problem === 'scheme'
      ? 'The proxy that is set cannot be used: only http:// proxies are supported. Check the proxy setting and the variable HTTPS_PROXY.'
      : 'The proxy that is set is not an address. Check the proxy setting and the variable HTTPS_PROXY.',
  'proxy-failed': ({ host, detail }) =>
    `The proxy ${host} did not open a connection (${detail}). Check the proxy setting and the variable HTTPS_PROXY.`,
  dns: ({ host }) => `The host ${host} was not found. Check the network connection and the endpoint.`,
  'connection-refused': ({ host, port }) =>
    `Nothing answers on port ${port} of ${host}. Check the endpoint, and whether a firewall is in between.`,
  'connect-failed': ({ host, detail }) =>
    `No connection to ${host} (${detail}). Check the network connection, and whether a proxy is needed.`,
  'connect-timeout': ({ host, seconds }) =>
    `${host} did not accept a connection within ${seconds} s. Check the network connection, and whether a proxy is needed.`,
  tls: ({ host, detail }) =>
    `No secure connection to ${host} (${detail}). If a proxy of your organisation inspects traffic, its certificate has to be trusted (NODE_EXTRA_CA_CERTS).`,
  'not-loopback': ({ host }) =>
    `${host} leads to another machine; nothing is sent there without encryption. Use https://.`,
  cancelled: () => 'Cancelled; nothing was sent.',

  'no-answer': ({ seconds }) => `The cloud did not answer within ${seconds} s.`,
  'connection-lost': ({ detail }) => `The connection broke before the answer was complete (${detail}).`,
  'answer-unreadable': ({ httpStatus }) =>
    `The answer (HTTP ${httpStatus}) was not one of this API. Check the endpoint, and whether a proxy has answered instead.`,
  'answer-too-large': () => 'The answer was too large to be one of this API.',
  'server-error': ({ httpStatus }) =>
    `The server failed (HTTP ${httpStatus}) without saying what it had done.`,
  'refusal-inconclusive': ({ refusalCode, httpStatus }) =>
    `The cloud reported ${refusalCode} (HTTP ${httpStatus}), which leaves open whether the group was created.`,
  'cancelled-after-sending': () => 'Cancelled after the request had been sent.',

  'no-credentials': ({ looked }) =>
    `No AccessKey was found. Looked in: ${looked.map(lookedText).join('; ')}. Run "aliyun configure", or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.`,
  'environment-incomplete': ({ present, missing }) =>
    `The environment variable ${present} is set, but ${missing} is not. Set both or neither.`,
  'file-unreadable': ({ file, detail }) => `${file} cannot be read (${detail}). Check its permissions.`,
  'file-not-json': ({ file, line, column }) =>
    `${file} is not valid JSON: the error is in line ${line}, column ${column}. Repair it, or run "aliyun configure" anew.`,
  'file-without-profiles': ({ file }) => `${file} has no list of profiles. Run "aliyun configure".`,
  'profile-not-found': ({ profile, available }) =>
    available.length === 0
      ? `There is no profile "${profile}". Create it with "aliyun configure --profile ${profile}".`
      : `There is no profile "${profile}". Profiles on this machine: ${available.join(', ')}.`,
  'profile-incomplete': ({ profile, file, missing }) =>
    `The profile "${profile}" in ${file} lacks ${missing.join(', ')}. Complete it, for example with "aliyun configure --profile ${profile}".`,
  'mode-unsupported': ({ profile, mode, supported }) =>
    `The profile "${profile}" has the mode "${mode}", which is not supported. Supported: ${supported.join(', ')}.`,
  'external-not-allowed': ({ profile, mode }) =>
    `The profile "${profile}" has the mode ${mode}, which runs a program or rewrites the configuration of the Alibaba Cloud CLI. That has to be allowed explicitly; otherwise choose another profile.`,
  'profile-cycle': ({ profile }) => `The profile "${profile}" builds on itself. Correct its source_profile.`,
  'sign-in-expired': ({ profile }) =>
    `The sign-in of the profile "${profile}" has expired. Sign in again with "aliyun configure --profile ${profile}".`,
  'key-malformed': ({ profile, part }) =>
    `The ${{ id: 'AccessKey id', secret: 'AccessKey secret', token: 'security token' }[part]} ${
      profile === null ? 'in the environment' : `of the profile "${profile}"`
    } contains a space, a line break or another character that no key has. Copy it again.`,
  'credentials-unavailable': ({ profile, mode, detail }) =>
    `The temporary key of ${profile === null ? 'the environment' : `the profile "${profile}"`} (${mode}) could not be fetched${
      detail === null ? '' : `: ${detail}`
    }. Check that profile, for example with "aliyun sts GetCallerIdentity".`,

  'plan-unsupported': ({ product }) =>
    `Creating groups of the product ${product.toUpperCase()} is not supported.`,
  'state-unwritable': ({ directory, detail }) =>
    `The journal in ${directory} cannot be read or written (${detail}), so nothing was sent. Check the permissions of that folder.`,
  'lock-held': ({ pid, file }) =>
    `Another window or command${pid === null ? '' : ` (process ${pid})`} is creating this group right now. Wait for it. If there is none, delete ${file}.`,
  'attempt-meanwhile': () =>
    'Another window or command is creating this group, or has just tried to. Nothing was sent; look at the result there and start again.',
  'group-meanwhile': ({ ids }) =>
    `A group of this name has just appeared (${ids.join(', ')}). Nothing was sent; start again if you want another one.`,
  'earlier-attempt-unknown': ({ time, maskedId }) =>
    `It is not known whether the attempt of ${time} (${maskedId}) created this group. Look in the console before you create it again.`,
  'answer-without-id': () => 'The cloud answered without naming the group.',
  'search-found-nothing': () =>
    'No new group was found. It may still appear: look in the console before you create it again.',
  'search-found-several': ({ count }) =>
    `${count} new groups of this name were found. Look in the console which one is yours.`,
  'search-found-different': ({ count }) =>
    `Found ${count === 1 ? 'a new group' : `${count} new groups`} of this name, but with other content. Look in the console.`,
  'search-refused': ({ refusalCode }) =>
    `Groups could not be listed (${refusalCode}), so it cannot be told whether the group exists. Look in the console.`,
  'search-failed': () =>
    'Groups could not be listed or read, so it cannot be told whether the group exists. Look in the console.',
  'search-interrupted': () => 'The search for the group was ended early. Look in the console.',
  'search-ambiguous': () =>
    'A group with this content exists, but it cannot be told which attempt has created it. Look in the console.',
};

function lookedText({ place, file, found }: Looked): string {
  const where =
    file ?? { environment: 'environment variables', 'cli-config': '', 'credentials-file': '' }[place];
  const what = { nothing: '', 'empty-profile': ' (profile not filled in)', disabled: ' (disabled)' }[found];
  return `${where}${what}`;
}
