/** Vietnamese sentences: the log of the watch. */

export const logVi = {
  'error.log.off': 'Đơn vị chưa bật phần này. Người xếp lịch bật ở Thiết lập, mục Khi trực.',
  'error.log.words': 'Dòng nhật ký cần có chữ, nhiều nhất {most} ký tự.',
  'error.log.old':
    'Dòng này viết đã quá {days} ngày nên không vào nhật ký được nữa. Có thể ghi một dòng mới kể lại.',
  'error.log.key': 'Mã của dòng gửi lên không đúng. Hãy tải lại trang rồi ghi lại.',
  'error.log.taken': 'Mã của dòng gửi lên đã dùng cho dòng của người khác. Hãy tải lại trang rồi ghi lại.',
  'error.log.pictures': 'Mỗi dòng có nhiều nhất {most} ảnh.',
  'error.log.no-entry': 'Không có dòng số {number} trong nhật ký của đơn vị.',
  'error.log.months':
    'Thời gian giữ từ {least} đến {most} tháng; sự cố và bàn giao giữ ít nhất bằng các dòng khác.',
  'cli.log.summary': 'Xác minh nhật ký trực: không dòng nào bị sửa, bị xóa hay bị chèn',
  'cli.log.none': 'Chưa đơn vị nào có nhật ký trực.',
  'cli.log.empty': 'Nhật ký chưa có dòng nào.',
  'cli.log.intact': 'Nhật ký nguyên vẹn: {entries} dòng, số {from} đến {until}, không hổng số nào.',
  'cli.log.changed': 'Dòng {number} không còn như lúc ghi.',
  'cli.log.missing': 'Trước dòng {number} có dòng bị xóa, hoặc dòng {number} bị chèn vào.',
  'cli.log.picture': 'Ảnh của dòng {number} bị đổi hoặc bị xóa.',
  'cli.log.start': 'Dấu mở đầu chuỗi (sau dòng {number}) bị xóa hoặc bị sửa.',
  'cli.log.end': 'Chuỗi phải kết thúc ở dòng {number}: dấu kết thúc bị sửa, hoặc dòng cuối bị xóa.',
  'cli.log.purged': '{count} dòng đã quá hạn giữ: còn số và mã, không còn nội dung.',
} as const;
