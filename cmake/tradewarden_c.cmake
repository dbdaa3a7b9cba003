# The C interface: one shared library that exports the functions of include/tradewarden.h and nothing
# else, whatever the C++ library inside it is made of. SOVERSION moves when abidiff says that an older
# caller would break (tests/capi).

set(TRADEWARDEN_C_SOVERSION 0)

file(GLOB c_sources CONFIGURE_DEPENDS src/capi/*.cpp)
tradewarden_batches(c_sources capi ${c_sources})
add_library(tradewarden_c SHARED ${c_sources})
add_library(tradewarden::c ALIAS tradewarden_c)
target_include_directories(tradewarden_c
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
         $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
  PRIVATE ${PROJECT_SOURCE_DIR}/src)
set_target_properties(tradewarden_c PROPERTIES
  EXPORT_NAME c
  VERSION ${PROJECT_VERSION}
  SOVERSION ${TRADEWARDEN_C_SOVERSION}
  CXX_VISIBILITY_PRESET hidden
  VISIBILITY_INLINES_HIDDEN ON)
target_link_libraries(tradewarden_c PRIVATE tradewarden $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>)
if(NOT library_type STREQUAL "STATIC_LIBRARY")
  set_target_properties(tradewarden_c PROPERTIES INSTALL_RPATH "$ORIGIN")
endif()
# Visibility does not reach what comes from archives and from templates of the standard library.
set(exports ${PROJECT_SOURCE_DIR}/cmake/tradewarden_c.map)
include(CheckLinkerFlag)
check_linker_flag(CXX -Wl,--version-script=${exports} TRADEWARDEN_HAS_VERSION_SCRIPT)
if(TRADEWARDEN_HAS_VERSION_SCRIPT)
  target_link_options(tradewarden_c PRIVATE -Wl,--version-script=${exports})
  set_target_properties(tradewarden_c PROPERTIES LINK_DEPENDS ${exports})
endif()
tradewarden_strict(tradewarden_c)
if(TRADEWARDEN_DEVELOPER AND NOT MSVC)
  # abidw reads the types of the interface from debug information.
  target_compile_options(tradewarden_c PRIVATE -g)
endif()
