# cmake -DBUILD= -DPREFIX= -P install_prefix.cmake: a fresh install, and what must be in it.

file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX}
                COMMAND_ERROR_IS_FATAL ANY)

file(GLOB_RECURSE installed RELATIVE ${PREFIX} ${PREFIX}/*)
foreach(wanted IN ITEMS include/tradewarden/tradewarden.hpp include/tradewarden.h
                        tradewardenConfig.cmake tradewardenConfigVersion.cmake
                        pkgconfig/tradewarden.pc pkgconfig/tradewarden_c.pc
                        libtradewarden_c.so LICENSE)
  if(NOT installed MATCHES "(^|[;/])${wanted}(;|$)")
    message(FATAL_ERROR "${wanted} is not installed; installed are:\n${installed}")
  endif()
endforeach()

# A tree that names the folder it was built in works on this machine only.
foreach(file IN LISTS installed)
  if(file MATCHES "\\.(cmake|pc|hpp|h)$")
    file(READ ${PREFIX}/${file} text)
    string(FIND "${text}" "${BUILD}" at)
    if(NOT at EQUAL -1)
      string(REPLACE "${PREFIX}" "" outside "${text}")
      string(FIND "${outside}" "${BUILD}" at)
      if(NOT at EQUAL -1)
        message(FATAL_ERROR "${file} names the build folder")
      endif()
    endif()
  endif()
endforeach()
