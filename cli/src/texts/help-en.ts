/** What `--help` says, in English. The other language has the same members, or does not compile. */

export const helpEn = {
  /** Headings and placeholders of the help that are not ours to write. */
  words: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Commands:': 'Commands:',
    '[options]': '[options]',
    '[command]': '[command]',
  },
  helpOption: 'show this help',
  helpCommand: 'show the help of a command',
  version: 'show the version',
  locale: 'language of all texts, such as en or zh-cn (default: LC_ALL, LC_MESSAGES or LANG)',
  format: 'text for people or json for scripts (default: text)',
  group: 'the security group in a file that holds several: its name or its number, counted from 0',
  root: {
    summary:
      'Checks, fixes and creates security groups of Alibaba Cloud that are written in YAML or JSON files.',
    after: `Start here:
  alisg check .                        find mistakes in all definitions below this folder
  alisg fix web.sg.yaml                mend what can be mended safely
  alisg plan web.sg.yaml               see what would be sent
  alisg sandbox                        a local endpoint for trying things out
  alisg create web.sg.yaml             create the security group

Definitions are files named *.sg.yaml, *.sg.yml, *.sg.json or *.securitygroup.…; any
other file can be named itself. "alisg COMMAND --help" explains a command.
NO_COLOR and FORCE_COLOR switch colours off and on.`,
  },
  check: {
    summary: 'find mistakes in definitions',
    description:
      'Checks definitions of security groups. Files that are named are read whatever their name; folders and patterns take *.sg.{yaml,yml,json} and *.securitygroup.{yaml,yml,json} and leave out node_modules and .git.',
    paths: 'files, folders, patterns such as "**/*.sg.yaml", or - for standard input',
    stdinFilename: 'what to call standard input; a name that ends in .json makes it JSON',
    after: `Examples:
  alisg check .
  alisg check web.sg.yaml "rules/**/*.sg.json"
  alisg check --format json . > report.json
  git show HEAD:web.sg.yaml | alisg check --stdin-filename web.sg.yaml -

Exit code:
  0  nothing at error level
  1  findings at error level
  2  wrong usage, or a file that cannot be read`,
  },
  fix: {
    summary: 'mend what can be mended safely',
    description:
      'Applies the safe fixes to files, in place. What a definition means stays the same, or had only one reading. Files with errors in their syntax are left alone.',
    paths: 'files, folders or patterns',
    unsafe: 'also apply fixes that a person should look at',
    diff: 'print the changes as a unified diff, and write nothing',
    after: `Examples:
  alisg fix web.sg.yaml
  alisg fix --diff .                   look first
  alisg fix --diff --unsafe web.sg.yaml | patch -p1

Exit code, about what remains after fixing:
  0  nothing at error level
  1  findings at error level
  2  wrong usage, or a file that cannot be read or written`,
  },
  plan: {
    summary: 'show the API calls that would create the groups',
    description:
      'Shows the API calls with which the groups of a file would be created. Sends nothing, and needs no credentials.',
    file: 'a definition, or - for standard input',
    after: `Examples:
  alisg plan web.sg.yaml
  alisg plan --format json web.sg.yaml

Exit code:
  0  the plan was printed
  1  the definition has findings at error level
  2  wrong usage, or a file that cannot be read`,
  },
  create: {
    summary: 'create a security group in the cloud',
    description:
      'Checks a definition, shows what would be created and where, asks, and creates the security group, at most once: after a lost answer it looks for the group instead of sending again.',
    file: 'a definition',
    profile:
      'profile with the AccessKey, of "aliyun configure" or ~/.alibabacloud/credentials; naming it allows it to run its program',
    endpoint: 'address of the API (default: https://ens.aliyuncs.com)',
    region: 'for ECS only; ENS has no region',
    yes: 'do not ask',
    after: `Credentials are read from ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET,
then from the profiles of "aliyun configure", then from ~/.alibabacloud/credentials.
What was asked of the cloud is recorded, without keys, in $XDG_STATE_HOME/alisg
(~/.local/state/alisg).

Examples:
  alisg create web.sg.yaml
  alisg create --profile edge --yes --format json web.sg.yaml
  alisg create --endpoint http://127.0.0.1:8080 web.sg.yaml    with "alisg sandbox --port 8080"

Exit code:
  0  created
  1  nothing was created: findings, a refusal of the cloud, no connection, cancelled
  2  wrong usage, no credentials, or no --yes where there is no terminal to ask on
  3  it is not known whether the group was created; the output says what is known`,
  },
  sandbox: {
    summary: 'run a local endpoint that answers like the cloud',
    description:
      'Runs a local endpoint that behaves as the API is documented to. It needs no account, only this machine can reach it, and it forgets everything when it ends, unless it has a state file.',
    port: 'port on 127.0.0.1 (default: 0, a free one)',
    accessKeyId: 'AccessKey id that it knows (default: sandbox)',
    accessKeySecret: 'AccessKey secret that it knows (default: sandbox-secret)',
    stateFile: 'file in which the groups are kept',
    after: `It prints its address and the variables with its keys, and runs until Ctrl+C.

Examples:
  alisg sandbox --port 8080
  alisg sandbox --state-file sandbox.json

Exit code:
  0  ended as asked
  1  it cannot start: the port or the state file is in use
  2  wrong usage`,
  },
};

export type HelpTexts = typeof helpEn;
