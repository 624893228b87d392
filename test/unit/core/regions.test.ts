/** The table of regions: every one named in both languages, with an endpoint of the vendor. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKnownRegion, protocolNumberRegions, regions } from '../../../server/src/core/model/regions.ts';

test('ids are unique, names stand in both languages, endpoints are the vendor’s', () => {
  assert.ok(regions.length >= 40);
  assert.equal(new Set(regions.map((r) => r.id)).size, regions.length);
  for (const { id, name, endpoint } of regions) {
    assert.match(id, /^[a-z]+(?:-[a-z\d]+)+$/);
    assert.match(name.en, /^[A-Z][ -~]+$/, id);
    assert.match(name['zh-cn'], /\p{Script=Han}/u, id);
    assert.match(endpoint, /^ecs[a-z\d.-]*\.aliyuncs\.com$/, id);
  }
});

test('regions that take protocol numbers are known; a closed region is not', () => {
  for (const id of protocolNumberRegions) assert.ok(isKnownRegion(id), id);
  assert.ok(!isKnownRegion('ap-south-1'));
});
