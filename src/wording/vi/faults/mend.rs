//! How to mend it: what to write instead, in the file's own syntax.

use super::{asked, example, meant, offer, parts};
use crate::points::Points;
use crate::problem::{Fault, FileKind, FormulaFlaw, Warning, YamlFlaw};
use crate::wording::quoting::{
    example_entry, example_rule, guarded, half, is_cut_off, is_day_of_year, listed, meant_date, meant_input,
    meant_name, meant_percent, mebibytes, quoted, steps_around, written,
};

pub(super) fn of_fault(fault: &Fault) -> String {
    match fault {
        Fault::FileEmpty => "Kiểm tra xem tệp đã được lưu chưa và có đúng là tệp cần dùng không.".to_owned(),
        Fault::FileNotOpened { .. } => {
            "Cho phép đọc tệp, sao lại tệp vào thư mục, hoặc đưa tệp ra khỏi thư mục.".to_owned()
        }
        Fault::FileNotText => "Lưu lại thành tệp YAML (`.yaml`) hoặc CSV UTF-8 (`.csv`).".to_owned(),
        Fault::FileUtf16 | Fault::FileNotUtf8 => {
            "Lưu lại bằng bảng mã UTF-8; trong Excel: Save As, “CSV UTF-8 (Comma delimited)”.".to_owned()
        }
        Fault::FileTooLarge { .. } => "Chia thành nhiều tệp, hoặc nộp nhiều cơ quan bằng CSV.".to_owned(),
        Fault::LineTooLong { most } => format!(
            "Ngắt dòng: không nội dung nào cần tới {} MiB. Nếu là CSV, tìm dấu nháy (`\"`) chưa đóng.",
            mebibytes(u64::try_from(*most).unwrap_or(u64::MAX))
        ),
        Fault::FileUnknown => "Bộ tiêu chí có các khóa `id`, `version`, `title`, `points`, `criteria`; phiếu chấm điểm có \
            `agency` và `answers`, hoặc trong CSV có các cột `agency`, `criterion`, `answer`; tệp ngưỡng điểm có `for` \
            và các khóa như `index`."
            .to_owned(),
        Fault::FileOtherKind { wanted: FileKind::Criteria, .. } => {
            "Nêu tệp bộ tiêu chí: tệp có các khóa `id`, `version` và `criteria`.".to_owned()
        }
        Fault::FileOtherKind { wanted: FileKind::Evidence, .. } => {
            "Nêu tệp phiếu chấm điểm: tệp có các khóa `agency` và `answers`.".to_owned()
        }
        Fault::FileOtherKind { wanted: FileKind::Results, .. } => "Nêu tệp do chương trình in ra, ví dụ bằng `score --format yaml`.".to_owned(),
        Fault::FileOtherKind { wanted: FileKind::Thresholds, .. } => {
            "Nêu tệp ngưỡng điểm: tệp có khóa `for` và các khóa như `index`, `fields`.".to_owned()
        }

        Fault::YamlSyntax { flaw } => syntax(flaw),
        Fault::YamlTooDeep { .. } => "Bỏ các cấp lồng không cần thiết; tìm dấu `[` hoặc `{` bị thừa.".to_owned(),
        Fault::YamlTooManyAliases { .. } => "Viết đủ nội dung thay cho các tham chiếu.".to_owned(),
        Fault::YamlDuplicateKey { .. } => "Chỉ giữ lại một.".to_owned(),
        Fault::YamlKeyNotText => "Viết chữ trước dấu hai chấm, ví dụ `title: Kế hoạch`.".to_owned(),
        Fault::YamlTag => "Bỏ thẻ đi: viết `points: 3` thay cho `points: !!int 3`.".to_owned(),
        Fault::YamlOneDocument => "Bỏ dòng `---`, hoặc chuyển tài liệu thứ hai sang tệp riêng.".to_owned(),

        Fault::KeyUnknown { key, .. } if is_cut_off(key) => {
            "Trong `{...}` dấu phẩy ngăn cách các mục: số thập phân viết bằng dấu chấm, ví dụ `0.5`.".to_owned()
        }
        Fault::KeyUnknown { nearest, known, .. } => {
            offer(nearest.as_deref(), known, "Ở đây không dùng khóa nào: bỏ khóa này đi.")
        }
        Fault::KeyMissing { key } => format!("Thêm vào, ví dụ {}.", example_entry(key)),
        Fault::ShapeWrong { expected, .. } => example(*expected).to_owned(),
        Fault::WordUnknown { nearest, known, .. } => offer(nearest.as_deref(), known, "Bỏ từ này đi."),
        Fault::NumberComma { offer, .. } => {
            format!("Số thập phân viết bằng dấu chấm: {}. Hàng nghìn viết liền: `1500`.", quoted(offer))
        }
        Fault::NumberWrong { .. } => {
            "Chỉ viết chữ số, dấu chấm trước phần thập phân: `12.5`; tỷ lệ viết `80%` hoặc `2/3`.".to_owned()
        }
        Fault::NumberTooLong { .. } => "Viết ngắn lại: không số liệu nào ở đây cần nhiều chữ số như vậy.".to_owned(),
        Fault::NumberTooSmall { least, allowed: true, share, .. } => {
            format!("Viết `{}` hoặc lớn hơn.", written(least, *share))
        }
        Fault::NumberTooSmall { least, allowed: false, share, .. } => {
            format!("Viết số lớn hơn `{}`, ví dụ `{}`.", written(least, *share), if *share { "50%" } else { "1" })
        }
        Fault::NumberTooLarge { most, share, .. } => format!("Viết `{}` hoặc nhỏ hơn.", written(most, *share)),
        Fault::NumberNotWhole { number } => {
            let below = number.floor();
            format!("Viết số nguyên: `{below}` hoặc `{}`.", &below + &Points::ONE)
        }
        Fault::PercentMissing { text } => {
            format!("{}Tỷ lệ viết có dấu phần trăm hoặc thành phân số: `80%`, `4/5`.", meant(meant_percent(text).as_deref()))
        }
        Fault::DateNotReal { text } | Fault::DateWrong { text } if is_day_of_year(text) => format!(
            "{}Ngày của mọi năm viết tháng trước, ngày sau: `12-31`. Không phải năm nào cũng có ngày 29 tháng 2.",
            meant(meant_date(text).as_deref())
        ),
        Fault::DateNotReal { text } | Fault::DateWrong { text } => format!(
            "{}Ngày viết `2026-01-05`, hoặc ngày trước, tháng sau: `05/01/2026`.",
            meant(meant_date(text).as_deref())
        ),
        Fault::PeriodWrong { .. } => {
            "Viết năm `2026`, quý `2026-Q1`, tháng `2026-07` hoặc ngày `2026-07-12`.".to_owned()
        }
        Fault::IdNotKebab { id } => {
            format!("Viết {}.", quoted(meant_name(id).as_deref().unwrap_or("bo-tieu-chi")))
        }
        Fault::IdReserved { .. } => "Viết một mã khác.".to_owned(),
        Fault::IdTwice { .. } => "Đổi mã của một trong hai, hoặc bỏ bớt một.".to_owned(),
        Fault::ListEmpty => "Viết ít nhất một mục; khóa nào không cần thì bỏ hẳn.".to_owned(),

        Fault::NeitherRuleNorParts => {
            "Viết cách chấm, ví dụ `rule: yes-no`, hoặc liệt kê tiêu chí thành phần dưới `criteria:`.".to_owned()
        }
        Fault::BothRuleAndParts => {
            "Bỏ một trong hai: nhóm thì cộng điểm các thành phần, chỉ tiêu chí không có thành phần mới có `rule`.".to_owned()
        }
        Fault::RuleNotOne { .. } => {
            "Viết đúng một cách chấm, ví dụ `rule: yes-no` hoặc `rule: { count: { each: 0.5 } }`.".to_owned()
        }
        Fault::RuleNeedsSettings { kind } => format!("Viết thêm, ví dụ {}.", example_rule(kind)),
        Fault::WhenEmptyIdle { .. } => {
            "Bỏ đi; chỉ `share`, `survey` và `bands` theo tỷ lệ mới có thể gặp `0/0`.".to_owned()
        }
        Fault::PartsDoNotAdd { kind: None, sum, .. } => {
            format!("Sửa điểm của một tiêu chí thành phần, hoặc viết `points: {sum}` ở đây.")
        }
        Fault::PartsDoNotAdd { kind: Some(_), .. } => {
            "Sửa điểm hoặc `applies-to` của một tiêu chí thành phần: với loại cơ quan nào tổng cũng phải đúng.".to_owned()
        }
        Fault::FullOutOfReach { best, points } if best.is_zero() => {
            format!("Cho trả lời tốt nhất được {points} điểm.")
        }
        Fault::FullOutOfReach { best, points } | Fault::FullExceeded { best, points } => {
            format!("Cho trả lời tốt nhất được {points} điểm, hoặc ghi điểm tối đa của tiêu chí là `points: {best}`.")
        }
        Fault::BandGap { .. } => {
            "Dời một cận hoặc thêm một bậc; `from` và `up-to` tính cả cận, `above` và `below` thì không.".to_owned()
        }
        Fault::BandOverlap { .. } => {
            "Dời một cận; nơi hai bậc giáp nhau chỉ một bậc tính cả cận: `{ from: 90% }` cạnh `{ below: 90% }`.".to_owned()
        }
        Fault::BandEmpty => "Viết cận dưới thấp hơn cận trên: `{ from: 80%, below: 90%, points: 1 }`.".to_owned(),
        Fault::EdgesMixed => {
            "Viết mọi cận đều có `%` (`80%`), hoặc đều không (`80`); số ngày trễ là số nguyên không có `%`.".to_owned()
        }
        Fault::EdgeTwice { edges: [one, other] } => format!("Chỉ giữ lại một, `{one}` hoặc `{other}`."),
        Fault::ShareOfAmount => "Viết điểm bằng số, ví dụ `points: 1`, hoặc viết các cận có `%`.".to_owned(),
        Fault::StepMisses { points, .. } => {
            let half = half(points).unwrap_or(Points::ONE);
            format!("Viết bước điểm mà {points} chia hết cho, ví dụ `step: {half}`.")
        }
        Fault::FormulaSyntax { flaw } => formula(flaw),
        Fault::FormulaName { nearest, known, .. } => {
            offer(nearest.as_deref(), known, "Viết một số: ở đây không có số liệu nào.")
        }
        Fault::FormulaInput { id } => {
            format!("Viết {}.", quoted(&meant_input(id).unwrap_or_else(|| "ho_so".to_owned())))
        }
        Fault::FormulaType { truth_wanted: false } => {
            "Nêu rõ điều kiện đó ứng với số nào: `ho_so > 0 ? 1 : 0`.".to_owned()
        }
        Fault::FormulaType { truth_wanted: true } => "So sánh với một số: `ho_so > 0`.".to_owned(),
        Fault::FormulaArguments { form, .. } => format!("Viết `{form}`."),
        Fault::FormulaDividesByZero { dividend, divisor } => {
            let [share, guard] = guarded(dividend, divisor);
            format!("Nêu rõ khi đó được bao nhiêu: {}, hoặc {}.", quoted(&share), quoted(&guard))
        }
        Fault::FormulaTooDeep { .. } => "Bỏ bớt ngoặc không cần thiết, hoặc tách thành nhiều tiêu chí.".to_owned(),
        Fault::FormulaTooLong { .. } => "Viết ngắn lại, hoặc tách thành nhiều tiêu chí.".to_owned(),
        Fault::GradeOrder => "Viết các mức từ cao xuống thấp: `from: 90%`, rồi `from: 80%`.".to_owned(),
        Fault::GradeEdgeMissing => "Ghi chỉ số từ bao nhiêu thì đạt loại này: `from: 80%`.".to_owned(),
        Fault::GradeRestMissing => "Bỏ `from` của mức này, hoặc thêm mức cuối cùng không có `from`.".to_owned(),
        Fault::TextMissing { lang } => {
            format!("Thêm `{}: ...`, hoặc bỏ ngôn ngữ này ở mọi chỗ.", lang.code())
        }
        Fault::CountWrong { found, .. } => format!("Viết `criteria: {found}`, hoặc thêm bớt tiêu chí cho đủ."),
        Fault::ScaleUnknown { nearest, known, .. } => {
            offer(nearest.as_deref(), known, "Khai thang này dưới `scales:`, hoặc viết danh sách ngay ở đây.")
        }
        Fault::SpanBackwards => "Viết `to` muộn hơn, hoặc `from` sớm hơn.".to_owned(),
        Fault::KindUnknown { nearest, known, .. } => offer(
            nearest.as_deref(),
            known,
            "Trước hết bộ tiêu chí phải nêu các loại cơ quan, ví dụ `audience: [department, commune]`.",
        ),

        Fault::ColumnMissing { column } => format!("Thêm `{column}` vào dòng đầu tiên và ghi các ô bên dưới."),
        Fault::ColumnMisspelt { nearest, .. } => format!("Có phải ý là {}?", quoted(nearest)),
        Fault::ColumnTwice { .. } => "Bỏ một cột, hoặc đặt cho nó tên khác.".to_owned(),
        Fault::RowLength { .. } => {
            "Đặt nội dung có chứa dấu ngăn cột vào trong nháy: `\"Sở Nội vụ, tổ 1\"`; ô trống vẫn phải có dấu ngăn.".to_owned()
        }
        Fault::RowsNone => "Ghi mỗi cơ quan một dòng bên dưới dòng tiêu đề, ví dụ `so-noi-vu`.".to_owned(),
        Fault::CellEmpty { names_agency: true, .. } => "Ghi mã cơ quan ở mọi dòng, ví dụ `so-noi-vu`.".to_owned(),
        Fault::CellEmpty { column, names_agency: false } => match *column {
            "id" => "Ghi mã tiêu chí ở mọi dòng, ví dụ `1.1`, hoặc `total` cho tổng điểm.".to_owned(),
            "criterion" => "Ghi mã tiêu chí ở mọi dòng, ví dụ `1.1`.".to_owned(),
            _ => "Ghi giá trị ở mọi dòng.".to_owned(),
        },
        Fault::QuoteOpen => "Đóng dấu nháy; dấu nháy nằm trong nội dung thì viết hai lần: `\"\"`.".to_owned(),

        Fault::CriteriaNotNamed => {
            "Viết `criteria: so-mau@1.0` hoặc `criteria: bo.yaml` trong phiếu, hoặc nêu bộ tiêu chí bằng `--criteria`.".to_owned()
        }
        Fault::CriteriaUnknown { nearest, known, .. } => format!(
            "{}Có sẵn trong chương trình: {}; tệp thì nêu bằng đường dẫn tính từ chỗ để phiếu, ví dụ `bo.yaml`.",
            meant(nearest.as_deref()),
            listed(known)
        ),
        Fault::CriteriaOtherVersion { named, found } => {
            let id = named.split('@').next().unwrap_or_default();
            format!("Viết {}, hoặc nêu tệp của đúng phiên bản cần dùng.", quoted(&format!("{id}@{found}")))
        }
        Fault::CriteriaDiffer { .. } => {
            "Nêu cùng một bộ tiêu chí ở mọi chỗ, hoặc chạy riêng cho từng bộ tiêu chí.".to_owned()
        }
        Fault::AgencyContradicted { .. } => "Viết như nhau ở cả hai chỗ; cơ quan khác thì phải có mã khác.".to_owned(),
        Fault::KindNeeded { known } => {
            let kinds = listed(known);
            let kind = known.first().map_or("department", String::as_str);
            format!("Ghi `kind: {kind}` cho cơ quan, trong CSV là cột `kind`; một trong {kinds}.")
        }
        Fault::PeriodNeeded => "Ghi kỳ đánh giá, ví dụ `period: 2026`; trong CSV là cột `period`.".to_owned(),
        Fault::RoundWithoutAppraisal => "Bỏ `round`, hoặc viết `role: appraisal` (thẩm định).".to_owned(),
        Fault::CriterionUnknown { nearest, .. } => format!(
            "{}Viết mã đúng như trong bộ tiêu chí: `1.10` khác `1.1`, nên trong bảng tính phải để cột này dạng chữ (Text).",
            meant(nearest.as_deref())
        ),
        Fault::CriterionNotForKind { .. } => "Bỏ trả lời này, hoặc sửa loại cơ quan (`kind`).".to_owned(),
        Fault::RoleMayNotAnswer { scored_by, .. } => {
            format!("Bỏ trả lời này; nó thuộc về phiếu có `role: {}`.", scored_by.word())
        }
        Fault::TeamsDiffer { .. } => "Các tổ thống nhất một trả lời, hoặc thêm một tệp cùng vai trò trong đó trưởng đoàn trả lời tiêu \
            chí này: `by: { role: …, settles: true }`."
            .to_owned(),
        Fault::AnswerTwice { .. } => "Chỉ giữ lại một trả lời.".to_owned(),
        Fault::AnswerBelowDecided { group, .. } => format!(
            "Bỏ trả lời này, hoặc bỏ điểm ấn định của {} và trả lời từng tiêu chí thành phần.",
            quoted(group.as_str())
        ),
        Fault::AnswerOnGroup { parts: ids } => {
            format!("Trả lời ở {}, hoặc ấn định điểm cả nhóm: `{{ points: 1.5, because: ... }}`.", parts(ids))
        }
        Fault::AnswerWrong { asked: wanted, nearest, .. } => {
            format!("{}{}", meant(nearest.as_deref()), asked(wanted))
        }
        Fault::AnswerSeveral { .. } => {
            "Chỉ giữ lại một: `answer` cho sự việc, `points` cho điểm ấn định, `not-applicable` khi không áp dụng.".to_owned()
        }
        Fault::AnswerRepeats { .. } => "Viết một lần.".to_owned(),
        Fault::OfIdle => "Để trống ô `of`: ô này ghi tổng số của tỷ lệ, ví dụ 50 khi đạt 47 trên 50.".to_owned(),
        Fault::ShareAboveWhole { .. } => "Kiểm tra lại hai số; số đạt viết trước, tổng số viết sau: `47/50`.".to_owned(),
        Fault::ShareOfNothing => "Nếu không phát sinh, trả lời `{ not-applicable: Không phát sinh hồ sơ }` khi bộ tiêu chí \
            cho phép; hoặc để bộ tiêu chí quy định `when-empty: full`, `zero` hay `not-applicable`."
            .to_owned(),
        Fault::PointsOffStep { points, step } => match steps_around(points, step) {
            Some([below, above]) => format!("Viết `{below}` hoặc `{above}`."),
            None => format!("Viết một bội số của {step}."),
        },
        Fault::KeyIdle { key } => match key.as_str() {
            "weight" => "Bỏ khóa này, hoặc ghi `combine: mean` cho nhóm bên trên.".to_owned(),
            _ => "Bỏ khóa này: nó dành cho nhóm có điểm riêng.".to_owned(),
        },
        Fault::KeysNotOne { known } => format!("Giữ lại một trong các khóa {}.", listed(known)),
        Fault::ReferenceCircle { .. } => {
            "Bỏ một trong các tham chiếu; tiêu chí thành phần không thể chờ chính nhóm của nó.".to_owned()
        }
        Fault::VersionNotNamed { .. } => "Viết `mã@phiên-bản`, ví dụ `so-mau@1.0`.".to_owned(),
        Fault::PenaltyUnanswered { .. } => "Trả lời; không có lỗi nào thì ghi `0`.".to_owned(),
        Fault::TooMuchExcused { .. } => {
            "Trả lời những gì trả lời được; xem lại từng chỗ ghi “không áp dụng”.".to_owned()
        }
        Fault::NotHeldRefused { .. } => {
            "Trả lời phần của bên chấm này, hoặc để bộ tiêu chí ghi `not-held: [survey]`.".to_owned()
        }
        Fault::ThresholdsOtherSet { used, .. } => format!(
            "Xem lại các ngưỡng theo bộ đó rồi viết {}, hoặc chấm theo đúng bộ mà ngưỡng được đặt cho.",
            quoted(&format!("for: {used}"))
        ),
        Fault::FieldNotGroup { .. } => {
            "Viết mã của một lĩnh vực hoặc một nhóm khác; điểm của tiêu chí thì đặt dưới `criteria`.".to_owned()
        }
        Fault::ThresholdsNone => "Thêm một ngưỡng, ví dụ `index: 80`.".to_owned(),
        Fault::NotApplicableRefused => {
            "Trả lời đúng thực tế; nếu cần bỏ tiêu chí này ra thì bộ tiêu chí phải ghi `not-applicable: leave-out`.".to_owned()
        }
        Fault::ReasonMissing => {
            "Ghi lý do: `{ not-applicable: Không phát sinh hồ sơ }`; trong CSV là cột `note`.".to_owned()
        }
    }
}

