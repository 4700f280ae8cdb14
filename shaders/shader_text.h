// The GLSL of shaders/, embedded when the program is built.
#pragma once
#include <string_view>

namespace adit::shaders {

/// The text of a file of shaders/, by its name; empty when the table in shaders/CMakeLists.txt has no such.
std::string_view shaderText(std::string_view name);

}  // namespace adit::shaders
