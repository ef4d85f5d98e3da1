/** Vietnamese sentences: the staff list, one person's page, leave and wishes, taking in a list from a file. */

export const staffPagesVi = {
  'error.availability.no-part':
    'Người này không thuộc kỳ trực. Có thể nhờ người lập lịch thêm vào kỳ trực trước.',
  'error.availability.missing': 'Không còn dòng nghỉ phép hay nguyện vọng này. Có thể tải lại trang.',
  'error.availability.late':
    'Đã hết hạn tự ghi nghỉ phép và nguyện vọng của kỳ này. Có thể nhờ người lập lịch ghi giúp.',
  'error.availability.published':
    'Lịch của kỳ này đã công bố, nguyện vọng ghi thêm không đổi được lịch. Có thể đề nghị đổi ca.',
  'error.availability.too-many':
    'Mỗi người ghi nhiều nhất {most} dòng một kỳ. Có thể gộp các ngày liền nhau làm một dòng.',
  'error.availability.outside':
    'Ngày này nằm ngoài kỳ trực, không chạm ca nào. Có thể ghi nhầm tháng hoặc năm.',
} as const;
