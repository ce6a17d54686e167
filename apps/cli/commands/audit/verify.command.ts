import { AuditVerifier, createDataSource, Database, PLATFORM_ENTITIES, systemContext, type AuditVerification } from '#platform';
import { EXIT, UsageError, type CommandIo } from '../../command.js';
import { openLocalDatabase } from '../../local-database/local-database.js';

interface Organization {
  readonly id: string;
  readonly code: string;
}

export interface AuditVerifyDependencies {
  readonly database: Database;
}

interface Options {
  readonly organization: string | undefined;
  readonly json: boolean;
}

const parse = (argv: readonly string[]): Options => {
  let organization: string | undefined;
  let json = false;
  const words = argv[Symbol.iterator]();
  for (const word of words) {
    if (word === '--json') json = true;
    else if (word === '--organization') {
      const { value } = words.next() as IteratorResult<string, undefined>;
      if (value === undefined) throw new UsageError('--organization CODE');
      organization = value;
    } else throw new UsageError(word);
  }
  return { organization, json };
};

const report = (code: string, { intact, seals, sealedRows, unsealedRows, head, firstBroken }: AuditVerification): string => {
  const lines = [
    `${code}: ${intact ? '온전함 / intact' : '훼손됨 / BROKEN'}`,
    `  확인한 봉인 / seals verified: ${seals}, 행 / rows: ${sealedRows}, 아직 봉인되지 않은 행 / not sealed yet: ${unsealedRows}`,
  ];
  if (head) lines.push(`  마지막 봉인 / last seal: ${head.number} ${head.hash}`);
  if (firstBroken) {
    const { number, fault, firstRowId, lastRowId, expectedRows, foundRows } = firstBroken;
    const ids = firstRowId === null ? '–' : `${firstRowId}–${lastRowId}`;
    lines.push(`  처음 어긋난 봉인 / first broken seal: ${number} (${fault}), 행 번호 / row ids: ${ids}`);
    if (foundRows !== expectedRows) lines.push(`  봉인된 행 수 / rows sealed: ${expectedRows}, 지금 있는 행 수 / rows found: ${foundRows}`);
  }
  return `${lines.join('\n')}\n`;
};

/**
 * Recomputes the hash chain of every organisation, or of one.
 * @returns 0 where all are intact, 1 where one is not, 2 for an organisation that does not exist
 */
export const auditVerifyCommand = async (argv: readonly string[], io: CommandIo, { database }: AuditVerifyDependencies): Promise<number> => {
  const { organization, json } = parse(argv);
  const organizations = await database.system('audit-verify', (tx) =>
    tx.query<Organization>('SELECT organization_id AS id, code FROM organization WHERE $1::text IS NULL OR code = $1 ORDER BY code', [organization ?? null]),
  );
  if (organization !== undefined && organizations.length === 0) {
    io.stderr.write(`없는 기관입니다 / no such organisation: ${organization}\n`);
    return EXIT.badInput;
  }
  if (organizations.length === 0) io.stderr.write('아직 기관이 없습니다 / there is no organisation yet\n');
  const verifier = new AuditVerifier();
  const results: (AuditVerification & { organization: string })[] = [];
  for (const { id, code } of organizations) {
    const result = await database.snapshot(systemContext(id, 'audit-verify'), (tx) => verifier.verify(tx));
    results.push({ organization: code, ...result });
    if (!json) io.stdout.write(report(code, result));
  }
  if (json) io.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return results.every(({ intact }) => intact) ? EXIT.done : EXIT.no;
};

/** `jari audit verify` on the database of this checkout or of DATABASE_URL. */
export const auditVerify = async (argv: readonly string[], io: CommandIo): Promise<number> => {
  parse(argv);
  const local = await openLocalDatabase(io);
  try {
    const dataSource = createDataSource({ url: local.url, entities: PLATFORM_ENTITIES, poolSize: 2 });
    await dataSource.initialize();
    try {
      return await auditVerifyCommand(argv, io, { database: new Database(dataSource) });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await local.release();
  }
};
