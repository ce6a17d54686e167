export default async function globalTeardown() {
  // Another run of the tests may share the server; the last one stops it.
  await globalThis.jariTestCluster?.stop({ onlyIfUnused: true });
}
