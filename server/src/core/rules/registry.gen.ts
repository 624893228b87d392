// Written by scripts/generate.mjs from the folders beside this file. Do not edit.
import type { Rule } from './rule.ts';
import sg1001 from './SG1001-syntax-error/rule.ts';
import sg1002 from './SG1002-document-limits/rule.ts';
import sg1003 from './SG1003-duplicate-key/rule.ts';
import sg1004 from './SG1004-unknown-key/rule.ts';
import sg1005 from './SG1005-missing-key/rule.ts';
import sg1006 from './SG1006-missing-value/rule.ts';
import sg1007 from './SG1007-wrong-type/rule.ts';
import sg1008 from './SG1008-empty-string/rule.ts';
import sg1010 from './SG1010-colon-at-end/rule.ts';
import sg1011 from './SG1011-custom-tag/rule.ts';
import sg1012 from './SG1012-port-range-protocol/rule.ts';
import sg1013 from './SG1013-trailing-comma/rule.ts';
import sg1014 from './SG1014-unresolved-alias/rule.ts';
import sg1015 from './SG1015-key-of-other-product/rule.ts';
import sg1016 from './SG1016-key-of-other-direction/rule.ts';
import sg1017 from './SG1017-missing-alternative/rule.ts';
import sg1018 from './SG1018-ignored-parameter/rule.ts';
import sg1019 from './SG1019-port-list-protocol/rule.ts';
import sg1020 from './SG1020-name-length/rule.ts';
import sg1021 from './SG1021-name-start/rule.ts';
import sg1022 from './SG1022-name-characters/rule.ts';
import sg1023 from './SG1023-url-prefix/rule.ts';
import sg1024 from './SG1024-non-ascii-letter/rule.ts';
import sg1025 from './SG1025-description-length/rule.ts';
import sg1026 from './SG1026-description-start/rule.ts';
import sg1027 from './SG1027-name-period/rule.ts';
import sg1030 from './SG1030-unknown-value/rule.ts';
import sg1031 from './SG1031-letter-case/rule.ts';
import sg1032 from './SG1032-protocol-of-other-call/rule.ts';
import sg1033 from './SG1033-protocol-number-region/rule.ts';
import sg1034 from './SG1034-unknown-region/rule.ts';
import sg1035 from './SG1035-nic-type-in-vpc/rule.ts';
import sg1040 from './SG1040-port-range-format/rule.ts';
import sg1041 from './SG1041-port-range-bounds/rule.ts';
import sg1042 from './SG1042-port-range-reversed/rule.ts';
import sg1050 from './SG1050-priority-range/rule.ts';
import sg1051 from './SG1051-priority-text/rule.ts';
import sg1060 from './SG1060-malformed-address/rule.ts';
import sg1061 from './SG1061-address-family/rule.ts';
import sg1062 from './SG1062-source-ip-conflict/rule.ts';
import sg1063 from './SG1063-dest-ip-conflict/rule.ts';
import sg1064 from './SG1064-ipv4-protocol-ipv6-address/rule.ts';
import sg1065 from './SG1065-ipv6-protocol-ipv4-address/rule.ts';
import sg1066 from './SG1066-mixed-families/rule.ts';
import sg1067 from './SG1067-same-address-both-ends/rule.ts';
import sg1070 from './SG1070-too-many-rules/rule.ts';
import sg1071 from './SG1071-missing-vpc/rule.ts';
import sg1072 from './SG1072-enterprise-group-reference/rule.ts';
import sg1073 from './SG1073-too-many-group-references/rule.ts';
import sg1074 from './SG1074-client-token-format/rule.ts';
import sg1080 from './SG1080-tag-length/rule.ts';
import sg1081 from './SG1081-tag-prefix/rule.ts';
import sg1082 from './SG1082-duplicate-tag-key/rule.ts';
import sg1083 from './SG1083-too-many-tags/rule.ts';
import sg1084 from './SG1084-deprecated-tag-key/rule.ts';
import sg2001 from './SG2001-duplicate-rule/rule.ts';
import sg2002 from './SG2002-duplicate-rule-description/rule.ts';
import sg3001 from './SG3001-leaked-access-key/rule.ts';
import sg4001 from './SG4001-inferred-product/rule.ts';
import sg4002 from './SG4002-unused-suppression/rule.ts';
import sg4003 from './SG4003-unknown-suppression/rule.ts';
import sg4004 from './SG4004-expired-suppression/rule.ts';
import sg4005 from './SG4005-suppression-without-reason/rule.ts';
import sg4007 from './SG4007-fixed-client-token/rule.ts';
import sg4008 from './SG4008-needless-action/rule.ts';
import sg9001 from './SG9001-refused-by-cloud/rule.ts';

/** Every rule, in the order of ids. */
export const rules: readonly Rule[] = [
  sg1001,
  sg1002,
  sg1003,
  sg1004,
  sg1005,
  sg1006,
  sg1007,
  sg1008,
  sg1010,
  sg1011,
  sg1012,
  sg1013,
  sg1014,
  sg1015,
  sg1016,
  sg1017,
  sg1018,
  sg1019,
  sg1020,
  sg1021,
  sg1022,
  sg1023,
  sg1024,
  sg1025,
  sg1026,
  sg1027,
  sg1030,
  sg1031,
  sg1032,
  sg1033,
  sg1034,
  sg1035,
  sg1040,
  sg1041,
  sg1042,
  sg1050,
  sg1051,
  sg1060,
  sg1061,
  sg1062,
  sg1063,
  sg1064,
  sg1065,
  sg1066,
  sg1067,
  sg1070,
  sg1071,
  sg1072,
  sg1073,
  sg1074,
  sg1080,
  sg1081,
  sg1082,
  sg1083,
  sg1084,
  sg2001,
  sg2002,
  sg3001,
  sg4001,
  sg4002,
  sg4003,
  sg4004,
  sg4005,
  sg4007,
  sg4008,
  sg9001,
];

const byKey = new Map<string, Rule>();
for (const rule of rules) {
  byKey.set(rule.id.toLowerCase(), rule);
  byKey.set(rule.name, rule);
}

/** The rule with this id or name; null when there is none. */
export function findRule(idOrName: string): Rule | null {
  return byKey.get(idOrName.toLowerCase()) ?? null;
}
