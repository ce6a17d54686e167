import { scalarText } from '../groups/texts.js';
import { playKeygen } from '../testing/keygen.js';
import { openDealing, openKeyShare, writeDealing, writeKeyShare } from './kept.js';

describe.each(['ristretto255', 'p256'] as const)('what a trustee keeps on disk, %s', (group) => {
  const { open, trustees: [own, other], output: { transcriptHash } } = playKeygen({ group, n: 2, k: 2 });
  const elsewhere = playKeygen({ group, n: 2, k: 2, ballotId: 'ballot-2' }).open;
  const onDisk = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

  it('a dealing is read as it was written, for its own setup and polynomial alone', () => {
    const file = writeDealing(open, own!.dealing);
    expect(openDealing(open, onDisk(file))).toEqual(own!.dealing);
    expect(() => openDealing(elsewhere, file)).toThrow('setupHash: another setup');
    expect(() => openDealing(open, { ...file, reveal: other!.dealing.reveal })).toThrow('reveal: of other coefficients');
    expect(() => openDealing(open, { ...file, coefficients: [scalarText(open.group, 5n), file.coefficients[1]] })).toThrow('reveal: of other coefficients');
  });

  it('a share likewise, for its own ballot', () => {
    const kept = { trustee: 1, share: own!.share, transcriptHash };
    const file = writeKeyShare(open, kept);
    expect(openKeyShare({ group: open.group, ballotId: 'ballot-1' }, onDisk(file))).toEqual(kept);
    expect(() => openKeyShare({ group: open.group, ballotId: 'ballot-2' }, file)).toThrow('ballotId: another ballot');
    expect(() => openKeyShare({ group: open.group, ballotId: 'ballot-1' }, { ...file, share: 'AA' })).toThrow('share: not a canonical scalar');
  });
});
