/** Vietnamese sentences: links for screens on walls. */

export const displaysVi = {
  'display.title': 'Màn hình treo tường',
  'display.text':
    'Mỗi màn hình một đường dẫn riêng, không cần tài khoản, chỉ xem. Bỏ đường dẫn thì trong hai phút màn hình nói rõ là không còn mới.',
  'display.new': 'Đường dẫn của màn hình mới',
  'display.once': 'Đường dẫn chỉ hiện lần này. Mở nó trên màn hình, để toàn màn hình.',
  'display.qr': 'Mã QR mở đường dẫn của màn hình',
  'display.make-title': 'Thêm màn hình',
  'display.name': 'Treo ở đâu',
  'display.phones': 'Hiện số điện thoại',
  'display.dim': 'Tối bớt từ 22:00 đến 06:00',
  'display.make': 'Tạo đường dẫn',
  'display.end': 'Bỏ đường dẫn',
  'display.end-for': 'Bỏ đường dẫn của màn hình {name}',
  'display.unnamed': 'Chưa đặt tên',
  'display.with-phones': 'có số điện thoại',
  'display.without-phones': 'không có số điện thoại',
  'display.dims': 'tối bớt ban đêm',
  'display.nothing': 'Chưa có lịch trực nào đang chạy hay sắp tới',
  'display.missing':
    'Đường dẫn của màn hình này không còn mở được. Có thể xin đường dẫn mới ở người lập lịch.',
} as const;
