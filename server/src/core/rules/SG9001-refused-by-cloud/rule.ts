/** What the cloud answered, at the line that caused it, until the text changes. */
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'SG9001',
  name: 'refused-by-cloud',
  since: '0.1.0',
  severity: 'error',
  scope: 'external',
  products: ['ens', 'ecs'],
  fix: null,
  source: null,
  messages: {
    en: {
      main: 'The cloud refused this: {message} ({code}, request {request}). Correct it and create again; if nothing is wrong here, give the vendor the request id.',
    },
    'zh-cn': {
      main: '云端拒绝了该请求：{message}（{code}，请求 {request}）。请修改后重新创建；如果此处没有问题，请向厂商提供请求 ID。',
    },
  },
});
