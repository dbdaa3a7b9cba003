//! The part of tradewarden.h that the example uses. A struct that the library fills in may end early:
//! it is told how much room there is; so may one that it reads, by struct_size.
#![allow(non_camel_case_types)]
use std::os::raw::{c_char, c_void};

#[repr(C)]
#[derive(Clone, Copy)]
pub struct tw_str {
    pub data: *const c_char,
    pub size: usize,
}

#[repr(C)]
pub struct tw_error {
    pub status: i32,
    pub cut: i32,
    pub line: u64,
    pub message: [c_char; 512],
    pub file: [c_char; 392],
    pub field: [c_char; 96],
    pub reserved: u64,
}

#[repr(C)]
pub struct tw_query {
    pub struct_size: usize,
    pub id: tw_str,
    pub name: tw_str,
}

#[repr(C)]
pub struct tw_screen_options {
    pub struct_size: usize,
    pub as_of: i32,
    pub threshold: i32,
}

#[repr(C)]
pub struct tw_hit {
    pub rank: u32,
    pub score: i32,
    pub party_id: u32,
    pub name_position: u32,
    pub list: tw_str,
    pub source_id: tw_str,
    pub party_name: tw_str,
    pub matched_name: tw_str,
    pub weak_reason: tw_str,
    pub name_kind: i32,
    pub name_strength: i32,
    pub schema: i32,
    pub status: i32,
}

#[repr(C)]
pub struct tw_bill_text {
    pub what: tw_str,
    pub name: tw_str,
    pub text: tw_str,
}

#[repr(C)]
pub struct tw_origin_options {
    pub struct_size: usize,
    pub products: *const tw_str,
    pub product_count: usize,
    pub destinations: *const tw_str,
    pub destination_count: usize,
    pub regimes: *const i32,
    pub regime_count: usize,
    pub facts: *const c_void,
    pub fact_count: usize,
    pub exported_from: tw_str,
    pub date: i32,
    pub all_destinations: i32,
}

#[repr(C)]
pub struct tw_origin_result {
    pub product: tw_str,
    pub product_name: tw_str,
    pub destination: tw_str,
    pub treated_as: tw_str,
    pub exported_from: tw_str,
    pub currency: tw_str,
    pub date: i32,
    pub regime: i32,
    pub verdict: i32,
    pub has_threshold: i32,
    pub threshold_num: i64,
    pub threshold_den: i64,
    pub threshold_at_least: i32,
    pub deciding_verdict: i32,
    pub share_low_num: tw_str,
    pub share_low_den: tw_str,
}

macro_rules! handles { ($($name:ident)*) => { $(#[repr(C)] pub struct $name { _opaque: [u8; 0] })* } }
handles!(tw_index tw_answer tw_bill tw_origin tw_origin_answer tw_rules tw_problems);

#[link(name = "tradewarden_c")]
extern "C" {
    pub fn tw_index_sample(out: *mut *mut tw_index, error: *mut tw_error) -> i32;
    pub fn tw_index_free(index: *mut tw_index);
    pub fn tw_screen(out: *mut *mut tw_answer, index: *const tw_index, query: *const tw_query,
                     options: *const tw_screen_options, error: *mut tw_error) -> i32;
    pub fn tw_answer_free(answer: *mut tw_answer);
    pub fn tw_answer_hit(out: *mut tw_hit, out_size: usize, answer: *const tw_answer, i: usize) -> i32;
    pub fn tw_party_status_name(status: i32) -> *const c_char;
    pub fn tw_bill_read_texts(out: *mut *mut tw_bill, problems: *mut *mut tw_problems,
                              texts: *const tw_bill_text, text_count: usize, product: *const c_void,
                              error: *mut tw_error) -> i32;
    pub fn tw_bill_free(bill: *mut tw_bill);
    pub fn tw_origin_new(out: *mut *mut tw_origin, bill: *const tw_bill, rules: *const tw_rules,
                         error: *mut tw_error) -> i32;
    pub fn tw_origin_free(origin: *mut tw_origin);
    pub fn tw_origin_evaluate(out: *mut *mut tw_origin_answer, origin: *const tw_origin,
                              options: *const tw_origin_options, error: *mut tw_error) -> i32;
    pub fn tw_origin_answer_result(out: *mut tw_origin_result, out_size: usize,
                                   answer: *const tw_origin_answer, i: usize) -> i32;
    pub fn tw_origin_answer_free(answer: *mut tw_origin_answer);
    pub fn tw_verdict_name(verdict: i32) -> *const c_char;
}
