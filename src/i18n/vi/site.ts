/** Vietnamese sentences: the frame around every page, and what a page that failed says. */

export const siteVi = {
  'web.product': 'Lịch Trực',
  'web.skip': 'Tới nội dung chính',
  'web.nav.label': 'Các trang',
  'web.nav.home': 'Trang chủ',
  'web.nav.periods': 'Kỳ trực',
  'web.nav.more': 'Thêm',
  'web.language.label': 'Ngôn ngữ',
  'web.language.vi': 'VI',
  'web.language.en': 'EN',
  'web.failure.home': 'Về trang chủ',
  'web.failure.not-found': 'Không tìm thấy',
  'web.failure.invalid': 'Địa chỉ không đúng',
  'web.failure.forbidden': 'Không được phép',
  'web.failure.conflict': 'Có người vừa sửa',
  'web.failure.unavailable': 'Tạm thời chưa mở được',
  'web.failure.too-many': 'Chờ một lát rồi thử lại',
  'web.failure.internal': 'Xin lỗi, máy chủ gặp sự cố',
  'web.failure.no-page': 'Không có trang nào ở địa chỉ này. Có thể liên kết đã cũ hoặc bị chép thiếu.',
  'web.failure.no-period': 'Không có kỳ trực “{period}”. Có thể mở trang chủ để xem các kỳ đang có.',
  'web.failure.no-version': 'Kỳ này không có bản {number}. Bản mới nhất là bản {newest}.',
  'web.failure.version-number': '“{value}” không phải số bản. Có thể viết như ?version=2.',
  'web.failure.too-large':
    'Dữ liệu gửi lên quá lớn nên máy chủ chưa nhận. Có thể đã chọn nhầm tệp; hãy chọn tệp nhỏ hơn.',
  'web.failure.coded': 'Máy chủ không nhận dữ liệu gửi lên ở dạng nén. Có thể gửi lại mà không nén.',
  'web.failure.bad-address': 'Máy chủ không đọc được địa chỉ này. Có thể chép lại liên kết rồi thử lần nữa.',
  'web.failure.reference':
    'Không có gì bị mất. Có thể thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị mã {reference}.',
  'field.moment.day': 'ngày/tháng/năm',
  'field.moment.time': 'giờ:phút',
  'field.moment.moment': 'giờ:phút ngày/tháng/năm',
} as const;
