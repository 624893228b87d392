// A server that does nothing: answers every didChange with an empty publishDiagnostics. What it takes is the floor
// that no language server over stdio can go below.
let buffer = Buffer.alloc(0);

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
}

function answer({ id, method, params }) {
  if (id !== undefined) send({ id, result: method === 'initialize' ? { capabilities: {} } : null });
  else if (method === 'exit') process.exit(0);
  else if (method === 'textDocument/didOpen' || method === 'textDocument/didChange') {
    const { uri, version } = params.textDocument;
    send({ method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics: [] } });
  }
}

process.stdin.on('data', (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const head = buffer.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/Content-Length: (\d+)/.exec(buffer.toString('latin1', 0, head))?.[1]);
    if (buffer.length < head + 4 + length) return;
    const body = buffer.toString('utf8', head + 4, head + 4 + length);
    buffer = buffer.subarray(head + 4 + length);
    answer(JSON.parse(body));
  }
});
process.stdin.on('end', () => process.exit(0));
