// Gives a profile a display language without VS Code's own language pack, which is not in any package registry. VS Code
// then speaks English for itself but takes the language for its own: `vscode.env.language` is it, and extensions show
// their translations.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes what VS Code writes when a language pack is installed: a pack that translates nothing. */
export function writeLanguagePack(userData, locale) {
  const folder = path.join(userData, 'language-pack');
  const translations = path.join(folder, 'main.i18n.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extension = { extensionIdentifier: { id: `alisg.language-pack-${locale}` }, version: '1.0.0' };
  const pack = {
    hash: '0'.repeat(32),
    extensions: [extension],
    translations: { vscode: translations },
    label: locale,
  };
  writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
