import { createHash } from 'node:crypto';
import { GENESIS_HASH, RowDigest, rowHash, sealHash, type SealFacts } from './audit-hash.js';

const sha256 = (...parts: (string | Buffer)[]): Buffer => createHash('sha256').update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest();

const facts: SealFacts = {
  organizationId: 'o', number: 1, fromTransaction: 0, toTransaction: 12, rowCount: 2, previousHash: GENESIS_HASH, sealedAt: new Date('2026-11-20T00:00:00Z'),
};

it('hashes a row as the JSON array of its texts, so that shifting text between columns shows', () => {
  expect(rowHash(['a', null, '가'])).toEqual(sha256('["a",null,"가"]'));
  expect(rowHash(['ab', 'c'])).not.toEqual(rowHash(['a', 'bc']));
  expect(rowHash([null])).not.toEqual(rowHash(['null']));
});

it('links a seal to its rows, to the seal before it and to its own facts', () => {
  const digest = new RowDigest();
  digest.add(['1']);
  digest.add(['2']);
  expect(digest.count).toBe(2);
  const rows = sha256(sha256('["1"]'), sha256('["2"]')).toString('hex');
  expect(digest.hex()).toBe(rows);
  const text = `["jari-audit-seal/1","o",1,0,12,2,"2026-11-20T00:00:00.000Z","${GENESIS_HASH}","${rows}"]`;
  expect(sealHash(facts, rows)).toBe(sha256(text).toString('hex'));
});

it.each(Object.entries({
  organizationId: 'p', number: 2, fromTransaction: 1, toTransaction: 13, rowCount: 3, previousHash: 'f'.repeat(64), sealedAt: new Date('2026-11-20T00:00:00.001Z'),
}))('changes with %s', (name, value) => {
  expect(sealHash({ ...facts, [name]: value }, '')).not.toBe(sealHash(facts, ''));
});
