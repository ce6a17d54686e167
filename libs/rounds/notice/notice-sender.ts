import { Injectable } from '@nestjs/common';

/** What leaves the product about a notice: that there is one, never what it says. */
export interface NoticeAnnouncement {
  readonly organizationId: string;
  readonly noticeId: string;
  /** null = everyone concerned. */
  readonly employeeId: string | null;
}

/** Port for telling people that a notice waits for them (e-mail, messenger). Called after the commit; must not throw. */
export abstract class NoticeSender {
  abstract announce(announcements: readonly NoticeAnnouncement[]): void;
}

/** The notice in the application is all there is. */
@Injectable()
export class InApplicationOnly extends NoticeSender {
  override announce(): void {
    // Nothing leaves the application.
  }
}
