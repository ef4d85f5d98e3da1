/** Vietnamese sentences: moving in from another on-call tool. */

export const moveInVi = {
  'move-in.title': 'Chuyển từ công cụ khác',
  'move-in.lead':
    'Đưa lịch trực của Opsgenie, Grafana OnCall, GoAlert hoặc một lịch iCalendar vào {period}. Chưa ghi gì trước khi bạn xác nhận từng bước.',
  'move-in.link': 'Chuyển từ Opsgenie, Grafana OnCall, GoAlert, iCalendar',
  'move-in.file-title': 'Chọn tệp',
  'move-in.file': 'Tệp JSON hoặc .ics',
  'move-in.file-hint':
    'JSON là câu trả lời API của công cụ, một hoặc nhiều câu trong một tệp: Opsgenie (lịch với rotation, override, người dùng), Grafana OnCall (schedules, on_call_shifts, users hoặc final_shifts), GoAlert (schedule, rotations, userOverrides, users).',
  'move-in.look': 'Xem trước',
  'move-in.refused.none': 'Chưa chọn tệp, hoặc tệp rỗng.',
  'move-in.refused.unknown':
    'Không thấy lịch trực nào trong tệp. Có thể cần câu trả lời API đầy đủ (Opsgenie: expand=rotation; Grafana OnCall: on_call_shifts; GoAlert: targets và rules), hoặc tệp .ics nguyên vẹn.',
  'move-in.refused.empty':
    'Lịch trong tệp không có ai trực. Có thể chọn lịch khác, hoặc lấy thêm phần rotation.',
  'move-in.refused.too-much':
    'Tệp lớn hơn bất cứ lịch trực nào. Có thể chỉ lấy một lịch và khoảng ngày cần chuyển.',
  'move-in.refused.slow': 'Đọc tệp quá lâu nên đã dừng. Có thể chỉ lấy một lịch và khoảng ngày cần chuyển.',
  'move-in.tool.opsgenie': 'Opsgenie',
  'move-in.tool.grafana-oncall': 'Grafana OnCall',
  'move-in.tool.goalert': 'GoAlert',
  'move-in.tool.icalendar': 'Lịch iCalendar',
  'move-in.source': '{tool}: “{name}”',
  'move-in.facts': '{people} người, {posts} vòng trực, {overrides} lần thay ca.',
  'move-in.people-title': 'Người',
  'move-in.people': '{count} người chưa có trong danh sách của đơn vị (so theo thư điện tử và tên).',
  'move-in.people-look': 'Xem trước danh sách',
  'move-in.posts-title': 'Vị trí',
  'move-in.posts-text':
    'Mỗi vòng trực thành một vị trí thường trực tại nhà, một người một ca; vị trí đã có cùng tên được giữ nguyên. Sửa được ở trang Vị trí.',
  'move-in.posts-add': 'Thêm vào kỳ này',
  'move-in.posts-added': 'Đã thêm {count} vị trí vào kỳ.',
  'move-in.duties-title': 'Lịch trực',
  'move-in.duties':
    '{count} lượt trực trong kỳ, mở ra ở trang xem trước: hỏi tên và vị trí chưa rõ, rồi mới vào dự thảo.',
  'move-in.no-duties': 'Trong những ngày của kỳ này không có ai trực theo tệp.',
  'move-in.shared': '{count} ca có hơn một người thay nhau: lấy người trực phần lớn của ca.',
  'move-in.duties-look': 'Xem trước lịch trực',
  'move-in.left-title': 'Không có phần tương ứng',
  'move-in.left.other-schedule': 'Lịch “{name}” trong cùng tệp: mỗi lần chuyển một lịch, lịch đầu tiên.',
  'move-in.left.no-person':
    '{name}: lượt của nhóm hoặc của quy trình leo thang, không phải một người; để trống.',
  'move-in.left.by-month': '“{name}”: lặp theo ngày trong tháng; chưa chuyển.',
  'move-in.left.by-day':
    '“{name}”: đổi người theo từng ngày trong các thứ đã chọn; thứ tự có thể lệch, cần xem lại.',
  'move-in.left.final-shifts': '“{name}”: lấy theo ca cuối cùng (final_shifts), không theo vòng trực.',
  'move-in.left.rotation-missing': '“{name}”: trong tệp không có vòng trực này.',
  'move-in.left.from-next-handoff': '“{name}”: tính từ lần giao ca kế tiếp có trong tệp; trước đó để trống.',
  'move-in.left.other-zone':
    '“{name}”: vòng trực theo múi giờ khác với lịch; giờ giao ca tính theo múi giờ của lịch.',
  'move-in.left.more-layers': 'Còn {name} vòng trực nữa: một kỳ có nhiều nhất 60 vị trí.',
  'move-in.left.more-duties': 'Còn {name} lượt trực nữa, quá một bảng: có thể chia kỳ ngắn hơn.',
  'move-in.left.unread-events': '{name} chỗ của lịch không đọc được.',
} as const;
