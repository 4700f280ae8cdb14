#include "viewer/scene/block_coloring.h"

#include <vtk_glew.h>

#include <vtkShaderProgram.h>

#include <cmath>
#include <vector>

#include "geology/model/as_float.h"
#include "viewer/geometry/row_colors.h"
#include "viewer/scene/texture_binder.h"

namespace adit::viewer {
namespace {

std::vector<Color> colorsOf(const ResolvedLegend& legend) {
  switch (legend.kind) {
    case LegendKind::Continuous:
      return legend.ramp;
    case LegendKind::Category:
      return legend.categoryColors;
    case LegendKind::Classed:
      break;
  }
  std::vector<Color> colors;
  for (const LegendClass& entry : legend.classes) colors.push_back(entry.color);
  return colors;
}

}  // namespace

BlockColoring::BlockColoring() : numbers_(GL_R32F), codes_(GL_R32I), colors_(GL_RGBA8), classes_(GL_RG32F) {}

void BlockColoring::setColumn(const geology::Column* column, const ResolvedLegend* legend) {
  valuesChanged_ = valuesChanged_ || column != column_;
  colorsChanged_ = true;
  column_ = column;
  legend_ = legend;
}

std::string BlockColoring::variant() const {
  if (column_ == nullptr) return {};
  if (!column_->isNumeric()) return "#define ADIT_CATEGORIES\n";
  std::string lines = "#define ADIT_NUMBERS\n";
  if (legend_->kind == LegendKind::Classed) lines += "#define ADIT_CLASSES\n";
  if (legend_->logarithmic) lines += "#define ADIT_LOGARITHMIC\n";
  return lines;
}

void BlockColoring::uploadColors() {
  std::vector<Color> colors = colorsOf(*legend_);
  colorCount_ = static_cast<int>(colors.size());
  colors.push_back(kMissingColor);
  colors.push_back(kWarningColor);
  std::vector<std::uint8_t> bytes;
  for (const Color& color : colors)
    for (const std::uint8_t byte : toRgba(color)) bytes.push_back(byte);
  colors_.upload(std::span<const std::uint8_t>(bytes));
  if (legend_->kind != LegendKind::Classed) return;
  std::vector<float> ends;
  if (legend_->classes.empty())
    ends = {0, 0};  // a sampler without an array is an error even when it is not read
  for (const LegendClass& entry : legend_->classes) {
    ends.push_back(geology::asFloat(entry.lo));
    ends.push_back(geology::asFloat(entry.hi));
  }
  classes_.upload(std::span<const float>(ends));
}

// In signed numbers of their width, which the shader reads with one kind of sampler: kNoCategory is -1 in
// all, and codes above the half of what a width holds lose their sign to `codeBits`.
void BlockColoring::uploadCodes() {
  constexpr std::array<GLenum, 3> kFormats{GL_R8I, GL_R16I, GL_R32I};
  const unsigned bytes = column_->codes.bytesOfElement();
  codes_.setFormat(kFormats[bytes / 2]);
  column_->codes.visit([this](auto elements) { codes_.upload(elements); });
}

void BlockColoring::upload() {
  if (column_ == nullptr) return;
  if (valuesChanged_ && column_->isNumeric()) numbers_.upload(std::span<const float>(column_->values));
  if (valuesChanged_ && !column_->isNumeric()) uploadCodes();
  if (colorsChanged_) uploadColors();
  valuesChanged_ = colorsChanged_ = false;
}

void BlockColoring::bind(TextureBinder& binder) {
  vtkShaderProgram& program = binder.program();
  const std::array<float, 4> plain{plain_[0], plain_[1], plain_[2], 1};
  if (column_ == nullptr) {
    program.SetUniform4f("plainColor", plain.data());
    return;
  }
  binder.bind(column_->isNumeric() ? numbers_ : codes_, "values");
  binder.bind(colors_, "colors");
  if (legend_->kind == LegendKind::Classed) binder.bind(classes_, "classes");
  const auto end = [&](double value) {
    return static_cast<float>(legend_->logarithmic ? std::log(value) : value);
  };
  const std::array<float, 2> range{end(legend_->lo), end(legend_->hi)};
  program.SetUniformi("colorCount", colorCount_);
  constexpr std::array<int, 3> kCodeBits{0xFF, 0xFFFF, -1};
  if (!column_->isNumeric()) program.SetUniformi("codeBits", kCodeBits[column_->codes.bytesOfElement() / 2]);
  program.SetUniform2f("range", range.data());
}

void BlockColoring::release() {
  for (GlBufferTexture* buffer : {&numbers_, &codes_, &colors_, &classes_}) buffer->release();
  valuesChanged_ = colorsChanged_ = column_ != nullptr;
}

}  // namespace adit::viewer
