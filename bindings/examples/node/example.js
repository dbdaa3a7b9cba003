// Screens a name and judges a product, by koffi and no glue code:
//     npm install koffi@2.9.0 && LD_LIBRARY_PATH=LIBDIR node example.js
const koffi = require('koffi');
const lib = koffi.load(process.env.TRADEWARDEN_LIBRARY || 'libtradewarden_c.so.0');

// As much of each struct as is used: the library is told where it ends.
const str = koffi.struct('tw_str', { data: 'void *', size: 'size_t' });
koffi.struct('tw_error', { status: 'int32_t', cut: 'int32_t', line: 'uint64_t', message: koffi.array('char', 512, 'String'), rest: koffi.array('uint8_t', 496) });
koffi.struct('tw_query', { struct_size: 'size_t', id: str, name: str });
koffi.struct('tw_screen_options', { struct_size: 'size_t', as_of: 'int32_t', threshold: 'int32_t' });
koffi.struct('tw_hit', { rank: 'uint32_t', score: 'int32_t', party_id: 'uint32_t', name_position: 'uint32_t', list: str, source_id: str, party_name: str, matched_name: str, weak_reason: str, name_kind: 'int32_t', name_strength: 'int32_t', schema: 'int32_t', status: 'int32_t' });
koffi.struct('tw_bill_text', { what: str, name: str, text: str });
koffi.struct('tw_origin_options', { struct_size: 'size_t', products: 'void *', product_count: 'size_t', destinations: 'tw_str *', destination_count: 'size_t', regimes: 'int32_t *', regime_count: 'size_t', facts: 'void *', fact_count: 'size_t', exported_from: str, date: 'int32_t', all_destinations: 'int32_t' });
koffi.struct('tw_origin_result', { product: str, product_name: str, destination: str, treated_as: str, exported_from: str, currency: str, date: 'int32_t', regime: 'int32_t', verdict: 'int32_t', has_threshold: 'int32_t', threshold_num: 'int64_t', threshold_den: 'int64_t', threshold_at_least: 'int32_t', deciding_verdict: 'int32_t', share_low_num: str, share_low_den: str });
for (const handle of ['index', 'answer', 'bill', 'origin', 'origin_answer', 'rules', 'problems']) koffi.opaque('tw_' + handle);

const sample = lib.func('int32_t tw_index_sample(_Out_ tw_index **out, _Out_ tw_error *error)');
const screen = lib.func('int32_t tw_screen(_Out_ tw_answer **out, tw_index *index, tw_query *query, tw_screen_options *options, _Out_ tw_error *error)');
const hitAt = lib.func('int32_t tw_answer_hit(_Out_ tw_hit *out, size_t out_size, tw_answer *answer, size_t i)');
const statusName = lib.func('const char *tw_party_status_name(int32_t status)');
const readBill = lib.func('int32_t tw_bill_read_texts(_Out_ tw_bill **out, void *problems, tw_bill_text *texts, size_t text_count, void *product, _Out_ tw_error *error)');
const newOrigin = lib.func('int32_t tw_origin_new(_Out_ tw_origin **out, tw_bill *bill, tw_rules *rules, _Out_ tw_error *error)');
const evaluate = lib.func('int32_t tw_origin_evaluate(_Out_ tw_origin_answer **out, tw_origin *origin, tw_origin_options *options, _Out_ tw_error *error)');
const resultAt = lib.func('int32_t tw_origin_answer_result(_Out_ tw_origin_result *out, size_t out_size, tw_origin_answer *answer, size_t i)');
const verdictName = lib.func('const char *tw_verdict_name(int32_t verdict)');
const free = (kind, handle) => lib.func(`void tw_${kind}_free(tw_${kind} *handle)`)(handle);

const toStr = (text) => ({ data: Buffer.from(text), size: Buffer.byteLength(text) });
const toText = (s) => koffi.decode(s.data, koffi.array('char', Number(s.size), 'String'));
function made(call, ...rest) {
  const out = [null], error = {};
  if (call(out, ...rest, error) !== 0) throw new Error(error.message);
  return out[0];
}

const index = made(sample);
const query = { struct_size: koffi.sizeof('tw_query'), id: toStr(''), name: toStr('ZTE Kangxun') };
const answer = made(screen, index, query, { struct_size: 16, as_of: 20180501, threshold: 0 });
const hit = {};
for (let i = 0; hitAt(hit, koffi.sizeof('tw_hit'), answer, i) === 0; ++i) {
  console.log(toText(hit.list), statusName(hit.status), (hit.score / 10000).toFixed(4));
}

const parts = 'part_id,kind,made_in,eccn,fmv,currency\nPHONE,made,CN,5A992.c,400,USD\nCPU,purchased,US,5A992.c,90,USD\n';
const lines = 'parent_id,pos,child_id,qty\nPHONE,10,CPU,1\n';
const files = [['parts', 'parts.csv', parts], ['lines', 'lines.csv', lines]].map(([what, name, text]) => ({ what: toStr(what), name: toStr(name), text: toStr(text) }));
const bill = made(readBill, null, files, 2, null);
const origin = made(newOrigin, bill, null);
const verdicts = made(evaluate, origin, { struct_size: koffi.sizeof('tw_origin_options'), products: null, product_count: 0, destinations: [toStr('IR')], destination_count: 1, regimes: [0], regime_count: 1, facts: null, fact_count: 0, exported_from: toStr(''), date: 20260723, all_destinations: 0 });
const result = {};
if (resultAt(result, koffi.sizeof('tw_origin_result'), verdicts, 0) !== 0) throw new Error('no result');
console.log(toText(result.destination), verdictName(result.verdict), `${toText(result.share_low_num)}/${toText(result.share_low_den)}`);
free('origin_answer', verdicts); free('origin', origin); free('bill', bill); free('answer', answer); free('index', index);
