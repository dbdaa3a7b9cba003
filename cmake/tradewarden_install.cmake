# What is installed: the library, its headers, the program, the CMake package and the pkg-config
# file. A static library carries its private libraries into the link of its user, so both of the
# latter name them.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tradewarden)

install(TARGETS tradewarden EXPORT tradewardenTargets)
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(TARGET tradewarden-cli)
  install(TARGETS tradewarden-cli)
endif()
if(TARGET tradewarden_c)
  # An export of its own: who links the C interface needs none of the packages of the C++ library.
  install(TARGETS tradewarden_c EXPORT tradewarden_cTargets)
  install(EXPORT tradewarden_cTargets NAMESPACE tradewarden:: DESTINATION ${package_dir})
endif()

install(EXPORT tradewardenTargets NAMESPACE tradewarden:: DESTINATION ${package_dir})
configure_package_config_file(cmake/tradewardenConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/tradewardenConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
# Before 1.0 a minor version may break its callers.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/tradewardenConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/tradewardenConfig.cmake
              ${PROJECT_BINARY_DIR}/tradewardenConfigVersion.cmake
        DESTINATION ${package_dir})

set(pc_requires "absl_flat_hash_map absl_flat_hash_set simdjson nettle expat sqlite3 zlib")
if(library_type STREQUAL "STATIC_LIBRARY")
  set(pc_public "Requires: ${pc_requires}")
else()
  set(pc_public "Requires.private: ${pc_requires}")
endif()
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_LIBDIR BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}
           NORMALIZE OUTPUT_VARIABLE pc_libdir)
cmake_path(RELATIVE_PATH pc_libdir BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX})
# The prefix as seen from the .pc file: an installed tree may be moved.
set(pc_up ${CMAKE_INSTALL_PREFIX})
cmake_path(RELATIVE_PATH pc_up BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}/${pc_libdir}/pkgconfig)
configure_file(cmake/tradewarden.pc.in ${PROJECT_BINARY_DIR}/tradewarden.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/tradewarden.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(TARGET tradewarden_c)
  configure_file(cmake/tradewarden_c.pc.in ${PROJECT_BINARY_DIR}/tradewarden_c.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/tradewarden_c.pc
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()
