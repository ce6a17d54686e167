import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Permission } from '#contracts';
import { PERMISSION_KEY } from '../../apps/api/http/route.js';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its places, e.g. `/api/org-units/:id`. */
  readonly path: string;
  readonly permission: Permission | 'PUBLIC' | undefined;
  readonly handler: string;
}

const NOT_UNDER_API = ['health/live', 'health/ready', 'metrics'];
const trim = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** Every route of every controller of the application, as the framework sees them. */
export const routesOf = (app: NestFastifyApplication): readonly Route[] =>
  [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      const type = metatype as new () => object;
      const base = Reflect.getMetadata(PATH_METADATA, type) as string | string[];
      const prototype = type.prototype as Record<string, unknown>;
      return Object.getOwnPropertyNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (typeof handler !== 'function') return [];
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
        return [base].flat().flatMap((prefix) =>
          paths.map((own) => {
            const path = [trim(prefix), trim(own)].filter(Boolean).join('/');
            return {
              method: RequestMethod[method] as Route['method'],
              path: NOT_UNDER_API.includes(path) ? `/${path}` : `/api/${path}`,
              permission: Reflect.getMetadata(PERMISSION_KEY, handler) as Permission | 'PUBLIC' | undefined,
              handler: `${type.name}.${name}`,
            };
          }),
        );
      });
    }),
  );
