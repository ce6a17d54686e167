/** A point on the map, degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Whole kilometres between two places as the crow flies (haversine formula). */
export const kilometres = (a: Place, b: Place): number => {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const across = half(a.latitude, b.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return Math.round(2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(across))));
};

/** About a kilometre: where somebody lives is known no more exactly than the rule needs. */
export const coarse = ({ latitude, longitude }: Place): Place => ({ latitude: Math.round(latitude * 100) / 100, longitude: Math.round(longitude * 100) / 100 });
