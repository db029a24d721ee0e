//! Scores administrative reform (cải cách hành chính) from evidence: exactly, with reasons, with nothing silent.
//!
//! The rooms stand on floors; a room imports only from those listed above it here.

pub mod calendar;
pub mod id;
pub mod lang;
pub mod points;
pub mod source;

pub mod answer;
pub mod cell;
pub mod problem;

pub mod decode;
pub mod yaml;

pub mod fields;
pub mod file_kind;
pub mod texts;

pub mod rules;

pub mod criteria;

pub mod evidence;

pub mod assessment;

pub mod analysis;

pub mod wording;

pub mod report;

pub mod translate;

pub mod render;

pub mod cli;

pub mod commands;
