/** Vietnamese sentences: official documents (Nghị định 30/2020/NĐ-CP) and the sheets that are posted or handed out. */

export const documentsVi = {
  'document.nation': 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'document.motto': 'Độc lập - Tự do - Hạnh phúc',
  'document.number': 'Số: {number}',
  'document.place-date': '{place}, {date}',
  'document.date': 'ngày {day} tháng {month} năm {year}',
  'document.moment': '{hour} giờ {minute} {date}',
  'document.moment-lunar': '{hour} giờ {minute} {date} ({lunar})',
  'document.pages': 'trang {page}/{of}',
  'document.code': 'mã {code}',
  'document.scan-current': 'Quét để xem bản mới nhất',
  'document.total': 'Cộng',

  'document.type.notice': 'Thông báo',
  'document.type.plan': 'Kế hoạch',
  'document.type.decision': 'Quyết định',
  'document.urgency.urgent': 'KHẨN',
  'document.urgency.very-urgent': 'THƯỢNG KHẨN',
  'document.urgency.immediate': 'HỎA TỐC',
  'document.authority': 'Thủ trưởng đơn vị',
  'document.head': 'Chủ tịch',
  'document.subject': 'Phân công trực bảo đảm an toàn thông tin {occasion}',
  'document.about': 'Về việc {subject}',
  'document.decides': 'QUYẾT ĐỊNH:',
  'document.article': 'Điều {number}.',

  'document.recipients': 'Nơi nhận:',
  'document.recipient.parent': '{parent} (để báo cáo)',
  'document.recipient.leaders': 'Lãnh đạo đơn vị',
  'document.recipient.listed': 'Các cá nhân có tên trong danh sách',
  'document.archive': '- Lưu: {archive}.',

  'document.annex': 'Phụ lục {numeral}',
  'document.annex-of': '(Kèm theo {type} số {number} {date}',
  'document.annex-of-unit': 'của {unit})',
  'document.list-title': 'Danh sách phân công trực {occasion}',
  'document.phones-title': 'Danh bạ điện thoại của người trực',
  'document.note': 'Ghi chú: {note}',
  'document.hours': '{range} giờ',
  'document.column.day': 'Thứ, ngày',
  'document.column.job': 'Chức danh',
  'document.column.title': 'Chức danh, đơn vị',

  'document.body.opening.notice':
    'Để bảo đảm hoạt động liên tục và an toàn thông tin của các hệ thống trong {occasion}, {unit} thông báo phân công trực như sau:',
  'document.body.opening.plan':
    'Để bảo đảm hoạt động liên tục và an toàn thông tin của các hệ thống trong {occasion}, {unit} xây dựng kế hoạch trực như sau:',
  'document.body.span': 'từ {from} đến {to}',
  'document.body.all-hours': 'liên tục 24/24 giờ, {span}',
  'document.body.time': 'Thời gian trực: {time}.',
  'document.body.annex': 'Danh sách phân công trực: theo Phụ lục kèm theo.',
  'document.body.annexes':
    'Danh sách phân công trực: theo Phụ lục I kèm theo. Số điện thoại của người trực: theo Phụ lục II.',
  'document.body.duty':
    'Người trực có mặt đúng giờ, bàn giao ca đầy đủ; người trực dự phòng giữ liên lạc và có mặt khi được gọi. Việc đổi ca phải được lãnh đạo đơn vị đồng ý trước khi thực hiện.',
  'document.body.effect': 'Quyết định này có hiệu lực kể từ ngày ký.',
  'document.body.carry-out':
    'Các phòng, bộ phận và các cá nhân có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.',
  'document.body.closing.notice':
    '{unit} thông báo để các phòng, bộ phận và các cá nhân có tên trong danh sách biết, thực hiện./.',
  'document.body.closing.plan':
    '{unit} yêu cầu các phòng, bộ phận và các cá nhân có tên trong danh sách thực hiện Kế hoạch này./.',

  'document.wall.distance': 'Tên đọc được từ cách {metres} m.',
  'document.code.leader': 'LĐ',
  'document.grid.title': '{title} theo người',
  'document.grid.shifts': 'Số ca',
  'document.grid.hours': 'Giờ',
  'document.grid.nights': 'Ca đêm',
  'document.grid.points': 'Điểm',
  'document.grid.codes': 'Ký hiệu',

  'document.slip.sums': '{shifts} ca, {hours}, trong đó {nights} ca đêm.',
  'document.slip.shift': 'Ca, vị trí',
  'document.slip.with': 'Trực cùng',
  'document.slip.handover': 'Bàn giao cho',
  'document.slip.feed': 'Đưa ca trực vào lịch điện thoại',
  'document.slip.feed-how':
    'Quét mã này để đăng ký lịch riêng; khi lịch trực đổi, lịch trên máy đổi theo sau vài giờ.',
  'document.slip.feed-secret': 'Mã này là của riêng bạn, không đưa cho người khác.',
  'document.call': 'Khi có sự cố, gọi',

  'document.calls.title': 'Trình tự gọi khi có sự cố',
  'document.calls.on-site': 'Trực tại chỗ',
  'document.calls.standby': 'Dự phòng, có mặt khi được gọi',
  'document.calls.systems': 'Theo dõi: {systems}',
  'document.calls.leader': 'Quyết định khi phải ngắt hệ thống hoặc báo cáo cấp trên',
  'document.calls.tier.watch': 'Trực giám sát, kỹ thuật',
  'document.calls.tier.response': 'Ứng cứu sự cố, dự phòng',
  'document.calls.tier.leader': 'Trực lãnh đạo',
  'document.calls.tier.premises': 'Trực cơ quan, bảo vệ',
  'document.calls.contacts': 'Đầu mối bên ngoài',

  'document.attendance.title': 'Bảng chấm công dịp {period}',
  'document.attendance.working': 'Ngày làm việc',
  'document.attendance.rest': 'Ngày nghỉ',
  'document.attendance.holiday': 'Ngày lễ, tết',
  'document.attendance.day': 'Ngày',
  'document.attendance.night': 'Đêm',
  'document.attendance.total': 'Cộng giờ tại chỗ',
  'document.attendance.standby': 'Giờ dự phòng',
  'document.attendance.lieu': 'Ngày nghỉ bù',
  'document.attendance.sign': 'Ký nhận',
  'document.attendance.taken': 'Trong đó đã nhận ca',
  'document.attendance.note.taken':
    'Giờ tính theo bảng trực hiện hành, đã tính người thay. “Đã nhận ca” là giờ của những ca người trực tự xác nhận; các ca còn lại chỉ theo lịch, xem từng ca ở trang sau.',
  'document.attendance.lines': 'Từng ca trực dịp {period}',
  'document.attendance.lines.sum':
    'Đã nhận ca {confirmed}/{count}; chỉ theo lịch {planned}; chưa đến giờ {ahead}',
  'document.attendance.line.day': 'Ngày',
  'document.attendance.line.shift': 'Ca',
  'document.attendance.line.post': 'Vị trí',
  'document.attendance.line.person': 'Người trực',
  'document.attendance.line.stood': 'Nhận ca',
  'document.attendance.line.note': 'Ghi chú',
  'document.attendance.as.confirmed': 'Đã nhận {time}',
  'document.attendance.as.planned': 'Chỉ theo lịch',
  'document.attendance.as.ahead': 'Chưa đến giờ',
  'document.attendance.instead': 'Thay {name}',
  'document.attendance.note':
    'Giờ đêm từ 22 giờ đến 06 giờ. Giờ tính theo ngày thực tế, ca qua nửa đêm chia cho hai ngày. Nghỉ bù: {hours} giờ trực tại chỗ được 1 ngày, làm tròn nửa ngày; giờ dự phòng không tính.',

  'document.failure.busy': 'Máy chủ đang tạo nhiều văn bản cùng lúc. Có thể thử lại sau ít phút.',
  'document.failure.slow': 'Văn bản này tạo quá lâu nên đã dừng. Có thể in từng người hoặc kỳ ngắn hơn.',

  'fault.document.day': 'Không có ngày “{value}”. Có thể viết 2027-01-25.',
  'fault.document.symbol':
    'Ký hiệu “{value}” chỉ được có chữ, số và dấu nối, không có dấu cách. Có thể viết TB-TTCNS.',
} as const;
