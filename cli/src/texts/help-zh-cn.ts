/** What `--help` says, in simplified Chinese. */
import type { HelpTexts } from './help-en.ts';

export const helpZhCn: HelpTexts = {
  words: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
    '[options]': '[选项]',
    '[command]': '[命令]',
  },
  helpOption: '显示此帮助',
  helpCommand: '显示某个命令的帮助',
  version: '显示版本',
  locale: '所有文本的语言，如 en 或 zh-cn（默认取自 LC_ALL、LC_MESSAGES 或 LANG）',
  format: 'text 供人阅读，json 供脚本使用（默认：text）',
  group: '文件中有多个安全组时选择其中一个：名称，或从 0 开始的编号',
  root: {
    summary: '检查、修复并创建以 YAML 或 JSON 文件定义的阿里云安全组。',
    after: `从这里开始：
  alisg check .                        检查此文件夹中所有定义的错误
  alisg fix web.sg.yaml                修复可以安全修复的问题
  alisg plan web.sg.yaml               查看将要发送的内容
  alisg sandbox                        用于试验的本地接入点
  alisg create web.sg.yaml             创建安全组

定义文件名为 *.sg.yaml、*.sg.yml、*.sg.json 或 *.securitygroup.…；其他文件可以直接指定。
“alisg 命令 --help”说明各个命令。
环境变量 NO_COLOR 和 FORCE_COLOR 关闭或开启颜色。`,
  },
  check: {
    summary: '查找定义中的错误',
    description:
      '检查安全组定义。直接指定的文件无论名称如何都会读取；文件夹和通配符只取 *.sg.{yaml,yml,json} 和 *.securitygroup.{yaml,yml,json}，并跳过 node_modules 和 .git。',
    paths: '文件、文件夹、通配符（如 "**/*.sg.yaml"），或 - 表示标准输入',
    stdinFilename: '标准输入的名称；以 .json 结尾时按 JSON 读取',
    after: `示例：
  alisg check .
  alisg check web.sg.yaml "rules/**/*.sg.json"
  alisg check --format json . > report.json
  git show HEAD:web.sg.yaml | alisg check --stdin-filename web.sg.yaml -

退出码：
  0  没有错误级别的问题
  1  有错误级别的问题
  2  用法有误，或有文件无法读取`,
  },
  fix: {
    summary: '修复可以安全修复的问题',
    description: '直接在文件中应用安全的修复：定义的含义不变，或者原本只有一种解读。语法有误的文件保持不变。',
    paths: '文件、文件夹或通配符',
    unsafe: '同时应用需要人工确认的修复',
    diff: '以 unified diff 格式输出修改，不写入文件',
    after: `示例：
  alisg fix web.sg.yaml
  alisg fix --diff .                   先查看
  alisg fix --diff --unsafe web.sg.yaml | patch -p1

退出码（针对修复后剩余的问题）：
  0  没有错误级别的问题
  1  有错误级别的问题
  2  用法有误，或有文件无法读取或写入`,
  },
  plan: {
    summary: '显示创建安全组所需的 API 调用',
    description: '显示创建文件中各个安全组所需的 API 调用。不发送任何请求，也不需要凭证。',
    file: '定义文件，或 - 表示标准输入',
    after: `示例：
  alisg plan web.sg.yaml
  alisg plan --format json web.sg.yaml

退出码：
  0  已输出计划
  1  定义中有错误级别的问题
  2  用法有误，或文件无法读取`,
  },
  create: {
    summary: '在云端创建安全组',
    description:
      '检查定义，显示将在何处创建什么，询问之后创建安全组，且最多创建一次：应答丢失时会查找该安全组，而不会重新发送。',
    file: '定义文件',
    profile:
      '包含 AccessKey 的配置，来自“aliyun configure”或 ~/.alibabacloud/credentials；指定即表示允许其运行程序',
    endpoint: 'API 的接入地址（默认：https://ens.aliyuncs.com）',
    region: '仅用于 ECS；ENS 没有地域',
    yes: '不询问',
    after: `凭证依次取自 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET、
“aliyun configure”的配置、~/.alibabacloud/credentials。
向云端发出的请求记录在 $XDG_STATE_HOME/alisg（~/.local/state/alisg）中，不含密钥。

示例：
  alisg create web.sg.yaml
  alisg create --profile edge --yes --format json web.sg.yaml
  alisg create --endpoint http://127.0.0.1:8080 web.sg.yaml    配合“alisg sandbox --port 8080”

退出码：
  0  已创建
  1  未创建：定义有误、云端拒绝、无法连接或已取消
  2  用法有误、没有凭证，或没有终端可询问且未使用 --yes
  3  无法确定安全组是否已创建；输出中说明已知的情况`,
  },
  sandbox: {
    summary: '运行一个像云端一样应答的本地接入点',
    description:
      '运行一个按 API 文档应答的本地接入点。不需要账号，只有本机可以访问；除非指定状态文件，否则结束后不保留任何内容。',
    port: '127.0.0.1 上的端口（默认：0，自动选择）',
    accessKeyId: '可用的 AccessKey ID（默认：sandbox）',
    accessKeySecret: '可用的 AccessKey Secret（默认：sandbox-secret）',
    stateFile: '保存安全组的文件',
    after: `启动后输出其地址和包含密钥的环境变量，运行到按下 Ctrl+C 为止。

示例：
  alisg sandbox --port 8080
  alisg sandbox --state-file sandbox.json

退出码：
  0  按要求结束
  1  无法启动：端口或状态文件被占用
  2  用法有误`,
  },
};
