/** Whole rules to begin with: an empty one, and those that are written again and again. */
import { t } from '../../i18n/catalog.ts';
import type { Locale, Text } from '../../i18n/locale.ts';
import type { FieldDoc } from '../../model/field.ts';
import type { Shape } from '../../model/shapes.ts';
import { writeScalar } from '../../syntax/write-scalar.ts';
import type { FileCheck } from '../check.ts';
import { type CompletionItem, sortText } from './item.ts';
import type { ItemPlace } from './place.ts';

type Field = readonly [key: string, value: string | number, choices?: string];

/** The values of a new rule: valid at once, and opening nothing to the internet. */
const newRule: readonly Field[] = [
  ['Direction', 'ingress', 'ingress,egress'],
  ['IpProtocol', 'TCP', 'TCP,UDP,ICMP,ALL'],
  ['PortRange', '443/443'],
  ['Policy', 'Accept', 'Accept,Drop'],
  ['Priority', 1],
  ['SourceCidrIp', '10.0.0.0/8'],
];

interface Template {
  readonly title: Text;
  readonly fields: readonly Field[];
}

function template(
  title: Text,
  direction: 'ingress' | 'egress',
  what: string,
  policy: 'Accept' | 'Drop',
  priority: number,
  peer: string,
): Template {
  const [protocol = '', ports = '-1/-1'] = what.split(' ');
  const fields: Field[] = [
    ['Direction', direction],
    ['IpProtocol', protocol],
    ['PortRange', ports],
    ['Policy', policy],
    ['Priority', priority],
    [direction === 'ingress' ? 'SourceCidrIp' : 'DestCidrIp', peer],
  ];
  return { title, fields };
}

const anywhere = '0.0.0.0/0';

const templates: readonly Template[] = [
  template(
    { en: 'HTTPS from anywhere', 'zh-cn': '允许任意来源访问 HTTPS' },
    'ingress',
    'TCP 443/443',
    'Accept',
    1,
    anywhere,
  ),
  template(
    { en: 'HTTP from anywhere', 'zh-cn': '允许任意来源访问 HTTP' },
    'ingress',
    'TCP 80/80',
    'Accept',
    1,
    anywhere,
  ),
  template(
    { en: 'SSH from a private network', 'zh-cn': '允许私有网络访问 SSH' },
    'ingress',
    'TCP 22/22',
    'Accept',
    1,
    '10.0.0.0/8',
  ),
  template(
    { en: 'RDP from a private network', 'zh-cn': '允许私有网络访问 RDP' },
    'ingress',
    'TCP 3389/3389',
    'Accept',
    1,
    '10.0.0.0/8',
  ),
  template(
    { en: 'MySQL from a private network', 'zh-cn': '允许私有网络访问 MySQL' },
    'ingress',
    'TCP 3306/3306',
    'Accept',
    1,
    '10.0.0.0/8',
  ),
  template(
    { en: 'Ping from anywhere', 'zh-cn': '允许任意来源 Ping' },
    'ingress',
    'ICMP',
    'Accept',
    1,
    anywhere,
  ),
  template(
    { en: 'Drop all other inbound traffic', 'zh-cn': '拒绝其余所有入方向流量' },
    'ingress',
    'ALL',
    'Drop',
    100,
    anywhere,
  ),
  template(
    { en: 'DNS to a resolver', 'zh-cn': '允许访问 DNS 服务器' },
    'egress',
    'UDP 53/53',
    'Accept',
    1,
    '10.0.0.0/8',
  ),
  template(
    { en: 'Accept all outbound traffic', 'zh-cn': '允许所有出方向流量' },
    'egress',
    'ALL',
    'Accept',
    1,
    anywhere,
  ),
];

/** Whole rules for a place, in the spelling of the product. */
export function wholeRules(
  check: FileCheck,
  place: ItemPlace,
  shape: Shape,
  locale: Locale,
): CompletionItem[] {
  const typed = check.file.text.slice(place.replace.start, place.replace.end).trim();
  // What is typed where a rule begins is a dash, a blank, the beginning of a key, or what the rule is for.
  const offered = [
    {
      title: t(locale, 'newRule'),
      detail: t(locale, 'newRuleDetail'),
      words: `${typed}- Direction rule`,
      fields: newRule,
    },
    ...templates.map(({ title, fields }) => ({
      title: title[locale],
      detail: '',
      words: `- Direction rule ${title.en} ${title[locale]}`,
      fields: [...fields, ['Description', title[locale]] as const],
    })),
  ];
  const fitting = offered.filter(({ fields }) => fields.every(([key]) => shape.fields.has(key)));
  return fitting.map(({ title, detail, words, fields }, i): CompletionItem => {
    const spelled = fields.map(([key, value, choices = '']): Field => {
      const doc = shape.fields.get(key);
      const words = choices.split(',').map((choice) => spelling(doc, choice));
      return [key, spelling(doc, value), words.join(',')];
    });
    const block = spelled.map(([key, value]) => `${key}: ${writeScalar(value, 'yaml')}`).join('\n');
    return {
      label: title,
      kind: 'snippet',
      detail,
      documentation: `\`\`\`yaml\n${block}\n\`\`\``,
      replace: place.replace,
      also: place.commaAt === null ? [] : [{ start: place.commaAt, end: place.commaAt, newText: ',' }],
      snippet: write(check, place, spelled, true),
      plain: write(check, place, spelled, false),
      filterText: words,
      sortText: sortText(i),
      opensValues: false,
    };
  });
}

/** A keyword as the product's document spells it. */
function spelling(doc: FieldDoc | undefined, value: string | number): string | number {
  const word = String(value).toLowerCase();
  return doc?.values.find((v) => v.value.toLowerCase() === word)?.value ?? value;
}

function write(check: FileCheck, place: ItemPlace, fields: readonly Field[], snippet: boolean): string {
  const { file } = check;
  const { replace, style } = place;
  const json = style === 'json';
  const lines = fields.map(([key, value, choices], i) => {
    const written = writeScalar(value, json ? 'json' : 'yaml');
    const quote = typeof value === 'string' && written.startsWith('"') ? '"' : '';
    const inner = quote === '' ? written : written.slice(1, -1);
    const shown = !snippet ? inner : choices ? `\${${i + 1}|${choices}|}` : `\${${i + 1}:${inner}}`;
    return `${json ? `"${key}"` : key}: ${quote}${shown}${quote}`;
  });
  if (json) {
    const lineText = file.lines.lineText(file.lines.positionAt(replace.start).line);
    const indent = /^[ \t]*/.exec(lineText)?.[0] ?? '';
    const close = `${snippet ? '\\}' : '}'}${place.needsComma ? ',' : ''}`;
    return `{\n${lines.map((l) => `${indent}  ${l}`).join(',\n')}\n${indent}${close}`;
  }
  const indent = ' '.repeat((place.dashColumn ?? 0) + 2);
  return place.lead + (place.hasDash ? '' : '- ') + lines.join(`\n${indent}`);
}
