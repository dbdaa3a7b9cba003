// Screens a name and judges a product, by cgo and nothing else: PKG_CONFIG_PATH=... go run .
package main

// #cgo pkg-config: tradewarden_c
// #include <stdlib.h>
// #include <tradewarden.h>
import "C"

import (
	"fmt"
	"log"
	"unsafe"
)

// str copies a text out of Go's memory: structs that C keeps pointers in must not point into it.
func str(s string) C.tw_str { return C.tw_str{data: C.CString(s), size: C.size_t(len(s))} }

func text(s C.tw_str) string { return C.GoStringN(s.data, C.int(s.size)) }

func ok(status C.tw_status, e *C.tw_error) {
	if status != C.TW_OK {
		log.Fatalf("%s: %s", C.GoString(C.tw_status_name(status)), C.GoString(&e.message[0]))
	}
}

func main() {
	var e C.tw_error
	var index *C.tw_index
	ok(C.tw_index_sample(&index, &e), &e)
	defer C.tw_index_free(index)
	query := C.tw_query{struct_size: C.sizeof_tw_query, name: str("ZTE Kangxun")}
	defer C.free(unsafe.Pointer(query.name.data))
	options := C.tw_screen_options{struct_size: C.sizeof_tw_screen_options, as_of: 20180501}
	var answer *C.tw_answer
	ok(C.tw_screen(&answer, index, &query, &options, &e), &e)
	defer C.tw_answer_free(answer)
	for i := C.size_t(0); i < C.tw_answer_hit_count(answer); i++ {
		var hit C.tw_hit
		ok(C.tw_answer_hit(&hit, C.sizeof_tw_hit, answer, i), &e)
		fmt.Printf("%s %s %d.%04d\n", text(hit.list), C.GoString(C.tw_party_status_name(hit.status)),
			hit.score/10000, hit.score%10000)
	}

	// Arrays, and whatever else structs point to, lie in C's memory too.
	files := (*[2]C.tw_bill_text)(C.calloc(2, C.sizeof_tw_bill_text))
	files[0] = C.tw_bill_text{what: str("parts"), name: str("parts.csv"),
		text: str("part_id,kind,made_in,eccn,fmv,currency\nPHONE,made,CN,5A992.c,400,USD\nCPU,purchased,US,5A992.c,90,USD\n")}
	files[1] = C.tw_bill_text{what: str("lines"), name: str("lines.csv"),
		text: str("parent_id,pos,child_id,qty\nPHONE,10,CPU,1\n")}
	var bill *C.tw_bill
	ok(C.tw_bill_read_texts(&bill, nil, &files[0], 2, nil, &e), &e)
	defer C.tw_bill_free(bill)
	var origin *C.tw_origin
	ok(C.tw_origin_new(&origin, bill, nil, &e), &e)
	defer C.tw_origin_free(origin)
	iran := (*C.tw_str)(C.calloc(1, C.sizeof_tw_str))
	*iran = str("IR")
	regime := (*C.int32_t)(C.calloc(1, 4)) // 0: TW_REGIME_US_EAR
	ask := C.tw_origin_options{struct_size: C.sizeof_tw_origin_options, date: 20260723,
		destinations: iran, destination_count: 1, regimes: regime, regime_count: 1}
	var verdicts *C.tw_origin_answer
	ok(C.tw_origin_evaluate(&verdicts, origin, &ask, &e), &e)
	defer C.tw_origin_answer_free(verdicts)
	var r C.tw_origin_result
	ok(C.tw_origin_answer_result(&r, C.sizeof_tw_origin_result, verdicts, 0), &e)
	fmt.Printf("%s %s %s/%s\n", text(r.destination), C.GoString(C.tw_verdict_name(r.verdict)),
		text(r.share.low_num), text(r.share.low_den))
}
