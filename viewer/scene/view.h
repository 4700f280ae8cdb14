// A view: one renderer with a layer for every object and a canvas on top. In space, or flat along a section.
#pragma once
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <memory>
#include <optional>
#include <vector>

#include "viewer/scene/canvas.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/plan_layer.h"
#include "viewer/scene/projector.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

class View {
 public:
  View();
  virtual ~View();
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  vtkRenderer& renderer() { return *renderer_; }
  void setDeposit(const geology::Deposit& deposit);
  /// Lines below the tags at the top: which of several views this is; `beside` another one, a line divides
  /// them.
  void setTitle(std::vector<std::string> lines, bool beside = false) {
    title_ = std::move(lines);
    beside_ = beside;
  }
  std::optional<PickState> identify(const vtkProp* prop, std::int64_t cell) const;
  /// Layer::meeting of the layer that draws the picked object.
  std::optional<geology::Vec3> meeting(const PickState& pick,
                                       const std::array<geology::Vec3, 2>& sight) const;
  SceneFacts facts() const;
  /// As Layer::drawingFailed, of any layer.
  bool drawingFailed() const;
  /// As Layer::unfinished, of any layer.
  bool unfinished() const;
  /// As Layer::movingFaces, of the layer that has most.
  std::size_t movingFaces() const;

 protected:
  struct ShownLegend {
    const ResolvedLegend* legend;
    std::string title;
  };
  /// Legends of the columns that layers with something to show are coloured by, each once. Where two layers
  /// give one column name different colours, each of their legends names its layer.
  std::vector<ShownLegend> shownLegends() const;
  void syncLayers(const LayerInput& input);
  void settleLayers(const geology::Vec3& towardsEye);
  /// The title, and what is revealed. Sets ceiling_.
  void drawBanner(const LayerInput& input);

  vtkSmartPointer<vtkRenderer> renderer_;
  std::unique_ptr<Canvas> canvas_;
  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<std::string> objects_;  ///< whose layers they are
  std::vector<std::string> title_;
  bool beside_ = false;
  double ceiling_ = 0;  ///< pixels up to which labels may stand
  std::unique_ptr<PlanLayer> plan_;
};

}  // namespace adit::viewer
