import { extname } from 'node:path';
import type { BuiltProfile, Unranked } from '#tally';
import { readChunks } from '../solve/read-instance.js';
import { CsvBallotReader } from './csv-ballots.js';
import { readJsonBallots } from './json-ballots.js';
import { PREFLIB_KINDS, PreflibBallotReader, type PreflibKind } from './preflib-ballots.js';

/**
 * Reads a file by the ending of its name: CSV, PrefLib, and everything else as JSON. `unranked` counts where the file itself
 * does not say it. @throws UnreadableFile
 */
export function readBallots(file: string, unranked: Unranked | undefined): BuiltProfile {
  const ending = extname(file).slice(1).toLowerCase();
  const read = (write: (chunk: Uint8Array) => void): void => readChunks(file, write);
  if (ending !== 'csv' && !isPreflib(ending)) return readJsonBallots(read, unranked);
  const reader = ending === 'csv' ? new CsvBallotReader() : new PreflibBallotReader(ending);
  read((chunk) => reader.write(chunk));
  return reader.finish(unranked ?? 'tied-last');
}

const isPreflib = (ending: string): ending is PreflibKind => Object.hasOwn(PREFLIB_KINDS, ending);
