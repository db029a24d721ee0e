//! `--help` in Vietnamese.

use crate::wording::help::{Help, Misuse, Usages, Values};
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
  cchc improve phieu.yaml       điểm có thể lấy lại
  cchc reconcile cac-so.csv --declared cong-bo.csv

Mã thoát: 0 là tốt; 1 là tệp có lỗi hoặc số công bố bị lệch; 2 là dòng lệnh sai hoặc không đọc,
không ghi được tệp.
Ngôn ngữ: --lang vi|en, biến môi trường CCHC_LANG, hoặc ngôn ngữ của máy.",
    usage: "Cách dùng",
    usages: Usages {
        cchc: "cchc LỆNH [TÙY CHỌN]",
        score: "cchc score [TÙY CHỌN] PHIẾU...",
        reconcile: "cchc reconcile [TÙY CHỌN] PHIẾU... --declared TỆP",
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
        Misuse::ValueMissing { option } => format!("{} còn thiếu giá trị.", quoted(option)),
        Misuse::Missing { what } => format!("Dòng lệnh còn thiếu {}.", listed(what)),
        Misuse::Twice { option } => format!("{} chỉ được viết một lần.", quoted(option)),
        Misuse::Other(words) => format!("Dòng lệnh sai: {words}"),
    }
}
