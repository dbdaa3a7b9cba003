# cmake -DCOMPILER= -DCASE= -DINCLUDES= -P compile_case.cmake

# Diagnostics in plain ASCII, whatever the locale.
set(ENV{LC_ALL} C)
set(flags -std=c++20 -fsyntax-only -Wall -Wextra -Werror -I${INCLUDES} -x c++)

execute_process(COMMAND ${COMPILER} ${flags} ${CASE}
                RESULT_VARIABLE status ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "The control does not compile:\n${output}")
endif()

file(STRINGS ${CASE} expect REGEX "^// expect: " LIMIT_COUNT 1)
string(REGEX REPLACE "^// expect: " "" expect "${expect}")
if(expect STREQUAL "")
  message(FATAL_ERROR "${CASE} has no '// expect: REGEX' line")
endif()

execute_process(COMMAND ${COMPILER} ${flags} -DTRADEWARDEN_MUST_FAIL ${CASE}
                RESULT_VARIABLE status ERROR_VARIABLE output)
if(status EQUAL 0)
  message(FATAL_ERROR "It compiles, and must not.")
endif()
if(NOT output MATCHES "${expect}")
  message(FATAL_ERROR "It fails for another reason than '${expect}':\n${output}")
endif()
