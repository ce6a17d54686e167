import { addFrame, addPlainBallot, ProfileBuilder, type BuiltProfile, type Unranked } from '#tally';
import { JsonCutter } from './json-cutter.js';

type Read = (write: (chunk: Uint8Array) => void) => void;

const NO_JSON = Symbol('not JSON');
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the plain-ballots format of any size. `read` hands the file over and is called twice, because the ballots may stand
 * before the candidates they name.
 */
export function readJsonBallots(read: Read, unranked: Unranked | undefined): BuiltProfile {
  const builder = new ProfileBuilder();
  const { faults } = builder;
  const outline = new JsonCutter('ballots', null);
  read((chunk) => outline.write(chunk));
  const bytes = outline.end();
  const frame = bytes === null ? NO_JSON : parse(bytes);
  if (frame === NO_JSON) faults.add('file', 0, '', 'NOT_JSON');
  else if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) faults.add('file', 0, '', 'NOT_AN_OBJECT');
  else {
    const members: Readonly<Record<string, unknown>> = unranked === undefined ? { ...frame } : { unranked, ...frame };
    const rule = addFrame(builder, members);
    if (outline.lists > 1) faults.add('file', 0, 'ballots', 'DUPLICATE_MEMBER');
    else if (!Array.isArray(members['ballots'])) faults.add('ballots', 0, '', 'WRONG_TYPE', { expected: 'list' });
    else addBallots(builder, read);
    return builder.finish(rule);
  }
  return builder.finish('tied-last');
}

function addBallots(builder: ProfileBuilder, read: Read): void {
  let row = 0;
  const cutter = new JsonCutter('ballots', (bytes, ends) => {
    const all = parse(bytes, '[', ']');
    let from = 0;
    ends.forEach((end, at) => {
      row++;
      // One by one where something is wrong, to name the row.
      const ballot: unknown = Array.isArray(all) && all.length === ends.length ? all[at] : parse(bytes.subarray(from, end));
      from = end + 1;
      if (ballot === NO_JSON) builder.faults.add('ballots', row, '', 'NOT_JSON');
      else addPlainBallot(builder, row, ballot);
    });
  });
  read((chunk) => cutter.write(chunk));
}

function parse(bytes: Uint8Array, before = '', after = ''): unknown {
  try {
    return JSON.parse(before + decoder.decode(bytes) + after);
  } catch {
    return NO_JSON;
  }
}
