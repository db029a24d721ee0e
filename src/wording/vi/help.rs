//! `--help` in Vietnamese.

use crate::wording::help::{CompareHelp, Help, Misuse, Usages, Values};
use crate::wording::quoting::{listed, quoted};

/// The help in Vietnamese.
pub(in crate::wording) const HELP: Help = Help {
    about: "Chấm điểm cải cách hành chính từ minh chứng: chính xác, có lý do, không giấu gì.",
    after: "Ví dụ:
  cchc criteria                 các bộ tiêu chí có sẵn
  cchc explain so-mau 2.2.1     một tiêu chí: cách chấm, minh chứng cần có
  cchc check phieu.yaml         tệp có hợp lệ không; mọi lỗi cùng một lúc
  cchc score phieu.yaml         chấm điểm, mỗi điểm kèm lý do
  cchc score cac-so.csv --format csv -o bang.csv
  cchc score phieu.yaml --fail-under 80
  cchc improve phieu.yaml       điểm có thể lấy lại
  cchc reconcile cac-so.csv --declared cong-bo.csv
  cchc compare 2025.yaml 2026.yaml

Mã thoát: 0 là tốt; 1 là tệp có lỗi, số công bố bị lệch, hoặc chưa đạt ngưỡng; 2 là dòng lệnh sai
hoặc không đọc, không ghi được tệp.
Ngôn ngữ: --lang vi|en, biến môi trường CCHC_LANG, hoặc ngôn ngữ của máy.",
    usage: "Cách dùng",
    usages: Usages {
        cchc: "cchc LỆNH [TÙY CHỌN]",
        score: "cchc score [TÙY CHỌN] PHIẾU...",
        reconcile: "cchc reconcile [TÙY CHỌN] PHIẾU... --declared TỆP",
        thresholds: "cchc thresholds [TÙY CHỌN] PHIẾU...",
        follow_up: "cchc follow-up [TÙY CHỌN] PHIẾU-CŨ PHIẾU-MỚI --as-of NGÀY",
        documents: "cchc documents [TÙY CHỌN] PHIẾU...",
        improve: "cchc improve [TÙY CHỌN] PHIẾU...",
        check: "cchc check [TÙY CHỌN] TỆP...",
        explain: "cchc explain [TÙY CHỌN] BỘ [MÃ]",
        criteria: "cchc criteria [TÙY CHỌN] [BỘ]",
        schema: "cchc schema [TÙY CHỌN]",
    },
    values: Values {
        file: "TỆP",
        evidence: "PHIẾU",
        set: "BỘ",
        id: "MÃ",
        role: "BÊN",
        target: "XẾP LOẠI|CHỈ SỐ",
        aim: "THƯỚC ĐO",
        format: "DẠNG",
        index: "CHỈ SỐ",
        date: "NGÀY",
        old: "PHIẾU-CŨ",
        new: "PHIẾU-MỚI",
        lang: "NGÔN NGỮ",
    },
    commands: "Các lệnh",
    arguments: "Cần nêu",
    options: "Tùy chọn",
    possible_values: "các giá trị",
    help: "In hướng dẫn này",
    version: "In số phiên bản",
    lang: "Ngôn ngữ của mọi điều in ra",

    score: "Chấm điểm các phiếu, mỗi điểm kèm lý do",
    score_after: "Ví dụ:
  cchc score samples/so-tttt-nghe-an-2016.yaml
  cchc score tu-cham.yaml dieu-tra.csv        nhiều tệp của một cơ quan
  cchc score cac-so.csv --format csv -o bang.csv
  cchc score phieu.yaml --criteria so-mau     theo bộ khác bộ ghi trong phiếu",
    evidence: "Các phiếu chấm điểm: .yaml, hoặc .csv mỗi dòng một câu trả lời",
    criteria_option: "Bộ tiêu chí: tên bộ có sẵn hoặc tệp; thay cho bộ ghi trong phiếu",
    format: "Dạng kết quả",
    output: "Ghi vào tệp này, trọn vẹn hoặc không ghi gì",
    totals: "Chỉ in dòng tổng của mỗi cơ quan (dạng csv)",
    rank_provisional: "Xếp hạng cả cơ quan mới có điểm tạm tính",
    fail_under: "Báo không đạt khi chỉ số của cơ quan dưới mức này: 80, 80% hoặc 82.5",
    thresholds_option: "Báo không đạt khi chưa đạt một ngưỡng trong tệp này; nêu rõ từng ngưỡng",

    thresholds: "Lập tệp ngưỡng điểm từ một kết quả: những mức mà lần sau không được thấp hơn",
    thresholds_after: "Tệp ghi chỉ số, phần đã trả lời, minh chứng, chỉ số từng lĩnh vực và điểm từng
tiêu chí, để dùng với `cchc score --thresholds`. Kết quả đã dùng để lập tệp luôn
đạt các ngưỡng đó.

Ví dụ:
  cchc thresholds phieu-2025.yaml -o nguong.yaml
  cchc thresholds cac-so.csv --agency so-noi-vu
  cchc score phieu-2026.yaml --thresholds nguong.yaml",
    agency: "Mã cơ quan, khi phiếu có nhiều cơ quan",

    follow_up: "Theo dõi kiến nghị sau kiểm tra: đã thực hiện, chưa thực hiện, quá hạn, và điểm lấy lại được",
    follow_up_after: "PHIẾU-CŨ là phiếu có kết luận kiểm tra, PHIẾU-MỚI là phiếu có sau đó: kỳ sau,
hoặc cùng kỳ với câu trả lời mới hơn. Mỗi phiếu được chấm theo bộ tiêu chí ghi
trong phiếu.

Ví dụ:
  cchc follow-up kiem-tra-2026.yaml tu-cham-2026.yaml --as-of 31/12/2026
  cchc follow-up nam-2025.yaml nam-2026.yaml --as-of 2026-12-31 --format csv

Mã thoát: 0 dù còn kiến nghị chưa thực hiện; 1 là tệp có lỗi, hoặc có kiến nghị
quá hạn khi dùng --fail-overdue; 2 như mọi lệnh.",
    follow_up_old: "Phiếu có kiến nghị, chẳng hạn phiếu của đoàn kiểm tra",
    follow_up_new: "Phiếu có sau đó",
    as_of: "Ngày dùng để xét quá hạn: 2026-12-31 hoặc 31/12/2026",
    fail_overdue: "Báo không đạt khi có kiến nghị quá hạn",

    reconcile: "Đối chiếu kết quả đã công bố với kết quả tính từ minh chứng, từng ô một",
    reconcile_after: "Kết quả công bố là tệp CSV có các cột agency, id và awarded, thứ tự tùy ý; có
thể thêm index, grade, rank và period. Cột id là mã tiêu chí, hoặc total. Kết
quả của cchc score --format csv cũng là một tệp như vậy.

Ví dụ:
  cchc reconcile cac-so.csv --declared cong-bo.csv
  cchc reconcile cac-so.csv --declared cong-bo.csv --criteria bo-cua-toi.yaml
  cchc reconcile phieu.yaml --declared tu-cham.csv --role self

Mã thoát: 0 là mọi ô đã so đều khớp; 1 là có ô lệch, không so được ô nào, hoặc
tệp có lỗi; 2 như mọi lệnh.",
    declared: "Kết quả đã công bố, chẳng hạn điểm năm trước",
    role: "Chỉ tính từ câu trả lời của bên này",

    compare: CompareHelp {
        usage: "cchc compare [TÙY CHỌN] A [B]",
        about: "So sánh hai kỳ, hai bên chấm hoặc hai cơ quan, theo lĩnh vực và tiêu chí",
        after: "A và B là các phiếu chấm điểm; không có B thì A dùng cho cả hai bên. Các cơ quan
cùng mã được so với nhau; mỗi bên chỉ có một cơ quan thì so hai cơ quan ấy.
Khi bộ tiêu chí thay đổi, chênh lệch được tách ra: phần do quy định, phần do
kết quả thực hiện, và phần của các tiêu chí không chuyển sang được.

Ví dụ:
  cchc compare 2025.yaml 2026.yaml
  cchc compare phieu.yaml --roles self:appraisal
  cchc compare cac-so.csv --agencies so-y-te:so-noi-vu
  cchc compare cac-nam.csv --periods 2025:2026
  cchc compare phieu.yaml --criteria-b bo-sua.yaml   cùng phiếu, theo bộ đã sửa

Mã thoát: 0 là có so sánh được; 1 là không so được gì, hoặc tệp có lỗi; 2 như
mọi lệnh.",
        a: "Phiếu của bên A: .yaml, hoặc .csv mỗi dòng một câu trả lời",
        b: "Phiếu của bên B",
        roles_value: "BÊN:BÊN",
        roles: "So điểm khi hai bên này đã chấm, chẳng hạn self:appraisal",
        periods_value: "KỲ:KỲ",
        periods: "So hai kỳ đánh giá này, chẳng hạn 2025:2026",
        agencies_value: "MÃ:MÃ",
        agencies: "So hai cơ quan này",
        criteria_a: "Bộ tiêu chí của bên A, thay cho bộ ghi trong phiếu",
        criteria_b: "Bộ tiêu chí của bên B, thay cho bộ ghi trong phiếu",
    },
    documents: "Lập danh mục tài liệu kiểm chứng, và nêu tiêu chí còn thiếu tài liệu",
    documents_after: "Ví dụ:
  cchc documents phieu.yaml
  cchc documents cac-so.csv --agency so-y-te
  cchc documents cac-so.csv --format csv -o danh-muc.csv

Tệp nêu ở mục file được tìm trong thư mục của phiếu, không bao giờ ngoài thư mục
đó; kích thước và SHA-256 được ghi vào danh mục. Liên kết thì không mở.",
    documents_agency: "Chỉ lập cho cơ quan có mã này",
    improve: "Tìm điểm có thể lấy lại, và việc cần làm để đạt một mục tiêu",
    improve_after: "Mỗi dòng lấy lại bao nhiêu là do chấm lại mà biết: trả lời đúng như dòng đó thì
được đúng chừng ấy điểm. Có --target thì tìm nhóm thay đổi nhỏ nhất, và nói rõ
đã chứng minh được là nhỏ nhất hay chưa.

Ví dụ:
  cchc improve phieu.yaml
  cchc improve phieu.yaml --target good          mã xếp loại của bộ tiêu chí
  cchc improve phieu.yaml --target 80 --by effort
  cchc improve cac-so.csv --agency so-a --format json

Mã thoát: 0 kể cả khi mục tiêu chưa đạt được; 1 là tệp có lỗi; 2 như mọi lệnh.",
    target: "Đạt xếp loại này, theo mã, hoặc chỉ số này",
    by: "Nhóm thay đổi nhỏ nhất tính theo số tiêu chí hay theo công sức",
    improve_agency: "Chỉ xét cơ quan này",

    check: "Cho biết mỗi tệp là gì, có hợp lệ không, và mọi lỗi",
    check_after: "Ví dụ:
  cchc check bo-tieu-chi.yaml phieu.yaml cac-so.csv",
    check_files: "Bộ tiêu chí hoặc phiếu chấm điểm",

    explain: "Giải thích bộ tiêu chí hoặc một tiêu chí: cách chấm, minh chứng, mức điểm",
    explain_after: "Ví dụ:
  cchc explain so-mau                cả bộ, mỗi tiêu chí một dòng
  cchc explain so-mau 2.2.1          một tiêu chí, đầy đủ
  cchc explain so-mau 2.2.1 --evidence phieu.yaml
                                     và phép tính điểm của cơ quan đó",
    explain_set: "Tên bộ có sẵn, hoặc tệp bộ tiêu chí",
    explain_id: "Mã tiêu chí; bỏ trống là cả bộ",
    explain_evidence: "Phiếu chấm điểm để giải thích phép tính",

    criteria: "Liệt kê các bộ tiêu chí có sẵn, hoặc in một bộ dưới dạng YAML",
    criteria_after: "Ví dụ:
  cchc criteria
  cchc criteria so-mau > bo-cua-toi.yaml     sao một bộ ra để sửa",
    criteria_set: "Tên bộ để in",

    schema: "In JSON Schema của tệp bộ tiêu chí, dùng cho trình soạn thảo",
    schema_after: "Ví dụ:
  cchc schema > criteria.schema.json

Rồi ghi ở dòng đầu của bộ tiêu chí cùng thư mục:
  # yaml-language-server: $schema=criteria.schema.json",
};

