const PAUSE_MS = 10;

/** Awaits a condition. @throws Error when it does not come true in time */
export const until = async (condition: () => Promise<boolean> | boolean, patienceMs = 20_000): Promise<void> => {
  const end = performance.now() + patienceMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited ${patienceMs} ms in vain for: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};

/** A promise and the key to it. */
export const latch = (): { readonly passed: Promise<void>; open(): void } => {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
};
