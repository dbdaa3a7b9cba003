// Screens a name and judges a product, by JNA and no glue code:
//     java -cp jna.jar -Djna.library.path=LIBDIR Example.java
import com.sun.jna.*;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

public class Example {
  public interface Tradewarden extends Library {
    int tw_index_sample(PointerByReference out, Pointer error);
    int tw_screen(PointerByReference out, Pointer index, Pointer query, Pointer options, Pointer error);
    int tw_answer_hit(Pointer out, long outSize, Pointer answer, long i);
    String tw_party_status_name(int status);
    int tw_bill_read_texts(PointerByReference out, PointerByReference problems, Pointer texts, long count, Pointer product, Pointer error);
    int tw_origin_new(PointerByReference out, Pointer bill, Pointer rules, Pointer error);
    int tw_origin_evaluate(PointerByReference out, Pointer origin, Pointer options, Pointer error);
    int tw_origin_answer_result(Pointer out, long outSize, Pointer answer, long i);
    String tw_verdict_name(int verdict);
    void tw_index_free(Pointer p); void tw_answer_free(Pointer p); void tw_bill_free(Pointer p);
    void tw_origin_free(Pointer p); void tw_origin_answer_free(Pointer p);
  }
  static final Tradewarden TW = Native.load("tradewarden_c", Tradewarden.class);
  static final Memory ERROR = new Memory(1024);  // tw_error: its message stands at byte 16
  static final java.util.List<Memory> KEPT = new java.util.ArrayList<>();

  interface Maker { int make(PointerByReference out); }
  static Pointer made(Maker call) {
    PointerByReference out = new PointerByReference();
    if (call.make(out) != 0) throw new IllegalStateException(ERROR.getString(16, "UTF-8"));
    return out.getValue();
  }
  static Memory zeros(long size) { Memory m = new Memory(size); m.clear(); KEPT.add(m); return m; }
  /** A struct that begins with its own size; zero in any field is its default. */
  static Memory sized(long size) { Memory m = zeros(size); m.setLong(0, size); return m; }
  static void put(Memory to, long at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Memory copy = zeros(bytes.length + 1);
    copy.write(0, bytes, 0, bytes.length);
    to.setPointer(at, copy);
    to.setLong(at + 8, bytes.length);
  }
  static String get(Memory from, long at) {
    return new String(from.getPointer(at).getByteArray(0, (int) from.getLong(at + 8)), StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) {
    Pointer index = made(out -> TW.tw_index_sample(out, ERROR));
    Memory query = sized(40), options = sized(16), hit = zeros(112);  // as much as is used of each
    put(query, 24, "ZTE Kangxun");   // tw_query.name
    options.setInt(8, 20180501);     // tw_screen_options.as_of
    Pointer answer = made(out -> TW.tw_screen(out, index, query, options, ERROR));
    for (long i = 0; TW.tw_answer_hit(hit, hit.size(), answer, i) == 0; ++i) {
      int score = hit.getInt(4);
      System.out.printf("%s %s %d.%04d%n", get(hit, 16), TW.tw_party_status_name(hit.getInt(108)), score / 10000, score % 10000);
    }

    Memory files = zeros(2 * 48), ask = sized(96), iran = zeros(16), regime = zeros(8), result = zeros(168);
    put(files, 0, "parts"); put(files, 16, "parts.csv");
    put(files, 32, "part_id,kind,made_in,eccn,fmv,currency\nPHONE,made,CN,5A992.c,400,USD\nCPU,purchased,US,5A992.c,90,USD\n");
    put(files, 48, "lines"); put(files, 64, "lines.csv"); put(files, 80, "parent_id,pos,child_id,qty\nPHONE,10,CPU,1\n");
    Pointer bill = made(out -> TW.tw_bill_read_texts(out, null, files, 2, null, ERROR));
    Pointer origin = made(out -> TW.tw_origin_new(out, bill, null, ERROR));
    put(iran, 0, "IR");
    ask.setPointer(24, iran); ask.setLong(32, 1);    // destinations
    ask.setPointer(40, regime); ask.setLong(48, 1);  // regimes: 0 is TW_REGIME_US_EAR
    ask.setInt(88, 20260723);                        // date
    Pointer verdicts = made(out -> TW.tw_origin_evaluate(out, origin, ask, ERROR));
    if (TW.tw_origin_answer_result(result, result.size(), verdicts, 0) != 0) throw new IllegalStateException();
    System.out.printf("%s %s %s/%s%n", get(result, 32), TW.tw_verdict_name(result.getInt(104)), get(result, 136), get(result, 152));
    TW.tw_origin_answer_free(verdicts); TW.tw_origin_free(origin); TW.tw_bill_free(bill);
    TW.tw_answer_free(answer); TW.tw_index_free(index);
  }
}
