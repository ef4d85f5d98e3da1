/** Vietnamese sentences: people's own calendars, and the leave found in them. */

export const staffCalendarsVi = {
  'busy-page.title': 'Lịch riêng của tôi',
  'busy-page.title.any': 'Lịch riêng của mọi người',
  'busy-page.person': 'Của ai',
  'busy-page.choose': 'Xem',
  'busy-page.kept-secret': 'Địa chỉ được giữ kín',
  'busy-page.text':
    'Cho chương trình đọc lịch riêng để biết những lúc đã bận: nhiều nhất mỗi ngày một lần, chỉ giữ lúc bắt đầu và kết thúc, không giữ tên việc. Đó mới là đề xuất nghỉ; người lập lịch nhận thì mới tính.',
  'busy-page.address': 'Địa chỉ .ics của lịch',
  'busy-page.address-hint':
    'Google: cài đặt của lịch → Địa chỉ bí mật ở định dạng iCal. iPhone: chia sẻ lịch công khai. Outlook: Xuất bản lịch, ICS.',
  'busy-page.keep': 'Bắt đầu đọc',
  'busy-page.replace': 'Thay địa chỉ',
  'busy-page.remove': 'Thôi đọc',
  'busy-page.remove-text': 'Quên địa chỉ và mọi đề xuất; ngày nghỉ đã nhận vẫn còn.',
  'busy-page.not-yet': 'Chưa đọc lần nào; lần đầu trong ít phút nữa.',
  'busy-page.read': 'Đọc được lúc {at}.',
  'busy-page.failed': 'Không đọc được lúc {at}: {why}',
  'busy-page.kept': 'Đang giữ những gì đọc được lúc {at}.',
  'busy-page.its-host': 'Máy chủ của lịch',
  'busy-page.found': 'Những lúc bận sắp tới',
  'busy-page.found-text': 'Chỉ bạn và người lập lịch thấy.',
  'busy-page.none': 'Chưa thấy lúc bận nào.',
  'busy-page.nobody':
    'Tài khoản này chưa gắn với ai trong danh sách nhân viên. Có thể nhờ quản trị của đơn vị gắn giúp.',
  'busy-page.day': '{day}, cả ngày',
  'busy-page.days': '{from} – {to}, cả ngày',
  'busy-page.hours': '{day}, {range}',
  'busy-page.stretch': 'từ {from} đến {to}',
  'busy-page.back': 'Về chuẩn bị kỳ trực',
  'busy-page.proposals.waiting': '{count} đề xuất nghỉ từ lịch riêng chưa được nhận.',
  'busy-page.proposals.open': 'Xem đề xuất',
  'busy-page.proposals.title': 'Đề xuất nghỉ, {period}',
  'busy-page.proposals.text':
    'Từ lịch riêng mà mọi người cho đọc. Nhận thì thành ngày nghỉ của kỳ này như ghi tay; không nhận thì không tính.',
  'busy-page.proposals.taken': 'đã là ngày nghỉ',
  'busy-page.proposals.accept': 'Nhận làm ngày nghỉ',
  'busy-page.proposals.added': 'Đã thêm {lines} dòng nghỉ.',
  'busy-page.proposals.free': 'Không bận lúc nào trong kỳ này.',
  'busy-page.proposals.none': 'Chưa ai trong kỳ này cho đọc lịch riêng.',
} as const;
