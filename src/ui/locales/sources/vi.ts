import type { ReasonWords } from './contract'

const reasons: ReasonWords = {
  network: {
    short: 'Không có câu trả lời nào tới trang này',
    what: 'Trang web không thể biết vì sao: tên miền không phân giải được, máy chủ từ chối, chứng thư TLS sai, hay máy chủ không cho phép truy cập chéo (CORS) đều trông giống hệt nhau đối với trình duyệt.',
    steps: [
      'Mở địa chỉ ở trên bằng trình duyệt của chính máy này. Mở được mà ô vẫn trống: máy chủ thiếu tiêu đề CORS (Access-Control-Allow-Origin).',
      'Không mở được: trong cửa sổ lệnh chạy “curl -v” với địa chỉ đó. Lệnh này nói rõ là lỗi tên miền, từ chối kết nối hay chứng thư.',
      'Các nguồn khác cùng máy chủ cũng im lặng: kiểm tra cổng dữ liệu (gateway) và tường lửa. Chỉ một nguồn: báo đơn vị quản lý hệ thống.',
    ],
  },
  timeout: {
    short: 'Không trả lời xong trong thời hạn',
    what: 'Nguồn không gửi xong câu trả lời trong thời hạn ghi bên dưới. Có thể nguồn treo, quá tải, hoặc đường truyền quá chậm; trang không phân biệt được.',
    steps: [
      'Đo thời gian trả lời của địa chỉ ở trên: time curl -s <địa chỉ> | wc -c.',
      'Nếu nguồn luôn chậm như vậy, tăng "timeout" của nguồn trong tệp thành phố, nhưng không quá chu kỳ đọc.',
      'Nếu trước đây nhanh: báo đơn vị quản lý hệ thống kèm thời điểm và thời gian đo được.',
    ],
  },
  login: {
    short: 'Cần đăng nhập (401)',
    what: 'Nguồn trả lời mã 401: yêu cầu không mang thông tin đăng nhập hợp lệ.',
    steps: [
      'Thông tin đăng nhập nằm ở cổng dữ liệu (gateway) của thành phố, không bao giờ ở trang này: gia hạn khóa hoặc mật khẩu của nguồn tại đó.',
      'Xem nhật ký của cổng dữ liệu: khóa hết hạn, bị thu hồi hay chưa từng được gắn cho đường dẫn này.',
    ],
  },
  page: {
    short: 'Trả về trang web thay cho dữ liệu',
    what: 'Nguồn trả lời bằng một trang web. Gần như luôn là trang đăng nhập, trang chặn của tường lửa, hoặc trang xác nhận của mạng Wi-Fi. Trang đó không được hiển thị và không được mở.',
    steps: [
      'Mở địa chỉ ở trên bằng trình duyệt để xem đó là trang gì.',
      'Trang đăng nhập: gia hạn quyền của nguồn tại cổng dữ liệu. Trang của mạng: đăng nhập mạng trên máy này.',
      'Trang chặn: xin tường lửa cho phép địa chỉ của màn hình hoặc của cổng dữ liệu.',
    ],
  },
  forbidden: {
    short: 'Bị từ chối quyền (403)',
    what: 'Nguồn nhận ra bên hỏi nhưng không cho đọc. Hỏi lại ngay cũng vô ích, nên trang chỉ hỏi lại sau mười phút.',
    steps: [
      'Xin đơn vị quản lý hệ thống cấp quyền đọc cho tài khoản của cổng dữ liệu.',
      'Kiểm tra danh sách địa chỉ IP được phép: cổng dữ liệu có thể vừa đổi địa chỉ.',
    ],
  },
  gone: {
    short: 'Địa chỉ không còn (404/410)',
    what: 'Máy chủ trả lời rằng không có gì ở địa chỉ này. Nguồn đã bị gỡ, đổi tên hoặc chuyển chỗ.',
    steps: [
      'Hỏi đơn vị quản lý hệ thống địa chỉ mới, rồi sửa "via" hoặc "url" của nguồn trong tệp thành phố.',
      'Địa chỉ đúng mà vẫn 404: kiểm tra quy tắc chuyển tiếp của cổng dữ liệu cho đường dẫn này.',
    ],
  },
  throttled: {
    short: 'Nguồn yêu cầu hỏi thưa hơn (429)',
    what: 'Nguồn nói rằng bị hỏi quá nhiều. Trang đã chờ như nguồn yêu cầu và tạm tăng gấp đôi chu kỳ đọc; không cần làm gì nếu chỉ xảy ra một lần.',
    steps: [
      'Nhiều màn hình cùng hỏi một nguồn: bật bộ nhớ đệm ở cổng dữ liệu để nguồn chỉ bị hỏi một lần.',
      'Tăng "every" của nguồn trong tệp thành phố, hoặc xin đơn vị quản lý nâng hạn mức.',
    ],
  },
  server: {
    short: 'Lỗi phía máy chủ của nguồn',
    what: 'Máy chủ nhận câu hỏi nhưng báo lỗi bên trong (mã 5xx). 502, 503 và 504 thường là hệ thống phía sau cổng dữ liệu đang dừng hoặc quá tải.',
    steps: [
      'Báo đơn vị quản lý hệ thống, kèm mã lỗi và thời điểm ghi bên dưới.',
      'Trang tự hỏi lại thưa dần và trở lại bình thường khi nguồn trả lời được.',
    ],
  },
  http: {
    short: 'Máy chủ không nhận câu hỏi',
    what: 'Máy chủ trả lời một mã lạ (xem bên dưới): thường là câu hỏi sai tham số, hoặc giao diện của nguồn đã đổi.',
    steps: [
      'So tham số, phương thức và nội dung gửi của nguồn trong tệp thành phố với tài liệu mới nhất của hệ thống.',
      'Thử trước khi lưu: npm run city:check <tệp>.',
    ],
  },
  shape: {
    short: 'Câu trả lời sai cấu trúc',
    what: 'Nguồn trả lời được nhưng nội dung không có cấu trúc như tệp thành phố mô tả, hoặc quá một phần năm số bản ghi không dùng được. Số liệu tốt nhận lần cuối được giữ nguyên.',
    steps: [
      'Xem các trường bị loại bên dưới: cùng một trường hỏng ở mọi bản ghi nghĩa là nguồn đã đổi tên hoặc đổi kiểu trường đó.',
      'Sửa đường dẫn trường ("path") trong tệp thành phố, hoặc yêu cầu đơn vị quản lý trả lại cấu trúc cũ.',
    ],
  },
  parse: {
    short: 'Câu trả lời hỏng hoặc bị cắt',
    what: 'Nội dung nhận được không phải JSON hay XML trọn vẹn: thường là bị cắt giữa chừng trên đường truyền, hoặc nguồn ghi ra thứ không phải là số ở chỗ của một số.',
    steps: [
      'Tải địa chỉ ở trên bằng curl và kiểm tra: curl -s <địa chỉ> | python3 -m json.tool.',
      'Lúc được lúc không: kiểm tra giới hạn dung lượng và thời hạn của cổng dữ liệu. Luôn hỏng: báo đơn vị quản lý hệ thống.',
    ],
  },
  limit: {
    short: 'Câu trả lời quá lớn',
    what: 'Câu trả lời vượt giới hạn dung lượng hoặc số bản ghi, nên đã bị dừng giữa chừng để màn hình không cạn bộ nhớ.',
    steps: [
      'Thêm bộ lọc (thời gian, địa bàn) hoặc phân trang vào câu hỏi trong tệp thành phố.',
      'Lớp bản đồ lớn nên chuyển thành PMTiles hoặc vector tiles thay cho GeoJSON.',
    ],
  },
  refused: {
    short: 'Cấu hình của nguồn không dùng được',
    what: 'Trang từ chối hỏi: địa chỉ, kiểu kết nối hoặc tùy chọn của nguồn trong tệp thành phố không hợp lệ. Chưa có yêu cầu nào được gửi đi.',
    steps: [
      'Sửa mục của nguồn này trong tệp thành phố theo dòng chi tiết bên dưới.',
      'Kiểm tra trước khi tải lại: npm run city:check <tệp>.',
    ],
  },
  kept: {
    short: 'Số liệu giữ từ lần chạy trước',
    what: 'Màn hình vừa khởi động lại. Số liệu này được giữ từ trước đó; nguồn chưa trả lời lần nào từ khi khởi động.',
    steps: ['Chờ lần đọc kế tiếp; nếu nguồn lỗi, lý do sẽ hiện ở đây.'],
  },
  frozen: {
    short: 'Trả lời đều, nhưng thời điểm đo đứng yên',
    what: 'Nguồn vẫn trả lời thành công, nhưng thời điểm đo của chính nó không đổi. Hệ thống phía sau có thể đã ngừng thu thập, hoặc một bộ nhớ đệm trả lại câu trả lời cũ.',
    steps: [
      'Báo đơn vị quản lý: kiểm tra thiết bị và tiến trình thu thập phía sau giao diện.',
      'Kiểm tra bộ nhớ đệm của cổng dữ liệu: thời gian giữ phải ngắn hơn chu kỳ đọc.',
    ],
  },
  late: {
    short: 'Quá hạn một lần đọc',
    what: 'Chưa có câu trả lời mới trong hai chu kỳ, hoặc thời điểm của nguồn cũ hơn thế, hoặc số liệu của kỳ mới chưa được công bố đúng hạn.',
    steps: [
      'Chờ lần đọc kế tiếp. Số liệu theo kỳ: hỏi đơn vị phụ trách khi nào kỳ mới được công bố.',
      'Nếu hệ thống vốn công bố trễ, ghi độ trễ đó vào “lag” của nguồn trong tệp thành phố.',
    ],
  },
  stale: {
    short: 'Số liệu đã cũ',
    what: 'Số liệu giữ được cũ hơn năm chu kỳ, hoặc kỳ mới đã quá hạn công bố quá lâu. Không nên dùng để ra quyết định.',
    steps: [
      'So “thời điểm của nguồn” bên dưới với bây giờ: nếu cũ, hệ thống phía sau ngừng cập nhật; báo đơn vị phụ trách.',
      'Nếu đồng hồ của nguồn sai, yêu cầu đồng bộ giờ (NTP) ở phía nguồn.',
    ],
  },
  partial: {
    short: 'Một phần số liệu bị loại hoặc đã cũ',
    what: 'Nguồn trả lời, nhưng một số bản ghi không đọc được hoặc sai nên không được tính, hoặc một số nơi không gửi số liệu mới. Phần còn lại đang hiển thị.',
    steps: [
      'Xem các trường bị loại bên dưới và báo đơn vị quản lý hệ thống, kèm ví dụ.',
      'Nếu không có trường nào bị loại: ô số liệu ghi nơi nào đã cũ; kiểm tra thiết bị và đường truyền ở đó.',
    ],
  },
  invalid: {
    short: 'Số liệu không hợp lý',
    what: 'Nguồn trả lời, nhưng nội dung không thể đúng nên không được dùng.',
    steps: ['Xem các trường bị loại bên dưới và báo đơn vị quản lý hệ thống, kèm ví dụ.'],
  },
  waiting: {
    short: 'Chờ câu trả lời đầu tiên',
    what: 'Trang vừa mở và chưa nhận được câu trả lời nào của nguồn này.',
    steps: [],
  },
  down: {
    short: 'Chưa từng trả lời',
    what: 'Từ khi trang mở, nguồn chưa trả lời lần nào và cũng chưa báo lỗi.',
    steps: ['Chờ hết thời hạn của lần đọc đang chạy; sau đó lý do sẽ hiện ở đây.'],
  },
  paused: { short: 'Đang tạm dừng', what: 'Nguồn đang được tạm dừng.', steps: [] },
  none: { short: 'Bình thường', what: 'Nguồn trả lời đúng hạn.', steps: [] },
}

