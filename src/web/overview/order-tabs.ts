/** The ways between the pages of one order. */

import type { Visit } from '../kit/visit.ts';
import { belowDutyPath, type OrderAddress, orderPartPath } from '../paths/overview.ts';
import { reportsPath } from '../paths/reports.ts';

const ORDER_TABS = ['overview', 'on-duty', 'reports'] as const;
export type OrderTab = (typeof ORDER_TABS)[number];

export function orderTabs({ say }: Visit, address: OrderAddress, current: OrderTab) {
  const paths: Readonly<Record<OrderTab, string>> = {
    overview: orderPartPath(address, 'overview'),
    'on-duty': belowDutyPath(address.unitId),
    reports: reportsPath(address),
  };
  return ORDER_TABS.map((tab) => ({
    ...{ href: paths[tab], label: say(`overview.tab.${tab}`), current: tab === current },
  }));
}
