import { UsageError } from '../../command.js';

export interface VerifyArguments {
  readonly board: string;
  /** Files, or folders of files. */
  readonly receipts: readonly string[];
  /** Worker threads for the proofs; undefined = as the machine has room. */
  readonly threads: number | undefined;
}

/** `BOARD.json [--threads N] [--receipts FILE…]`. @throws UsageError */
export function parseArguments(argv: readonly string[]): VerifyArguments {
  const boards: string[] = [];
  const receipts: string[] = [];
  let target = boards;
  let threads: number | undefined;
  const words = argv[Symbol.iterator]();
  for (const word of words) {
    if (word === '--receipts') target = receipts;
    else if (word === '--threads') {
      const next = words.next();
      threads = next.done === true ? NaN : Number(next.value);
      if (!Number.isInteger(threads) || threads < 1 || threads > 64) throw new UsageError('--threads 1–64');
    } else if (word.startsWith('--')) throw new UsageError(word);
    else target.push(word);
  }
  const [board, more] = boards;
  if (board === undefined || more !== undefined) throw new UsageError('개표판 파일 하나를 적어 주십시오 / one board file is needed');
  if (target === receipts && receipts.length === 0) throw new UsageError('--receipts FILE…');
  return { board, receipts, threads };
}
