# Writes the texts of FILES (a list, in FOLDER) as one C++ table to OUTPUT.
set(cases "")
foreach(name IN LISTS FILES)
  file(READ "${FOLDER}/${name}" text)
  string(APPEND cases "  if (name == \"${name}\") return R\"GLSL(${text})GLSL\";\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by shaders/embed.cmake.
#include \"shaders/shader_text.h\"

namespace adit::shaders {

std::string_view shaderText(std::string_view name) {
${cases}  return {};
}

}  // namespace adit::shaders
")
