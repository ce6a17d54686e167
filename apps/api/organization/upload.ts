import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { JariError } from '#platform';

export interface UploadedFile {
  readonly fileName: string;
  readonly content: Buffer;
}

/** The file of a multipart request, which may hold at most one. @throws IMPORT_FILE_MISSING, PAYLOAD_TOO_LARGE, MALFORMED_REQUEST */
export const readUpload = async (request: FastifyRequest): Promise<UploadedFile> => {
  if (!request.isMultipart()) throw new JariError('UNSUPPORTED_MEDIA_TYPE');
  const file: MultipartFile | undefined = await request.file().catch((error: unknown) => {
    // The parser answers a body that is no form at all with a bare Error; what it knows by a status keeps that.
    throw error instanceof Error && 'statusCode' in error ? error : new JariError('MALFORMED_REQUEST');
  });
  if (!file) throw new JariError('IMPORT_FILE_MISSING');
  return { fileName: file.filename, content: await file.toBuffer() };
};
