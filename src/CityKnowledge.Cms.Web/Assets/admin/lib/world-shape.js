import { feature } from 'topojson-client';

// The land as a flat map needs it: coasts that cross the date line go on beyond it instead of jumping back, and the whole
// is there three times, side by side.
export function landOf(world) {
  const land = feature(world, world.objects.land);
  const polygons = (land.features ?? [land]).flatMap(({ geometry }) => geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
  const flat = polygons.map(rings => rings.map(unroll));
  const copies = [-360, 0, 360].flatMap(shift => flat.map(rings => rings.map(ring => ring.map(([longitude, latitude]) => [longitude + shift, latitude]))));
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: copies } };
}

function unroll(ring) {
  let shift = 0;
  const flat = ring.map(([longitude, latitude], place) => {
    const step = place === 0 ? 0 : longitude - ring[place - 1][0];
    if (step > 180) shift -= 360;
    if (step < -180) shift += 360;
    return [longitude + shift, latitude];
  });
  const [first, last] = [flat[0], flat.at(-1)];
  // Around the pole: closed along the edge of the map.
  return Math.abs(last[0] - first[0]) > 180 ? [...flat, [last[0], -89], [first[0], -89], first] : flat;
}
