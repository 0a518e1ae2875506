# What report.html carries: its style sheet and the script that draws its charts, embedded as the files that they are.
# The script is bundled from reports/web/ with the packages of its lock file. What is missing for that - npm, or its
# registry - costs the charts and never the build.
option(WAYWORTH_WEB "Charts in report.html; needs node, npm and, once, the npm registry" ON)

set(web ${PROJECT_SOURCE_DIR}/reports/web)
set(web_build ${PROJECT_BINARY_DIR}/web)
set(assets_definitions WAYWORTH_STYLE="${web}/report.css")
set(assets_depends ${web}/report.css)

function(wayworth_without_charts why)
  message(NOTICE "wayworth: report.html will have tables and no charts: ${why}")
  set(charts OFF PARENT_SCOPE)
endfunction()

# Leaves the packages of the lock file in web_build, or turns charts off.
function(wayworth_install_packages)
  file(SHA256 ${web}/package-lock.json wanted)
  set(packages --omit=dev)
  if(CHROMIUM)  # the test in a browser needs a driver
    set(packages --include=dev)
  endif()
  string(APPEND wanted " ${packages}")
  set(stamp ${web_build}/installed)
  set(have "")
  if(EXISTS ${stamp})
    file(READ ${stamp} have)
  endif()
  if(have STREQUAL wanted)
    return()
  endif()
  file(COPY ${web}/package.json ${web}/package-lock.json ${web}/.npmrc DESTINATION ${web_build})
  message(STATUS "Fetching the packages of reports/web/package-lock.json")
  execute_process(
    COMMAND ${NPM} ci ${packages} --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1
      --fetch-retry-mintimeout=1000 --fetch-timeout=20000 --loglevel=error
    WORKING_DIRECTORY ${web_build} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE message TIMEOUT 180)
  if(failed)
    wayworth_without_charts("npm could not fetch its packages. To try again: cmake ${PROJECT_BINARY_DIR}\n${message}")
    set(charts OFF PARENT_SCOPE)
    return()
  endif()
  file(WRITE ${stamp} ${wanted})
endfunction()

find_program(NODE NAMES node nodejs)
find_program(NPM npm)
find_program(CHROMIUM NAMES chromium chromium-browser google-chrome)
set(charts ${WAYWORTH_WEB})
if(NOT WAYWORTH_WEB)
  wayworth_without_charts("WAYWORTH_WEB is off.")
elseif(NOT NODE OR NOT NPM)
  wayworth_without_charts("node or npm is missing (Debian: nodejs, npm).")
else()
  wayworth_install_packages()
endif()

if(charts)
  file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${web}/src/*.ts)
  add_custom_command(
    OUTPUT ${web_build}/charts.js ${web_build}/charts.sha256
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${web_build}/src
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${web}/src ${web_build}/src
    COMMAND ${CMAKE_COMMAND} -E copy ${web}/build.mjs ${web}/tsconfig.json ${web_build}
    COMMAND ${NODE} build.mjs ${web_build}
    WORKING_DIRECTORY ${web_build}
    DEPENDS ${web_sources} ${web}/build.mjs ${web}/tsconfig.json ${web}/package-lock.json
    COMMENT "Bundling the charts of report.html" VERBATIM)
  list(APPEND assets_definitions WAYWORTH_CHARTS="${web_build}/charts.js"
    WAYWORTH_CHARTS_HASH="${web_build}/charts.sha256")
  list(APPEND assets_depends ${web_build}/charts.js ${web_build}/charts.sha256)
endif()

target_sources(wayworth_reports PRIVATE ${PROJECT_SOURCE_DIR}/reports/html_assets.S)
set_source_files_properties(${PROJECT_SOURCE_DIR}/reports/html_assets.S PROPERTIES
  OBJECT_DEPENDS "${assets_depends}" COMPILE_DEFINITIONS "${assets_definitions}")
