/** What the program says while it works, in English. The other language has the same members, or does not compile. */

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const messagesEn = {
  usage: {
    unknownOption: (option: string) => `Unknown option ${option}.`,
    unknownCommand: (command: string) => `Unknown command "${command}".`,
    missingArgument: (name: string) => `The argument <${name}> is missing.`,
    missingValue: (option: string) => `The option ${option} needs a value.`,
    invalidValue: (value: string, option: string) => `"${value}" is not possible for ${option}.`,
    allowed: (choices: string) => `Possible: ${choices}.`,
    tooMany: (command: string, expected: string) =>
      `Too many arguments: "alisg ${command}" takes ${expected === '1' ? 'one file' : 'none'}.`,
    didYouMean: (words: string) => `Did you mean ${words}?`,
    moreHelp: (command: string) => `More: ${command} --help`,
    port: 'A port is a number from 0 to 65535; 0 picks a free one.',
    key: (option: string) =>
      `The value of ${option} must not be empty and must not contain blanks or commas.`,
    fixStandardInput: 'fix changes files in place; it cannot change standard input.',
  },
  failed: (detail: string) => `alisg has failed: ${detail}`,
  outputFailed: (detail: string) => `The output could not be written (${detail}).`,
  standardInput: '<stdin>',
  file: {
    missing: (path: string) => `${path}: there is no such file or folder.`,
    noPermission: (path: string) => `${path}: access is denied. Check the permissions.`,
    folder: (path: string) => `${path}: this is a folder; name a file in it.`,
    notUtf8: (path: string) =>
      `${path}: this is not UTF-8 text. Save it as UTF-8, or leave it out if it is no definition.`,
    utf16: (path: string) => `${path}: this text is encoded in UTF-16. Save it as UTF-8.`,
    noMatch: (path: string, names: string) =>
      `${path}: no file matches. Patterns take the names ${names}; any other file can be named itself.`,
    system: (path: string, detail: string) => `${path}: it cannot be used (${detail}).`,
    write: (problem: string) => `Not written: ${problem}`,
  },
  check: {
    emptyFolder: (path: string, names: string) =>
      `${path}: no definitions in this folder. It takes the names ${names}; any other file can be named itself.`,
    noGroup: (path: string) => `${path}: no security group in it.`,
    fixable: (count: number, command: string) => `${count} of them can be fixed: ${command}`,
    fixableUnsafe: (count: number, command: string) =>
      `${count} ${count === 1 ? 'has' : 'have'} a fix that wants to be looked at: ${command}`,
    documentation: 'Documentation:',
  },
  fix: {
    fixed: (path: string, count: number) => `${path}: ${plural(count, 'problem')} fixed`,
    wouldFix: (path: string, count: number) => `${path}: ${plural(count, 'problem')} would be fixed`,
    nothing: (path: string) => `${path}: nothing to fix`,
    remains: (summary: string) => `What remains: ${summary}`,
    unreadable: (path: string) =>
      `${path}: not changed, because its text cannot be read with certainty. Correct the errors in syntax first.`,
  },
  group: {
    none: (path: string) => `${path}: no security group in it.`,
    several: (path: string, groups: string) =>
      `${path} holds several security groups; choose one with --group: ${groups}.`,
    unknown: (wanted: string, groups: string) => `There is no group "${wanted}". There are: ${groups}.`,
    ambiguous: (wanted: string, groups: string) =>
      `Several groups are named "${wanted}"; choose one by its number: ${groups}.`,
    unnamed: '(no name)',
    regionOfEns: '--region: ENS has no region; a group is valid in all of them. Leave the option out.',
    refused: (errors: number) =>
      `${errors === 1 ? 'This error keeps' : 'These errors keep'} the definition from being sent.`,
  },
  create: {
    needsYes: 'There is no terminal to ask on. Look at "alisg plan", then use --yes.',
    question: {
      create: (name: string) => `Create ${name}?`,
      again: (name: string) => `Create ${name}, although an earlier attempt may have created it?`,
      another: (name: string) => `Create another ${name}?`,
    },
    prompt: (question: string) => `${question} [y/N] `,
    yes: /^(?:y|yes)$/i,
    group: (name: string) => `security group "${name}"`,
    unnamedGroup: 'security group without a name',
    rows: {
      product: 'Product',
      account: 'Account',
      endpoint: 'Endpoint',
      rules: 'Rules',
      exposed: 'Open to any address',
    },
    ens: 'Edge Node Service (ENS)',
    profile: (maskedId: string, profile: string) => `AccessKey ${maskedId} of the profile "${profile}"`,
    environment: (maskedId: string) => `AccessKey ${maskedId} from the environment`,
    exposedRules: (count: number, of: number, rules: string) => `${count} of ${of} rules: ${rules}`,
    notExposed: 'no rule',
    more: (list: string, rest: number) => `${list} and ${rest} more`,
    sameName: (ids: string) => `The same name exists already: ${ids}. Another group would be created.`,
    cannotList: (code: string) =>
      `This key may not list security groups (${code}): should the answer be lost, it cannot be found out whether the group was created.`,
    inProgress: 'Another window or command is creating this group right now.',
    earlier: (time: string, maskedId: string) =>
      `It is not known whether the attempt of ${time} (${maskedId}) created this group. Look in the console first.`,
    earlierWith: (time: string, maskedId: string, ids: string) =>
      `The attempt of ${time} (${maskedId}) may have created ${ids}. Look in the console first.`,
    resolved: (time: string, id: string) => `The attempt of ${time} has created this group: ${id}.`,
    warnings: (count: number, first: string) =>
      count === 1 ? `1 warning: ${first}` : `${count} warnings, the first: ${first}`,
    listing: 'Looking for groups of the same name …',
    creating: 'Creating …',
    reconciling: (look: number, of: number) =>
      `No answer. Finding out whether the group was created (${look} of ${of}) …`,
    cancelling: 'Cancelled; finding out whether the request has arrived. Press Ctrl+C again to stop looking.',
    givingUp: 'No longer looking.',
    created: (name: string, id: string) => `Created ${name}: ${id}`,
    requestId: (id: string) => `Request id: ${id}`,
    adopted: (name: string, id: string) => `The answer was lost, but ${name} was created: ${id}`,
    adoptedEarlier: (name: string, id: string) =>
      `An earlier attempt has created ${name}: ${id}. Nothing new was created.`,
    notCreated: (why: string) => `Nothing was created. ${why}`,
    nothingCreated: 'Nothing was created.',
    cancelled: 'Cancelled; nothing was created.',
    refused: (message: string, code: string) => `The cloud refused: ${message} (${code}).`,
    unknown: (name: string) => `It is not known whether ${name} was created.`,
    candidates: (ids: string) => `It may be ${ids}.`,
    journal:
      'Nothing is sent again by itself. The next "alisg create" of this definition looks for the group first.',
    decideOnTerminal: 'Without --yes, on a terminal, you can decide to create it all the same.',
    externalProfile: (profile: string) =>
      `To allow it, name the profile in the command: --profile ${profile}`,
  },
  sandbox: {
    running: 'The sandbox runs. Ctrl+C ends it; in another terminal, use the lines above.',
    failed: (detail: string) => detail,
  },
};

export type Messages = typeof messagesEn;
