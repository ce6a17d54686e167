import { Module } from '@nestjs/common';
import { PreferencesModule } from '#preferences';
import { CatalogueController } from './catalogue.controller.js';
import { FavouriteController } from './favourite.controller.js';
import { HeadController } from './head.controller.js';
import { HrWishController } from './hr-wish.controller.js';
import { PreparationController } from './preparation.controller.js';
import { SavedSearchController } from './saved-search.controller.js';
import { WishListController } from './wish-list.controller.js';

@Module({
  imports: [PreferencesModule],
  controllers: [
    WishListController, PreparationController, CatalogueController, FavouriteController, SavedSearchController,
    HeadController, HrWishController,
  ],
})
export class PreferencesApiModule {}
