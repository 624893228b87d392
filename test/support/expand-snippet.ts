/** What an editor writes for an LSP snippet when every placeholder is left as it is. */

/** Expands `$1`, `${1:text}`, `${1|first,second|}` and escapes. */
export function expandSnippet(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+\|([^,|]*)[^}]*\|\}|\$\{\d+:([^}]*)\}|\$\d+/g,
    (_, escaped?: string, choice?: string, text?: string) => escaped ?? choice ?? text ?? '',
  );
}
