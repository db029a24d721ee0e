//! Documents (tài liệu kiểm chứng): citations as officials write them, files looked up beside the evidence, the register.

use serde_json::Value;

use crate::run::{cchc, folder};

const SET: &str = "id: bo\nversion: \"1\"\ntitle: Bộ\npoints: 2\ncriteria:\n\
    - { id: \"1\", title: Một, points: 1, rule: yes-no, documents: [Kế hoạch năm] }\n\
    - { id: \"2\", title: Hai, points: 1, rule: yes-no, documents: [Báo cáo năm] }\n";

/// The documents that are read of the cell of a row.
fn of_cell(cell: &str) -> Vec<Value> {
    let quoted = cell.replace('"', "\"\"");
    let rows = format!("agency,criteria,criterion,answer,documents\na,bo.yaml,1,yes,\"{quoted}\"\n");
    let folder = folder(&[("bo.yaml", SET), ("phieu.csv", &rows)]);
    let json = cchc(["score", "phieu.csv"]).within(folder.path()).json();
    json["agencies"][0]["criteria"][0]["documents"].as_array().cloned().unwrap_or_else(|| panic!("{json:#}"))
}
#[test]
fn tryout() {
    for line in std::fs::read_to_string("/tmp/w/cit.txt").unwrap().lines() {
        for d in of_cell(line) {
            println!("{}", serde_json::to_string(&d).unwrap());
        }
    }
}
