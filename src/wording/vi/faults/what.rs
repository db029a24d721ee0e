//! What is wrong, in one sentence.

use super::{file_kind, language, role, shape};
use crate::lang::Lang;
use crate::problem::{Fault, FormulaFlaw, Shape, Unopened, Warning, YamlFlaw};
use crate::wording::percent;
use crate::wording::quoting::{listed, mebibytes, quoted, spoken};

pub(super) fn of_fault(fault: &Fault) -> String {
    match fault {
        Fault::FileEmpty => "Tệp không có nội dung.".to_owned(),
        Fault::FileNotOpened { why: Unopened::Absent } => {
            "Không mở được tệp: liên kết này không dẫn đến tệp nào.".to_owned()
        }
        Fault::FileNotOpened { why: Unopened::NotAllowed } => {
            "Không mở được tệp: không có quyền đọc.".to_owned()
        }
        Fault::FileNotOpened { why: Unopened::Other(why) } => format!("Không mở được tệp: {why}."),
        Fault::FileNotText => "Tệp không phải là tệp văn bản.".to_owned(),
        Fault::FileUtf16 => "Tệp được lưu bằng bảng mã UTF-16, không phải UTF-8.".to_owned(),
        Fault::FileNotUtf8 => "Tệp được lưu bằng một bảng mã không phải UTF-8.".to_owned(),
        Fault::FileTooLarge { most } => format!("Tệp lớn hơn {} MiB.", mebibytes(*most)),
        Fault::LineTooLong { most } => {
            format!("Tệp có một dòng dài hơn {} MiB.", mebibytes(u64::try_from(*most).unwrap_or(u64::MAX)))
        }
        Fault::FileUnknown => "Tệp không phải bộ tiêu chí, phiếu chấm điểm hay tệp ngưỡng điểm.".to_owned(),
        Fault::FileOtherKind { wanted, found } => {
            format!("Tệp là {}, trong khi ở đây cần {}.", file_kind(*found), file_kind(*wanted))
        }

        Fault::YamlSyntax { flaw } => syntax(flaw),
        Fault::YamlTooDeep { most } => format!("Danh sách và bảng lồng nhau sâu quá {most} cấp."),
        Fault::YamlTooManyAliases { most } => {
            format!("Các tham chiếu (`*tên`) trong tệp thay cho hơn {most} mục.")
        }
        Fault::YamlDuplicateKey { key, first } => {
            format!("Khóa {} viết hai lần cho cùng một nội dung, lần đầu ở {first}.", quoted(key))
        }
        Fault::YamlKeyNotText => "Khóa bị bỏ trống, hoặc là danh sách hay bảng; khóa phải là chữ.".to_owned(),
        Fault::YamlTag => {
            "Trước giá trị có thẻ kiểu (`!`); mọi giá trị đều được đọc đúng như đã viết.".to_owned()
        }
        Fault::YamlOneDocument => {
            "Từ đây là tài liệu thứ hai, mà tệp loại này chỉ có một tài liệu.".to_owned()
        }

        Fault::KeyUnknown { key, .. } => format!("Khóa {} không có nghĩa ở đây.", quoted(key)),
        Fault::KeyMissing { key } => format!("Ở đây thiếu khóa {}.", quoted(key)),
        Fault::ShapeWrong { expected, found: Shape::Empty } => {
            format!("Ở đây cần {}, nhưng đang bỏ trống.", shape(*expected))
        }
        Fault::ShapeWrong { expected, found } => {
            format!("Ở đây cần {}, nhưng lại là {}.", shape(*expected), shape(*found))
        }
        Fault::WordUnknown { word, .. } => format!("Từ {} không có nghĩa ở đây.", quoted(word)),
        Fault::NumberComma { text, .. } => format!("Số {} viết bằng dấu phẩy.", quoted(text)),
        Fault::NumberWrong { text } => format!("{} không phải là số.", quoted(text)),
        Fault::NumberTooLong { most } => format!("Số dài hơn {most} ký tự."),
        Fault::NumberTooSmall { number, least, allowed: true, share } => {
            format!("Số {} quá nhỏ: ít nhất phải là {}.", spoken(number, *share), spoken(least, *share))
        }
        Fault::NumberTooSmall { number, least, allowed: false, share } => {
            format!("Số {} quá nhỏ: phải lớn hơn {}.", spoken(number, *share), spoken(least, *share))
        }
        Fault::NumberTooLarge { number, most, share } => {
            format!("Số {} quá lớn: nhiều nhất là {}.", spoken(number, *share), spoken(most, *share))
        }
        Fault::NumberNotWhole { number } => format!("Số {number} không phải là số nguyên."),
        Fault::PercentMissing { text } => {
            format!("{} không có dấu phần trăm, trong khi ở đây cần một tỷ lệ.", quoted(text))
        }
        Fault::DateNotReal { text } => format!("Trong lịch không có ngày {}.", quoted(text)),
        Fault::DateWrong { text } => format!("{} không phải là ngày.", quoted(text)),
        Fault::PeriodWrong { text } => format!("{} không phải là kỳ đánh giá.", quoted(text)),
        Fault::IdNotKebab { id } => {
            format!("Mã {} không chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.", quoted(id))
        }
        Fault::IdReserved { id } if id.is_empty() => "Mã bị bỏ trống.".to_owned(),
        Fault::IdReserved { id } => format!("Mã {} được dành riêng cho {}.", quoted(id), kept_for(id)),
        Fault::IdTwice { id, first } => format!("Mã {} viết hai lần, lần đầu ở {first}.", quoted(id)),
        Fault::ListEmpty => "Danh sách không có mục nào.".to_owned(),

        Fault::NeitherRuleNorParts => {
            "Tiêu chí không có tiêu chí thành phần (`criteria`), cũng không có cách chấm (`rule`).".to_owned()
        }
        Fault::BothRuleAndParts => {
            "Tiêu chí vừa có tiêu chí thành phần (`criteria`), vừa có cách chấm (`rule`).".to_owned()
        }
        Fault::RuleNotOne { kinds } if kinds.is_empty() => "Chưa nêu cách chấm nào.".to_owned(),
        Fault::RuleNotOne { kinds } => format!("Một tiêu chí nêu nhiều cách chấm: {}.", listed(kinds)),
        Fault::RuleNeedsSettings { kind } => format!("Cách chấm `{kind}` thiếu phần quy định chi tiết."),
        Fault::WhenEmptyIdle { kind } => {
            format!("`when-empty` không có nghĩa ở đây: `{kind}` quy định như vậy thì không gặp tỷ lệ `0/0`.")
        }
        Fault::PartsDoNotAdd { kind: None, sum, declared } => {
            format!(
                "Các tiêu chí thành phần cộng lại được {sum} điểm, trong khi điểm tối đa ghi là {declared}."
            )
        }
        Fault::PartsDoNotAdd { kind: Some(kind), sum, declared } => format!(
            "Với loại cơ quan {}, các tiêu chí thành phần cộng lại được {sum} điểm, trong khi điểm tối đa ghi là {declared}.",
            quoted(kind.as_str())
        ),
        Fault::FullOutOfReach { best, points } => {
            format!("Trả lời tốt nhất chỉ được {best} điểm, thấp hơn điểm tối đa {points} của tiêu chí.")
        }
        Fault::FullExceeded { best, points } => {
            format!("Trả lời tốt nhất được tới {best} điểm, cao hơn điểm tối đa {points} của tiêu chí.")
        }
        Fault::BandGap { value, stretch } => format!("Không bậc nào chứa {value} ({stretch})."),
        Fault::BandOverlap { value, other } => {
            format!("Hai bậc cùng chứa {value}: bậc này và bậc ở {other}.")
        }
        Fault::BandEmpty => "Giữa hai cận của bậc này không có giá trị nào.".to_owned(),
        Fault::EdgesMixed => {
            "Cận này không cùng loại với các cận khác: tỷ lệ có dấu `%`, số lượng thì không.".to_owned()
        }
        Fault::EdgeTwice { edges: [one, other] } => {
            format!("Bậc có hai cận ở cùng một phía: `{one}` và `{other}`.")
        }
        Fault::ShareOfAmount => {
            "`points: share` chỉ dùng cho bậc theo tỷ lệ, mà các bậc này theo số lượng.".to_owned()
        }
        Fault::StepMisses { step, points } => {
            format!("Điểm tối đa {points} của tiêu chí không chia hết cho bước điểm {step}.")
        }
        Fault::FormulaSyntax { flaw } => formula(flaw),
        Fault::FormulaName { name, function: false, .. } => {
            format!("Công thức nêu {}, nhưng không có số liệu nào tên như vậy.", quoted(name))
        }
        Fault::FormulaName { name, function: true, .. } => {
            format!("Công thức không có hàm {}.", quoted(name))
        }
        Fault::FormulaInput { id } => format!(
            "Tên số liệu {} không chỉ gồm chữ thường không dấu, chữ số và `_`, hoặc không bắt đầu bằng chữ.",
            quoted(id)
        ),
        Fault::FormulaType { truth_wanted: false } => {
            "Ở đây cần một số, nhưng lại là điều kiện đúng hoặc sai.".to_owned()
        }
        Fault::FormulaType { truth_wanted: true } => {
            "Ở đây cần điều kiện đúng hoặc sai, nhưng lại là một số.".to_owned()
        }
        Fault::FormulaArguments { function, found, .. } => {
            format!("Hàm {} có {found} giá trị trong ngoặc.", quoted(function))
        }
        Fault::FormulaDividesByZero { divisor, .. } => {
            format!("Công thức chia cho {}, mà giá trị này có thể bằng 0.", quoted(divisor))
        }
        Fault::FormulaTooDeep { most } => format!("Công thức lồng nhau sâu quá {most} cấp."),
        Fault::FormulaTooLong { most, operations: false } => format!("Công thức dài hơn {most} ký tự."),
        Fault::FormulaTooLong { most, operations: true } => format!("Công thức có hơn {most} phép tính."),
        Fault::GradeOrder => "Cận của mức xếp loại này không thấp hơn cận của mức đứng trước.".to_owned(),
        Fault::GradeEdgeMissing => "Mức xếp loại không có `from`, mà không phải mức cuối cùng.".to_owned(),
        Fault::GradeRestMissing => {
            "Mức xếp loại cuối cùng lại có `from`, nên thấp hơn nữa thì không có loại nào.".to_owned()
        }
        Fault::TextMissing { lang } => {
            format!(
                "Thiếu nội dung {}, trong khi chỗ khác trong bộ tiêu chí có ngôn ngữ này.",
                language(*lang)
            )
        }
        Fault::CountWrong { declared, found } => {
            format!("Bộ tiêu chí khai có {declared} tiêu chí chấm điểm, trong khi tệp có {found}.")
        }
        Fault::ScaleUnknown { name, .. } => format!("Bộ tiêu chí không có thang trả lời {}.", quoted(name)),
        Fault::SpanBackwards => "Thời gian hiệu lực kết thúc trước khi bắt đầu.".to_owned(),
        Fault::KindUnknown { kind, .. } => {
            format!("Loại cơ quan {} không nằm trong các loại được áp dụng ở đây.", quoted(kind))
        }

        Fault::ColumnMissing { column } => format!("Thiếu cột `{column}`."),
        Fault::ColumnMisspelt { column, .. } => format!("Không có cột nào tên là {}.", quoted(column)),
        Fault::ColumnTwice { column } => format!("Cột {} có hai lần.", quoted(column)),
        Fault::RowLength { found, expected } => {
            format!("Dòng có {found} ô, trong khi dòng tiêu đề có {expected} ô.")
        }
        Fault::RowsNone => "Dưới dòng tiêu đề không có dòng nào: danh sách không có cơ quan nào.".to_owned(),
        Fault::CellEmpty { column, .. } => format!("Ô ở cột `{column}` bị bỏ trống."),
        Fault::QuoteOpen => "Dấu nháy (`\"`) mở ở đây không được đóng cho đến hết tệp.".to_owned(),

        Fault::CriteriaNotNamed => "Chưa nêu chấm theo bộ tiêu chí nào.".to_owned(),
        Fault::CriteriaUnknown { name, .. } => {
            format!(
                "{} không phải bộ tiêu chí có sẵn trong chương trình, cũng không phải là tệp.",
                quoted(name)
            )
        }
        Fault::CriteriaOtherVersion { named, found } => {
            format!("Không có {}; phiên bản hiện có là {}.", quoted(named), quoted(found))
        }
        Fault::CriteriaDiffer { name, first } => {
            format!("Ở đây nêu bộ tiêu chí {}, còn trước đó nêu {}.", quoted(name), quoted(first))
        }
        Fault::AgencyContradicted { field, here, there, first } => format!(
            "Cùng một cơ quan mà `{field}` ở đây là {}, còn ở {first} là {}.",
            quoted(here),
            quoted(there)
        ),
        Fault::KindNeeded { .. } => {
            "Chưa nêu loại cơ quan, trong khi bộ tiêu chí phân biệt theo loại cơ quan.".to_owned()
        }
        Fault::PeriodNeeded => "Chưa nêu kỳ đánh giá, mà ở đây cần có.".to_owned(),
        Fault::RoundWithoutAppraisal => {
            "Bên chấm này không chia thành vòng, nhưng phiếu lại ghi vòng.".to_owned()
        }
        Fault::CriterionUnknown { id, .. } => format!("Bộ tiêu chí không có tiêu chí {}.", quoted(id)),
        Fault::CriterionNotForKind { id, kind } => format!(
            "Tiêu chí {} không áp dụng cho loại cơ quan {}.",
            quoted(id.as_str()),
            quoted(kind.as_str())
        ),
        Fault::RoleMayNotAnswer { role: answers, scored_by } => {
            format!("Tiêu chí này do {} chấm, không phải do {} chấm.", role(*scored_by), role(*answers))
        }
        Fault::TeamsDiffer { id, team, other, first } => {
            let named = |team: &Option<String>| team.clone().unwrap_or_else(|| "tổ không nêu tên".to_owned());
            format!(
                "Hai tổ trả lời tiêu chí `{id}` khác nhau: {} ở đây, {} ở {first}.",
                named(team),
                named(other)
            )
        }
        Fault::AnswerTwice { id, first } => {
            format!("Cùng một bên chấm trả lời tiêu chí {} hai lần, lần đầu ở {first}.", quoted(id.as_str()))
        }
        Fault::AnswerBelowDecided { group, first } => format!(
            "Tiêu chí này có trả lời riêng, trong khi cả nhóm {} đã được ấn định điểm ở {first}.",
            quoted(group.as_str())
        ),
        Fault::AnswerOnGroup { .. } => {
            "Đây là nhóm tiêu chí: chỉ các tiêu chí thành phần mới có trả lời.".to_owned()
        }
        Fault::AnswerWrong { text, .. } => {
            format!("{} không phải là trả lời cho tiêu chí này.", quoted(text))
        }
        Fault::AnswerSeveral { keys } => {
            format!("Một mục trả lời theo nhiều kiểu cùng lúc: {}.", listed(keys))
        }
        Fault::AnswerRepeats { id } => format!("Trong trả lời, {} viết hai lần.", quoted(id)),
        Fault::OfIdle => "Cột `of` có ghi số, trong khi trả lời không phải là tỷ lệ.".to_owned(),
        Fault::ShareAboveWhole { part, whole } => format!("{part} trên {whole} là lớn hơn tổng số."),
        Fault::ShareOfNothing => {
            "Trả lời là tỷ lệ trên tổng số 0, mà bộ tiêu chí không quy định trường hợp này được mấy điểm."
                .to_owned()
        }
        Fault::PointsOffStep { points, step } => format!("{points} điểm không đúng bước điểm {step}."),
        Fault::KeyIdle { key } => format!("Khóa {} không có tác dụng gì ở đây.", quoted(key)),
        Fault::KeysNotOne { known } => format!("Ở đây phải có đúng một trong các khóa {}.", listed(known)),
        Fault::ReferenceCircle { id } => {
            format!(
                "Tham chiếu này đi qua {} rồi quay về chính chỗ này: không bên nào chấm trước được.",
                quoted(id)
            )
        }
        Fault::VersionNotNamed { text } => format!("{} không nêu bộ tiêu chí kèm phiên bản.", quoted(text)),
        Fault::PenaltyUnanswered { id } => {
            format!("Điểm phạt {} chưa có trả lời: điểm phạt không được bỏ ngỏ.", quoted(id.as_str()))
        }
        Fault::TooMuchExcused { excused, most } => format!(
            "{} số điểm được miễn vì không áp dụng, trong khi bộ tiêu chí cho phép nhiều nhất {}.",
            percent(excused),
            percent(most)
        ),
        Fault::NotHeldRefused { role } => {
            format!("Bộ tiêu chí không cho phép bỏ phần của bên chấm {}.", quoted(role.word()))
        }
        Fault::ThresholdsOtherSet { named, used } => {
            format!(
                "Ngưỡng được đặt cho bộ tiêu chí {}, còn bộ dùng để chấm là {}.",
                quoted(named),
                quoted(used)
            )
        }
        Fault::FieldNotGroup { id } => {
            format!(
                "{} không phải là nhóm, hoặc chỉ là tiêu đề, nên không có chỉ số riêng.",
                quoted(id.as_str())
            )
        }
        Fault::ThresholdsNone => "Tệp không đặt ngưỡng nào.".to_owned(),
        Fault::NotApplicableRefused => {
            "Bộ tiêu chí không cho phép trả lời “không áp dụng” ở tiêu chí này.".to_owned()
        }
        Fault::ReasonMissing => "Thiếu lý do: “không áp dụng” phải kèm lý do.".to_owned(),
    }
}

