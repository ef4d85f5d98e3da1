/** The columns of the tables of watched systems; what they mean stands in their migrations. */

import type { SystemLevel } from '../domain/watched-system.ts';

export interface SystemTables {
  watched_system: WatchedSystemRow;
  system_setting: { unit_id: string; certificates: string };
}

export interface WatchedSystemRow {
  unit_id: string;
  id: string;
  name: string;
  level: SystemLevel | null;
  owner: string;
  phone: string;
  email: string;
  note: string;
  former: string;
}
