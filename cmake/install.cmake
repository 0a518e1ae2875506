# cmake --install: the program, and the three libraries for find_package(wayworth).
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/wayworth)

install(TARGETS wayworth)
install(TARGETS wayworth_engine wayworth_scenarios wayworth_reports EXPORT wayworth)
install(EXPORT wayworth FILE wayworthTargets.cmake NAMESPACE wayworth:: DESTINATION ${package_dir})

# The headers keep their folders, so that #include "engine/..." means the same here and there.
install(DIRECTORY engine scenarios reports DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/wayworth FILES_MATCHING PATTERN "*.hpp")

configure_package_config_file(cmake/wayworthConfig.cmake.in wayworthConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(wayworthConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/wayworthConfig.cmake ${PROJECT_BINARY_DIR}/wayworthConfigVersion.cmake
  DESTINATION ${package_dir})

install(FILES scenarios/FORMAT.md reports/FORMAT_JSON.md reports/results.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/wayworth OPTIONAL)
install(DIRECTORY examples library DESTINATION ${CMAKE_INSTALL_DATADIR}/wayworth OPTIONAL)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
