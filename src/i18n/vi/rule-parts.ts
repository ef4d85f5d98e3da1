/** Vietnamese sentences: parts of rules, profiles, and what is wrong with a rule. */

export const rulePartsVi = {
  'constraint.scope.all': 'Tính mọi ca.',
  'constraint.scope.on-site': 'Chỉ tính ca tại chỗ.',
  'constraint.scope.standby': 'Chỉ tính ca dự phòng.',
  'constraint.shift-kind.any': 'ca bất kỳ',
  'constraint.shift-kind.night': 'ca đêm',
  'constraint.shift-kind.day': 'ca ngày',

  'profile.labour-code.name': 'Theo Bộ luật Lao động',
  'profile.labour-code.note':
    'Nghỉ 12 giờ giữa hai ca, cảnh báo khi quá 12 giờ một ngày hoặc 48 giờ một tuần, mỗi tuần có ngày nghỉ.',
  'profile.duty-24-24.name': 'Trực 24/24 có nghỉ bù',
  'profile.duty-24-24.note':
    'Trực bao lâu được nghỉ bù ít nhất bấy lâu, không ít hơn 12 giờ; mỗi tuần có ngày nghỉ; không giới hạn số giờ.',

  'error.constraint.unknown': 'Không có quy tắc nào mang mã “{code}”.',

  'fault.rule.unknown': 'Không có quy tắc “{value}”. Có thể xem danh sách quy tắc trong README.',
  'fault.rule.unknown-near': 'Không có quy tắc “{value}”. Có thể là “{suggestion}”.',
  'fault.rule.twice':
    'Quy tắc “{id}” được sửa hai lần. Có thể gộp lại thành một, hoặc đặt mã khác cho quy tắc thêm mới.',
  'fault.rule.other-constraint':
    'Quy tắc “{id}” thuộc loại “{constraint}”, không đổi loại được. Có thể tắt quy tắc này rồi thêm quy tắc mới với mã khác.',
  'fault.rule.balance-hard':
    'Quy tắc chia đều không thể là bắt buộc, vì không bảng trực nào đều tuyệt đối. Có thể đặt mức ưu tiên cao hơn.',
  'fault.rule.most-missing':
    'Đã ghi số ngày nhưng chưa ghi mức nhiều nhất. Có thể thêm “most”, hoặc bỏ “windowDays”.',
  'fault.rule.nobody': 'Hãy chọn ít nhất một người hoặc một nhóm, hay bỏ mục “với ai”.',
  'fault.rule.quota-least': 'Mức ít nhất đang lớn hơn mức nhiều nhất. Có thể đổi lại hai số.',
  'fault.rule.turn-twice': 'Có người đứng hai lần trong danh sách.',
  'fault.rule.same-person': 'Mỗi người chỉ chọn một lần.',
} as const;
