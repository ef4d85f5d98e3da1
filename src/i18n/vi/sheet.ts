/** Vietnamese sentences: the printed sheet and the files made from it. */

export const sheetVi = {
  'sheet.title': 'Lịch trực {period}',
  'sheet.title.duty': 'Lịch {period}',
  'sheet.span': 'Từ {from} ({fromLunar}) đến {to} ({toLunar})',
  'sheet.version': 'Bản {number}',
  'sheet.draft': 'Bản nháp',
  'sheet.replaces': 'thay bản {number} ngày {date}',
  'sheet.superseded': 'ĐÃ CÓ BẢN {number} THAY THẾ',
  'seat.uncovered': 'Chưa bố trí',
  'seat.away': '{name} vắng, cần người thay',
  'seat.wanted': 'Nên thêm người',
  'sheet.phones': 'Điện thoại',
  'sheet.note.night': 'Ca đêm tính vào ngày bắt đầu ca.',
  'sheet.note.provisional': 'Tạm tính: lịch nghỉ {holiday} chưa có thông báo chính thức.',
  'sheet.sign.maker': 'NGƯỜI LẬP BẢNG',
  'sheet.sign.head': 'TRƯỞNG ĐƠN VỊ DUYỆT',

  'sheet.column.number': 'TT',
  'sheet.column.weekday': 'Thứ',
  'sheet.column.date': 'Dương lịch',
  'sheet.column.lunar': 'Âm lịch',
  'sheet.column.named': 'Ngày lễ',
  'sheet.column.post': 'Vị trí trực',
  'sheet.column.shift': 'Ca',
  'sheet.column.hours': 'Giờ',
  'sheet.column.name': 'Họ và tên',
  'sheet.column.phone': 'Điện thoại',

  'fault.roster.syntax': 'Tệp không phải JSON. Có thể tệp bị cắt dở; hãy xuất lại bằng rota solve.',
  'fault.roster.format': 'Tệp không phải lịch trực do chương trình này ghi ra. Có thể đã chọn nhầm tệp.',
  'fault.roster.newer':
    'Tệp do bản mới hơn của chương trình ghi ra (dạng {value}, bản này đọc đến dạng {most}). Có thể cập nhật chương trình.',
  'fault.roster.shape': 'Mục này sai kiểu hoặc thiếu. Có thể xuất lại tệp bằng rota solve.',
  'fault.roster.period': 'Lịch này thuộc kỳ trực “{value}”, không phải “{period}”. Có thể đã chọn nhầm tệp.',
  'fault.roster.shift': 'Kỳ trực không có ca “{value}”. Có thể lịch được xếp trước khi sửa unit.json.',
  'fault.roster.shift-near': 'Kỳ trực không có ca “{value}”. Có thể là “{suggestion}”.',
  'fault.roster.shift-twice': 'Ca “{value}” có hai lần. Có thể xóa một lần.',
  'fault.roster.staff': 'Không có người mang mã “{value}” trong danh sách nhân sự.',
  'fault.roster.staff-near': 'Không có người mang mã “{value}”. Có thể là “{suggestion}”.',
  'fault.roster.staff-twice': 'Người mang mã “{value}” đứng hai lần trong một ca. Có thể xóa một lần.',
  'fault.roster.place-twice': 'Chỗ {value} của ca có hai người. Có thể đổi số chỗ của một người.',
  'fault.beside.unit': 'Lịch này của đơn vị “{value}”, không phải “{unit}”. Có thể đã chọn nhầm tệp.',
  'fault.beside.period':
    'Lịch này là của chính kỳ trực “{value}”. Với --beside, có thể chọn lịch của kỳ khác.',
  'fault.beside.twice': 'Lịch của kỳ trực “{value}” đã có trong {other}. Mỗi kỳ có thể chọn một tệp.',
  'warning.beside.covered':
    'Kỳ “{period}” đã có {count} ca cùng vị trí, cùng giờ với kỳ này, đầu tiên là {post} {day}. Khi công bố phải nói là thay các giờ đó: --replaces {id}.',
  'fault.beside.span':
    'Ca này có giờ không đọc được, hoặc kết thúc trước khi bắt đầu. Có thể xuất lại tệp bằng rota solve.',
  'warning.beside.person':
    '{name} (mã “{value}”) không có trong danh sách nhân sự của kỳ này. Ca của người này vẫn được giữ, nhưng không xét với ai. Nếu là cùng một người, có thể dùng cùng một mã.',
} as const;