/// What is said of a command line that cannot be understood.
pub(in crate::wording) fn misuse(misuse: &Misuse) -> String {
    let meant = |nearest: &Option<String>| {
        nearest.as_ref().map(|nearest| format!(" Có phải ý là {}?", quoted(nearest))).unwrap_or_default()
    };
    match misuse {
        Misuse::Command { word, nearest } => format!("Không có lệnh {}.{}", quoted(word), meant(nearest)),
        Misuse::Option { word, nearest } => {
            format!("Không có tùy chọn {} ở đây.{}", quoted(word), meant(nearest))
        }
        Misuse::Value { option, value, known } if known.is_empty() => {
            format!("{} không nhận giá trị {}.", quoted(option), quoted(value))
        }
        Misuse::Value { option, value, known } => {
            format!(
                "{} không nhận giá trị {}; hãy viết một trong: {}.",
                quoted(option),
                quoted(value),
                listed(known)
            )
        }
        Misuse::Number { option, value, offer: Some(offer) } => format!(
            "{}: số {} viết bằng dấu phẩy; hãy viết {}.",
            quoted(option),
            quoted(value),
            quoted(offer)
        ),
        Misuse::Number { option, value, offer: None } => format!(
            "{}: {} không phải là số từ không trở lên; hãy viết như `80` hoặc `82.5`.",
            quoted(option),
            quoted(value)
        ),
        Misuse::Date { option, value, form: true } => format!(
            "{}: {} không phải là ngày; hãy viết như `2026-12-31` hoặc `31/12/2026`.",
            quoted(option),
            quoted(value)
        ),
        Misuse::Date { option, value, form: false } => {
            format!("{}: lịch không có ngày {}.", quoted(option), quoted(value))
        }
        Misuse::ValueMissing { option } => format!("{} còn thiếu giá trị.", quoted(option)),
        Misuse::Pair { option, value, example } => format!(
            "{} cần một giá trị cho A và một cho B, ngăn bằng dấu hai chấm, chẳng hạn {}; không phải {}.",
            quoted(option),
            quoted(example),
            quoted(value)
        ),
        Misuse::Missing { what } => format!("Dòng lệnh còn thiếu {}.", listed(what)),
        Misuse::Twice { option } => format!("{} chỉ được viết một lần.", quoted(option)),
        Misuse::Other(words) => format!("Dòng lệnh sai: {words}"),
    }
}
