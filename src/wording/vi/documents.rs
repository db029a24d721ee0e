//! The register of documents in Vietnamese.

use crate::wording::documents::Documents;
use crate::wording::quoting::quoted;

/// The words in Vietnamese.
pub(in crate::wording) const DOCUMENTS: Documents = Documents {
    register: "Danh mục tài liệu kiểm chứng",
    no: "STT",
    number: "Số, ký hiệu",
    date: "Ngày",
    document: "Tài liệu, tệp và tiêu chí",
    criterion: "Tiêu chí",
    expected: "Tài liệu cần có",
    unread: "chưa đọc được",
    pages: |pages| format!("Trang: {pages}"),
    found: |file, size, sha256| format!("Tệp: {file} ({size} byte, SHA-256 {sha256}…)"),
    link: |link| format!("Liên kết: {link}"),
    not_found: |file, state| {
        let why = match state {
            "outside" => "ngoài thư mục của phiếu, không mở",
            "folder" => "là thư mục",
            "unreadable" => "không đọc được",
            _ => "không có tệp này",
        };
        format!("Tệp: {file} ({why})")
    },
    proves: |ids| format!("Tiêu chí: {ids}"),
    nothing: "Không có tài liệu nào được nêu.",
    lacking: "Đã trả lời nhưng thiếu tài liệu kiểm chứng (TLKC)",
    lacking_line: |count, ids| match ids {
        Some(ids) => format!("Thiếu TLKC: {count} tiêu chí ({ids})."),
        None => format!("Thiếu TLKC: cả {count} tiêu chí đã trả lời và cần TLKC."),
    },
    counts: |counts| {
        let mut line = format!("{} tài liệu", counts.documents);
        if counts.unread > 0 {
            line.push_str(&format!(", chưa đọc được {}", counts.unread));
        }
        if counts.with_file > 0 {
            line.push_str(&format!(
                "; có nêu tệp: {}, không thấy tệp: {}",
                counts.with_file, counts.not_found
            ));
        }
        line + "."
    },
    proof: |proof| {
        format!(
            "Tiêu chí đã trả lời và cần TLKC: {}; có: {}, thiếu: {}.",
            proof.expected,
            proof.proven,
            proof.expected - proof.proven
        )
    },
    nothing_listed: "Chưa lập danh mục: hãy sửa các lỗi trên rồi chạy lại.",
    unknown_agency: |id, nearest| {
        let meant = nearest.map(|nearest| format!(" Có phải ý là {}?", quoted(nearest))).unwrap_or_default();
        format!("Phiếu không nêu cơ quan {}.{meant}", quoted(id))
    },
};