pub(super) fn of_warning(warning: &Warning) -> String {
    match warning {
        Warning::StepsFall { value, late: true, here, below } => {
            format!(
                "Trễ từ {value} ngày trở lên lại được nhiều điểm hơn: {here} điểm, trong khi bậc trước được {below} điểm."
            )
        }
        Warning::StepsFall { value, late: false, here, below } => {
            format!(
                "Từ {value} trở lên lại được ít điểm hơn: {here} điểm, trong khi bậc dưới được {below} điểm."
            )
        }
        Warning::DocumentsNotNamed { id } => {
            format!("Tiêu chí {} chưa nêu tài liệu kiểm chứng.", quoted(id.as_str()))
        }
        Warning::AsWritten { id, because } => format!(
            "Tiêu chí {} được chấm đúng như văn bản gốc: {}",
            quoted(id.as_str()),
            because.in_lang(Lang::Vi)
        ),
        Warning::JudgedWithoutNote { id } => {
            format!(
                "Điểm chấm theo nhận định của tiêu chí {} chưa có nhận xét kèm theo.",
                quoted(id.as_str())
            )
        }
        Warning::DeclaredNotComputed { id } => format!(
            "Cơ quan tự ghi điểm của tiêu chí {}: điểm này do khai báo, không phải do tính toán.",
            quoted(id.as_str())
        ),
        Warning::DecidedWithoutReason { id } => {
            format!("Điểm ấn định của tiêu chí {} chưa có lý do.", quoted(id.as_str()))
        }
        Warning::PeriodOutsideSet { period } => {
            format!("Kỳ đánh giá {} nằm ngoài thời gian hiệu lực của bộ tiêu chí.", quoted(period))
        }
        Warning::CriteriaReplaced { named, used } => {
            format!(
                "Phiếu chấm điểm nêu bộ tiêu chí {}, nhưng được chấm theo {}.",
                quoted(named),
                quoted(used)
            )
        }
        Warning::AgencyNotOnRoster { id, .. } => {
            format!("Cơ quan {} không có trong danh sách cơ quan.", quoted(id))
        }
        Warning::AgencyNameDiffers { name, known } => format!(
            "Tên cơ quan ở đây là {}, còn trong danh sách cơ quan là {}.",
            quoted(name),
            quoted(known)
        ),
        Warning::DocumentFileMissing { file } => {
            format!("Không có tệp {} cạnh phiếu chấm điểm.", quoted(file))
        }
        Warning::DocumentFileOutside { file } => {
            format!("Tệp {} nằm ngoài thư mục của phiếu chấm điểm nên không được mở.", quoted(file))
        }
        Warning::DocumentFileFolder { file } => format!("{} là thư mục, không phải tệp.", quoted(file)),
        Warning::DocumentFileUnreadable { file } => format!("Có tệp {} nhưng không đọc được.", quoted(file)),
        Warning::DocumentOutsidePeriod { date, first, last } => format!(
            "Tài liệu đề ngày {}, ngoài khoảng từ {} đến {}, mà câu trả lời không có ghi chú giải thích.",
            date.day_first(),
            first.day_first(),
            last.day_first()
        ),
        Warning::ColumnNotRead { column } => format!("Cột {} không được đọc.", quoted(column)),
    }
}

