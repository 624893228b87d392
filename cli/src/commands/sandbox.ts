/** `alisg sandbox`: runs the local endpoint until somebody ends it. */
import { type Context, complain, say } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { onInterrupt } from '../terminal/interrupt.ts';
import { shellQuote } from '../terminal/shell-quote.ts';

export interface SandboxCommandOptions {
  readonly port: number;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly stateFile?: string;
}

/** Starts the endpoint, prints its address and keys, and waits for the end. */
export async function sandbox(options: SandboxCommandOptions, context: Context): Promise<ExitCode> {
  const { messages, terminal } = context;
  const { accessKeyId, accessKeySecret } = options;
  const keys = { '--access-key-id': accessKeyId, '--access-key-secret': accessKeySecret };
  for (const [option, value] of Object.entries(keys)) {
    // The endpoint would refuse these too, but with a text that does not know the option.
    if (/^[^\s,]+$/.test(value)) continue;
    complain(context, messages.usage.key(option));
    return exitCode.usage;
  }
  const ended = new Promise<void>((resolve) => onInterrupt(resolve));
  const { startSandbox } = await import('../../../sandbox/src/index.ts');
  let running: Awaited<ReturnType<typeof startSandbox>>;
  try {
    running = await startSandbox(options);
  } catch (error) {
    complain(context, messages.sandbox.failed(error instanceof Error ? error.message : String(error)));
    return exitCode.findings;
  }
  terminal.out.write(`${running.url}\n`);
  terminal.out.write(`export ALIBABA_CLOUD_ACCESS_KEY_ID=${shellQuote(accessKeyId)}\n`);
  terminal.out.write(`export ALIBABA_CLOUD_ACCESS_KEY_SECRET=${shellQuote(accessKeySecret)}\n`);
  say(context, messages.sandbox.running);
  await ended;
  await running.close();
  return exitCode.ok;
}
