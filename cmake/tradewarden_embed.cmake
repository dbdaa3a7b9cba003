# tradewarden_embed(FILE HEADER FUNCTION OUT)
#
# Turns FILE into a source in the build folder that defines `std::string_view FUNCTION() noexcept`,
# as declared in HEADER; OUT receives the source's path. The source follows every change of FILE.
# It is an array of numbers: a string literal has length limits, an array has none.
#
# FILE may be a folder: then the text is, for each *.json below it in the order of their paths,
# "PATH\nBYTES\n" and the bytes of the file.
#
# The file is also the script that does the work: cmake -DINPUT= -DOUTPUT= ... -P thisfile

if(CMAKE_SCRIPT_MODE_FILE)
  if(IS_DIRECTORY ${INPUT})
    set(hex "")
    file(GLOB_RECURSE names RELATIVE ${INPUT} ${INPUT}/*.json)
    list(SORT names)
    foreach(name IN LISTS names)
      file(READ ${INPUT}/${name} one HEX)
      string(LENGTH "${one}" one_digits)
      math(EXPR one_bytes "${one_digits} / 2")
      string(HEX "${name}\n${one_bytes}\n" head)
      string(APPEND hex "${head}${one}")
    endforeach()
  else()
    file(READ ${INPUT} hex HEX)
  endif()
  string(LENGTH "${hex}" digits)
  math(EXPR bytes "${digits} / 2")
  set(body "")
  set(at 0)
  while(at LESS digits)
    string(SUBSTRING "${hex}" ${at} 8192 chunk)
    string(REGEX REPLACE "(..)" "0x\\1," chunk "${chunk}")
    string(REGEX REPLACE "(................................................................................)"
           "\\1\n" chunk "${chunk}")
    string(APPEND body "${chunk}\n")
    math(EXPR at "${at} + 8192")
  endwhile()
  string(REGEX REPLACE "::[^:]+$" "" scope "${FUNCTION}")
  string(REGEX REPLACE "^.*::" "" name "${FUNCTION}")
  file(WRITE ${OUTPUT}
"// Generated from ${NAME}.
#include \"${HEADER}\"

namespace ${scope} {
namespace {

// The last zero keeps the array from being empty; it is not part of the text.
constexpr unsigned char k_bytes[] = {
${body}0x00};

}  // namespace

std::string_view ${name}() noexcept {
  return {reinterpret_cast<const char*>(k_bytes), ${bytes}};
}

}  // namespace ${scope}
")
  return()
endif()

set(tradewarden_embed_script ${CMAKE_CURRENT_LIST_FILE})

function(tradewarden_embed file header function out)
  cmake_path(GET file STEM stem)
  set(input ${PROJECT_SOURCE_DIR}/${file})
  set(output ${PROJECT_BINARY_DIR}/generated/${stem}_text.cpp)
  set(parts ${input})
  if(IS_DIRECTORY ${input})
    file(GLOB_RECURSE parts CONFIGURE_DEPENDS ${input}/*.json)
  endif()
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${input} -DOUTPUT=${output} -DHEADER=${header}
            -DFUNCTION=${function} -DNAME=${file} -P ${tradewarden_embed_script}
    DEPENDS ${parts} ${tradewarden_embed_script}
    COMMENT "Embedding ${file}"
    VERBATIM)
  set(${out} ${output} PARENT_SCOPE)
endfunction()
