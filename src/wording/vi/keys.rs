//! The keys of a criteria file in Vietnamese.

use crate::rules::Kind;
use crate::wording::keys::{Forms, Keys};

/// What is said of each key.
pub(in crate::wording) const KEYS: Keys = Keys {
    file: "Bộ tiêu chí: chấm cái gì và chấm thế nào.",
    set: [
        ("id", "Tên bộ: chữ thường không dấu, chữ số, dấu gạch nối."),
        ("version", "Phiên bản; bộ được gọi là `id@version`."),
        ("title", "Tên đầy đủ của bộ tiêu chí."),
        ("basis", "Các văn bản làm căn cứ, một danh sách."),
        ("note", "Ghi chú."),
        ("audience", "Các loại cơ quan được chấm theo bộ này, một danh sách."),
        (
            "effective",
            "Thời gian áp dụng, `{ from: NGÀY, to: NGÀY }`; kỳ đánh giá nằm ngoài thì có cảnh báo.",
        ),
        ("supersedes", "Bộ mà bộ này thay thế, `id@version`."),
        ("points", "Tổng điểm; các phần phải cộng lại đúng bằng số này."),
        ("expects", "Số tiêu chí chấm điểm khai trước, được đối chiếu với tệp."),
        ("rounding", "Làm tròn từ bước nào và thế nào; không ghi thì không làm tròn."),
        ("combine", "Cách gộp các phần thành tổng; không ghi là `sum`."),
        ("bands", "Các bậc quy đổi kết quả của cả bộ, viết như trong cách chấm `bands`."),
        ("floor", "Tổng không bao giờ xuống dưới mức này."),
        ("not-applicable", "Xử lý tổng khi mọi phần đều không áp dụng; không ghi là `refuse`."),
        ("not-applicable-at-most", "Tỷ lệ điểm được miễn tối đa, ví dụ `20%`; quá mức này là lỗi."),
        ("not-held", "Các bên chấm được bỏ qua khi không tổ chức, ví dụ `[survey]`."),
        ("scales", "Các thang trả lời có tên, dùng chung cho nhiều tiêu chí."),
        ("grades", "Các mức xếp loại theo chỉ số, cao trước thấp sau; mức cuối không có `from`."),
        ("limits", "Khống chế: hạ mức xếp loại hoặc hủy điểm."),
        ("rank", "Cách xếp hạng các cơ quan; không ghi thì không xếp hạng."),
        ("criteria", "Danh sách lĩnh vực, mỗi lĩnh vực có các phần bên trong, bao nhiêu cấp cũng được."),
    ],
    node: [
        (
            "id",
            "Mã, duy nhất trong bộ; chữ gì cũng được trừ `total`. `1.10` khác `1.1`: hãy đặt trong nháy kép.",
        ),
        ("title", "Tên tiêu chí."),
        (
            "points",
            "Điểm tối đa, từ 0 trở lên; 0 là chỉ theo dõi, không tính điểm; tiêu đề thì không có điểm.",
        ),
        ("criteria", "Các phần của nhóm; điểm cộng lại phải đúng bằng điểm của nhóm."),
        ("rule", "Cách chấm: một từ, ví dụ `yes-no`, hoặc một khóa kèm các thiết lập của nó."),
        ("combine", "Cách gộp các phần thành điểm của nhóm; không ghi là `sum`; `none` là tiêu đề."),
        ("weight", "Trọng số trong nhóm `mean`, lớn hơn 0, ví dụ `2` hoặc `2/3`; không ghi là 1."),
        ("bands", "Các bậc quy đổi kết quả của nhóm, viết như trong cách chấm `bands`."),
        ("floor", "Điểm của nhóm không bao giờ xuống dưới mức này."),
        (
            "bonus",
            "`true`: điểm thưởng, nằm ngoài điểm của nhóm, cộng thêm nhiều nhất bằng điểm của chính nó.",
        ),
        ("penalty", "`true`: điểm phạt, nằm ngoài điểm của nhóm, trừ đi nhiều nhất bằng điểm của chính nó."),
        ("grades", "Các mức xếp loại riêng của nhóm, cao trước thấp sau; mức cuối không có `from`."),
        ("requires", "Điều kiện: tiêu chí có mã này không đạt trọn điểm thì tiêu chí ở đây không có điểm."),
        ("at-most", "Không bao giờ nhiều điểm hơn tiêu chí có mã này đã đạt."),
        ("was", "Các mã cũ của tiêu chí trong bộ được thay thế, một danh sách."),
        ("effort", "Công sức để làm tốt hơn, một con số theo đơn vị tự chọn."),
        ("as-written", "Lý do chấp nhận điểm chưa hợp lý của văn bản gốc; có cảnh báo trong mọi báo cáo."),
        ("applies-to", "Các loại cơ quan được chấm, trong số `audience`; các phần bên trong theo đó."),
        ("scored-by", "Bên chấm; không ghi là `self`; các phần bên trong theo đó."),
        (
            "not-applicable",
            "Xử lý câu trả lời “không áp dụng”; không ghi là `refuse`: trả lời như vậy là lỗi.",
        ),
        (
            "documents",
            "Tài liệu kiểm chứng cần có, một danh sách; tiêu chí chấm điểm mà thiếu thì có cảnh báo.",
        ),
        ("advice", "Lời khuyên khi mất điểm."),
        ("note", "Ghi chú của người soạn bộ tiêu chí."),
        ("basis", "Các văn bản làm căn cứ, một danh sách."),
    ],
    combine: [("formula", "Công thức trên `sum mean lowest highest parts`, cho ra điểm của nhóm.")],
    effective: [
        ("from", "Ngày đầu tiên."),
        ("to", "Ngày cuối cùng."),
        ("supersedes", "Bộ mà bộ này thay thế, `id@version`; cũng có thể đứng riêng."),
    ],
    expects: [("criteria", "Số tiêu chí chấm điểm.")],
    rounding: [
        ("places", "Số chữ số thập phân, từ 0 đến 12."),
        ("at", "Bước đầu tiên làm tròn; mọi bước sau cũng làm tròn."),
        ("mode", "`half-up` (nếu không ghi) làm tròn nửa lên, xa số 0; `down` cắt bỏ phần thừa."),
    ],
    rank: [
        ("among", "Xếp hạng trong cùng loại cơ quan, trong cùng nhóm `peers`, hoặc tất cả."),
        ("ties", "Sau hai cơ quan đồng hạng nhất: `skip` là hạng 3, `dense` là hạng 2."),
        ("except", "Mã các cơ quan được chấm mà không xếp hạng, một danh sách."),
    ],
    grade: [
        ("id", "Mã của mức xếp loại."),
        ("title", "Tên mức xếp loại."),
        ("from", "Chỉ số thấp nhất đạt mức này, ví dụ `80%`; mức cuối không có."),
    ],
    limit: [
        ("when", "Điều kiện khống chế."),
        ("grade-at-most", "Mức xếp loại cao nhất được nhận, ghi bằng mã; ghi khóa này hoặc `score`."),
        ("score", "`void` hủy điểm, chỉ số, xếp loại và hạng; ghi khóa này hoặc `grade-at-most`."),
        ("because", "Lý do, được ghi trong mọi báo cáo."),
    ],
    when: [
        ("criterion", "Mã tiêu chí, hoặc `any` là bất kỳ tiêu chí chấm điểm nào."),
        ("is", "Tình trạng; trả lời còn thiếu không tốt hơn `zero`."),
        ("below", "Dưới tỷ lệ này so với điểm tối đa, ví dụ `50%`."),
        ("answer", "Câu trả lời này, viết như trong phiếu."),
    ],
    offer: [
        ("id", "Mã, dùng để trả lời."),
        ("title", "Nội dung."),
        ("points", "Số điểm được, hoặc tỷ lệ phần trăm điểm của tiêu chí."),
    ],
    band: [
        ("from", "Từ mức này trở lên, kể cả mức này (≥)."),
        ("above", "Trên mức này, không kể mức này (>)."),
        ("below", "Dưới mức này, không kể mức này (<)."),
        ("up-to", "Đến mức này, kể cả mức này (≤)."),
        ("points", "Số điểm được, tỷ lệ phần trăm điểm của tiêu chí, hoặc `share` là theo tỷ lệ đạt được."),
    ],
    share: [
        ("full-at", "Tỷ lệ đã được trọn điểm, ví dụ `80%`."),
        ("from", "Dưới tỷ lệ này thì không có điểm."),
        ("reverse", "`true` chấm phần còn lại của 100 %, ví dụ với hồ sơ trễ hạn."),
        ("when-empty", "0 trên 0 được bao nhiêu; không ghi thì trả lời như vậy là lỗi."),
    ],
    count: [("each", "Mỗi đơn vị được bao nhiêu: số điểm, hoặc tỷ lệ phần trăm điểm của tiêu chí.")],
    deduct: [
        ("each", "Mỗi lỗi trừ bao nhiêu, hoặc mỗi loại lỗi trừ bao nhiêu: `{ late: 0.25, missing: 0.5 }`."),
        ("floor", "Không bao giờ xuống dưới mức này; không ghi là 0."),
    ],
    deadline: [
        ("due", "Thời hạn: một ngày, hoặc `{ day: 12-31, year: -1 }` tính từ kỳ đánh giá."),
        ("on-time", "Số điểm khi đúng hạn; không ghi là trọn điểm."),
        ("late", "Số điểm khi trễ: số điểm, hoặc các bậc theo số ngày trễ; không ghi là không có điểm."),
    ],
    due: [
        ("day", "Ngày trong năm, tháng viết trước: `12-31`."),
        ("year", "Số năm tính từ kỳ đánh giá: `-1` là năm trước; không ghi là 0."),
    ],
    judged: [("step", "Bước điểm khi cho điểm nhận định.")],
    formula: [
        ("inputs", "Các con số phải trả lời, theo tên: `ho_so: { unit: hồ sơ }`."),
        ("points", "Công thức cho ra điểm, trong nháy kép: `\"4 * share(dung_han, ho_so, 0)\"`."),
    ],
    input: [("title", "Nội dung."), ("unit", "Đơn vị đếm hoặc đo.")],
    versus_peers: [
        ("to", "Mức chung của mọi cơ quan: trung bình (`mean`) hoặc trung vị (`median`)."),
        ("bands", "Các bậc theo thương của câu trả lời và mức chung; cận là tỷ lệ."),
        ("when-empty", "Được bao nhiêu khi mức chung là 0; phải ghi, ở đây hoặc bên cạnh."),
    ],
    when_empty: "0 trên 0 được bao nhiêu, đứng cạnh `share`, `bands`, `survey` hoặc `versus-peers`; không ghi thì là lỗi.",
    named_input: "Một con số phải trả lời; tên gồm chữ thường không dấu, chữ số và `_`.",
    scale: "Một thang trả lời; tiêu chí dùng bằng tên: `choice: TÊN`.",
    kind,
    forms: Forms {
        text: "Nội dung viết một lần, hoặc theo ngôn ngữ: `{ vi: ..., en: ... }`.",
        id: "Mã là chữ; mã giống con số thì đặt trong nháy kép: `\"1.10\"`.",
        kebab: "Tên bộ gồm chữ thường không dấu, chữ số và dấu gạch nối đơn: `so-mau`.",
        identity: "Nêu tên bộ kèm phiên bản: `so-mau@1.0`.",
        truth: "Viết `true` hoặc `false`.",
        number: "Số viết bằng chữ số, dấu chấm trước phần thập phân: `12.5`.",
        amount: "Viết một số (`12.5`), phần trăm (`80%`) hoặc phân số (`2/3`).",
        share: "Tỷ lệ là phần trăm (`80%`) hoặc phân số (`2/3`), lớn hơn 0.",
        whole: "Viết một số nguyên.",
        date: "Ngày viết `2026-01-05`, hoặc `05/01/2026`, ngày trước tháng sau.",
        month_day: "Ngày trong năm viết tháng trước: `12-31`.",
    },
};

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::YesNo => "Trọn điểm (`yes`) hoặc không có điểm (`no`).",
        Kind::Choice => "Một trong nhiều phương án: danh sách `{ id, title, points }`, hoặc tên một thang.",
        Kind::Checklist => "Cộng các mục đạt được, nhiều nhất bằng điểm của tiêu chí.",
        Kind::Share => "Điểm theo tỷ lệ đạt được, ví dụ 47 trên 50.",
        Kind::Bands => "Các bậc có cận rõ ràng theo tỷ lệ hoặc số lượng; mỗi giá trị thuộc đúng một bậc.",
        Kind::Count => "Mỗi đơn vị được một số điểm, nhiều nhất bằng điểm của tiêu chí.",
        Kind::Deduct => "Bắt đầu từ trọn điểm, mỗi lỗi bị trừ, thấp nhất là `floor`.",
        Kind::Deadline => "Theo thời hạn: đúng hạn hoặc trễ.",
        Kind::Survey => {
            "Trung bình của mọi phiếu: danh sách mức `{ id, title, points }`, hoặc tên một thang."
        }
        Kind::Formula => "Công thức trên các con số có tên, từ 0 đến điểm của tiêu chí.",
        Kind::VersusPeers => {
            "Các bậc theo câu trả lời so với trung bình hoặc trung vị của các cơ quan cùng nhóm."
        }
        Kind::Judged => "Người chấm nhận định, từ 0 đến điểm của tiêu chí.",
    }
}
