/** Vietnamese sentences: signing in by an organisation's own identity provider. */

export const accessIdentityVi = {
  'identity.or': 'hoặc',
  'identity.by': 'Đăng nhập bằng {provider}',
  'identity.join-by': 'Vào bằng {provider}',
  'identity.prove-by': 'Xác nhận bằng {provider}',
  'identity.unknown':
    'Chưa có tài khoản nào gắn với danh tính này. Có thể đăng nhập bằng mật khẩu rồi gắn ở trang tài khoản, hoặc xin quản trị một liên kết mời.',
  'identity.expired':
    'Lần đăng nhập này đã quá lâu hoặc bắt đầu ở trình duyệt khác. Có thể bắt đầu lại từ trang đăng nhập.',
  'identity.refused':
    'Hệ thống định danh không xác nhận được bạn là ai ({reason}). Có thể thử lại, hoặc báo người quản trị hệ thống định danh.',
  'identity.unreachable':
    'Không liên lạc được với hệ thống định danh ({reason}). Có thể đăng nhập bằng mật khẩu, hoặc thử lại sau ít phút.',
  'identity.not-yours':
    'Danh tính vừa xác nhận không phải của tài khoản này. Có thể đăng xuất ở hệ thống định danh rồi thử lại.',
  'identity.taken':
    'Danh tính này đã gắn với một tài khoản khác, hoặc tài khoản đã có một danh tính. Có thể bỏ gắn ở tài khoản kia trước.',
  'identity.only-way':
    'Tài khoản này chưa có mật khẩu, bỏ gắn thì không vào được nữa. Có thể xin quản trị một liên kết đặt mật khẩu trước.',
  'identity.linked': 'Đã gắn danh tính. Từ nay có thể đăng nhập bằng cách này.',
  'identity.unlinked': 'Đã bỏ gắn danh tính.',
  'identity.link.title': 'Gắn với {provider}',
  'identity.link.text':
    'Danh tính “{who}” của {provider} sẽ đăng nhập được vào tài khoản này. Chỉ tiếp tục nếu đó là bạn.',
  'identity.link.submit': 'Gắn vào tài khoản của tôi',
  'identity.account.on': 'Tài khoản đã gắn với danh tính của bạn ở {provider}.',
  'identity.account.off': 'Chưa gắn. Gắn rồi thì không cần nhớ thêm mật khẩu.',
  'identity.account.unlink': 'Bỏ gắn',
  'audit.account.identity-on': 'Gắn danh tính',
  'audit.account.identity-off': 'Bỏ gắn danh tính',
} as const;
