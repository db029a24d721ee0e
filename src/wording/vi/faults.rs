//! What is said of faults and warnings, and the pieces of those sentences.

mod mend;
mod what;

use std::borrow::Borrow;

use crate::answer::Role;
use crate::lang::Lang;
use crate::problem::{Asked, Fault, FileKind, Shape, Warning};
use crate::wording::Sentence;
use crate::wording::quoting::{few, listed, quoted};

/// What is said of a fault.
pub(in crate::wording) fn fault(fault: &Fault) -> Sentence {
    Sentence { what: what::of_fault(fault), mend: mend::of_fault(fault) }
}

/// What is said of a warning.
pub(in crate::wording) fn warning(warning: &Warning) -> Sentence {
    Sentence { what: what::of_warning(warning), mend: mend::of_warning(warning) }
}

/// The nearest right word, then all right words where they are few; `if_none` where nothing can be offered.
fn offer<T: Borrow<str>>(nearest: Option<&str>, known: &[T], if_none: &str) -> String {
    let list = match known {
        [] => if_none.to_owned(),
        [only] => format!("Ở đây chỉ dùng được {}.", quoted(only.borrow())),
        _ => few(known).map_or_else(
            || "Tài liệu hướng dẫn liệt kê mọi từ dùng được ở đây.".to_owned(),
            |known| format!("Ở đây dùng được: {known}."),
        ),
    };
    match nearest {
        Some(nearest) if known.len() == 1 => format!("Có phải ý là {}?", quoted(nearest)),
        Some(nearest) => format!("Có phải ý là {}? {list}", quoted(nearest)),
        None => list,
    }
}

/// A kind of file.
fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Criteria => "bộ tiêu chí",
        FileKind::Evidence => "phiếu chấm điểm",
        FileKind::Thresholds => "tệp ngưỡng điểm",
        FileKind::Results => "kết quả do chương trình in ra",
    }
}

/// A shape.
fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Scalar => "một giá trị đơn (chữ hoặc số)",
        Shape::List => "một danh sách",
        Shape::Table => "một bảng gồm khóa và giá trị",
        Shape::Text => "một nội dung bằng chữ",
        Shape::Empty => "chỗ trống",
    }
}

/// How something of a shape is written.
fn example(shape: Shape) -> &'static str {
    match shape {
        Shape::Scalar => "Viết một giá trị sau dấu hai chấm, ví dụ `points: 2`.",
        Shape::List => "Viết danh sách, ví dụ `[Kế hoạch, Báo cáo]`, hoặc mỗi mục một dòng sau dấu `- `.",
        Shape::Table => {
            "Viết bảng, ví dụ `{ id: \"1.1\", points: 2 }`, hoặc mỗi dòng một cặp `khóa: giá trị`, thụt vào."
        }
        Shape::Text => {
            "Viết bằng chữ, hoặc theo từng ngôn ngữ: `{ vi: Cải cách thể chế, en: Institutional reform }`."
        }
        Shape::Empty => "Để trống chỗ này.",
    }
}

/// How the answer that is asked for is written.
fn asked(asked: &Asked) -> String {
    match asked {
        Asked::OneOf(ids) => few(ids).map_or_else(
            || "Viết một trong các mã phương án mà cách chấm liệt kê.".to_owned(),
            |ids| format!("Viết một trong các mã {ids}."),
        ),
        Asked::SomeOf(ids) => {
            let which =
                few(ids).map_or_else(|| "mà cách chấm liệt kê".to_owned(), |ids| format!("trong số {ids}"));
            format!(
                "Viết mã các mục đạt {which}: trong YAML là `[a, b]`, trong CSV là `a; b`; không mục nào thì viết `none`."
            )
        }
        Asked::Share => {
            "Viết số đạt trên tổng số, ví dụ `47/50`, hoặc phần trăm, ví dụ `94%`; trong CSV số đạt ở cột \
            `answer`, tổng số ở cột `of`."
                .to_owned()
        }
        Asked::Amount => "Viết một số, ví dụ `12.5`.".to_owned(),
        Asked::AmountOrShare => {
            "Viết một số, ví dụ `12.5`, hoặc một tỷ lệ, ví dụ `47/50` hay `94%`.".to_owned()
        }
        Asked::Count => "Viết một số nguyên không âm, ví dụ `3`.".to_owned(),
        Asked::CountOfEach(ids) => {
            let name = ids.first().map_or("late", |id| id.as_str());
            let which = few(ids).unwrap_or_else(|| "các mã mà cách chấm liệt kê".to_owned());
            format!(
                "Viết một số nguyên không âm cho từng mã {which}: trong YAML là `{{ {name}: 2 }}`, trong CSV là \
                 `{name}=2`, nối bằng `; `."
            )
        }
        Asked::AmountOfEach(ids) => {
            let name = ids.first().map_or("ho_so", |id| id.as_str());
            let which = few(ids).unwrap_or_else(|| "mà cách chấm liệt kê".to_owned());
            format!(
                "Viết một số không âm cho từng số liệu {which}: trong YAML là `{{ {name}: 12 }}`, trong CSV là \
                 `{name}=12`, nối bằng `; `."
            )
        }
        Asked::Date => {
            "Viết ngày, ví dụ `2026-01-05` hoặc `05/01/2026` (ngày trước, tháng sau), hoặc `never` nếu không \
            thực hiện."
                .to_owned()
        }
        Asked::Points(most) => {
            format!("Viết số điểm từ 0 đến {most}, dùng dấu chấm thập phân, ví dụ `{most}`.")
        }
    }
}

/// A role, as people call it, with its word in files.
fn role(role: Role) -> &'static str {
    match role {
        Role::Own => "cơ quan tự chấm (`self`)",
        Role::Appraisal => "hội đồng thẩm định (`appraisal`)",
        Role::Inspection => "đoàn kiểm tra (`inspection`)",
        Role::Survey => "điều tra xã hội học (`survey`)",
        Role::Leader => "lãnh đạo cấp trên (`leader`)",
    }
}

/// A language.
fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "tiếng Việt",
        Lang::En => "tiếng Anh",
    }
}

/// The offer of what was most likely meant, with a blank behind it, or nothing.
fn meant(offer: Option<&str>) -> String {
    offer.map_or_else(String::new, |offer| format!("Có phải ý là {}? ", quoted(offer)))
}

/// Parts of a group, or the first of them when they are many.
fn parts<T: Borrow<str>>(parts: &[T]) -> String {
    few(parts).unwrap_or_else(|| listed(&parts[..parts.len().min(3)]) + ", …")
}
