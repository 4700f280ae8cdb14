// From a moved slider to the last pixel, and the next picture of a turning camera.
#include <vtkCamera.h>
#include <vtkNew.h>

#include <limits>
#include <map>

#include "benchmarks/measured_model.h"
#include "benchmarks/plain_window.h"
#include "benchmarks/row.h"
#include "benchmarks/vtk_peers.h"
#include "viewer/scene/scene.h"
#include "viewer/state/initial_state.h"

namespace adit::benchmarks {
namespace {

using Model = std::shared_ptr<const MeasuredModel>;

/// Adit's own scene with nothing but the blocks: what the plain window shows, too.
class BlockScene {
 public:
  explicit BlockScene(const Model& m) : model_(m), scene_(context_.host()) {
    auto deposit = std::make_shared<geology::Deposit>();
    deposit->blockModels = {m->model};
    state_ = viewer::initialState(*deposit);
    for (bool viewer::ViewState::*furniture :
         {&viewer::ViewState::grid, &viewer::ViewState::northArrow, &viewer::ViewState::scaleBar,
          &viewer::ViewState::legendShown, &viewer::ViewState::ambientOcclusion})
      state_.*furniture = false;
    state_.layers[m->model->name].colorBy = m->grade().name;
    viewer::Legend& legend = state_.legends[m->grade().name];
    legend.lo = 0;
    legend.hi = static_cast<double>(2 * m->richest5);
    scene_.setSize(kPictureWidth, kPictureHeight, 1);
    scene_.setDeposit(deposit);
  }
  void draw(float cutoff, double bearing) {
    state_.filters[model_->model->name].ranges[model_->grade().name] = {
        static_cast<double>(cutoff), std::numeric_limits<double>::infinity()};
    state_.camera.bearing = bearing;
    scene_.sync(state_);
    scene_.render();
    finishDrawing();
  }
  viewer::Scene& scene() { return scene_; }

 private:
  Model model_;
  viewer::HeadlessContext context_;
  viewer::Scene scene_;
  viewer::ViewState state_;
};

double bearingOf(int round) {
  return round % 2 == 0 ? 30 : 32;
}

/// Both windows with the same cameras.
struct Windows {
  explicit Windows(const Model& given) : model(given), ours(given) {
    for (const int round : {0, 1}) {
      ours.draw(model->cutoff(0), bearingOf(round));
      cameras[round]->DeepCopy(ours.scene().spatialRenderer().GetActiveCamera());
    }
    const geology::Vec3 corner = model->model->lattice.origin - ours.scene().sceneOrigin();
    image = cellImage(*model->model, corner);
  }
  void showPlain(float cutoff) { plain.show(thresholdSurface(image, cutoff), 0, 2 * model->richest5); }
  void drawPlain(int round) {
    plain.setCamera(*cameras[round]);
    plain.render();
  }

  Model model;
  BlockScene ours;
  PlainWindow plain;
  vtkNew<vtkCamera> cameras[2];
  vtkSmartPointer<vtkImageData> image;
};
using WindowsPtr = std::shared_ptr<Windows>;

Answer covered(vtkRenderer* renderer) {
  // The edges of blocks fall on pixels in two ways of drawing.
  return {{"covered pixels", coveredPixels(*renderer), 0.005}};
}

Row sliderRow(const WindowsPtr& w) {
  const bool huge = w->model->model->blockCount() >= 100'000'000;
  Row row{"slider to pixels", w->model->size,
          contender(
              "scene",
              [w](int round) {
                w->ours.scene().setMoving(false);
                w->ours.draw(w->model->cutoff(round), bearingOf(0));
                return &w->ours.scene().spatialRenderer();
              },
              covered)};
  row.peers = {{contender(
                    "threshold + surface + vtkPolyDataMapper",
                    [w](int round) {
                      w->showPlain(w->model->cutoff(round));
                      w->drawPlain(0);
                      return &w->plain.renderer();
                    },
                    covered),
                w->model->goal(huge ? 15 : 10), w->model->goal(huge ? 100 : 30)}};
  row.slow = huge;
  return row;
}

Row orbitRow(const WindowsPtr& w) {
  Row row{"orbit", w->model->size,
          contender(
              "scene",
              [w](int round) {
                w->ours.draw(w->model->cutoff(0), bearingOf(round % 2));
                w->ours.scene().setMoving(true);
                return &w->ours.scene().spatialRenderer();
              },
              covered)};
  w->showPlain(w->model->cutoff(0));
  row.peers = {{contender(
                    "vtkPolyDataMapper",
                    [w](int round) {
                      w->drawPlain(round % 2);
                      return &w->plain.renderer();
                    },
                    covered),
                w->model->goal(1.5), w->model->goal(4)}};
  return row;
}

}  // namespace

std::vector<Row> drawingRows(const Sizes& sizes) {
  std::vector<Row> rows;
  for (const std::size_t blocks : sizes.blocks) {
    const Model m = measuredLenses(blocks);
    rows.push_back(sliderRow(std::make_shared<Windows>(m)));
    rows.push_back(orbitRow(std::make_shared<Windows>(m)));
  }
  return rows;
}

}  // namespace adit::benchmarks
