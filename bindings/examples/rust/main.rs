//! Screens a name and judges a product: rustc -L native=LIBDIR main.rs && ./main
mod tradewarden_sys;
use std::{ffi::CStr, mem, mem::size_of, ptr::null, ptr::null_mut};
use tradewarden_sys::*;

fn str(s: &str) -> tw_str { tw_str { data: s.as_ptr().cast(), size: s.len() } }

/// What the library lends lives as long as its handle; this copies it.
fn text(s: tw_str) -> String {
    let bytes = unsafe { std::slice::from_raw_parts(s.data.cast::<u8>(), s.size) };
    String::from_utf8_lossy(bytes).into_owned()
}

fn name(constant: *const std::os::raw::c_char) -> &'static str {
    unsafe { CStr::from_ptr(constant) }.to_str().unwrap()
}

/// Calls a function that makes a handle; panics with the library's own sentence.
fn make<T>(call: impl FnOnce(*mut *mut T, *mut tw_error) -> i32) -> *mut T {
    let mut out = null_mut();
    let mut error: tw_error = unsafe { mem::zeroed() };
    let status = call(&mut out, &mut error);
    assert_eq!(status, 0, "{}", name(error.message.as_ptr()));
    out
}

fn main() { unsafe {
    let index = make(|out, e| tw_index_sample(out, e));
    let query = tw_query { struct_size: size_of::<tw_query>(), id: str(""), name: str("ZTE Kangxun") };
    let options = tw_screen_options { struct_size: size_of::<tw_screen_options>(), as_of: 20180501, threshold: 0 };
    let answer = make(|out, e| tw_screen(out, index, &query, &options, e));
    let mut hit: tw_hit = mem::zeroed();
    let mut i = 0;
    while tw_answer_hit(&mut hit, size_of::<tw_hit>(), answer, i) == 0 {
        println!("{} {} {}.{:04}", text(hit.list), name(tw_party_status_name(hit.status)), hit.score / 10000, hit.score % 10000);
        i += 1;
    }

    let parts = "part_id,kind,made_in,eccn,fmv,currency\nPHONE,made,CN,5A992.c,400,USD\nCPU,purchased,US,5A992.c,90,USD\n";
    let lines = "parent_id,pos,child_id,qty\nPHONE,10,CPU,1\n";
    let files = [tw_bill_text { what: str("parts"), name: str("parts.csv"), text: str(parts) },
                 tw_bill_text { what: str("lines"), name: str("lines.csv"), text: str(lines) }];
    let bill = make(|out, e| tw_bill_read_texts(out, null_mut(), files.as_ptr(), files.len(), null(), e));
    let origin = make(|out, e| tw_origin_new(out, bill, null(), e));
    let (iran, regime) = (str("IR"), 0); // TW_REGIME_US_EAR
    let ask = tw_origin_options { struct_size: size_of::<tw_origin_options>(), destinations: &iran,
                                  destination_count: 1, regimes: &regime, regime_count: 1,
                                  date: 20260723, ..mem::zeroed() };
    let verdicts = make(|out, e| tw_origin_evaluate(out, origin, &ask, e));
    let mut r: tw_origin_result = mem::zeroed();
    assert_eq!(tw_origin_answer_result(&mut r, size_of::<tw_origin_result>(), verdicts, 0), 0);
    println!("{} {} {}/{}", text(r.destination), name(tw_verdict_name(r.verdict)), text(r.share_low_num), text(r.share_low_den));
    tw_origin_answer_free(verdicts);
    tw_origin_free(origin);
    tw_bill_free(bill);
    tw_answer_free(answer);
    tw_index_free(index);
} }
