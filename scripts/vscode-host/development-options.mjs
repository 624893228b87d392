// Loads an extension from its source folder, or from an http: address into the web extension host, without the smoke
// test driver. VS Code reads these options from its page's configuration, so they are written into that page.

/** Splits an address into the parts that VS Code's configuration wants. */
function components(address) {
  const { protocol, host, pathname } = new URL(address);
  return { scheme: protocol.slice(0, -1), authority: host, path: decodeURIComponent(pathname) };
}

const unescaped = (text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * Rewrites the workbench page on its way to a Playwright page. To be called before `page.goto`.
 * `extensions` and `extensionTestsPath` are addresses: `vscode-remote://…` runs in Node, `http://…` in a Web Worker.
 */
export async function injectDevelopmentOptions(page, { extensions, extensionTestsPath }) {
  await page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      let found = false;
      const body = (await response.text()).replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
        (_, start, settings) => {
          found = true;
          const configuration = JSON.parse(unescaped(settings));
          configuration.developmentOptions = {
            ...configuration.developmentOptions,
            extensions: extensions.map(components),
            ...(extensionTestsPath && { extensionTestsPath: components(extensionTestsPath) }),
          };
          return `${start}${escaped(JSON.stringify(configuration))}"`;
        },
      );
      if (!found) throw new Error('The page of this VS Code has no vscode-workbench-web-configuration');
      await route.fulfill({ response, body });
    },
  );
}