fn syntax(flaw: &YamlFlaw) -> String {
    match flaw {
        YamlFlaw::Tab => "Đầu dòng thụt vào bằng ký tự Tab; YAML chỉ nhận dấu cách.".to_owned(),
        YamlFlaw::Indentation => "Dòng này không thẳng cột với các dòng cùng cấp.".to_owned(),
        YamlFlaw::Quote => "Dấu nháy chưa được đóng, hoặc trong nháy có ký hiệu không đọc được.".to_owned(),
        YamlFlaw::Bracket => {
            "Danh sách `[...]` hoặc bảng `{...}` chưa được đóng, hoặc thiếu dấu phẩy.".to_owned()
        }
        YamlFlaw::Colon => "Chỗ này không đọc được thành `khóa: giá trị`.".to_owned(),
        YamlFlaw::Alias => {
            "Tham chiếu (`*tên`) trỏ tới tên chưa được đặt bằng `&tên` ở phía trên.".to_owned()
        }
        YamlFlaw::Other(words) => format!("Từ đây không đọc tiếp được YAML: {}.", quoted(words)),
    }
}

fn formula(flaw: &FormulaFlaw) -> String {
    match flaw {
        FormulaFlaw::Sign { sign, .. } => format!("Công thức không dùng ký hiệu {}.", quoted(sign)),
        FormulaFlaw::Comma { text, .. } => {
            format!("Trong công thức, {} có thể là một số hoặc nhiều số.", quoted(text))
        }
        FormulaFlaw::Percent { text, .. } => {
            format!("Số {} có dấu `%`, mà công thức không dùng dấu này.", quoted(text))
        }
        FormulaFlaw::ValueMissing => "Chỗ này của công thức thiếu một giá trị.".to_owned(),
        FormulaFlaw::Unclosed => "Dấu ngoặc trong công thức chưa được đóng.".to_owned(),
        FormulaFlaw::NoElse => "Dấu `?` trong công thức không có dấu `:` đi kèm.".to_owned(),
        FormulaFlaw::Stray { text } => {
            format!("Từ đây không đọc tiếp được công thức: {} không đúng chỗ.", quoted(text))
        }
    }
}

fn kept_for(id: &str) -> &'static str {
    match id {
        "total" => "tổng điểm của bộ tiêu chí",
        "not-applicable" => "trả lời “không áp dụng”",
        "none" => "trả lời không mục nào đạt",
        "true" | "false" => "giá trị đúng hoặc sai",
        _ => "khóa của phần trả lời",
    }
}
