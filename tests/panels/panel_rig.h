// A panel under test: it is drawn in a window of its own, and its commands are applied as the program does.
#pragma once
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/panels/imgui_driver.h"
#include "tests/panels/sample_deposit.h"
#include "viewer/panels/panels.h"
#include "viewer/state/history.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/pick_facts.h"

namespace adit::tests {

class PanelRig {
 public:
  using Panel = void (*)(const viewer::PanelInput&, viewer::PanelMemory&, viewer::PanelOutput&);

  PanelRig(Panel panel, float width, const ImGuiDriver::Screen& screen = {})
      : deposit(sampleDeposit()),
        history(viewer::initialState(*deposit)),
        panel_(panel),
        width_(width * screen.scale),
        height_(screen.height),
        driver(screen, [this] { draw(); }) {}

  ImVec2 find(const std::vector<Label>& path) { return driver.find("panel", path); }
  void click(const std::vector<Label>& path) { driver.click(find(path)); }
  const viewer::ViewState& state() const { return history.current(); }
  std::string commandLog() const {
    std::string log;
    for (const std::string& line : commands) log += line + "\n";
    return log;
  }
  bool issued(const std::string& line) const {
    return std::find(commands.begin(), commands.end(), line) != commands.end();
  }
  void run(const std::string& line) {
    const auto parsed = viewer::parseCommand(line);
    ASSERT_TRUE(std::holds_alternative<viewer::Command>(parsed)) << line;
    apply({std::get<viewer::Command>(parsed), {}});
    driver.frames(2);
  }

  std::shared_ptr<geology::Deposit> deposit;
  viewer::History history;
  viewer::PanelMemory memory;
  viewer::SceneFacts facts;
  viewer::TonnageFacts tonnage;
  std::optional<viewer::LensFacts> lens;  ///< what the scene would tell
  viewer::GuardReport guard;
  viewer::ResourceFacts resources;
  viewer::ChartShown chart;
  viewer::ClaimFacts claim;
  viewer::PlanFacts plan;
  viewer::PitFacts pit;
  viewer::EstimateFacts estimate;
  std::set<std::string> unsaved;
  std::vector<std::string> commands;
  std::vector<viewer::AppRequest> requests;
  std::vector<std::string> faults;

 private:
  void apply(const viewer::PanelOutput::Issued& issued) {
    commands.push_back(viewer::formatCommand(issued.command));
    auto next = viewer::apply(state(), issued.command, *deposit);
    if (const auto* fault = std::get_if<viewer::CommandError>(&next))
      faults.push_back(fault->message);
    else
      history.push(std::get<viewer::ViewState>(std::move(next)), issued.mergeLabel);
  }

  void draw() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width_, height_});
    ImGui::Begin("panel", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    viewer::PanelOutput output;
    const viewer::PanelInput input{
        *deposit,
        state(),
        facts,
        state().pick ? viewer::pickFacts(*deposit, *state().pick) : std::vector<viewer::Fact>{},
        std::nullopt,
        "",
        0,
        "",
        history.canUndo(),
        history.canRedo(),
        1,
        {},
        tonnage,
        lens,
        guard,
        resources,
        chart,
        plan,
        claim,
        estimate,
        pit,
        unsaved};
    panel_(input, memory, output);
    ImGui::End();
    for (const auto& issued : output.commands) apply(issued);
    requests.insert(requests.end(), output.requests.begin(), output.requests.end());
  }

  Panel panel_;
  float width_, height_;

 public:
  ImGuiDriver driver;
};

}  // namespace adit::tests
