import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { JariError } from '#platform';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses requests that change something and come from another site. Browsers send `Sec-Fetch-Site` and `Origin`
 * truthfully (OWASP, Cross-Site Request Forgery Prevention: verifying origin with standard headers); programs send
 * neither. The cookie is `SameSite=Strict` besides.
 */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE_METHODS.includes(method)) return true;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new JariError('CROSS_SITE_REQUEST');
    const { origin } = headers;
    if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== headers.host)) throw new JariError('CROSS_SITE_REQUEST');
    return true;
  }
}
