/** The two languages of the product, and texts in both. */

export type Locale = 'en' | 'zh-cn';

export const locales = ['en', 'zh-cn'] as const satisfies readonly Locale[];

/** A text in every language: leaving one out does not compile. */
export type Text = Readonly<Record<Locale, string>>;

/**
 * The language for a client's locale: simplified Chinese for everything that begins with `zh`, unless it names the
 * traditional script or a region that writes it; English for everything else.
 */
export function localeFor(tag: string | undefined): Locale {
  const parts = (tag ?? '').toLowerCase().split(/[-_.]/);
  if (parts[0] !== 'zh') return 'en';
  return parts.some((p) => p === 'hant' || p === 'tw' || p === 'hk') ? 'en' : 'zh-cn';
}

/** What fills the places of a message. A list is joined as the language does. */
export type MessageData = Readonly<Record<string, string | number | readonly string[]>>;

/** Fills the `{name}` places of a template. A place without data stays as it is, so that a mistake is seen. */
export function fill(template: string, data: MessageData = {}, locale: Locale = 'en'): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = data[name] ?? place;
    return typeof value === 'object' ? value.join(locale === 'zh-cn' ? '、' : ', ') : String(value);
  });
}
