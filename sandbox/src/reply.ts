/** What happens to a connection at the end of a request, as data, and the JSON bodies of answers. */
import type { ApiError } from './api-error.ts';

export interface SentReply {
  readonly kind: 'send';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds to wait before anything is sent. */
  readonly delay?: number;
  /** Half of the body is sent, then the connection is destroyed. */
  readonly truncated?: boolean;
}

/** An answer, a connection destroyed, or a connection left open without an answer. */
export type Reply = SentReply | { readonly kind: 'disconnect' } | { readonly kind: 'hang' };

/** The part of an answer that all have in common. */
export interface Envelope {
  readonly requestId: string;
  /** The Date header. */
  readonly date: Date;
  /** `HostId` of errors: the sandbox's own host and port. */
  readonly hostId: string;
}

function json(status: number, body: unknown, { requestId, date }: Envelope): SentReply {
  return {
    kind: 'send',
    status,
    headers: {
      'content-type': 'application/json;charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-acs-request-id': requestId,
      date: date.toUTCString(),
    },
    body: JSON.stringify(body),
  };
}

/** A result: `RequestId` and the action's own members. */
export function successReply(body: Readonly<Record<string, unknown>>, envelope: Envelope): SentReply {
  return json(200, { RequestId: envelope.requestId, ...body }, envelope);
}

/** An error, in the shape `{RequestId, HostId, Code, Message, Recommend}` that the cloud's errors have. */
export function errorReply(error: ApiError, envelope: Envelope): SentReply {
  const { requestId, hostId } = envelope;
  return json(
    error.status,
    {
      RequestId: requestId,
      HostId: hostId,
      Code: error.code,
      Message: error.message,
      Recommend: recommend(error.code, requestId),
    },
    envelope,
  );
}

/** The address of the vendor's help for a code, as the cloud's own answers give it; none for the sandbox's own codes. */
function recommend(code: string, requestId: string): string {
  if (code.startsWith('Sandbox.')) return '';
  return `https://api.aliyun.com/troubleshoot?q=${encodeURIComponent(code)}&product=Ens&requestId=${requestId}`;
}

/** What a proxy sends when it cannot reach the service: a page, not JSON, and no request id. */
export function badGatewayReply(date: Date): SentReply {
  return {
    kind: 'send',
    status: 502,
    headers: { 'content-type': 'text/html', date: date.toUTCString() },
    body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n',
  };
}

/** A JSON answer of the control endpoint. */
export function controlReply(body: unknown, envelope: Envelope): SentReply {
  return json(200, body, envelope);
}
