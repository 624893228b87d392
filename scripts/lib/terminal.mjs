// What the project's commands print: headings, marks and times. Colours only on a terminal that wants them.

// A reader that has seen enough, such as `head`, is no mistake of ours to report. 141 is what SIGPIPE gives in a shell.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(141);
  throw error;
});

const colours = process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
const paint = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint('1');
export const dim = paint('2');
export const red = paint('31');
export const green = paint('32');
export const yellow = paint('33');

/** `12.3 s` since a value of Date.now(). */
export const secondsSince = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

/** Prints a heading. */
export function heading(text) {
  console.log(`\n${bold(`── ${text} `.padEnd(78, '─'))}`);
}

/** Prints a text, each line indented by two spaces. */
export function indented(text) {
  console.log(text.replace(/^(?=.)/gm, '  '));
}

/** Ends the process with a message for people instead of a stack trace. */
export function failWith(error) {
  console.error(red(error instanceof Error ? error.message : String(error)));
  process.exit(1);
}
