# How every target of Adit is built: language, warnings, sanitizers, one function for a folder of the house.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
# -O3 and no -march: the binary runs on every amd64 machine, and the figures in docs/performance.md are honest.
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(adit_warnings INTERFACE)
target_compile_options(adit_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Werror)
# GCC 12's -Wrestrict and -Wstringop-overflow report std::string's own operator+ and insert (GCC bug 105651).
target_compile_options(adit_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)
if(ADIT_SANITIZE)
  # GCC's -Wmaybe-uninitialized and -Warray-bounds report false positives in instrumented code.
  target_compile_options(adit_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>)
  add_compile_options(-fsanitize=${ADIT_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ADIT_SANITIZE})
endif()
if(ADIT_FUZZ)
  # Without it the fuzzer sees the paths of its own few lines only, not those of the readers.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# adit_folder(<name> LINKS <targets>...): the sources of the current folder as the static library adit_<name>.
# The link list is exactly the folder's arrows (docs/architecture.md).
function(adit_folder name)
  cmake_parse_arguments(ARG "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp" "*.h")
  add_library(adit_${name} STATIC ${sources})
  set_target_properties(adit_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(adit_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(adit_${name} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS} adit_warnings)
endfunction()
