/**
 * What can be wrong with a city file: the sentence says what is wrong and how to mend it.
 * {value}, {detail} and {line} are filled in; the path, the names that would do and "did you mean" are added around it.
 */
export const problems = {
  // The file as a whole
  'city-id':
    '“{value}” không phải là mã thành phố, cũng không phải địa chỉ http(s) hay đường dẫn tới một tệp .json. Hãy dùng ví dụ ?city=kien-an hoặc ?city=cities/kien-an.json.',
  unreachable:
    'Không tải được {value} ({detail}). Hãy kiểm tra địa chỉ, máy chủ và mạng; nếu tệp ở máy chủ khác thì máy chủ đó phải cho phép truy cập chéo (CORS).',
  http: 'Máy chủ trả lời mã {detail} cho {value}. Hãy kiểm tra tên tệp và quyền đọc tệp trên máy chủ.',
  html: '{value} trả về một trang web chứ không phải JSON; thường là trang đăng nhập hoặc trang báo lỗi. Hãy mở địa chỉ đó bằng trình duyệt để xem.',
  size: '{value} quá lớn ({detail}). Tệp thành phố chỉ mô tả; hãy để dữ liệu và bản đồ trong tệp riêng.',
  syntax:
    'Không đúng cú pháp JSON: gặp {value} ở dòng {line}, cột {detail}. Hãy xem lại dấu phẩy, ngoặc và dấu nháy quanh chỗ đó.',
  depth: 'Các mục lồng nhau quá {detail} tầng. Hãy làm phẳng phần này.',
  'duplicate-key':
    'Khóa “{value}” được viết hai lần trong cùng một mục nên một lần sẽ mất. Hãy xóa hoặc đổi tên một trong hai.',
  version: 'Phiên bản lược đồ {value} chưa được hỗ trợ. Hãy viết "schema": 1.',
  'no-scene':
    'Không có cảnh nào dùng được nên không có gì để chiếu. Hãy viết ít nhất một cảnh trong "scenes" với các bảng của nó.',

  // Safety
  'secret-key':
    'Tệp này ai mở trang cũng đọc được nên không được chứa khóa “{value}”. Hãy bỏ đi và để cổng dữ liệu (gateway) của thành phố thêm thông tin đăng nhập.',
  'secret-value':
    'Giá trị ở đây trông như mật khẩu hoặc mã truy cập. Tệp này ai mở trang cũng đọc được: hãy bỏ đi, đổi mã đó và để cổng dữ liệu (gateway) của thành phố thêm thông tin đăng nhập.',
  script: 'Giá trị {value} chứa mã chạy được. Tệp thành phố chỉ chứa dữ liệu: hãy bỏ đi.',
  'prototype-key': 'Tên khóa “{value}” bị cấm vì có thể làm hỏng chương trình. Hãy đổi tên.',
  url: 'Không dùng được địa chỉ {value}. Hãy viết đầy đủ https://… hoặc http://…, hoặc đường dẫn tương đối so với tệp này.',

  // Shape
  missing: 'Thiếu mục bắt buộc này. Hãy thêm vào.',
  'unknown-key': 'Không có mục nào tên “{value}” ở đây. Hãy sửa tên hoặc xóa mục.',
  type: 'Ở đây phải là {detail}, nhưng tệp ghi {value}. Hãy sửa lại giá trị.',
  choice: 'Giá trị {value} không dùng được ở đây. Hãy chọn một trong các giá trị cho phép.',
  empty: 'Mục này để trống. Hãy điền nội dung.',
  range: 'Giá trị {value} nằm ngoài giới hạn cho phép ({detail}). Hãy sửa lại.',
  integer: 'Giá trị {value} phải là số nguyên. Hãy bỏ phần thập phân.',
  id: '“{value}” không dùng làm tên được. Tên chỉ gồm chữ thường không dấu, chữ số, dấu gạch nối và dấu chấm, bắt đầu bằng chữ hoặc số.',
  duration:
    'Giá trị {value} không phải là khoảng thời gian. Hãy viết theo ISO 8601: PT30S là 30 giây, PT15M là 15 phút, P1D là một ngày; chu kỳ hỏi dữ liệu không dài quá P1D.',
  zone: 'Không có múi giờ {value}. Hãy dùng tên IANA, ví dụ Asia/Ho_Chi_Minh.',
  path: '{value} không phải là đường dẫn JSONPath đúng. Đường dẫn bắt đầu bằng $, ví dụ $.data[*] hay $.tong_so.',
  one: 'Mỗi mục ở đây phải có đúng một trong ba: "reading", "feature" hoặc "item". Hãy giữ lại một.',
  address: 'Nguồn phải có đúng một địa chỉ: "via" (đường dẫn trên cổng dữ liệu) hoặc "url". Hãy giữ lại một.',
  template:
    'Giá trị {value} có chỗ điền không đọc được. Trong hai dấu ngoặc nhọn chỉ viết year, month, day hoặc date.',
  secret:
    'Tên {value} là nơi chứa thông tin đăng nhập; tệp này ai mở trang cũng đọc được. Hãy để cổng dữ liệu (gateway) của thành phố thêm vào.',
  option: 'Giá trị {value} không hợp lệ: {detail}. Hãy sửa lại.',

  // Sense
  'bounds-order':
    'Khung bản đồ {value} bị ngược hoặc nằm ngoài trái đất. Thứ tự là tây, nam, đông, bắc, theo độ (kinh độ trước), ví dụ [106.56, 20.75, 106.72, 20.86].',
  'bounds-center':
    'Tâm bản đồ {value} nằm ngoài khung {detail}. Hãy kiểm tra xem kinh độ và vĩ độ có bị đổi chỗ không.',
  'plausible-order': 'Khoảng hợp lý {value} bị ngược. Hãy viết số nhỏ trước, số lớn sau.',
  'limits-order':
    'Ngưỡng {value} bị ngược: mức báo động phải xấu hơn mức cảnh báo, với "better": "{detail}". Hãy đổi hai số hoặc sửa "better".',
  'limits-neither':
    'Chỉ số có ngưỡng {value} thì phải cho biết phía nào là tốt. Hãy đặt "better" là "high" hoặc "low".',
  'no-owner':
    'Ngưỡng {value} sẽ báo động mà không ai chịu trách nhiệm xử lý. Hãy thêm "owner" cho chỉ số này: mã của một cơ quan trong "organisations".',
  'deadband-wide':
    'Vùng trễ {value} quá rộng: rộng nhất là {detail}, nếu không cảnh báo có thể không bao giờ hết. Nó không được rộng hơn khoảng cách giữa "warn" và "alarm" hay đi ra ngoài khoảng hợp lý. Hãy giảm "deadband".',
  'hours-empty':
    'Giờ {value} bắt đầu và kết thúc cùng lúc nên cảnh không bao giờ được chiếu. Hãy sửa "from" hoặc "to", hoặc bỏ "hours" để chiếu cả ngày.',
  'no-gateway':
    'Nguồn dùng "via" ({value}) nhưng tệp không khai báo cổng dữ liệu. Hãy thêm "gateway" ở đầu tệp, hoặc dùng "url".',

  // Names
  'unknown-connector': 'Không có loại kết nối nào tên “{value}”. Hãy chọn loại có sẵn.',
  'unknown-layer-kind': 'Không có loại lớp bản đồ nào tên “{value}”. Hãy chọn loại có sẵn.',
  'unknown-panel-kind': 'Không có loại bảng nào tên “{value}”. Hãy chọn loại có sẵn.',
  'unknown-source':
    'Tệp không có nguồn dữ liệu nào tên “{value}”. Hãy sửa tên hoặc thêm nguồn đó vào "sources".',
  'unknown-figure': 'Tệp không có chỉ số nào tên “{value}”. Hãy sửa tên hoặc thêm chỉ số đó vào "figures".',
  'unknown-layer': 'Tệp không có lớp bản đồ nào tên “{value}”. Hãy sửa tên hoặc thêm lớp đó vào "layers".',
  'unknown-panel': 'Tệp không có bảng nào tên “{value}”. Hãy sửa tên hoặc thêm bảng đó vào "panels".',
  'unknown-scene': 'Tệp không có cảnh nào tên “{value}”. Hãy sửa tên hoặc thêm cảnh đó vào "scenes".',
  'area-code':
    'Mã {value} cũng là mã của “{detail}” trong cùng thời gian. Mã được cấp lại cho nơi khác từ năm 2025: hãy ghi "validFrom" và "validTo" để hai nơi không trùng ngày.',
  'unknown-area': 'Tệp không có địa bàn nào tên “{value}”. Hãy sửa tên hoặc thêm địa bàn đó vào "areas".',
  'unknown-organisation':
    'Tệp không có cơ quan nào tên “{value}”. Hãy sửa tên hoặc thêm cơ quan đó vào "organisations".',
  'unknown-document':
    'Tệp không có văn bản nào tên “{value}”. Hãy sửa tên hoặc thêm văn bản đó vào "documents".',
  'broken-source': 'Phải tắt vì nguồn dữ liệu “{value}” có lỗi ở {detail}. Hãy sửa lỗi đó trước.',
  'broken-figure': 'Phải tắt vì chỉ số “{value}” có lỗi ở {detail}. Hãy sửa lỗi đó trước.',
} as const

/** Words that the sentences above are completed with. */
export const words = {
  string: 'chữ trong dấu nháy',
  number: 'số (không có dấu nháy)',
  boolean: 'true hoặc false',
  object: 'một mục có các khóa trong ngoặc nhọn {…}',
  array: 'một danh sách trong ngoặc vuông […]',
  nothing: 'chưa có gì',
  file: 'cả tệp',
  line: 'dòng {line}',
  guess: 'Có phải ý bạn là “{name}”?',
  known: 'Dùng được: {names}.',
  more: 'và {count} tên khác',
} as const
