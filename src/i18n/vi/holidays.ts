/** Vietnamese sentences: faults in holiday files and recurrence rules, and what holidays warn of. */

export const holidaysVi = {
  'error.lunar.range': 'Âm lịch chỉ hỗ trợ từ năm {firstYear} đến {lastYear}; không tính được cho {value}.',
  'error.holiday.range':
    'Chỉ suy được ngày nghỉ lễ cho các năm {firstYear}–{lastYear}, không phải {year}. Có thể chọn năm khác.',
  'warning.holiday.outside':
    '{title} ({first} – {last}) nằm ngoài thời gian của kỳ này, nên kỳ này không phục vụ kỳ nghỉ ấy.',
  'warning.holiday.proposal':
    '{title} ({first} – {last}) mới là đề xuất, chưa có thông báo chính thức. Nguồn: {source}.',
  'warning.holiday.derived':
    '{title} ({first} – {last}) được suy từ luật, chưa có thông báo. Có thể sửa khi có văn bản.',
  'warning.holiday.alternative': '{title}: còn một phương án khác, {first} – {last}. Nguồn: {source}.',
  'fault.holiday.missing': 'Thiếu mục {field}. Có thể thêm vào tệp.',
  'fault.holiday.type': 'Mục {field} sai kiểu dữ liệu.',
  'fault.holiday.unknown': 'Không có mục {unknown} (tại {field}). Có thể xóa hoặc sửa tên.',
  'fault.holiday.choice': 'Mục {field} phải là một trong: {choices}.',
  'fault.holiday.day': 'Mục {field} không phải ngày có thật. Có thể ghi như 2027-02-06.',
  'fault.holiday.small': 'Mục {field} quá nhỏ hoặc quá ngắn; ít nhất {least}.',
  'fault.holiday.big': 'Mục {field} quá lớn hoặc quá dài; nhiều nhất {most}.',
  'fault.holiday.order': 'Ngày cuối {to} trước ngày đầu {from}.',
  'fault.holiday.long': 'Kỳ nghỉ dài {days} ngày; nhiều nhất {most}.',
  'fault.holiday.key': 'Mã kỳ nghỉ phải là {expected}.',
  'fault.holiday.otherYear': 'Kỳ nghỉ không thuộc năm {year}. Có thể chuyển sang tệp của năm khác.',
  'fault.holiday.source': '{key} không phải suy từ luật nên cần ghi nguồn.',
  'fault.holiday.outside': 'Ngày lễ {day} nằm ngoài kỳ nghỉ.',
  'fault.holiday.swapOff': 'Ngày hoán đổi được nghỉ {day} nằm ngoài kỳ nghỉ.',
  'fault.holiday.swapWorked': 'Ngày làm bù {day} nằm trong kỳ nghỉ.',
  'fault.holiday.duplicate': '{key} trùng ngày lễ với {other}. Có thể xóa một mục.',
  'fault.holiday.overlap': '{key} và {other} có ngày trùng nhau.',
  'fault.rrule.empty': 'Chưa có quy tắc lặp. Có thể ghi FREQ=DAILY.',
  'fault.rrule.long': 'Quy tắc lặp dài quá {most} ký tự.',
  'fault.rrule.lines': 'Quy tắc lặp chỉ gồm một dòng, có thể thêm một dòng DTSTART phía trên.',
  'fault.rrule.part': 'Không hiểu phần “{part}”. Có thể dùng: {allowed}.',
  'fault.rrule.repeated': '{part} xuất hiện hai lần. Có thể gộp lại.',
  'fault.rrule.frequency': 'FREQ=“{value}” không dùng được. Có thể dùng: {allowed}.',
  'fault.rrule.number': '{part}={value} không hợp lệ; cần số nguyên khác 0 từ {least} đến {most}.',
  'fault.rrule.weekday': '“{value}” không phải thứ trong tuần. Có thể dùng: {allowed}.',
  'fault.rrule.until': 'UNTIL={value} không phải ngày hợp lệ. Có thể ghi như UNTIL=20270210, không có Z.',
  'fault.rrule.untilCount': 'Chỉ dùng một trong hai: UNTIL hoặc COUNT.',
  'fault.rrule.start': '“{value}” không phải ngày bắt đầu hợp lệ. Có thể ghi như DTSTART:20270204.',
  'fault.rrule.combination': '{part} không đi cùng FREQ={frequency}. Có thể đổi FREQ hoặc bỏ phần này.',
  'fault.rrule.setpos': 'BYSETPOS cần đi cùng một phần BY… khác, như BYDAY.',
  'fault.rrule.span':
    'Chỉ tính lịch lặp trong các năm {firstYear}–{lastYear}; khoảng {from} – {to} nằm ngoài.',
  'fault.rrule.tooMany': 'Quy tắc cho hơn {most} ngày. Có thể rút ngắn khoảng thời gian.',
  'fault.notice.missing': 'Chưa nhập mục này.',
  'fault.notice.day': '“{value}” không phải ngày có thật. Có thể ghi như 10/02/2027.',
  'fault.notice.swap':
    '“{value}” không phải một cặp ngày. Có thể ghi như 12/02/2027=20/02/2027: ngày nghỉ, rồi ngày làm bù.',
  'fault.notice.holiday': 'Không có kỳ nghỉ “{value}”. Có thể ghi năm rồi một trong: {kinds}, như 2027-tet.',
  'fault.notice.holiday-near': 'Không có kỳ nghỉ “{value}”. Có thể là “{suggestion}”.',
  'fault.notice.number': '“{value}” chưa có chữ số. Có thể ghi cả số và ký hiệu, như 6150/TB-BLĐTBXH.',
  'fault.notice.number-long': 'Số văn bản dài quá {most} ký tự.',
  'fault.notice.date':
    'Văn bản đề ngày {value} không hợp với kỳ nghỉ hết ngày {last}. Có thể xem lại ngày, năm.',
  'fault.notice.no-holiday':
    'Trong những ngày này không có ngày lễ nào của {title}. Có thể xem lại ngày, năm hoặc mã kỳ nghỉ.',
  'fault.notice.overlap': 'Có ngày trùng với {other} ({first} – {last}).',
  'fault.notice.plan':
    'Kỳ trực “{period}” không lập được nữa: không còn ca nào. Có thể đổi ngày của kỳ ấy hoặc xóa kỳ trước.',
} as const;
