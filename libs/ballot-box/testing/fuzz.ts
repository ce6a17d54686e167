/** For tests: a value with one random thing in it changed, so that no decoder may take it for what it was. */
export function damaged(value: unknown): { readonly value: unknown; readonly at: string } {
  const copy: unknown = structuredClone(value);
  const leaves = places(copy, '');
  const leaf = leaves[Math.floor(chance() * leaves.length)];
  if (leaf === undefined) return { value: null, at: '' };
  const { holder, name, at } = leaf;
  const old = holder[name];
  const kinds = [null, true, -1, 0.5, 2 ** 53, '', 'A', '\ud800', [], {}, undefined, [old], { x: old }, 'A'.repeat(10_000), ...(typeof old === 'string' ? flips(old) : [])];
  const others = kinds.filter((kind) => JSON.stringify(kind) !== JSON.stringify(old));
  holder[name] = others[Math.floor(chance() * others.length)];
  return { value: copy, at };
}

type Holder = Record<string, unknown>;

/** Every member and element below a value, with what holds it. */
function places(value: unknown, at: string): { holder: Holder; name: string; at: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((name) => [{ holder, name, at: `${at}.${name}` }, ...places(holder[name], `${at}.${name}`)]);
}

function flips(text: string): string[] {
  const at = Math.floor(chance() * text.length);
  const other = text[at] === 'A' ? 'B' : 'A';
  return [text.slice(0, at) + other + text.slice(at + 1), text.slice(1), `${text}A`, `${text.slice(0, -1)}=`, text.toLowerCase() === text ? text.toUpperCase() : text.toLowerCase()];
}

const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
