export function countResults(text: string | undefined): { passed: number; failed: number; skipped: number };
export function runTests(argv: readonly string[]): Promise<number>;
