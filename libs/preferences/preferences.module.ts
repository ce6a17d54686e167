import { Module } from '@nestjs/common';
import { ApplicantService } from './applicant/applicant.service.js';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { FavouriteService } from './favourite/favourite.service.js';
import { FilingStopService } from './filing-stop/filing-stop.service.js';
import { HrWishService } from './hr/hr-wish.service.js';
import { PreparationService } from './preparation/preparation.service.js';
import { SavedSearchService } from './saved-search/saved-search.service.js';
import { WishSnapshotService } from './snapshot/wish-snapshot.service.js';
import { StaffRequestService } from './staff-request/staff-request.service.js';
import { WishListService } from './wish/wish-list.service.js';

const SERVICES = [
  WishListService, PreparationService, FavouriteService, SavedSearchService, CatalogueService,
  ApplicantService, StaffRequestService, HrWishService, WishSnapshotService, FilingStopService,
];

@Module({ providers: SERVICES, exports: SERVICES })
export class PreferencesModule {}
