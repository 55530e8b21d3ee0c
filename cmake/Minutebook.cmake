set(MINUTEBOOK_STANDARD_HEADERS
  <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <set> <span>
  <string> <string_view> <utility> <variant> <vector>)

# Most of a compilation was reading the same headers again: the standard library's, and the 4 MB
# that Cap'n Proto generates. They are read once, for folders that know the schema and for those
# below it. Sources still include what they use: the clang preset builds without this.
function(minutebook_precompile name)
  add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
  cmake_parse_arguments(ARG "" "" "HEADERS;LIBS" ${ARGN})
  target_link_libraries(${name} PRIVATE ${ARG_LIBS})
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

# One folder, one target. minutebook_library(tlog SOURCES ... PUBLIC base crypto) says what the
# folder may include; tests/tidy checks that the includes keep to it. The file is called
# libminutebook_tlog.a: a bare libcrypto.a would stand in OpenSSL's place where both are searched.
function(minutebook_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME minutebook_${name})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  if(schema IN_LIST ARG_PUBLIC)
    target_precompile_headers(${name} REUSE_FROM records_headers)
  else()
    target_precompile_headers(${name} REUSE_FROM standard_headers)
  endif()
endfunction()

# minutebook_embed_each(target NAME lists NAMESPACE name FILES lists/a.sql b.toml) embeds the files
# and makes <NAME>.inc, an initializer for a table of them: {"a", name::a_sql}, one a line. A file
# is called as it is typed; HEADER <NAME>.h declares its text.
function(minutebook_embed_each target)
  cmake_parse_arguments(ARG "" "NAME;NAMESPACE" "FILES" ${ARGN})
  minutebook_embed(${target} NAMESPACE ${ARG_NAMESPACE} HEADER ${ARG_NAME}.h FILES ${ARG_FILES})
  set(table "")
  foreach(file ${ARG_FILES})
    get_filename_component(name ${file} NAME_WE)
    get_filename_component(variable ${file} NAME)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" variable ${variable})
    string(APPEND table "{\"${name}\", ${ARG_NAMESPACE}::${variable}},\n")
  endforeach()
  file(CONFIGURE OUTPUT embedded/${ARG_NAME}.inc CONTENT "${table}" @ONLY)
endfunction()

# Files of a folder, by name; a new one is found at the next build.
macro(minutebook_glob variable pattern)
  file(GLOB ${variable} RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS ${pattern})
  list(SORT ${variable})
endmacro()

# minutebook_embed(target NAMESPACE name [HEADER h] FILES a.sql b.css) makes <target>_files.h with
# one std::string_view per file: SQL, HTML and CSS live in files of their own, never in literals.
function(minutebook_embed target)
  cmake_parse_arguments(ARG "" "NAMESPACE;HEADER" "FILES" ${ARGN})
  if(NOT ARG_HEADER)
    set(ARG_HEADER ${target}_files.h)
  endif()
  set(header ${CMAKE_CURRENT_BINARY_DIR}/embedded/${ARG_HEADER})
  set(sources)
  foreach(file ${ARG_FILES})
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    list(APPEND sources ${file})
  endforeach()
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DOUT=${header} -DNAMESPACE=${ARG_NAMESPACE} "-DFILES=${sources}"
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${sources} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${header})
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR}/embedded)
endfunction()
