/** Signing documents digitally: the copy to sign, the file that comes back. */

export const signingVi = {
  'document.form.medium': 'Ban hành',
  'document.form.medium.paper': 'Trên giấy',
  'document.form.medium.electronic': 'Điện tử, ký số',

  'document.signing.title': 'Ký số',
  'document.signing.lead':
    'Tải bản để ký, ký bằng phần mềm ký số của đơn vị (VGCA Sign hoặc phần mềm khác), rồi đưa bản đã ký lên đây. Bản để ký chừa trống số, ngày và chỗ đóng dấu; mỗi phụ lục là một tệp riêng, góc trên bên phải để trống.',
  'document.signing.none': 'Bản lịch này chưa có bản ký số.',
  'document.signing.part': 'Văn bản',
  'document.signing.part.letter': 'Thông báo, Kế hoạch hoặc Quyết định',
  'document.signing.part.list': 'Phụ lục: danh sách phân công trực',
  'document.signing.part.phones': 'Phụ lục: số điện thoại',
  'document.signing.part.alone': 'Danh sách trực có quốc hiệu riêng',
  'document.signing.sign': 'Ký số trên máy này',
  'document.signing.step': 'Việc cần ký',
  'document.signing.step.approve': 'Lãnh đạo ký duyệt',
  'document.signing.step.issue': 'Văn thư ghi số, ngày và đóng dấu',
  'document.signing.program':
    'Gọi phần mềm VGCA Sign Service đang chạy trên máy này; bản đã ký được kiểm tra và lưu ngay.',
  'document.signing.waiting': 'Đang chờ phần mềm ký số…',
  'document.signing.absent':
    'Không thấy VGCA Sign Service trên máy này. Hãy mở phần mềm ấy rồi thử lại, hoặc tải bản để ký, ký, rồi đưa bản đã ký lên như dưới đây.',
  'document.signing.failed':
    'Phần mềm ký số chưa ký được: {said} Có thể tải bản để ký, ký, rồi đưa bản đã ký lên như dưới đây.',
  'document.signing.take': 'Tải bản để ký',
  'document.signing.file': 'Tệp PDF đã ký',
  'document.signing.send': 'Đưa bản đã ký lên',
  'document.signing.download': 'Tải bản đã ký',
  'document.signing.refused': 'Chưa nhận tệp này',
  'document.signing.out': 'Đã tải để ký {at}, chưa có bản ký.',
  'document.signing.back': 'Bản đã ký, nhận {at}; tải PDF của văn bản này sẽ được bản đã ký.',
  'document.signing.kind-signed': 'Đã có bản ký số: nút PDF tải bản đã ký.',
  'document.signing.signature': 'Chữ ký của {name}',
  'document.signing.time-stamp': 'Dấu thời gian của {name}',
  'document.signing.at.signature': 'Ký {at}, theo đồng hồ của máy đã ký.',
  'document.signing.at.time-stamp': 'Đóng {at}.',
  'document.signing.no-time': 'Chữ ký không ghi giờ.',
  'document.signing.certificate': 'Chứng thư do {issuer} cấp, hạn đến {until}.',
  'document.signing.before': 'Sau chữ ký này tệp được ghi thêm; chữ ký sau bao trùm phần thêm.',
  'document.signing.outside': 'Giờ ký nằm ngoài hạn của chứng thư.',
  'document.signing.weak': 'Chữ ký dùng SHA-1, không còn an toàn.',
  'document.signing.unchecked':
    'Đã kiểm tra: tệp bắt đầu bằng đúng bản đã tải để ký, từng chữ ký còn nguyên vẹn, có chữ ký bao trùm toàn tệp. Chưa kiểm tra: chứng thư có thuộc hệ thống chứng thực tin cậy và còn hiệu lực (chưa bị thu hồi) hay không; phần thêm khi ký (số, ngày, dấu) hãy xem bằng mắt.',

  'document.signed.fault.absent': 'Chưa chọn tệp. Hãy chọn tệp PDF đã ký rồi gửi lại.',
  'document.signed.fault.large': 'Tệp lớn hơn {most} MB. Hãy gửi đúng tệp PDF đã ký.',
  'document.signed.fault.no-pdf': 'Tệp không phải PDF. Hãy gửi tệp PDF mà phần mềm ký số đã lưu.',
  'document.signed.fault.other':
    'Tệp không bắt đầu bằng bản nào đã tải để ký của bản lịch này: là văn bản khác, là bản lịch khác, nội dung đã bị sửa, hoặc phần mềm đã ghi lại toàn bộ tệp thay vì ghi nối. Hãy tải lại bản để ký và ký đúng tệp đó.',
  'document.signed.fault.encrypted':
    'Tệp đặt mật khẩu hoặc đã mã hóa, nên không so được với bản đã tải để ký. Hãy gửi tệp đã ký, không đặt mật khẩu.',
  'document.signed.fault.paper':
    'Tệp không có chữ ký số và không phải bản đã tải để ký: là bản quét, bản chụp của giấy đã ký tay, hoặc văn bản khác. Hãy tải bản để ký, ký số rồi gửi lại.',
  'document.signed.fault.unsigned': 'Tệp là bản đã tải để ký nhưng chưa có chữ ký nào. Hãy ký rồi gửi lại.',
  'document.signed.fault.unsigned-changed':
    'Tệp có thêm nội dung sau bản đã tải nhưng không có chữ ký nào. Hãy ký rồi gửi lại.',
  'document.signed.fault.many': 'Tệp có hơn {most} chữ ký. Hãy gửi đúng tệp đã ký.',
  'document.signed.fault.partial':
    'Chữ ký thứ {number} chỉ bao trùm một phần văn bản, không bao trùm toàn bộ bản đã tải. Hãy ký lại bằng cách ký cả tệp.',
  'document.signed.fault.unreadable':
    'Không đọc được chữ ký thứ {number}. Hãy ký lại; nếu vẫn vậy, phần mềm ký dùng dạng chữ ký mà chương trình này chưa đọc được.',
  'document.signed.fault.broken':
    'Chữ ký thứ {number} không còn khớp: tệp đã bị thay đổi sau khi ký. Hãy lấy lại tệp gốc từ người ký hoặc ký lại.',
  'document.signed.fault.added':
    'Sau chữ ký cuối (tệp có {count} chữ ký) còn phần ghi thêm mà không chữ ký nào bao trùm. Hãy gửi tệp ngay sau khi ký, hoặc ký thêm lần cuối.',
  'document.signed.fault.rewritten':
    'Chữ ký còn nguyên, nhưng trước khi ký đã có phần mềm thay nội dung trang của bản tải về. Hãy tải lại bản để ký, ký rồi gửi lại.',
  'document.signed.fault.slow': 'Đọc tệp này quá lâu. Hãy gửi đúng tệp PDF đã ký.',
  'document.signed.fault.memory': 'Đọc tệp này tốn quá nhiều bộ nhớ. Hãy gửi đúng tệp PDF đã ký.',
  'audit.document.issue': 'Tải bản để ký số',
  'audit.document.signed': 'Lưu bản đã ký số',
  'audit.document.seal': 'Đóng dấu số của cơ quan',

  'document.seal.do': 'Đóng dấu số của cơ quan',
  'document.seal.note':
    'Ký bằng chứng thư số của {name}, hạn đến {until}, lưu trên máy chủ. Bản đóng dấu mang số và ngày đã lưu, không có chữ ký của người ký, không có hình dấu và không có dấu thời gian: giờ là giờ máy chủ. Văn bản cần lãnh đạo ký số thì ký và đóng dấu bằng phần mềm ký số.',
  'document.seal.refused': 'Chưa đóng dấu số',
  'document.seal.fault.number':
    'Chưa có số hoặc ngày của văn bản: đóng dấu rồi thì không ghi thêm được. Hãy điền số, ngày ở phần nội dung văn bản, lưu rồi đóng dấu lại.',
  'document.seal.fault.early':
    'Chứng thư số của cơ quan đến {at} mới có hiệu lực. Hãy kiểm tra đồng hồ máy chủ, hoặc đợi đến lúc đó.',
  'document.seal.fault.over':
    'Chứng thư số của cơ quan đã hết hạn {at}. Hãy nhờ người quản trị máy chủ thay tệp chứng thư mới.',
  'document.seal.fault.signed':
    'Văn bản này đã có bản do người khác ký số: đóng dấu bản mới sẽ thay mất bản ấy. Hãy đóng dấu bản đã ký bằng phần mềm ký số (việc “Văn thư ghi số, ngày và đóng dấu”).',
  'error.seal.none': 'Con dấu số trên máy chủ này không dùng cho đơn vị này.',
  'error.seal.unreachable':
    'Không đọc được tệp con dấu số {path} ({cause}). Kiểm tra ROTA_SEAL_FILE và quyền đọc tệp.',
  'error.seal.form': 'Tệp ở ROTA_SEAL_FILE không phải PKCS#12 (.p12, .pfx).',
  'error.seal.password':
    'Mật khẩu ROTA_SEAL_SECRET không mở được tệp con dấu số, hoặc tệp bị hỏng. Mật khẩu chỉ gồm chữ không dấu, số và dấu câu.',
  'error.seal.old':
    'Tệp con dấu số mã hóa kiểu cũ (RC2 hoặc 3DES). Chuyển sang AES bằng OpenSSL 3: openssl pkcs12 -legacy -in cu.p12 -nodes -out tam.pem, rồi openssl pkcs12 -export -in tam.pem -out moi.p12, và xóa tam.pem.',
  'error.seal.keys': 'Tệp con dấu số phải có đúng một khóa riêng được mã hóa.',
  'error.seal.certificate': 'Tệp con dấu số không có chứng thư của khóa trong tệp.',
  'error.seal.usage': 'Chứng thư trong tệp con dấu số không được cấp để ký (keyUsage).',
  'error.seal.kind':
    'Khóa trong tệp con dấu số không dùng được: cần RSA từ 2048 bit, hoặc P-256, P-384, P-521.',
  'error.signed-document.missing': 'Không có bản đã ký này.',
} as const;
