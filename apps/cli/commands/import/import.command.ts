import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { IMPORT_KINDS, ImportService, type ImportKind, type Upload } from '#organization';
import { Database, systemContext, type Tx } from '#platform';
import { withApplication } from '../../application/application-context.js';
import { findOrganization } from '../../application/find-organization.js';
import { readFlags } from '../../application/flags.js';
import { applyFile, checkFile } from '../../application/import-file.js';
import { keepOnly } from '../../application/keep-only.js';
import { EXIT, UsageError, type Command, type CommandIo } from '../../command.js';
import { answerJson, answerText, type ImportAnswer } from './import-answer.js';

interface Wanted {
  readonly organization: string | undefined;
  readonly kind: ImportKind;
  readonly file: string;
  readonly apply: boolean;
  readonly json: boolean;
}

/** @throws UsageError */
const parse = (argv: readonly string[]): Wanted => {
  const { values, switches, files: [file] } = readFlags(argv, ['organization', 'kind'], ['apply', 'json'], 1);
  const kind = IMPORT_KINDS.find((candidate) => candidate === values['kind']?.toUpperCase());
  const problems: string[] = [];
  if (kind === undefined) problems.push(`--kind: ${IMPORT_KINDS.map((name) => name.toLowerCase()).join(', ')}`);
  if (file === undefined) problems.push('가져올 파일을 지정해 주십시오 / name the file to import');
  if (kind === undefined || file === undefined) throw new UsageError(problems.join('\n'));
  return { organization: values['organization'], kind, file, apply: switches.has('apply'), json: switches.has('json') };
};

/** @throws UsageError when the file cannot be read */
const readUpload = async (kind: ImportKind, file: string): Promise<Upload> => {
  try {
    return { kind, fileName: basename(file), content: await readFile(file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`파일을 열 수 없습니다 / the file cannot be opened: ${basename(file)}${code === '' ? '' : ` (${code})`}`);
  }
};

const STAGES = { READING: '읽는 중 / reading', COMPARING: '대조하는 중 / comparing', WRITING: '반영하는 중 / writing' } as const;

const work = async (imports: ImportService, tx: Tx, upload: Upload, apply: boolean, io: CommandIo): Promise<ImportAnswer> => {
  const progress = async (_: number, stage: keyof typeof STAGES): Promise<void> => void io.stderr.write(`  ${STAGES[stage]}…\n`);
  const checked = await checkFile(imports, tx, upload, progress);
  const batch = apply && checked.state === 'CHECKED' ? await applyFile(imports, tx, checked, progress) : checked;
  return {
    batch,
    faults: await imports.findings(tx, batch.id, 'faults', 0, batch.faultCount),
    warnings: await imports.findings(tx, batch.id, 'warnings', 0, batch.warningCount),
  };
};

/**
 * `jari import`: the dry run of a file, with `--apply` its application, all or nothing. A file that is not applied leaves
 * nothing in the database, because its rows name people.
 * @returns 0 where the file is sound (and was applied, if asked), 2 where it is not or cannot be read
 */
export const importCommand: Command = async (argv, io) => {
  const { organization: code, kind, file, apply, json } = parse(argv);
  const upload = await readUpload(kind, file);
  return withApplication(io, async (app) => {
    const [database, imports] = [app.get(Database), app.get(ImportService)];
    const organization = await findOrganization(database, code);
    const answer = await keepOnly(
      database, systemContext(organization.id, 'import-command'), (tx) => work(imports, tx, upload, apply, io), ({ batch }) => batch.state === 'APPLIED',
    );
    io.stdout.write((json ? answerJson : answerText)(organization.code, answer));
    return answer.faults.length > 0 ? EXIT.badInput : EXIT.done;
  });
};
