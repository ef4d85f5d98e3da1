/** Vietnamese sentences: what a device keeps of one’s own pages and is told by push; private links for many. */

export const ownDeviceVi = {
  'own.device.title': 'Trên máy này',
  'own.device.keep': 'Xem khi mất mạng',
  'own.device.keep-text':
    'Máy giữ ca của bạn và cả tổ, ghi rõ lịch là của lúc nào. Chỉ bật trên máy của riêng bạn.',
  'own.device.keep-on': 'Giữ lịch',
  'own.device.keep-off': 'Thôi giữ',
  'own.device.push': 'Báo ngay trên máy',
  'own.device.push-text': 'Lịch mới, ca đổi, có người cần bạn: báo ngay cả khi không mở trang.',
  'own.device.push-on': 'Bật báo',
  'own.device.push-off': 'Tắt báo',
  'own.device.denied':
    'Máy đang chặn báo của trang này. Có thể mở Cài đặt của trình duyệt, mục Thông báo, rồi cho phép.',
  'own.device.install':
    'Trên iPhone và iPad: bấm Chia sẻ, Thêm vào Màn hình chính, mở từ biểu tượng ấy rồi bật.',
  'own.device.failed':
    'Chưa bật được: máy không tới được nơi đẩy tin. Thử lại khi có mạng; việc báo vẫn có ở chuông.',
  'own.device.told': 'Đang báo trên {count} máy.',
  'own.device.end-all': 'Tắt trên mọi máy',
  'own.device.kept-at': 'Không có mạng. Trang này là của lúc {stamp}; từ đó lịch có thể đã đổi.',
  'push.fault': 'Trình duyệt đưa địa chỉ đẩy tin không dùng được. Có thể thử trình duyệt khác.',
  'own.slips.title': 'Đường dẫn riêng cho mọi người',
  'own.slips.without': 'Chỉ ai chưa có',
  'own.slips.all': 'Tất cả; đường dẫn cũ và lịch từ đó ngừng',
  'own.slips.paper': 'In một tờ phiếu',
  'own.slips.mail': 'Gửi thư cho từng người',
  'own.slips.sent': 'Đã gửi {count} thư. Ai không có địa chỉ thư, hoặc thư không đi được, có phiếu ở dưới.',
  'own.slips.none': 'Mọi người đều đã có đường dẫn riêng.',
  'own.slips.text': 'Các đường dẫn chỉ hiện lần này. In tờ này, cắt theo vạch, đưa tận tay.',
  'own.slips.what': 'Quét để mở “Ca của tôi”. Của riêng bạn, xin đừng chuyển tiếp.',
  'own.slips.subject': 'Đường dẫn tới trang “Ca của tôi”',
  'own.calendar.made': 'Lịch đã lấy từ trang này',
} as const;