export const sources = {
  title: 'Nguồn dữ liệu',
  back: 'Quay lại màn hình',
  close: 'Đóng chi tiết',
  search: 'Tìm nguồn, hệ thống, đơn vị…',
  all: 'Tất cả',
  filter: 'Lọc theo trạng thái',
  nothing: 'Không nguồn nào khớp.',
  list: 'Danh sách nguồn',
  column: {
    state: 'Trạng thái',
    source: 'Nguồn',
    reason: 'Lý do',
    good: 'Tốt lần cuối',
    next: 'Lần kế',
    records: 'Bản ghi',
    cost: 'Trễ, dung lượng',
  },
  since: 'từ {time}',
  ago: '{age} trước',
  never: 'chưa lần nào',
  reading: 'đang đọc',
  inTime: 'sau {time}',
  dropped: '{count} bị loại',
  owner: 'Đơn vị quản lý',
  system: 'Hệ thống',
  connector: 'Kiểu kết nối',
  address: 'Địa chỉ',
  every: 'Chu kỳ',
  doubled: '{every}, đang tăng gấp đôi',
  timeout: 'Thời hạn trả lời',
  lastTry: 'Hỏi lần cuối',
  lastGood: 'Tốt lần cuối',
  failures: 'Lỗi liên tiếp',
  ofTries: '{failures} (tốt {successes} trong {attempts} lần hỏi)',
  next: 'Hỏi lần kế',
  latency: 'Độ trễ, dung lượng',
  records: 'Bản ghi',
  recordsRead: '{total} đã đọc, {dropped} bị loại',
  observed: 'Thời điểm của nguồn',
  observedNone: 'nguồn không cho biết',
  sourceClock: 'Đồng hồ của nguồn',
  serverClock: 'Đồng hồ của máy chủ',
  ahead: 'nhanh {gap} so với màn hình này',
  behind: 'chậm {gap} so với màn hình này',
  agrees: 'khớp (dưới một phút)',
  unknown: 'không biết',
  cadence: 'Số liệu',
  cadences: { live: 'liên tục', once: 'công bố một lần', period: 'theo kỳ' },
  reason: 'Lý do',
  facts: 'Số đo',
  told: 'Chi tiết kỹ thuật',
  at: 'lúc {time}',
  kept: 'Số liệu tốt nhận lần cuối vẫn được giữ trên màn hình.',
  notKept: 'Chưa có số liệu nào để giữ trên màn hình.',
  mend: 'Cách tìm và sửa',
  drift: 'Trường bị loại',
  driftNote: 'Ví dụ đã che thông tin riêng.',
  driftColumns: { path: 'Trường', reason: 'Vì sao', count: 'Số bản ghi', sample: 'Ví dụ' },
  uses: 'Đang dùng nguồn này',
  unused: 'Không ô, lớp bản đồ hay chỉ số nào dùng nguồn này.',
  usesOf: { panel: 'Ô', layer: 'Lớp bản đồ', figure: 'Chỉ số' },
  reasons,
}

export type SourceWords = typeof sources
