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
  /// `moving`: as while a control or the view is dragged.
  void draw(float cutoff, double bearing, bool moving) {
    state_.filters[model_->model->name].ranges[model_->grade().name] = {
        static_cast<double>(cutoff), std::numeric_limits<double>::infinity()};
    state_.camera.bearing = bearing;
    scene_.setMoving(moving);
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

/// A finished picture, or one of those that follow the hand: Adit then joins blocks where there are too many
/// faces, and neither window smooths edges.
enum class Moment { Still, Moving };

/// Both windows with the same cameras.
struct Windows {
  Windows(const Model& given, Moment when) : model(given), moment(when), ours(given) {
    for (const int round : {0, 1}) {
      drawOurs(0, round);
      cameras[round]->DeepCopy(ours.scene().spatialRenderer().GetActiveCamera());
    }
    const geology::Vec3 corner = model->model->lattice.origin - ours.scene().sceneOrigin();
    image = cellImage(*model->model, corner);
    plain.setAntialiasing(moment == Moment::Still);
  }
  vtkRenderer* drawOurs(int cutoffRound, int cameraRound) {
    ours.draw(model->cutoff(cutoffRound), bearingOf(cameraRound), moment == Moment::Moving);
    return &ours.scene().spatialRenderer();
  }
  void showPlain(float cutoff) { plain.show(thresholdSurface(image, cutoff), 0, 2 * model->richest5); }
  vtkRenderer* drawPlain(int cameraRound) {
    plain.setCamera(*cameras[cameraRound]);
    plain.render();
    return &plain.renderer();
  }
  Answer covered(vtkRenderer* renderer) const {
    // The edges of blocks fall on pixels in two ways of drawing; joined blocks stand out by up to a block.
    const double covered = coveredPixels(*renderer);
    // Two empty pictures are no equal results: NaN equals nothing.
    const double drawn = covered > 0 ? covered : std::numeric_limits<double>::quiet_NaN();
    return {{"covered pixels", drawn, moment == Moment::Still ? 0.005 : 0.1}};
  }

  Model model;
  Moment moment;
  BlockScene ours;
  PlainWindow plain;
  vtkNew<vtkCamera> cameras[2];
  vtkSmartPointer<vtkImageData> image;
};
using WindowsPtr = std::shared_ptr<Windows>;

Row drawingRow(std::string operation, const WindowsPtr& w, Contender ours) {
  Row row{std::move(operation) + (w->moment == Moment::Moving ? ", under the hand" : ", finished picture"),
          w->model->size, std::move(ours)};
  row.slow = w->model->model->blockCount() >= 100'000'000;
  return row;
}

Row sliderRow(const WindowsPtr& w) {
  const auto covered = [w](vtkRenderer* renderer) { return w->covered(renderer); };
  Row row = drawingRow("slider to pixels", w,
                       contender(
                           "scene", [w](int round) { return w->drawOurs(round, 0); }, covered));
  const double least = row.slow ? 15 : 10;
  const double aim = row.slow ? 100 : 30;
  const bool gate = w->moment == Moment::Moving;
  row.peers = {{contender(
                    "threshold + surface + vtkPolyDataMapper",
                    [w](int round) {
                      w->showPlain(w->model->cutoff(round));
                      return w->drawPlain(0);
                    },
                    covered),
                gate ? w->model->goal(least) : 0, gate ? w->model->goal(aim) : 0}};
  return row;
}

Row orbitRow(const WindowsPtr& w) {
  const auto covered = [w](vtkRenderer* renderer) { return w->covered(renderer); };
  Row row = drawingRow("orbit", w,
                       contender(
                           "scene", [w](int round) { return w->drawOurs(0, round % 2); }, covered));
  w->showPlain(w->model->cutoff(0));
  const bool gate = w->moment == Moment::Moving;
  row.peers = {{contender(
                    "vtkPolyDataMapper", [w](int round) { return w->drawPlain(round % 2); }, covered),
                gate ? w->model->goal(1.5) : 0, gate ? w->model->goal(4) : 0}};
  return row;
}

}  // namespace

std::vector<Row> drawingRows(const Sizes& sizes) {
  std::vector<Row> rows;
  for (const std::size_t blocks : sizes.blocks) {
    const Model m = measuredLenses(blocks);
    for (const Moment moment : {Moment::Moving, Moment::Still}) {
      rows.push_back(sliderRow(std::make_shared<Windows>(m, moment)));
      rows.push_back(orbitRow(std::make_shared<Windows>(m, moment)));
    }
  }
  return rows;
}

}  // namespace adit::benchmarks
