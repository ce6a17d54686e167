export { castOf, OUTSIDE, ROLE_NAMES, type Cast, type DemoStory } from './cast.js';
export { DEMO_PASSWORD, type DemoAccount } from './demo-accounts.js';
export { loadDemoDistrict } from './load-demo-district.js';
export { mergerRequest } from './merger-request.js';
export { storyOn } from './story.js';
