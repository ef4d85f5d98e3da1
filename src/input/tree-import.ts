/** A table of units → places in the tree: one row a unit. It knows tables, not which units there are already. */

import type { UnitContact } from '../domain/unit-tree.ts';
import { foldForSearch, normaliseName } from '../kernel/names.ts';
import type { Columns } from './columns.ts';
import { saysNothing } from './phones.ts';
import type { ListShape, ListTable } from './tables/list-table.ts';

export type TreeColumn =
  | 'name'
  | 'superior'
  | 'kind'
  | 'branch'
  | 'contact'
  | 'title'
  | 'phone'
  | 'email'
  | 'ignored';

const TREE_COLUMNS: Columns<TreeColumn> = {
  name: [
    'Tên đơn vị',
    'Đơn vị',
    'Tên cơ quan',
    'Cơ quan',
    'Tên xã phường',
    'Xã phường',
    'Tên',
    'unit',
    'name',
  ],
  superior: ['Đơn vị cấp trên', 'Cấp trên', 'Trực thuộc', 'Cơ quan chủ quản', 'superior', 'parent'],
  kind: ['Loại đơn vị', 'Loại', 'Loại hình', 'kind', 'type'],
  branch: ['Khối', 'Nhánh', 'Vùng', 'Địa bàn', 'Cụm', 'branch', 'area'],
  contact: ['Đầu mối', 'Họ và tên', 'Người liên hệ', 'Cán bộ đầu mối', 'Họ tên đầu mối', 'contact'],
  title: ['Chức vụ', 'Chức danh', 'title', 'position'],
  phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'Số máy', 'phone', 'mobile'],
  email: ['Thư', 'Email', 'Thư điện tử', 'Địa chỉ thư', 'mail'],
  ignored: ['TT', 'STT', 'Số thứ tự', 'Ghi chú', 'note'],
};

export const TREE_SHAPE: ListShape<TreeColumn> = {
  columns: TREE_COLUMNS,
  required: [['name']],
  joined: [],
  names: ['name'],
  shared: ['superior', 'kind', 'branch'],
  guess: ({ keys }) => [...keys],
};

export interface TreeRow {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly name: string;
  /** As written; empty: directly below who imports. */
  readonly superior: string;
  readonly kind: string;
  readonly branch: string;
  readonly contact: UnitContact;
}

export interface TreeRowFault {
  readonly row: number;
  readonly key: string;
  readonly value: string;
}

const MOST_LETTERS = 200;

/** Rows with a fault are told, and are not among the others. */
export function readTreeRows(table: ListTable<TreeColumn>): {
  readonly rows: readonly TreeRow[];
  readonly faults: readonly TreeRowFault[];
} {
  const rows: TreeRow[] = [];
  const faults: TreeRowFault[] = [];
  const seen = new Map<string, number>();
  if (!table.keys.includes('name'))
    return { rows, faults: [{ row: 0, key: 'tree.fault.no-name-column', value: '' }] };
  for (const line of table.lines) {
    if (line.aside) continue;
    const cell = (key: TreeColumn): string => {
      const text = normaliseName(line.cells[table.keys.indexOf(key)] ?? '');
      return saysNothing(text) ? '' : text;
    };
    const name = cell('name');
    const { row } = line;
    const [email, phone] = [cell('email'), cell('phone')];
    if (name === '') continue;
    if (name.length > MOST_LETTERS) faults.push({ row, key: 'tree.fault.long', value: name.slice(0, 40) });
    else if (seen.has(foldForSearch(name))) faults.push({ row, key: 'tree.fault.twice', value: name });
    else if (email !== '' && !/^[^\s@,;<>"]+@[^\s@,;<>"]+$/u.test(email))
      faults.push({ row, key: 'tree.fault.email', value: email });
    else {
      const contact = { name: cell('contact'), title: cell('title'), phone, email };
      rows.push({
        row,
        name,
        superior: cell('superior'),
        kind: cell('kind'),
        branch: cell('branch'),
        contact,
      });
    }
    seen.set(foldForSearch(name), row);
  }
  return { rows, faults };
}
