/**
 * A whole new definition: what a new file begins with, and what completion offers where there is nothing yet. Valid at
 * once, and opening nothing to the internet.
 */
import { t } from '../../i18n/catalog.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Syntax } from '../../syntax/file.ts';
import type { FileCheck } from '../check.ts';
import type { CompletionItem } from './item.ts';

/** A key with its value, and the choices for it; a value without number is not asked for. */
interface Field {
  readonly key: string;
  readonly value: string | number;
  /** Position among the places that are filled in one after the other. */
  readonly place?: number;
  readonly choices?: readonly string[];
}

/** The one of the group begins with a letter: whether ENS takes a Chinese character there, its documents do not agree. */
const texts = {
  en: { group: 'What this security group is for', rule: 'Who connects here and why' },
  'zh-cn': { group: 'Web 服务器的安全组', rule: '谁连接此处以及原因' },
};

/** The text of a new definition in LSP snippet syntax, or with the values alone. */
export function definitionTemplate(syntax: Syntax, locale: Locale, snippet = true): string {
  const group: Field[] = [
    { key: 'Product', value: 'ENS' },
    { key: 'SecurityGroupName', value: 'web-servers', place: 1 },
    { key: 'Description', value: texts[locale].group, place: 2 },
  ];
  const rule: Field[] = [
    { key: 'Direction', value: 'ingress' },
    { key: 'IpProtocol', value: 'TCP' },
    { key: 'PortRange', value: '443/443', place: 3 },
    { key: 'Policy', value: 'Accept', place: 4, choices: ['Accept', 'Drop'] },
    { key: 'Priority', value: 1, place: 5 },
    { key: 'SourceCidrIp', value: '10.0.0.0/8', place: 6 },
    { key: 'Description', value: texts[locale].rule, place: 7 },
  ];
  const shown = ({ value, place, choices }: Field) => {
    if (!snippet || place === undefined) return String(value);
    return choices ? `\${${place}|${choices.join(',')}|}` : `\${${place}:${value}}`;
  };
  if (syntax === 'yaml') {
    const line = (field: Field) => `${field.key}: ${shown(field)}`;
    const lines = [...group.map(line), 'Permissions:', `  - ${rule.map(line).join('\n    ')}`];
    return `${lines.join('\n')}\n`;
  }
  const member = (field: Field) =>
    `"${field.key}": ${typeof field.value === 'number' ? shown(field) : `"${shown(field)}"`}`;
  const close = snippet ? '\\}' : '}';
  const members = [...group.map(member), '"Permissions": ['].join(',\n  ');
  return `{\n  ${members}\n    {\n      ${rule.map(member).join(',\n      ')}\n    ${close}\n  ]\n${close}\n`;
}

/** The template as an item of completion where a definition may begin; null where something is written already. */
export function templateItem({ file }: FileCheck, offset: number, locale: Locale): CompletionItem | null {
  const { text, syntax } = file;
  const before = /[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const after = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const replace = { start: offset - before, end: offset + after };
  if (!isAlone(text.slice(0, replace.start), text.slice(replace.end), syntax)) return null;
  const plain = definitionTemplate(syntax, locale, false);
  return {
    label: t(locale, 'newDefinition'),
    kind: 'snippet',
    detail: t(locale, 'newDefinitionDetail'),
    documentation: `\`\`\`${syntax}\n${plain}\`\`\``,
    replace,
    also: [],
    snippet: definitionTemplate(syntax, locale),
    plain,
    // First among everything, but behind the keys that begin as what is typed does.
    filterText: 'ens new security group',
    sortText: '!',
    opensValues: false,
  };
}

/** Whether there is nothing but comments around a place at the beginning of a line. */
function isAlone(head: string, tail: string, syntax: Syntax): boolean {
  if (syntax === 'json') {
    const blank = (part: string) => /^\s*$/.test(part.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ''));
    return /(?:^|\n)[ \t\uFEFF]*$/.test(head) && blank(head) && blank(tail);
  }
  const separator = /^---(?:\s.*)?$/m;
  const blank = (part: string) => /^\s*$/.test(part.replace(/^\uFEFF/, '').replace(/^[ \t]*#.*$/gm, ''));
  return (
    /(?:^\uFEFF?|\n)$/.test(head) &&
    blank(head.split(separator).at(-1) ?? '') &&
    blank(tail.split(separator)[0] ?? '')
  );
}
