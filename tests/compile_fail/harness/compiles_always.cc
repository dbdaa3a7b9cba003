// Nothing here depends on TRADEWARDEN_MUST_FAIL: the harness has to call this a failure.
// expect: never seen
int main() { return 0; }
