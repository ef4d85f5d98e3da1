/** Vietnamese sentences: the JSON API, its document and its refusals. */

export const apiVi = {
  'api.title': 'Lịch Trực: ai đang trực',
  'api.description':
    'Hỏi những gì đã công bố của một đơn vị: ai đang trực, khi nào bàn giao, ca của một người hay một vị trí, gọi ai trước. Chỉ đọc. Trong v1, trường chỉ thêm, không đổi tên và không mất đi. Thời điểm ghi theo RFC 3339; không ghi múi giờ thì hiểu là giờ của đơn vị.',
  'api.token': 'Khóa API của đơn vị, tạo ở trang “Kết nối máy” của đơn vị hoặc bằng lệnh rota api-token.',
  'api.answer': 'Trả lời.',
  'api.refusal': 'Từ chối, theo RFC 9457; mã trong trường code giống nhau ở mọi ngôn ngữ.',
  'api.on-duty.summary': 'Ai đang trực vào một thời điểm.',
  'api.next-handover.summary': 'Lần bàn giao kế tiếp: ai xuống ca, ai lên ca.',
  'api.shifts.summary': 'Các ca giữa hai thời điểm, của cả đơn vị, một người hay một vị trí.',
  'api.swaps.summary': 'Đổi ca: ai xin, ai nhận, đến bước nào, đổi xong thì ca nào từ ai sang ai.',
  'api.escalation.summary': 'Gọi ai, theo thứ tự: người đang trực trước, rồi đầu mối bên ngoài.',
  'api.parameter.at': 'Thời điểm cần hỏi; bỏ trống là bây giờ.',
  'api.parameter.under':
    'Mã một đơn vị: chính đơn vị của khóa, hay đơn vị bên dưới. Trả lời ai đang trực ở mọi đơn vị bên dưới nó, theo danh sách đã gửi lên, trong trường units.',
  'api.parameter.since': 'Chỉ những gì xin, trả lời hay quyết định từ lúc này; bỏ trống là 30 ngày qua.',
  'api.parameter.from': 'Đầu khoảng thời gian.',
  'api.parameter.to': 'Cuối khoảng thời gian, không tính chính nó; dài nhất 400 ngày.',
  'api.parameter.person': 'Mã cán bộ: chỉ các ca có người này.',
  'api.parameter.post': 'Mã vị trí trực.',
  'api.orders.summary': 'Các yêu cầu trực đang hỏi đơn vị: ngày, hạn, mức tối thiểu, để chấm trước khi gửi.',
  'api.report-order.summary':
    'Gửi một báo cáo mà yêu cầu trực đòi, bằng khóa “để gửi danh sách trực”; không có chữ nào là bình thường. Gửi lại cùng khóa lặp thì không ghi hai lần. Chỉ khi có trả lời mới là đã nhận.',
  'api.answer-order.summary':
    'Gửi danh sách trực trả lời một yêu cầu, bằng khóa “để gửi danh sách trực”. Gửi lại cùng khóa lặp thì không ghi hai lần; gửi khóa mới thì thay bản trước. Chỉ khi có trả lời mới là đã nhận.',
  'api.parameter.order': 'Mã yêu cầu trực, như GET /orders trả về.',
  'api.parameter.Idempotency-Key': 'Mã riêng của lần gửi này, 8 đến 100 chữ, số; giữ nguyên khi gửi lại.',
  'api.parameter.X-Signature':
    'Không bắt buộc: “v1,” và base64 của HMAC-SHA-256 trên “khóa lặp.nội dung”; khóa ký là SHA-256 của khóa API, viết bằng hex thường.',
  'api.refused.answer-token':
    'Khóa API thiếu, sai, hết hạn hoặc không phải khóa để gửi danh sách trực. Cấp trên tạo khóa ở trang “Cây đơn vị”.',
  'api.refused.answer-key': 'Thiếu Idempotency-Key: 8 đến 100 chữ, số, dấu chấm, gạch.',
  'api.refused.answer-body': 'Nội dung không đúng dạng: {wrong}.',
  'api.refused.signature': 'Chữ ký không khớp nội dung: có thể bị sửa trên đường, hoặc ký bằng khóa khác.',
  'api.refused.key-reused': 'Idempotency-Key này đã dùng cho nội dung khác. Nội dung mới cần khóa mới.',
  'api.refused.post-only': 'Địa chỉ này chỉ nhận POST.',
  'api.refused.alert-token':
    'Cần khóa gửi cảnh báo còn hiệu lực, trong Authorization: Bearer. Khóa chỉ đọc không gửi được.',
  'api.refused.alert-rate': 'Quá {most} lần gửi trong một phút. Có thể gộp nhiều cảnh báo vào một lần gửi.',
  'api.refused.alert-big': 'Nội dung gửi quá {kilobytes} KB. Có thể chia nhỏ.',
  'api.refused.alert-body': 'Nội dung không phải webhook của Alertmanager hay dạng đơn giản: {wrong}.',
  'api.refused.address': 'API không có địa chỉ này. Danh sách địa chỉ ở /api/v1/openapi.json.',
  'api.refused.method': 'API chỉ đọc: có thể dùng GET hoặc HEAD.',
  'api.refused.token':
    'Thiếu khóa API, hoặc khóa không đúng hay đã bị thu hồi. Gửi khóa trong đầu mục Authorization: Bearer.',
  'api.refused.too-many': 'Quá nhiều lần gửi khóa sai. Có thể thử lại sau một phút.',
  'api.refused.query': 'Có tham số chưa đúng; xem từng lỗi trong trường errors.',
  'api.refused.post': 'Không có vị trí “{post}” trong lịch đã công bố vào lúc này.',
  'api.fault.unknown': 'Không có tham số “{parameter}”. Các tham số: {known}.',
  'api.fault.twice': 'Tham số “{parameter}” ghi nhiều lần; chỉ ghi một lần.',
  'api.fault.missing': 'Thiếu tham số “{parameter}”.',
  'api.fault.moment': '“{value}” không phải là thời điểm. Có thể ghi như 2027-02-06T00:00:00+07:00.',
  'api.fault.order': 'Cuối khoảng phải sau đầu khoảng.',
  'api.fault.too-long': 'Khoảng thời gian dài quá {days} ngày. Có thể chia nhỏ.',
} as const;
