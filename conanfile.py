"""Untried: the packages that CMakeLists.txt asks for, by Conan's names. Only Debian 12 is tested."""
from conan import ConanFile
from conan.tools.cmake import CMake, cmake_layout


class Tradewarden(ConanFile):
    name = "tradewarden"
    version = "0.1.0"
    license = "Apache-2.0"
    description = "Denied-party matching: exact, dated, explained"
    settings = "os", "compiler", "build_type", "arch"
    options = {"shared": [True, False], "fPIC": [True, False]}
    default_options = {"shared": False, "fPIC": True}
    generators = "CMakeDeps", "CMakeToolchain", "PkgConfigDeps"
    exports_sources = "CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*"

    def requirements(self):
        self.requires("abseil/[>=20220623]")
        self.requires("boost/[>=1.74]", options={"header_only": True})
        self.requires("cli11/[>=2.1.2 <3]")
        self.requires("expat/[>=2.4 <3]")
        self.requires("nettle/[>=3.8 <4]")
        self.requires("nlohmann_json/[>=3.11 <4]")
        self.requires("simdjson/[>=3.0.1 <4]")
        self.requires("libcurl/[>=7.88 <9]")
        self.requires("sqlite3/[>=3.40 <4]")
        self.requires("zlib/[>=1.2.13 <2]")

    def layout(self):
        cmake_layout(self)

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()

    def package_info(self):
        self.cpp_info.libs = ["tradewarden"]
