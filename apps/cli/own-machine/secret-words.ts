import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { CommandIo } from '../command.js';
import { codeOf } from './durable-files.js';
import { BadInput, inBoth, type Words } from './problems.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A passphrase or password: from the variable, from the file that the variable `…_FILE` names, or asked at the terminal
 * without being shown. Never from the command line, where every process of the machine could read it.
 * @throws BadInput
 */
export async function secretWords(variable: string, question: Words, environment: Environment, io: CommandIo): Promise<string> {
  const direct = environment[variable];
  if (direct !== undefined && direct !== '') return direct;
  const file = environment[`${variable}_FILE`];
  if (file !== undefined && file !== '') return readSecretFile(variable, file);
  if (!process.stdin.isTTY) throw new BadInput({ ko: `${question.ko}: ${variable}(또는 ${variable}_FILE)를 정하거나 터미널에서 실행하십시오`, en: `${question.en}: set ${variable} or ${variable}_FILE, or run at a terminal` });
  return ask(question, io, true);
}

/** Asks at the terminal; `hidden` shows nothing of what is typed. */
export async function ask(question: Words, io: CommandIo, hidden = false): Promise<string> {
  io.stderr.write(`${inBoth(question)}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => { done(); } });
  const reader = createInterface({ input: process.stdin, output: hidden ? nowhere : process.stderr, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    if (hidden) io.stderr.write('\n');
  }
}

function readSecretFile(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new BadInput({ ko: `${variable}_FILE이 가리키는 파일을 읽을 수 없습니다 (${codeOf(error)})`, en: `the file named by ${variable}_FILE cannot be read (${codeOf(error)})` });
  }
}