pub(super) fn of_warning(warning: &Warning) -> String {
    match warning {
        Warning::StepsFall { .. } => "Kiểm tra điểm của hai bậc; nếu đúng là giá trị càng thấp càng tốt thì để nguyên.".to_owned(),
        Warning::DocumentsNotNamed { .. } => {
            "Nêu tài liệu kiểm chứng cần có: `documents: [Kế hoạch CCHC năm]`.".to_owned()
        }
        Warning::AsWritten { .. } => {
            "Ở đây không phải sửa gì; đề nghị cơ quan ban hành văn bản chỉnh lại.".to_owned()
        }
        Warning::JudgedWithoutNote { .. } => {
            "Ghi nhận xét ở `note`, ví dụ `{ answer: 1.5, note: Còn chậm hai báo cáo }`.".to_owned()
        }
        Warning::DeclaredNotComputed { .. } => {
            "Ghi sự việc mà cách chấm hỏi vào `answer`, chương trình sẽ tính điểm.".to_owned()
        }
        Warning::DecidedWithoutReason { .. } => {
            "Ghi `because: ...` bên cạnh `points`; trong CSV là cột `note`.".to_owned()
        }
        Warning::PeriodOutsideSet { .. } => {
            "Kiểm tra `period`, hoặc dùng bộ tiêu chí có hiệu lực khi đó; thời gian hiệu lực ghi ở `effective`.".to_owned()
        }
        Warning::CriteriaReplaced { .. } => "Nếu không chủ ý như vậy, bỏ `--criteria` khỏi câu lệnh.".to_owned(),
        Warning::AgencyNotOnRoster { nearest, .. } => format!(
            "{}Sửa mã trong phiếu, hoặc thêm cơ quan vào danh sách; mã cũ thì ghi ở cột `former-names`.",
            meant(nearest.as_deref())
        ),
        Warning::AgencyNameDiffers { .. } => {
            "Viết như danh sách; nếu đó là tên cũ, thêm vào cột `former-names` của danh sách.".to_owned()
        }
        Warning::DocumentFileMissing { .. } => {
            "Chép tệp vào đúng chỗ, hoặc sửa `file`: đường dẫn tính từ thư mục của phiếu.".to_owned()
        }
        Warning::DocumentFileOutside { .. } => {
            "Chép tệp vào thư mục của phiếu, hoặc thư mục con, rồi ghi lại đường dẫn ở `file`.".to_owned()
        }
        Warning::DocumentFileFolder { .. } => "Nêu tên từng tệp trong thư mục, mỗi tệp một tài liệu.".to_owned(),
        Warning::DocumentFileUnreadable { .. } => {
            "Kiểm tra quyền đọc tệp, và xem đó có phải một tệp thường hay không.".to_owned()
        }
        Warning::DocumentOutsidePeriod { .. } => {
            "Kiểm tra lại ngày, nêu tài liệu trong kỳ, hoặc giải thích ở `note`.".to_owned()
        }
        Warning::ColumnNotRead { .. } => {
            "Điều cần hiện trong kết quả thì ghi ở cột `note`; nếu không thì cứ để nguyên.".to_owned()
        }
    }
}

