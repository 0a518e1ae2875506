# What report.html carries: its style sheet, embedded as the file that it is.
target_sources(wayworth_reports PRIVATE reports/html_assets.S)
set_source_files_properties(reports/html_assets.S PROPERTIES
  OBJECT_DEPENDS ${PROJECT_SOURCE_DIR}/reports/web/report.css
  COMPILE_DEFINITIONS WAYWORTH_STYLE="${PROJECT_SOURCE_DIR}/reports/web/report.css")
