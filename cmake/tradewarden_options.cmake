# How code is compiled: standard, build type, output folders; warnings, sanitizers and tools of
# developer mode.

include(GNUInstallDirs)

set(TRADEWARDEN_SANITIZE "" CACHE STRING "Sanitizers, for instance address,undefined or thread")
option(TRADEWARDEN_FUZZ "Build the fuzz targets with libFuzzer (clang), and no other tests" OFF)
option(TRADEWARDEN_TIDY "Run clang-tidy while compiling the library and the program" OFF)

if(NOT CMAKE_CXX_STANDARD)
  set(CMAKE_CXX_STANDARD 20)
endif()
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(NOT PROJECT_IS_TOP_LEVEL)
  # The host project decides the rest.
  function(tradewarden_strict target)
  endfunction()
  return()
endif()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
set(CMAKE_EXPORT_COMPILE_COMMANDS ${TRADEWARDEN_DEVELOPER})

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(TRADEWARDEN_CCACHE ccache)
  mark_as_advanced(TRADEWARDEN_CCACHE)
  if(TRADEWARDEN_CCACHE)
    # One preset takes from another what both compile alike, whatever the build folder is.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 ${TRADEWARDEN_CCACHE})
  endif()
endif()

if(TRADEWARDEN_DEVELOPER)
  # A faster linker, where the compiler can use it.
  include(CheckLinkerFlag)
  foreach(linker mold lld)
    find_program(TRADEWARDEN_LINKER_${linker} NAMES ${linker} ld.${linker})
    mark_as_advanced(TRADEWARDEN_LINKER_${linker})
    if(TRADEWARDEN_LINKER_${linker})
      check_linker_flag(CXX -fuse-ld=${linker} TRADEWARDEN_CAN_LINK_WITH_${linker})
      if(TRADEWARDEN_CAN_LINK_WITH_${linker})
        add_link_options(-fuse-ld=${linker})
        break()
      endif()
    endif()
  endforeach()
endif()

set(TRADEWARDEN_CHECKED_LIBRARY_ONLY OFF)
if(TRADEWARDEN_SANITIZE)
  set(sanitizer_flags -fsanitize=${TRADEWARDEN_SANITIZE} -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${TRADEWARDEN_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 sees uninitialised reads in instrumented standard library code (std::function).
    list(APPEND sanitizer_flags -Wno-maybe-uninitialized)
  endif()
  if(TRADEWARDEN_FUZZ OR TRADEWARDEN_SANITIZE MATCHES "thread")
    # A fuzzer is guided by all code, and a race has two sides.
    add_compile_options(${sanitizer_flags})
  else()
    # The code under test alone (tests/CMakeLists.txt), unoptimised: half the time to compile.
    set(TRADEWARDEN_CHECKED_LIBRARY_ONLY ON)
  endif()
endif()
if(TRADEWARDEN_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
    message(FATAL_ERROR "TRADEWARDEN_FUZZ needs clang: use the preset fuzz, or "
                        "-DCMAKE_CXX_COMPILER=clang++-16")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Warnings of our own code; errors in developer mode only, so that a newer compiler never breaks
# a user's build.
function(tradewarden_warnings target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 $<$<BOOL:${TRADEWARDEN_DEVELOPER}>:/WX>)
    return()
  endif()
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow
                         $<$<BOOL:${TRADEWARDEN_DEVELOPER}>:-Werror>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # g++ 12 finds an overlap in a text added to a literal that is none (its bug 105651).
    target_compile_options(${target} PRIVATE -Wno-restrict)
  endif()
endfunction()

function(tradewarden_strict target)
  tradewarden_warnings(${target})
  if(TRADEWARDEN_CHECKED_LIBRARY_ONLY)
    target_compile_options(${target} PRIVATE -O0 ${sanitizer_flags})
  endif()
  if(NOT MSVC)
    # clang counts sign conversions among -Wconversion, g++ does not.
    target_compile_options(${target} PRIVATE -Wconversion
                           $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-sign-conversion>)
  endif()
  if(TRADEWARDEN_TIDY)
    find_program(TRADEWARDEN_CLANG_TIDY NAMES clang-tidy-16 clang-tidy REQUIRED)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY
                          "${TRADEWARDEN_CLANG_TIDY};--warnings-as-errors=*;--quiet")
  endif()
endfunction()
