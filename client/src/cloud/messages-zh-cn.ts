/**
 * The texts of `messages.ts` in simplified Chinese.
 */
import type { ReasonTexts } from './messages.ts';
import type { Looked } from './reasons.ts';

export const chineseReasons: ReasonTexts = {
  'endpoint-invalid': ({ problem }) =>
    `无法使用该接入地址：${
      {
        'not-an-address': '不是主机名或 URL。请填写类似 https://ens.aliyuncs.com 的地址。',
        scheme: '只支持 https://。',
        'plain-http': '不加密的 http:// 只能访问本机。请使用 https://。',
        credentials: '地址中不能包含用户名或密码。',
        path: '只能包含主机和端口，不能包含路径。',
      }[problem]
    }`,
  'proxy-invalid': ({ problem }) =>
    problem === 'scheme'
      ? '无法使用已设置的代理：只支持 http:// 代理。请检查代理设置和环境变量 HTTPS_PROXY。'
      : '已设置的代理不是有效地址。请检查代理设置和环境变量 HTTPS_PROXY。',
  'proxy-failed': ({ host, detail }) =>
    `代理 ${host} 未能建立连接（${detail}）。请检查代理设置和环境变量 HTTPS_PROXY。`,
  dns: ({ host }) => `找不到主机 ${host}。请检查网络连接和接入地址。`,
  'connection-refused': ({ host, port }) =>
    `${host} 的端口 ${port} 没有响应。请检查接入地址，以及中间是否有防火墙。`,
  'connect-failed': ({ host, detail }) => `无法连接 ${host}（${detail}）。请检查网络连接，以及是否需要代理。`,
  'connect-timeout': ({ host, seconds }) =>
    `${host} 在 ${seconds} 秒内未接受连接。请检查网络连接，以及是否需要代理。`,
  tls: ({ host, detail }) =>
    `无法与 ${host} 建立安全连接（${detail}）。如果贵组织的代理会检查流量，需要信任其证书（NODE_EXTRA_CA_CERTS）。`,
  'not-loopback': ({ host }) => `${host} 指向另一台机器，不会以未加密方式向其发送任何内容。请使用 https://。`,
  cancelled: () => '已取消，未发送任何内容。',

  'no-answer': ({ seconds }) => `云端在 ${seconds} 秒内没有应答。`,
  'connection-lost': ({ detail }) => `应答尚未完整，连接已中断（${detail}）。`,
  'answer-unreadable': ({ httpStatus }) =>
    `收到的应答（HTTP ${httpStatus}）不是此 API 的应答。请检查接入地址，以及是否由代理代为应答。`,
  'answer-too-large': () => '应答过大，不是此 API 的应答。',
  'server-error': ({ httpStatus }) => `服务器出错（HTTP ${httpStatus}），未说明已执行了什么。`,
  'refusal-inconclusive': ({ refusalCode, httpStatus }) =>
    `云端返回 ${refusalCode}（HTTP ${httpStatus}），无法确定安全组是否已创建。`,
  'cancelled-after-sending': () => '请求发送之后被取消。',

  'no-credentials': ({ looked }) =>
    `未找到 AccessKey。已查找：${looked.map(lookedText).join('；')}。请运行“aliyun configure”，或设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET。`,
  'environment-incomplete': ({ present, missing }) =>
    `已设置环境变量 ${present}，但未设置 ${missing}。请同时设置，或都不设置。`,
  'file-unreadable': ({ file, detail }) => `无法读取 ${file}（${detail}）。请检查其权限。`,
  'file-not-json': ({ file, line, column }) =>
    `${file} 不是有效的 JSON：错误位于第 ${line} 行第 ${column} 列。请修复，或重新运行“aliyun configure”。`,
  'file-without-profiles': ({ file }) => `${file} 中没有配置列表。请运行“aliyun configure”。`,
  'profile-not-found': ({ profile, available }) =>
    available.length === 0
      ? `没有名为“${profile}”的配置。请用“aliyun configure --profile ${profile}”创建。`
      : `没有名为“${profile}”的配置。本机的配置有：${available.join('、')}。`,
  'profile-incomplete': ({ profile, file, missing }) =>
    `${file} 中的配置“${profile}”缺少 ${missing.join('、')}。请补全，例如运行“aliyun configure --profile ${profile}”。`,
  'mode-unsupported': ({ profile, mode, supported }) =>
    `配置“${profile}”的模式“${mode}”不受支持。支持的模式：${supported.join('、')}。`,
  'external-not-allowed': ({ profile, mode }) =>
    `配置“${profile}”的模式为 ${mode}，会运行程序或改写阿里云 CLI 的配置，必须明确允许；否则请选择其他配置。`,
  'profile-cycle': ({ profile }) => `配置“${profile}”以自身为来源。请更正其 source_profile。`,
  'sign-in-expired': ({ profile }) =>
    `配置“${profile}”的登录已过期。请运行“aliyun configure --profile ${profile}”重新登录。`,
  'key-malformed': ({ profile, part }) =>
    `${profile === null ? '环境变量' : `配置“${profile}”`}中的 ${
      { id: 'AccessKey ID', secret: 'AccessKey Secret', token: 'SecurityToken' }[part]
    } 含有空格、换行或密钥中不会出现的字符。请重新复制。`,
  'credentials-unavailable': ({ profile, mode, detail }) =>
    `无法获取${profile === null ? '环境变量' : `配置“${profile}”`}（${mode}）的临时密钥${
      detail === null ? '' : `：${detail}`
    }。请检查该配置，例如运行“aliyun sts GetCallerIdentity”。`,

  'plan-unsupported': ({ product }) => `不支持创建产品 ${product.toUpperCase()} 的安全组。`,
  'state-unwritable': ({ directory, detail }) =>
    `无法读写 ${directory} 中的日志（${detail}），因此未发送任何内容。请检查该文件夹的权限。`,
  'lock-held': ({ pid, file }) =>
    `另一个窗口或命令${pid === null ? '' : `（进程 ${pid}）`}正在创建此安全组，请等待其完成。如果没有这样的进程，请删除 ${file}。`,
  'attempt-meanwhile': () =>
    '另一个窗口或命令正在创建或刚刚尝试创建此安全组。未发送任何内容；请查看其结果后重新开始。',
  'group-meanwhile': ({ ids }) =>
    `刚刚出现了同名的安全组（${ids.join('、')}）。未发送任何内容；如仍需再创建一个，请重新开始。`,
  'earlier-attempt-unknown': ({ time, maskedId }) =>
    `无法确定 ${time} 的尝试（${maskedId}）是否已创建此安全组。再次创建之前，请先在控制台查看。`,
  'answer-without-id': () => '云端的应答中没有安全组 ID。',
  'search-found-nothing': () => '未找到新的安全组。它可能稍后才出现：再次创建之前，请先在控制台查看。',
  'search-found-several': ({ count }) => `找到 ${count} 个同名的新安全组。请在控制台确认哪一个是您的。`,
  'search-found-different': ({ count }) => `找到 ${count} 个同名的新安全组，但内容不同。请在控制台查看。`,
  'search-refused': ({ refusalCode }) =>
    `无法列出安全组（${refusalCode}），因此无法确定安全组是否存在。请在控制台查看。`,
  'search-failed': () => '无法列出或读取安全组，因此无法确定安全组是否存在。请在控制台查看。',
  'search-interrupted': () => '查找安全组的过程被提前结束。请在控制台查看。',
  'search-ambiguous': () => '存在内容相同的安全组，但无法确定由哪次尝试创建。请在控制台查看。',
};

function lookedText({ place, file, found }: Looked): string {
  const where = file ?? { environment: '环境变量', 'cli-config': '', 'credentials-file': '' }[place];
  const what = { nothing: '', 'empty-profile': '（配置未填写）', disabled: '（已禁用）' }[found];
  return `${where}${what}`;
}
