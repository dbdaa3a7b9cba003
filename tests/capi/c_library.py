"""The C library through ctypes, with the structs and signatures that its header gives."""
import ctypes

import c_header

NUMBERS = {"int32_t": ctypes.c_int32, "uint32_t": ctypes.c_uint32, "int64_t": ctypes.c_int64,
           "uint64_t": ctypes.c_uint64, "size_t": ctypes.c_size_t, "tw_status": ctypes.c_int32,
           "tw_day": ctypes.c_int32, "char": ctypes.c_char}


class Library:
    """`functions` by name, ready to call; `structs` by name, in the order of the header."""

    def __init__(self, library, header):
        self.header = c_header.read(header)
        self.structs = {}
        for name, fields in self.header.structs.items():
            rows = []
            for kind, field, length in fields:
                one = self.type_of(kind)
                rows.append((field, one * length if length else one))
            self.structs[name] = type(name, (ctypes.Structure,), {"_fields_": rows})
        self.loaded = ctypes.CDLL(library)
        self.functions = {}
        for function in self.header.functions.values():
            call = getattr(self.loaded, function.name)
            call.argtypes = [self.type_of(kind) for kind, _ in function.parameters]
            call.restype = (None if function.result == "void" else
                            ctypes.c_char_p if function.result == "const char *" else
                            self.type_of(function.result))
            self.functions[function.name] = call

    def type_of(self, kind):
        if kind.endswith("*") or kind in self.header.callbacks:
            return ctypes.c_void_p
        return NUMBERS.get(kind) or self.structs[kind]

    def text(self, value):
        """A tw_str; the bytes must outlive it."""
        return self.structs["tw_str"](ctypes.cast(value, ctypes.c_void_p), len(value))

    def sized(self, struct, /, **fields):
        made = self.structs[struct](**fields)
        made.struct_size = ctypes.sizeof(made)
        return made

    def make(self, maker, *arguments):
        """The handle that a call makes."""
        out = ctypes.c_void_p()
        error = self.structs["tw_error"]()
        status = self.functions[maker](ctypes.addressof(out), *arguments, ctypes.addressof(error))
        if status != 0 or not out.value:
            raise RuntimeError(f"{maker}: {status}: {error.message.decode()}")
        return out.value
