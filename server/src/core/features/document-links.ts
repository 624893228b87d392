/** Places that lead to a page: the product to the vendor's page, a rule that a comment names to the rule's page. */
import { fill, type Locale, type Text } from '../i18n/locale.ts';
import { groupPages } from '../model/vendor-pages.ts';
import { findRule } from '../rules/registry.gen.ts';
import { readDirectives } from '../suppress/directives.ts';
import { spanInFile } from '../syntax/file.ts';
import type { Range } from '../text/position.ts';
import type { CheckOptions, FileCheck } from './check.ts';

export interface DocumentLink {
  readonly range: Range;
  readonly target: string;
  readonly tooltip: string;
}

const texts = {
  product: {
    en: 'CreateSecurityGroup of {product} in the vendor’s documentation',
    'zh-cn': '官方文档：{product} CreateSecurityGroup',
  },
  rule: { en: 'What {rule} is about', 'zh-cn': '{rule} 的说明' },
} satisfies Record<string, Text>;

/** The links of a file, in the order of the text. */
export function documentLinks(
  check: FileCheck,
  options: Pick<CheckOptions, 'locale' | 'rulePage'>,
): DocumentLink[] {
  const { file, groups } = check;
  const { locale } = options;
  const links: { start: number; end: number; target: string; tooltip: string }[] = [];
  for (const { top, document, product } of groups) {
    const field = top?.fields.get('Product');
    if (field?.node?.kind !== 'scalar' || field.origin !== null || !product.stated) continue;
    const page = groupPages[product.product];
    const tooltip = fill(texts.product[locale], { product: product.product.toUpperCase() });
    links.push({ ...spanInFile(document.skeleton, field.valueSpan), target: page[locale], tooltip });
  }
  for (const { rules } of readDirectives(file)) {
    for (const { text, span } of rules) {
      const rule = findRule(text);
      if (rule === null) continue;
      links.push({
        ...span,
        target: options.rulePage(rule, locale),
        tooltip: ruleTooltip(rule.name, locale),
      });
    }
  }
  links.sort((a, b) => a.start - b.start);
  return links.map(({ start, end, ...link }) => ({ range: file.lines.rangeAt(start, end), ...link }));
}

function ruleTooltip(rule: string, locale: Locale): string {
  return fill(texts.rule[locale], { rule });
}
