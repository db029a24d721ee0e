//! Documents (tài liệu kiểm chứng): citations as officials write them, files looked up beside the evidence, the register.
#![expect(clippy::disallowed_methods, reason = "tests write files themselves")]

use std::fs;
use std::path::Path;

use cchc::source::hexadecimal;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization;

use crate::run::{Run, cchc, folder};

const SET: &str = "id: bo\nversion: \"1\"\ntitle: Bộ\npoints: 3\ncriteria:\n\
    - { id: \"1\", title: Một, points: 1, rule: yes-no, documents: [Kế hoạch năm] }\n\
    - { id: \"2\", title: Hai, points: 1, rule: yes-no, documents: [Báo cáo năm], not-applicable: leave-out }\n\
    - { id: \"3\", title: Ba, points: 1, rule: { deadline: { due: { day: 12-31, year: -1 } } }, documents: [Kế hoạch] }\n";

/// What is read of a citation: number, date, issuer, title, file, pages; empty where nothing is known.
type Read = [&'static str; 6];

/// Of these nothing is read.
const UNREAD: Read = [""; 6];

const FIELDS: [&str; 6] = ["number", "date", "issuer", "title", "file", "pages"];

/// Citations as they are written, and what is read of each.
const CITATIONS: [(&str, Read); 62] = [
    (
        "Kế hoạch số 12/KH-SYT ngày 05/01/2026 của Sở Y tế (tr. 2-4)",
        ["12/KH-SYT", "2026-01-05", "Sở Y tế", "Kế hoạch", "", "2-4"],
    ),
    (
        "Quyết định số 876/QĐ-BNV ngày 10-11-2022 của Bộ Nội vụ về phê duyệt Đề án xác định Chỉ số CCHC",
        [
            "876/QĐ-BNV",
            "2022-11-10",
            "Bộ Nội vụ",
            "Quyết định về phê duyệt Đề án xác định Chỉ số CCHC",
            "",
            "",
        ],
    ),
    ("QĐ 12/2024/QĐ-UBND, 03/5/2024", ["12/2024/QĐ-UBND", "2024-05-03", "", "QĐ", "", ""]),
    ("Báo cáo 45/BC-UBND ngày 5 tháng 12 năm 2025", ["45/BC-UBND", "2025-12-05", "", "Báo cáo", "", ""]),
    ("CV số 1123/SNV-CCHC", ["1123/SNV-CCHC", "", "", "CV", "", ""]),
    ("số: 12/KH-STTTT", ["12/KH-STTTT", "", "", "", "", ""]),
    ("Kế hoạch số 12 /KH-SYT", ["12/KH-SYT", "", "", "Kế hoạch", "", ""]),
    ("Kế hoạch số 12/ KH - SYT", ["12/KH-SYT", "", "", "Kế hoạch", "", ""]),
    (
        "KẾ HOẠCH SỐ 12/KH-SYT NGÀY 05/01/2026 CỦA SỞ Y TẾ",
        ["12/KH-SYT", "2026-01-05", "SỞ Y TẾ", "KẾ HOẠCH", "", ""],
    ),
    (
        "kế hoạch số 12/kh-syt ngày 05/01/2026 của sở y tế",
        ["12/kh-syt", "2026-01-05", "sở y tế", "kế hoạch", "", ""],
    ),
    (
        "Công văn số 2199/UBND-KSTTHC ngày 10.3.2025 của UBND tỉnh Nghệ An v/v đôn đốc thực hiện kế hoạch (trang 3)",
        [
            "2199/UBND-KSTTHC",
            "2025-03-10",
            "UBND tỉnh Nghệ An",
            "Công văn v/v đôn đốc thực hiện kế hoạch",
            "",
            "3",
        ],
    ),
    ("Tờ trình số 15/TTr-SNV, ngày 20/02/2025", ["15/TTr-SNV", "2025-02-20", "", "Tờ trình", "", ""]),
    (
        "Thông báo số 87/TB-ĐKT ngày 22/4/2025 của Đoàn kiểm tra, tr.4–5",
        ["87/TB-ĐKT", "2025-04-22", "Đoàn kiểm tra", "Thông báo", "", "4-5"],
    ),
    (
        "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể giai đoạn 2021 - 2030",
        [
            "76/NQ-CP",
            "2021-07-15",
            "Chính phủ",
            "Nghị quyết ban hành Chương trình tổng thể giai đoạn 2021 - 2030",
            "",
            "",
        ],
    ),
    (
        "Chỉ thị 24/CT-TTg của Thủ tướng Chính phủ, trg 5",
        ["24/CT-TTg", "", "Thủ tướng Chính phủ", "Chỉ thị", "", "5"],
    ),
    ("Quy chế số 05/QC-STTTT", ["05/QC-STTTT", "", "", "Quy chế", "", ""]),
    ("Hướng dẫn số 123/HD-SNV ngày 2025-03-04", ["123/HD-SNV", "2025-03-04", "", "Hướng dẫn", "", ""]),
    ("Giấy mời số 11/GM-UBND", ["11/GM-UBND", "", "", "Giấy mời", "", ""]),
    ("Biên bản họp ngày 05/01/2026 của Sở Y tế", ["", "2026-01-05", "Sở Y tế", "Biên bản họp", "", ""]),
    ("Biên bản số 09/BB-SMH (15/7/2025)", ["09/BB-SMH", "2025-07-15", "", "Biên bản", "", ""]),
    ("https://nghean.gov.vn/van-ban/12", ["", "", "", "", "https://nghean.gov.vn/van-ban/12", ""]),
    (
        "Kế hoạch số 12/KH-SYT ngày 05/01/2026: https://syt.gov.vn/12.pdf",
        ["12/KH-SYT", "2026-01-05", "", "Kế hoạch", "https://syt.gov.vn/12.pdf", ""],
    ),
    ("Kế hoạch số 12/KH-SYT.", ["12/KH-SYT", "", "", "Kế hoạch", "", ""]),
    ("2. Thông báo 7/TB-SYT", ["7/TB-SYT", "", "", "Thông báo", "", ""]),
    (
        "Nghị quyết số 05-NQ/TU ngày 14/12/2021 của Tỉnh ủy Nghệ An",
        ["05-NQ/TU", "2021-12-14", "Tỉnh ủy Nghệ An", "Nghị quyết", "", ""],
    ),
    (
        "Kế hoạch cải cách hành chính năm 2026 (số 12/KH-SYT ngày 05/01/2026)",
        ["12/KH-SYT", "2026-01-05", "", "Kế hoạch cải cách hành chính năm 2026", "", ""],
    ),
    (
        "Kế hoạch cải cách hành chính năm 2026 số 12/KH-SYT ngày 05/01/2026",
        ["12/KH-SYT", "2026-01-05", "", "Kế hoạch cải cách hành chính năm 2026", "", ""],
    ),
    (
        "Quyết định số 30/QĐ-SVHTTDL ngày 01/02/2025 của Sở Văn hóa, Thể thao và Du lịch về việc công bố Danh mục \
         thủ tục (tr. 1, 3-5)",
        [
            "30/QĐ-SVHTTDL",
            "2025-02-01",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Quyết định về việc công bố Danh mục thủ tục",
            "",
            "1, 3-5",
        ],
    ),
    (
        "Kế hoạch 12/KH-SYT, Sở Y tế, 05/01/2026, từ trang 2 đến trang 4",
        ["12/KH-SYT", "2026-01-05", "Sở Y tế", "Kế hoạch", "", "2-4"],
    ),
    ("Trang 3, Kế hoạch số 12/KH-SYT", ["12/KH-SYT", "", "", "Kế hoạch", "", "3"]),
    (
        "Công văn số 4567/BNV-CCHC do Bộ Nội vụ ban hành ngày 30/9/2025",
        ["4567/BNV-CCHC", "2025-09-30", "Bộ Nội vụ", "Công văn", "", ""],
    ),
    (
        "Quyết định số 12/QĐ-TTPVHCC ngày 1/3/2025 của Trung tâm Phục vụ hành chính công tỉnh",
        ["12/QĐ-TTPVHCC", "2025-03-01", "Trung tâm Phục vụ hành chính công tỉnh", "Quyết định", "", ""],
    ),
    ("Luật số 80/2015/QH13", ["80/2015/QH13", "", "", "Luật", "", ""]),
    ("Thông báo số 12 ngày 05/01/2026", ["12", "2026-01-05", "", "Thông báo", "", ""]),
    (
        "Báo cáo số 45/BC-UBND ngày 05/12/2025 của Ủy ban nhân dân thành phố Vinh – trang 7 và 9",
        ["45/BC-UBND", "2025-12-05", "Ủy ban nhân dân thành phố Vinh", "Báo cáo", "", "7, 9"],
    ),
    (
        "Kế hoạch số 12/KH-SYT ký ngày 05/01/2026 v/v thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
        [
            "12/KH-SYT",
            "2026-01-05",
            "",
            "Kế hoạch v/v thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
            "",
            "",
        ],
    ),
    ("Plan 12/KH-SA", UNREAD),
    ("Kế hoạch số 12/KH-SYT ngày 31/02/2026", UNREAD),
    ("Kế hoạch số 12/KH-SYT ngày 05/13/2026", UNREAD),
    ("Kế hoạch số 12/KH-SYT và Quyết định số 13/QĐ-SYT", UNREAD),
    ("Kế hoạch số 12/KH-SYT, 13/KH-SYT", UNREAD),
    ("Báo cáo thực hiện Kế hoạch số 12/KH-SYT", UNREAD),
    ("Báo cáo về việc thực hiện Kế hoạch số 12/KH-SYT ngày 05/01/2026", UNREAD),
    ("Bốn thông báo kết luận tự kiểm tra", UNREAD),
    ("Kế hoạch CCHC năm 2026", UNREAD),
    ("Kế hoạch số 12/KH-SYT ngày 05/01/2026 của Sở Y tế cải cách hành chính", UNREAD),
    ("Thông báo số 87/TB-ĐKT của Đoàn kiểm tra cải cách hành chính", UNREAD),
    ("Kế hoạch số 12/KH-SYT (bản sao)", UNREAD),
    ("trang 3", UNREAD),
    ("Công văn số 1123/SNV-CCHC về triển khai Kế hoạch số 12/KH-SYT ngày 05/01/2026", UNREAD),
    ("Kế hoạch số 12/KH-SYT ngày 05/01/2026 về CCHC, Quyết định số 13/QĐ-SYT ngày 6/1/2026", UNREAD),
    ("Kế hoạch số 12/KH-SYT ngày 05/01/26", UNREAD),
    ("Kế hoạch số 12/KH-SYT tháng 01/2026", UNREAD),
    ("Quy chế ban hành kèm theo Quyết định số 12/QĐ-SYT", UNREAD),
    ("3/4 nhiệm vụ đã hoàn thành", UNREAD),
    ("Kế hoạch số 12/KH-SYT ngày 05/01/2026 ngày 06/01/2026", UNREAD),
    ("Theo Kế hoạch số 12/KH-SYT", UNREAD),
    ("Kế hoạch số 12/KH-SYT ban hành chậm năm ngày", UNREAD),
    ("Kế hoạch của Ban Chỉ đạo thực hiện Nghị quyết 57", UNREAD),
    ("Kế hoạch số 12/KH-SYT, khoản 2 Điều 3", UNREAD),
    ("Kế hoạch số 12/KH-SYT (tr. 2-4", UNREAD),
    ("Kế hoạch số 12/KH-SYT (tr. 2-4) (tr. 5)", UNREAD),
];

/// What is said behind a plan, its number and its day, and makes that nothing is read.
const NO_FIELDS: [&str; 32] = [
    " của Sở Y tế bị bãi bỏ",
    " của Sở Y tế còn hiệu lực",
    " của Sở Y tế không phù hợp",
    " của Sở Y tế 15 trang",
    " của Sở Y tế - bản scan",
    " của Sở Y tế – bản scan",
    " của Sở Y tế, thiếu phụ lục",
    " của Sở Y tế, đính kèm",
    " của Sở Y tế chưa đóng dấu",
    " của Sở Y tế hết hiệu lực",
    " của UBND phường 15 trang",
    " CỦA SỞ Y TẾ BỊ BÃI BỎ",
    " của sở y tế còn hiệu lực",
    " của Sở Y tế và Báo cáo tự chấm",
    " của Sở Y tế, Báo cáo tự chấm",
    ", Sở Y tế, 5 trang",
    ", Sở Y tế còn hiệu lực",
    " về cải cách ngày 31/02/2026",
    " về cải cách ngày 31 tháng 2 năm 2026",
    " về cải cách ngày 01/02/1026",
    " về Quyết định 5/QĐ-SYT ngày 06/01/2026",
    " về việc Quyết định số 5/QĐ-SYT",
    " về cải cách và Báo cáo kết quả thực hiện",
    " về cải cách, Báo cáo kết quả thực hiện",
    " về nội dung tại trang 5",
    " về cải cách theo https://a.vn/x",
    " (tr. 4-2)",
    ", trang 4 đến 2",
    " về cải cách, tr. 4-2",
    " (tr. 1, 4-2)",
    " của Sở Y tế (tr. 30-4)",
    " về cải cách của Sở Y tế (tr. 9-10, 8-7)",
];

/// Issuers that have what remarks have too.
const ISSUERS: [&str; 8] = [
    "UBND thành phố Cần Thơ",
    "Cục Hàng không Việt Nam",
    "Cục Xuất bản",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Kế hoạch và Đầu tư",
    "Ủy ban nhân dân phường 12, Quận 3",
    "UBND xã Bản Phố",
    "Văn phòng HĐND và UBND huyện Trà Ôn",
];

#[test]
fn what_cannot_be_read_becomes_no_field() {
    let plan = "Kế hoạch số 12/KH-SYT ngày 05/01/2026";
    let whole = ["01/01/1944", "31/12/2101", "5 tháng 1 năm 1026"];
    let texts: Vec<String> = NO_FIELDS
        .iter()
        .map(|more| format!("{plan}{more}"))
        .chain(whole.iter().map(|day| format!("Kế hoạch số 12/KH-SYT ngày {day}")))
        .collect();
    let found = of_cell(&texts.join("\n"));
    assert_eq!(found.len(), texts.len());
    let read: Vec<&str> =
        texts.iter().zip(&found).filter(|(_, it)| fields(it) != UNREAD).map(|(text, _)| &**text).collect();
    assert!(read.is_empty(), "{read:#?}");
    let texts: Vec<String> = ISSUERS.iter().map(|issuer| format!("{plan} của {issuer} (tr. 4)")).collect();
    let found = of_cell(&texts.join("\n"));
    let issuers: Vec<&str> = found.iter().map(|it| it["issuer"].as_str().unwrap_or_default()).collect();
    assert_eq!(issuers, ISSUERS);
    for day in ["02/09/1945", "31/12/2100"] {
        assert!(of_cell(&format!("Kế hoạch số 12/KH-SYT ngày {day}"))[0]["date"].is_string(), "{day}");
    }
}

/// The rows of an agency's evidence, one document cell to a criterion.
fn rows(cells: &[&str]) -> String {
    let row = |(at, cell): (usize, &&str)| {
        format!(
            "a,bo.yaml,2026,{},{},\"{}\"\n",
            at + 1,
            if at == 2 { "2025-12-01" } else { "yes" },
            cell.replace('"', "\"\"")
        )
    };
    let rows: String = cells.iter().enumerate().map(row).collect();
    format!("agency,criteria,period,criterion,answer,documents\n{rows}")
}

/// The documents of the first criterion in a result.
fn documents(json: &Value) -> Vec<Value> {
    let found = json["agencies"][0]["criteria"][0]["documents"].as_array();
    found.cloned().unwrap_or_else(|| panic!("{json:#}"))
}

fn scored(files: &[(&str, &str)], evidence: &str) -> (TempDir, Value) {
    let folder = folder(files);
    let json = cchc(["score", evidence]).within(folder.path()).json();
    (folder, json)
}

/// The documents that are read of the cell of a row.
fn of_cell(cell: &str) -> Vec<Value> {
    documents(&scored(&[("bo.yaml", SET), ("phieu.csv", &rows(&[cell]))], "phieu.csv").1)
}

/// What is read, in the form of the table above.
fn fields(document: &Value) -> [&str; 6] {
    FIELDS.map(|field| document[field].as_str().unwrap_or_default())
}

#[test]
fn citations_are_read_whole_or_not_at_all_and_kept_word_for_word() {
    let cells: Vec<&str> = CITATIONS.iter().map(|(text, _)| *text).collect();
    let apart: Vec<String> = cells.iter().map(|text| text.nfd().collect()).collect();
    let list = cells.join("\n");
    let list_apart = apart.join("\n");
    for (form, list) in [("composed", &list), ("decomposed", &list_apart)] {
        let found = of_cell(list);
        assert_eq!(found.len(), CITATIONS.len(), "{form}");
        for (document, (text, wanted)) in found.iter().zip(&CITATIONS) {
            assert_eq!(document["text"], *text, "{form}");
            assert_eq!(fields(document), *wanted, "{form}: {text}");
            assert_eq!(document["unread"] == true, *wanted == UNREAD, "{form}: {text}");
        }
    }
    // The same as items of a list in YAML, as one text in YAML, and each in a file of its own.
    let items: Vec<String> = cells.iter().map(|cell| format!("      - {}\n", json!(cell))).collect();
    let items = items.concat();
    let head = "agency: { id: a }\ncriteria: bo.yaml\nperiod: 2026\nanswers:\n  \"1\":\n    answer: yes\n    documents:";
    let block = list.replace('\n', "\n      ");
    for yaml in [format!("{head}\n{items}"), format!("{head} |\n      {block}\n")] {
        let (_folder, json) = scored(&[("bo.yaml", SET), ("phieu.yaml", &yaml)], "phieu.yaml");
        assert_eq!(documents(&json), of_cell(&list));
    }
}

#[test]
fn a_semicolon_parts_documents_and_brackets_hold_them_together() {
    let texts = |cell: &str| -> Vec<String> {
        of_cell(cell).iter().map(|found| found["text"].as_str().unwrap_or("-").to_owned()).collect()
    };
    assert_eq!(texts("A; B\nC;; ;D"), ["A", "B", "C", "D"]);
    assert_eq!(texts("Kế hoạch 1/KH-A (tr. 2; 5); B"), ["Kế hoạch 1/KH-A (tr. 2; 5)", "B"]);
    assert_eq!(of_cell("Kế hoạch 1/KH-A (tr. 2; 5)")[0]["pages"], "2, 5");
    // A bracket that is left open holds nothing.
    assert_eq!(texts("A (1; B"), ["A (1", "B"]);
    assert_eq!(texts("A (1; B (2; 3)"), ["A (1", "B (2; 3)"]);
    assert_eq!(texts("A (1\n2); B"), ["A (1", "2)", "B"]);
    assert_eq!(texts("- A\n+ B\n• C\n-D"), ["A", "B", "C", "-D"]);
    // The form of the contract is no free text, and more fields than it has are.
    assert_eq!(
        texts("1/KH | 05/01/2026 | | Kế hoạch; a | b | c | d | e | f | g"),
        ["-", "a | b | c | d | e | f | g"]
    );
}

#[test]
fn free_text_goes_through_csv_and_json_and_back_word_for_word() {
    let cells: Vec<&str> = CITATIONS.iter().map(|(text, _)| *text).collect();
    let list = format!("{}; 12/KH-A | 2026-01-05 | Sở A | Kế hoạch |  | 2-4", cells.join("; "));
    let first = documents(&scored(&[("bo.yaml", SET), ("phieu.csv", &rows(&[&list]))], "phieu.csv").1);
    let folder = folder(&[("bo.yaml", SET), ("phieu.csv", &rows(&[&list]))]);
    let printed = cchc(["score", "phieu.csv", "--format", "csv"]).within(folder.path()).done().out;
    let mut reader = csv::Reader::from_reader(printed.as_bytes());
    let at =
        reader.headers().expect("a header").iter().position(|name| name == "documents").expect("a column");
    let cell = reader.records().next().expect("a row").expect("it is CSV")[at].to_owned();
    assert_eq!(cell, list);
    assert_eq!(of_cell(&cell), first);
    // From the texts of the JSON alone the same cell comes about.
    let texts: Vec<&str> = first.iter().filter_map(|document| document["text"].as_str()).collect();
    assert_eq!(texts, cells);
}

fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn in_yaml(files: &[&str]) -> String {
    let items: Vec<String> =
        files.iter().map(|file| format!("      - {{ title: T, file: {} }}\n", json!(file))).collect();
    let items = items.concat();
    format!(
        "agency: {{ id: a }}\ncriteria: ../bo.yaml\nperiod: 2026\nanswers:\n  \"1\":\n    answer: yes\n    documents:\n{items}"
    )
}

/// A folder with a set and a secret, and in it the folder `ho-so` of the evidence with two files.
fn beside(files: &[&str]) -> TempDir {
    let folder = folder(&[("bo.yaml", SET), ("mat.txt", "bí mật")]);
    let within = folder.path().join("ho-so");
    fs::create_dir_all(within.join("tai-lieu")).expect("a folder can be made");
    fs::write(within.join("tai-lieu/a.pdf"), "nội dung").expect("a file can be written");
    fs::write(within.join("lớn.pdf".nfd().collect::<String>()), vec![b'x'; 200_000])
        .expect("a file can be written");
    fs::write(within.join("phieu.yaml"), in_yaml(files)).expect("a file can be written");
    folder
}

fn score(folder: &Path) -> Run {
    cchc(["score", "ho-so/phieu.yaml"]).within(folder)
}

#[test]
fn files_beside_the_evidence_are_found_with_their_size_and_hash() {
    let folder = beside(&["tai-lieu/a.pdf", "tai-lieu\\a.pdf", "lớn.pdf", "./x/../tai-lieu//a.pdf"]);
    let found = documents(&score(folder.path()).json());
    for at in [0, 1, 3] {
        assert_eq!(found[at]["size"], "nội dung".len());
        assert_eq!(found[at]["sha256"], sha256("nội dung".as_bytes()).as_str(), "{at}");
    }
    assert_eq!(found[2]["size"], 200_000);
    assert_eq!(found[2]["sha256"], sha256(&vec![b'x'; 200_000]).as_str());
    assert!(score(folder.path()).done().problems().is_empty());
    // From within the folder, where evidence has no folder in its name.
    let from_within = cchc(["score", "phieu.yaml"]).within(&folder.path().join("ho-so"));
    assert_eq!(documents(&from_within.json()), found);
}

#[test]
fn what_is_not_there_or_not_inside_is_told_and_not_read() {
    let outside = [
        "../../etc/passwd",
        "/etc/passwd",
        "..\\mat.txt",
        "../mat.txt",
        "tai-lieu/../../mat.txt",
        "C:\\mat.txt",
    ];
    let files = [&outside[..], &["tai-lieu", ".", "khong-co.pdf", "tai-lieu/a.pdf/b"]].concat();
    let folder = beside(&files);
    let done = score(folder.path()).word("--format").word("json").done();
    // A score does not rest on it.
    assert_eq!(done.status, 0);
    let json: Value = serde_json::from_str(&done.out).expect("it is JSON");
    let states: Vec<Value> = documents(&json).iter().map(|found| found["file-state"].clone()).collect();
    let wanted = [vec!["outside"; outside.len()], vec!["folder", "folder", "missing", "missing"]].concat();
    assert_eq!(states, wanted);
    assert!(!done.out.contains(&sha256("bí mật".as_bytes())));
    let codes: Vec<String> = done.problems();
    assert_eq!(codes.len(), files.len());
    assert!(
        codes[0].starts_with("ho-so/phieu.yaml:8:") && codes[0].ends_with(" document-file-outside"),
        "{codes:?}"
    );
    assert!(
        codes[8].starts_with("ho-so/phieu.yaml:16:") && codes[8].ends_with(" document-file-missing"),
        "{codes:?}"
    );
    for lang in ["vi", "en"] {
        let check = cchc(["check", "ho-so/phieu.yaml", "--lang", lang]).within(folder.path()).done();
        assert_eq!((check.status, check.problems()), (0, codes.clone()));
    }
    // A reconciliation has no use for files.
    let explain = cchc(["explain", "bo.yaml", "--evidence", "ho-so/phieu.yaml"]).within(folder.path()).done();
    assert!(!explain.said().contains("document-file"));
    assert!(explain.out.contains("/etc/passwd"));
}

/// A pipe ends never: were it opened, this test would not end either.
#[cfg(unix)]
#[test]
fn links_that_leave_the_folder_are_not_followed_and_pipes_not_opened() {
    use std::os::unix::fs::symlink;
    let folder = beside(&[
        "duong-dan.txt",
        "thu-muc/mat.txt",
        "thu-muc/khong-co.txt",
        "thu-muc",
        "trong.pdf",
        "dut.pdf",
        "vong.pdf",
        "ong",
        "ra/ong",
        "thu-muc/../mat.txt",
    ]);
    let within = folder.path().join("ho-so");
    let pipe = |path: &Path| {
        let made = std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo is there");
        assert!(made.success());
    };
    symlink("../mat.txt", within.join("duong-dan.txt")).expect("a link can be made");
    symlink("..", within.join("thu-muc")).expect("a link can be made");
    symlink("tai-lieu/a.pdf", within.join("trong.pdf")).expect("a link can be made");
    symlink("khong-co.pdf", within.join("dut.pdf")).expect("a link can be made");
    symlink("vong.pdf", within.join("vong.pdf")).expect("a link can be made");
    symlink(folder.path(), within.join("ra")).expect("a link can be made");
    pipe(&within.join("ong"));
    pipe(&folder.path().join("ong"));
    let done = score(folder.path()).word("--format").word("json").done();
    let json: Value = serde_json::from_str(&done.out).expect("it is JSON");
    let found = documents(&json);
    let states: Vec<&str> =
        found.iter().map(|found| found["file-state"].as_str().unwrap_or("found")).collect();
    let wanted = [
        "outside",
        "outside",
        "outside",
        "outside",
        "found",
        "missing",
        "unreadable",
        "unreadable",
        "outside",
        // The steps are taken by name: whatever the link, this is a file of the folder, which has none.
        "missing",
    ];
    assert_eq!(states, wanted);
    assert_eq!(found[4]["sha256"], sha256("nội dung".as_bytes()).as_str());
    assert!(!done.out.contains(&sha256("bí mật".as_bytes())));
}

#[test]
fn a_document_lies_inside_the_period_or_is_explained() {
    let told = |period: &str, criterion: &str, answer: &str| -> Vec<String> {
        let yaml = format!(
            "agency: {{ id: a }}\ncriteria: bo.yaml\n{period}answers:\n  \"{criterion}\": {answer}\n"
        );
        // What is due in some year needs a period.
        let set = if period.is_empty() {
            SET.replace("{ day: 12-31, year: -1 }", "2026-12-31")
        } else {
            SET.to_owned()
        };
        let folder = folder(&[("bo.yaml", &set), ("phieu.yaml", &yaml)]);
        let done = cchc(["check", "phieu.yaml"]).within(folder.path()).done();
        assert_eq!(done.status, 0, "{}", done.said());
        done.problems()
            .iter()
            .map(|told| told.split(' ').next_back().unwrap_or_default().to_owned())
            .collect()
    };
    let dated = |day: &str, more: &str| {
        format!("{{ answer: yes, documents: [{{ number: 1/A, date: {day} }}]{more} }}")
    };
    let outside = ["document-outside-period"];
    for (period, day, wanted) in [
        ("period: 2026\n", "2026-01-01", &[][..]),
        ("period: 2026\n", "31/12/2026", &[]),
        ("period: 2026\n", "2025-12-31", &outside),
        ("period: 2026\n", "2027-01-01", &outside),
        ("period: 2026-Q2\n", "2026-03-31", &outside),
        ("period: 2026-Q2\n", "2026-06-30", &[]),
        // One day looks back upon its year.
        ("period: 2026-06-30\n", "2026-01-02", &[]),
        ("period: 2026-06-30\n", "2026-07-01", &outside),
        ("", "2001-01-01", &[]),
    ] {
        assert_eq!(told(period, "1", &dated(day, "")), wanted, "{period}{day}");
        assert!(told(period, "1", &dated(day, ", note: Còn hiệu lực")).is_empty());
    }
    let decided = "{ points: 1, because: Còn hiệu lực, documents: [{ number: 1/A, date: 2020-01-01 }] }";
    assert_eq!(told("period: 2026\n", "1", decided), ["declared-not-computed"]);
    let excused = "{ not-applicable: Không phát sinh, documents: [{ number: 1/A, date: 2020-01-01 }] }";
    assert!(told("period: 2026\n", "2", excused).is_empty());
    // What is due in the year before is proven by what was issued then.
    let plan = |day: &str| format!("{{ answer: 2025-12-28, documents: [{{ number: 1/A, date: {day} }}] }}");
    for (day, wanted) in
        [("2025-01-01", &[][..]), ("2026-12-31", &[]), ("2024-12-31", &outside), ("2027-01-01", &outside)]
    {
        assert_eq!(told("period: 2026\n", "3", &plan(day)), wanted, "{day}");
    }
    // A wrong day in free text leaves it unread; in a field it is a fault.
    let text = "{ answer: yes, documents: [Kế hoạch số 1/KH-A ngày 31/02/2020] }";
    assert!(told("period: 2026\n", "1", text).is_empty());
}

/// The register as JSON.
fn register(cells: &[&str], more: &[&str]) -> Value {
    let folder = folder(&[("bo.yaml", SET), ("phieu.csv", &rows(cells)), ("a.pdf", "A")]);
    let run = cchc(["documents", "phieu.csv"]).within(folder.path());
    more.iter().fold(run, Run::word).json()
}

#[test]
fn a_document_of_several_criteria_stands_once() {
    let json = register(
        &[
            "Kế hoạch số 12/KH-SYT ngày 05/01/2026 của Sở Y tế (tr. 2-4); Ảnh chụp; | | | | a.pdf",
            "12 /kh-syt | 2026-01-05 | SỞ Y TẾ | Kế hoạch năm | a.pdf | 7; ảnh  chụp",
            "Kế hoạch 12/KH-SYT ngày 6/1/2026; | | | Kèm theo | a.pdf",
        ],
        &[],
    );
    let found = json["agencies"][0]["documents"].as_array().expect("a list");
    let seen: Vec<(Value, Value)> =
        found.iter().map(|one| (one["number"].clone(), one["criteria"].clone())).collect();
    assert_eq!(
        seen,
        [
            (json!("12/KH-SYT"), json!(["1", "2"])),
            (Value::Null, json!(["1", "2"])),
            (Value::Null, json!(["1", "3"])),
            (json!("12/KH-SYT"), json!(["3"])),
        ]
    );
    assert_eq!(found[0]["pages"], "2-4; 7");
    // What one citation does not say, another may.
    assert_eq!((&found[0]["file"], &found[0]["sha256"]), (&json!("a.pdf"), &json!(sha256(b"A"))));
    assert_eq!(found[2]["title"], "Kèm theo");
    let counts =
        json!({ "documents": 4, "unread": 1, "with-file": 2, "not-found": 0, "expected": 3, "proven": 3 });
    assert_eq!(json["agencies"][0]["counts"], counts);
}

#[test]
fn what_lacks_a_document_is_listed_and_stands_below_the_score() {
    let json = register(&["Kế hoạch số 12/KH-SYT", "", ""], &[]);
    let lacking =
        json!([{ "id": "2", "expected": ["Báo cáo năm"] }, { "id": "3", "expected": ["Kế hoạch"] }]);
    assert_eq!(json["agencies"][0]["lacking"], lacking);
    let files = [("bo.yaml", SET), ("phieu.csv", &*rows(&["Kế hoạch số 12/KH-SYT", "", ""]))];
    let folder = folder(&files);
    let said =
        |command: &str, lang: &str| cchc([command, "phieu.csv", "--lang", lang]).within(folder.path()).done();
    assert!(said("score", "vi").out.contains("Thiếu TLKC: 2 tiêu chí (2, 3)."));
    assert!(said("score", "en").out.contains("2 answered criteria lack an expected document (2, 3)."));
    let vi = said("documents", "vi");
    assert_eq!(vi.status, 0);
    assert_eq!(
        vi.out,
        "Cơ quan: a\nKỳ đánh giá: 2026\n\nDanh mục tài liệu kiểm chứng:\n\
         STT  Số, ký hiệu  Ngày  Tài liệu, tệp và tiêu chí\n\
         ─────────────────────────────────────────────────\n\
         \x20 1  12/KH-SYT          Kế hoạch\n\
         \x20                       Tiêu chí: 1\n\n\
         Đã trả lời nhưng thiếu tài liệu kiểm chứng (TLKC):\n\
         Tiêu chí  Tài liệu cần có\n\
         ─────────────────────────\n\
         2         Hai\n\
         \x20           Báo cáo năm\n\
         3         Ba\n\
         \x20           Kế hoạch\n\n\
         1 tài liệu.\n\
         Tiêu chí đã trả lời và cần TLKC: 3; có: 1, thiếu: 2.\n"
    );
    // Not answered, or not applicable, is not unproven.
    let yaml = "agency: { id: a }\ncriteria: bo.yaml\nperiod: 2026\nanswers:\n  \"2\": { not-applicable: Không phát sinh }\n  \"1\": { answer: yes, documents: [A] }\n";
    let (kept, json) = scored(&[("bo.yaml", SET), ("phieu.yaml", yaml)], "phieu.yaml");
    assert_eq!(json["agencies"][0]["criteria"][1]["outcome"], "not-applicable");
    let done = cchc(["score", "phieu.yaml"]).within(kept.path()).done();
    assert!(!done.out.contains("Thiếu TLKC"), "{}", done.out);
}

#[test]
fn the_register_as_csv_has_a_line_for_each_document_and_for_what_is_lacking() {
    let folder = folder(&[
        ("bo.yaml", SET),
        ("phieu.csv", &rows(&["Kế hoạch số 12/KH-SYT; Ảnh", "| | | | a.pdf", ""])),
        ("a.pdf", "A"),
    ]);
    let done = cchc(["documents", "phieu.csv", "--format", "csv"]).within(folder.path()).done();
    let hash = sha256(b"A");
    let wanted = format!(
        "agency,name,period,no,number,date,issuer,title,pages,file,size,sha256,file-state,state,criteria,expected,text\n\
         a,,2026,1,12/KH-SYT,,,Kế hoạch,,,,,,read,1,,Kế hoạch số 12/KH-SYT\n\
         a,,2026,2,,,,,,,,,,unread,1,,Ảnh\n\
         a,,2026,3,,,,,,a.pdf,1,{hash},found,read,2,,\n\
         a,,2026,,,,,,,,,,,lacking,3,Kế hoạch,\n"
    );
    assert_eq!(done.out, wanted);
}

#[test]
fn one_agency_alone_and_faults_first() {
    let both = rows(&["Kế hoạch số 12/KH-SYT"]) + "b,bo.yaml,2026,1,yes,Ảnh\n";
    let folder = folder(&[
        ("bo.yaml", SET),
        ("phieu.csv", &both),
        ("loi.csv", &both.replace("b,bo.yaml,2026,1,yes", "b,bo.yaml,2026,1,có")),
    ]);
    let run = |words: &[&str]| cchc(["documents"].iter().chain(words)).within(folder.path());
    let all = run(&["phieu.csv"]).json();
    assert_eq!(all["agencies"].as_array().map(Vec::len), Some(2));
    let one = run(&["phieu.csv", "--agency", "b"]).json();
    assert_eq!(one["agencies"], json!([all["agencies"][1]]));
    assert_eq!(run(&["phieu.csv", "--agency", "c"]).done().status, 2);
    let faulty = run(&["loi.csv", "--lang", "en"]).done();
    assert_eq!((faulty.status, faulty.out.as_str()), (1, ""));
    assert!(faulty.err.contains("Nothing was listed"));
}
