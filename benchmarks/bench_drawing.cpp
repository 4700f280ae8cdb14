// From a moved slider to the last pixel, and the next picture of a turning camera.
#include <vtkCamera.h>
#include <vtkNew.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "benchmarks/measured_model.h"
#include "benchmarks/plain_window.h"
#include "benchmarks/row.h"
#include "benchmarks/vtk_peers.h"
#include "geology/planning/mine_order.h"
#include "viewer/scene/scene.h"
#include "viewer/state/initial_state.h"

namespace adit::benchmarks {
namespace {

using Model = std::shared_ptr<const MeasuredModel>;

/// Adit's own scene with nothing but the blocks: what the plain window shows, too.
class BlockScene {
 public:
  explicit BlockScene(const Model& m, std::shared_ptr<const geology::MinePlan> plan = nullptr)
      : model_(m), scene_(context_.host()) {
    auto deposit = std::make_shared<geology::Deposit>();
    deposit->blockModels = {m->model};
    if (plan != nullptr) deposit->plans = {plan};
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
  viewer::ViewState& state() { return state_; }

 private:
  Model model_;
  viewer::HeadlessContext context_;
  viewer::Scene scene_;
  viewer::ViewState state_;
};

double bearingOf(int round) {
  return round % 2 == 0 ? 30 : 32;
}

/// Ten periods of a bowl with walls at 45 degrees, half as deep as the model.
std::shared_ptr<const geology::MinePlan> bowlPlan(const geology::BlockModel& model) {
  constexpr int kPeriods = 10;
  const geology::Lattice& lattice = model.lattice;
  const double top = static_cast<double>(lattice.count[2]);
  auto plan = std::make_shared<geology::MinePlan>();
  plan->name = "bowl";
  plan->periods.resize(kPeriods);
  plan->blocks = {{model.name, "", {}, geology::PlanActivity::Pit, {}}};
  std::vector<geology::PeriodIndex>& period = plan->blocks.front().period;
  period.reserve(model.blockCount());
  for (std::size_t row = 0; row < model.blockCount(); ++row) {
    const auto cell = lattice.cellAt(model.cellOf(row));
    const double out = std::hypot(static_cast<double>(cell[0]) - 0.5 * static_cast<double>(lattice.count[0]),
                                  static_cast<double>(cell[1]) - 0.5 * static_cast<double>(lattice.count[1]));
    const double above = static_cast<double>(cell[2]) - (top / 2 + out);  // of the final pit, in blocks
    period.push_back(above <= 0 ? geology::kNeverMined
                                : static_cast<geology::PeriodIndex>(std::max(
                                      0.0, kPeriods - 1 - std::floor(above / (top / 2) * kPeriods))));
  }
  planning::timePlan(*plan, {std::shared_ptr<const geology::BlockModel>(std::shared_ptr<void>(), &model)});
  return plan;
}

/// A step of the time line beside a step of the slider, in the same window.
struct PlanWindow {
  explicit PlanWindow(const Model& given) : model(given), scene(given, bowlPlan(*given->model)) {
    scene.state().plan.on = true;
  }
  vtkRenderer* step(double time, float cutoff) {
    scene.state().plan.time = time;
    scene.draw(cutoff, bearingOf(0), true);
    return &scene.scene().spatialRenderer();
  }
  Model model;
  BlockScene scene;
};

Row planRow(const Model& m) {
  const auto w = std::make_shared<PlanWindow>(m);
  // Both draw the model with half of the bowl gone; joined blocks stand out by up to a block.
  const auto covered = [](vtkRenderer* renderer) {
    return Answer{{"covered pixels", coveredPixels(*renderer), 0.1}};
  };
  Row row{
      "step of a mine plan to pixels, under the hand", m->size,
      contender(
          "scene", [w](int round) { return w->step(5 + 0.01 * (round % 2), w->model->cutoff(0)); }, covered)};
  row.slow = m->model->blockCount() >= 100'000'000;
  // The plan may take one and a half times as long as the slider.
  row.peers = {{contender(
                    "a step of the slider beside it",
                    [w](int round) { return w->step(5, w->model->cutoff(round)); }, covered),
                m->goal(1 / 1.5), m->goal(1)}};
  return row;
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
    rows.push_back(planRow(m));
  }
  return rows;
}

}  // namespace adit::benchmarks
