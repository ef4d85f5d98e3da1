/** Units that layouts must bear though hardly any is so: long texts everywhere, words without a blank, many days, few people. */

import type { DocumentFields } from '../../src/domain/document-fields.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { type Crowd, crowdPlan, longName, turnRoster } from './crowd.ts';
import type { DocumentFacts } from './every-document.ts';

export interface Hostile {
  readonly name: string;
  readonly crowd: Crowd;
  /** What else of the plan is hostile. */
  readonly changed?: (plan: Plan) => Plan;
  /** In place of what a variant says. */
  readonly fields?: DocumentFields;
}

/** 120 letters. */
const LONG_UNIT =
  'Trung tâm Giám sát, điều hành đô thị thông minh, Chuyển đổi số và Ứng cứu khẩn cấp sự cố an toàn thông tin mạng quốc gia';
const LONG_PARENT =
  'Ủy ban nhân dân thành phố Đồng bằng Sông Cửu Long và các đơn vị hành chính trực thuộc theo quy định của Chính phủ (mới)';
const LONG_POST =
  'Giám sát, phát hiện sớm và ứng cứu khẩn cấp sự cố an toàn thông tin mạng cho hệ thống thông tin cấp độ 4, cấp độ 5';

/** Forty letters without a blank. */
const oneWord = (index: number): string =>
  `Côngtằngtônnữnguyễnphướchoàngtrânđoan${String(index + 1).padStart(3, '0')}`;

/** Texts as long as the forms take them, of usual words; every third person has no phone. */
function longTexts(plan: Plan): Plan {
  return {
    ...plan,
    unit: {
      ...plan.unit,
      name: LONG_UNIT,
      parentName: LONG_PARENT,
      callNote:
        'Gọi trưởng ca trước, gọi lãnh đạo trực sau.\nKhông gọi được trong 15 phút thì gọi số thứ hai.\n\nMọi việc gọi đều ghi vào sổ trực.',
    },
    posts: plan.posts.map((post, i) => ({
      ...post,
      name: `${LONG_POST} ${i + 1}`,
      shortName: `Giám sát và ứng cứu khẩn cấp sự cố an toàn thông tin mạng ${i + 1}`,
      systems: [
        'Cổng dịch vụ công trực tuyến và hệ thống thông tin giải quyết thủ tục hành chính',
        'Trục liên thông văn bản',
      ],
      contacts: [
        {
          name: 'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao, Công an tỉnh Lam Giang',
          phone: '0900 000 113 (gọi ngoài giờ: 0900 000 114)',
          note: 'Gọi khi có dấu hiệu tội phạm.\nGiữ nguyên hiện trường.',
        },
      ],
      patterns: post.patterns.map((pattern) => ({ ...pattern, label: longLabel(pattern.label) })),
    })),
    shifts: plan.shifts.map((shift) => ({ ...shift, label: longLabel(shift.label) })),
    staff: plan.staff.map((member, i) => ({
      ...member,
      title: 'Phó Trưởng phòng phụ trách Công nghệ thông tin và An toàn thông tin mạng',
      department: 'Phòng Giám sát, điều hành, ứng cứu sự cố và Chuyển đổi số khu vực phía Nam',
      phone: i % 3 === 0 ? '' : member.phone,
    })),
  };
}

const longLabel = (label: string): string => `Ca ${label.toLowerCase()} kéo dài sang ca sau khi có lệnh`;

const LONG_SIGNERS: DocumentFields = {
  parentName: LONG_PARENT,
  unitName: LONG_UNIT,
  signer: {
    capacity: 'for-collective-head',
    authority: 'Ủy ban nhân dân thành phố Đồng bằng Sông Cửu Long',
    head: 'Chủ tịch Ủy ban nhân dân kiêm Trưởng ban Chỉ đạo Chuyển đổi số',
    position: 'Phó Chủ tịch Thường trực kiêm Phó Trưởng ban Chỉ đạo Chuyển đổi số và Đề án 06',
    name: 'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Trân',
  },
  checkerOffice: 'Phó Trưởng phòng phụ trách Phòng Tổ chức - Hành chính, Quản trị và Kế hoạch - Tài chính',
  checkerName: 'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Trân',
  maker: 'Tôn Nữ Công Tằng Nguyễn Phước Hoàng Trân',
};

export const HOSTILE: readonly Hostile[] = [
  {
    name: 'long texts',
    crowd: { people: 12, days: 5, posts: 3, cover: 2, nameOf: longName },
    changed: longTexts,
    fields: LONG_SIGNERS,
  },
  { name: 'words of 40 letters', crowd: { people: 12, days: 5, posts: 3, cover: 2, nameOf: oneWord } },
  { name: '31 days', crowd: { people: 28, days: 31, posts: 3, cover: 2 } },
  { name: 'one day', crowd: { people: 6, days: 1, posts: 2, cover: 1 } },
  { name: 'one person', crowd: { people: 1, days: 3, posts: 1, cover: 1 } },
  { name: 'nobody', crowd: { people: 0, days: 3, posts: 2, cover: 2 } },
];

export function hostileMade({
  crowd,
  changed = (plan) => plan,
  fields,
}: Hostile): DocumentFacts & { readonly plan: Plan } {
  const plan = changed(crowdPlan(crowd));
  const empty = { periodId: plan.period.id, assignments: [] };
  return { plan, roster: crowd.people > 0 ? turnRoster(plan) : empty, ...(fields && { fields }) };
}
