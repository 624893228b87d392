/** The value of a JSON file, put together from its pieces, as `JSON.parse` gives it. */
import type { SgFile } from '../../server/src/core/syntax/file.ts';
import type { SgNode } from '../../server/src/core/syntax/tree.ts';

/** The value; of duplicate keys the last one counts, as in `JSON.parse`. */
export function jsonValue(file: SgFile): unknown {
  const [document] = file.documents;
  const root = document?.skeleton.fragment.root;
  if (!document || !root) return undefined;
  const items = document.items.map(({ fragment }) =>
    fragment.root === null ? undefined : plainValue(fragment.root),
  );
  if (root.kind !== 'map') return plainValue(root);
  let listed = false;
  const entries = root.pairs.map(({ key, value }) => {
    const name = key.kind === 'scalar' ? String(key.value) : '';
    // The items of the first list named Permissions are pieces of their own.
    if (name === 'Permissions' && value?.kind === 'seq' && !listed) {
      listed = true;
      return [name, items] as const;
    }
    return [name, value === null ? undefined : plainValue(value)] as const;
  });
  return objectOf(entries);
}

function plainValue(node: SgNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(plainValue);
  if (node.kind === 'alias') return undefined;
  return objectOf(
    node.pairs.map(({ key, value }) => [
      key.kind === 'scalar' ? String(key.value) : '',
      value === null ? undefined : plainValue(value),
    ]),
  );
}

/** Own properties, whatever their names: `__proto__` is a key like any other. */
function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  const object = {};
  for (const [name, value] of entries) {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return object;
}
