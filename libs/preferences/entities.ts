import { PostDemand } from './demand/post-demand.entity.js';
import { FavouritePost } from './favourite/favourite-post.entity.js';
import { CheckIn } from './preparation/check-in.entity.js';
import { FilingStop } from './filing-stop/filing-stop.entity.js';
import { PreparationItem } from './preparation/preparation-item.entity.js';
import { SavedSearch } from './saved-search/saved-search.entity.js';
import { StaffRequest } from './staff-request/staff-request.entity.js';
import { WishList } from './wish/wish-list.entity.js';
import { Wish } from './wish/wish.entity.js';

/** Every table of this room. */
export const PREFERENCES_ENTITIES = [
  WishList,
  Wish,
  PreparationItem,
  CheckIn,
  FavouritePost,
  SavedSearch,
  PostDemand,
  StaffRequest,
  FilingStop,
] as const;
