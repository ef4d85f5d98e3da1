/** Vietnamese sentences: web hooks, calendars read from elsewhere, requests to the outside, and their commands. */

export const apiMachinesVi = {
  'outbound.address':
    'Đây không phải là địa chỉ web dùng được. Địa chỉ phải bắt đầu bằng https:// hoặc http://, không kèm mật khẩu.',
  'outbound.private':
    'Địa chỉ {host} nằm trong mạng riêng nên không được gọi tới. Người quản trị có thể cho phép bằng ROTA_PRIVATE_ADDRESSES=allow.',
  'outbound.timeout': '{host} trả lời quá lâu.',
  'outbound.too-large': '{host} gửi về quá nhiều dữ liệu.',
  'outbound.redirects': '{host} chuyển hướng quá nhiều lần, hoặc sang địa chỉ không mã hóa.',
  'outbound.encoded': '{host} gửi dữ liệu nén dù không được yêu cầu.',
  'outbound.unreachable': 'Không nối được tới {host}.',

  'error.file.busy': 'Máy chủ đang đọc nhiều tệp cùng lúc. Có thể thử lại sau ít phút.',
  'busy.refused.damaged': 'Tệp ở địa chỉ này không đọc được như một lịch iCalendar.',
  'busy.refused.not-a-calendar': 'Địa chỉ này không cho ra một lịch iCalendar.',
  'busy.refused.too-much': 'Lịch có quá nhiều sự kiện. Có thể tạo một lịch riêng chỉ ghi những ngày bận.',
  'busy.refused.slow':
    'Lịch này quá phức tạp: đọc mãi chưa xong nên đã dừng. Có thể tạo một lịch riêng chỉ ghi những ngày bận.',
  'busy.refused.memory':
    'Lịch này quá lớn khi mở ra nên đã dừng. Có thể tạo một lịch riêng chỉ ghi những ngày bận.',
  'busy.note.event': 'Dòng {line}: sự kiện không đọc được thời gian (“{value}”), nên chưa được tính.',
  'busy.note.value': 'Dòng {line}: “{value}” không phải ngày giờ, nên bỏ qua; phần còn lại vẫn đọc.',
  'busy.note.rule': 'Dòng {line}: quy tắc lặp “{value}” không đọc được; chỉ tính lần đầu.',
  'busy.note.range': 'Dòng {line}: thay đổi “từ lần này về sau” chỉ được tính cho một lần ({value}).',
  'busy.note.zone-unknown':
    'Dòng {line}: không biết múi giờ “{value}”; giờ của nó được đọc theo giờ của đơn vị.',
  'busy.note.zone-rules':
    'Dòng {line}: múi giờ “{value}” có quy tắc không hợp lệ (đổi giờ phải theo năm); giờ của nó được đọc theo giờ của đơn vị.',
  'busy.note.more': 'Và {count} chỗ nữa không đọc được.',
  'busy.refused.unreachable': 'Địa chỉ của lịch không trả lời như mong đợi.',

  'error.web-hook.missing': 'Không có web hook “{hook}”, hoặc đã ngừng.',

  'cli.api-token.summary': 'Tạo, liệt kê hoặc thu hồi khóa của API JSON.',
  'cli.api-token.option.name': 'tạo khóa mới dùng cho việc này, chẳng hạn "Zabbix"',
  'cli.api-token.option.revoke': 'thu hồi khóa có mã này',
  'cli.api-token.made': 'Khóa {id}, chỉ hiện một lần: {token}',
  'cli.web-hook.summary': 'Báo cho một địa chỉ mỗi khi công bố; không kèm tùy chọn thì liệt kê.',
  'cli.web-hook.option.add': 'báo cho địa chỉ này từ nay',
  'cli.web-hook.option.end': 'ngừng báo cho web hook có mã này',
  'cli.web-hook.made': 'Web hook {id}. Khóa ký, chỉ hiện một lần: {secret}',
  'cli.busy-calendar.summary':
    'Đọc lịch riêng của một cán bộ để đề xuất ngày nghỉ, mỗi ngày nhiều nhất một lần.',
  'cli.busy-calendar.option.staff': 'mã cán bộ',
  'cli.busy-calendar.option.set': 'địa chỉ .ics của lịch',
  'cli.busy-calendar.option.remove': 'thôi đọc lịch này và quên những gì đã đọc',
  'cli.busy-calendar.option.accept': 'đưa các đề xuất vào kỳ trực này thành ngày nghỉ',
  'cli.busy-calendar.accepted': 'Đã thêm {lines} dòng nghỉ.',
} as const;
