#!/usr/bin/env python3
"""language.py LANGUAGE --examples FOLDER --libdir FOLDER --work FOLDER

Builds and runs the example of a language against the installed library, and compares what it prints.
Exit code 77, with the reason, where the tools of the language are not there: `./run test` counts that as
skipped. JNA is Debian's (libjna-java) or Maven Central's, koffi is npm's; versions are pinned.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys

EXPECTED = "US-DPL denied 1.0000\nIR triggers 9/40\n"
JNA = "net.java.dev.jna:jna:5.13.0"
KOFFI = "koffi@2.9.0"


class Missing(Exception):
    pass


def tool(*names):
    """The first of the programs that is there; the usual places of installers too."""
    extra = [str(pathlib.Path.home() / ".cargo/bin"), "/usr/local/go/bin"]
    for name in names:
        found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *extra]))
        if found:
            return found
    raise Missing(f"no {names[0]} here")


def run(*command, cwd=None, env=None, optional=None):
    """The output of a command. One that fails ends the test, or skips it if `optional` says why."""
    try:
        done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=240)
    except subprocess.TimeoutExpired:
        if optional:
            raise Missing(optional) from None
        raise
    if done.returncode != 0:
        if optional:
            raise Missing(f"{optional}: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


class Examples:
    def __init__(self, examples, libdir, work):
        self.examples, self.libdir, self.work = examples, libdir, work
        self.env = {**os.environ, "LD_LIBRARY_PATH": str(libdir),
                    "PKG_CONFIG_PATH": str(libdir / "pkgconfig")}

    def flags(self):
        return run("pkg-config", "--cflags", "--libs", "tradewarden_c", env=self.env).split()

    def c(self):
        run(tool("cc", "gcc"), "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
            self.examples / "c/example.c", *self.flags(), "-o", self.work / "example")
        return run(self.work / "example", env=self.env)

    def cpp(self):
        run(tool("c++", "g++"), "-std=c++17", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
            self.examples / "cpp/example.cpp", *self.flags(), "-o", self.work / "example")
        return run(self.work / "example", env=self.env)

    def go(self):
        shutil.copytree(self.examples / "go", self.work, dirs_exist_ok=True)
        env = {**self.env, "CGO_ENABLED": "1", "GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local",
               "GOPROXY": "off", "GOCACHE": str(self.work.parent / "gocache")}
        run(tool("go"), "build", "-o", "example", ".", cwd=self.work, env=env)
        return run(self.work / "example", env=env)

    def rust(self):
        run(tool("rustc"), "--edition=2021", "-D", "warnings", "-A", "dead_code", "-L",
            f"native={self.libdir}", self.examples / "rust/main.rs", "-o", self.work / "example")
        return run(self.work / "example", env=self.env)

    def java(self):
        java = tool("java")
        jar = pathlib.Path("/usr/share/java/jna.jar")
        if not jar.exists():
            kept = self.work.parent / "maven"
            jar = kept / "net/java/dev/jna/jna/5.13.0/jna-5.13.0.jar"
            if not jar.exists():
                run(tool("mvn"), "-q", "-B", f"-Dmaven.repo.local={kept}",
                    "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:get",
                    f"-Dartifact={JNA}", cwd=self.work, optional="JNA cannot be fetched")
        tool("javac")  # a single source file is compiled on the way
        return run(java, "-cp", jar, f"-Djna.library.path={self.libdir}",
                   self.examples / "java/Example.java", env=self.env)

    def node(self):
        kept = self.work.parent / "npm"
        if not (kept / "node_modules/koffi").exists():
            kept.mkdir(parents=True, exist_ok=True)
            (kept / "package.json").write_text('{"private": true}\n')
            run(tool("npm"), "install", "--no-audit", "--no-fund", "--no-save", KOFFI, cwd=kept,
                optional="koffi cannot be fetched")
        env = {**self.env, "NODE_PATH": str(kept / "node_modules")}
        return run(tool("node"), self.examples / "node/example.js", env=env)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("language")
    for name in ("examples", "libdir", "work"):
        parser.add_argument("--" + name, type=pathlib.Path, required=True)
    args = parser.parse_args()
    work = args.work / args.language
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        said = getattr(Examples(args.examples, args.libdir, work), args.language)()
    except Missing as reason:
        print(f"skipped: {reason}")
        return 77
    if said != EXPECTED:
        print(f"it printed\n{said}instead of\n{EXPECTED}")
        return 1
    print(said, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