fn syntax(flaw: &YamlFlaw) -> String {
    match flaw {
        YamlFlaw::Tab => "Thay ký tự Tab bằng dấu cách, mỗi cấp hai dấu.",
        YamlFlaw::Indentation => {
            "Cho các khóa của một bảng, các dấu `- ` của một danh sách, thẳng cùng một cột."
        }
        YamlFlaw::Quote => "Đóng bằng đúng dấu đã mở; nội dung có `\"` thì đặt trong `'...'`.",
        YamlFlaw::Bracket => "Đóng bằng `]` hoặc `}`, giữa các mục viết dấu phẩy.",
        YamlFlaw::Colon => {
            {
            "Viết `khóa: giá trị`, thẳng cột với các khóa cùng cấp; nội dung có dấu hai chấm thì đặt trong nháy: `\"Kế hoạch: năm\"`."
        }
        }
        YamlFlaw::Alias => "Viết hẳn giá trị; nội dung bắt đầu bằng `*` thì đặt trong nháy.",
        YamlFlaw::Other(_) => "Đặt nội dung có ký hiệu đặc biệt vào trong nháy: `\"...\"`.",
    }
    .to_owned()
}

fn formula(flaw: &FormulaFlaw) -> String {
    match flaw {
        FormulaFlaw::Sign { meant: Some(meant), .. } => format!("Có phải ý là `{meant}`?"),
        FormulaFlaw::Sign { meant: None, .. } => {
            "Ở đây dùng được: số, tên số liệu, dấu ngoặc, `+ - * /`, `< <= > >= == !=`, `&& || !` và `c ? a : b`.".to_owned()
        }
        FormulaFlaw::Comma { offer, text } => format!(
            "Số thập phân viết bằng dấu chấm: {}; giữa hai giá trị thì viết dấu cách sau dấu phẩy: {}.",
            quoted(offer),
            quoted(&text.replace(',', ", "))
        ),
        FormulaFlaw::Percent { offer, .. } => format!("Viết {}.", quoted(offer)),
        FormulaFlaw::ValueMissing => "Viết một số, một tên số liệu, hoặc một phép tính trong ngoặc.".to_owned(),
        FormulaFlaw::Unclosed => "Đóng bằng dấu `)`.".to_owned(),
        FormulaFlaw::NoElse => {
            "Viết cả trường hợp còn lại: `ho_so > 0 ? 1 : 0`; dấu `?` nằm giữa `?` và `:` thì đặt trong ngoặc.".to_owned()
        }
        FormulaFlaw::Stray { .. } => {
            "Giữa hai giá trị viết một phép tính, ví dụ `*`; hoặc tìm dấu ngoặc bị thừa hay thiếu.".to_owned()
        }
    }
}
