// The tour in the window: its files, and the show on the whole screen.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <utility>

#include "viewer/app/tour_access.h"
#include "viewer/app/window_session.h"
#include "viewer/panels/actions.h"
#include "viewer/panels/style.h"
#include "viewer/panels/workspace.h"
#include "viewer/state/placement.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

constexpr ImGuiWindowFlags kScreen = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoInputs;

/// Where one is in the tour, small at the right end of the strip.
void drawPlace(const Presentation& show, const ScreenRect& strip) {
  const std::size_t count = show.tour().stops.size();
  const auto& stops = show.tour().stops;
  const auto number = static_cast<std::size_t>(&show.stopShown() - stops.data()) + 1;
  const std::string text =
      (show.playing() ? "playing   " : "") + std::to_string(number) + " / " + std::to_string(count);
  const float width = ImGui::CalcTextSize(text.c_str()).x;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddText({std::round(strip.x + strip.width - width - px(22)), strip.y + px(14)}, ink(Role::Quiet),
                text.c_str());
  const float share = static_cast<float>(number) / static_cast<float>(count);
  list->AddRectFilled({strip.x, strip.y}, {strip.x + strip.width * share, strip.y + px(2)},
                      ink(Role::Accent));
}

}  // namespace

void WindowSession::takeTourOfOptions() {
  if (!options_.tour || document_.deposit().empty() || !document_.state().tour.empty()) return;
  const OrError<std::vector<TourStop>> tour = std::exchange(options_.tour, {})(document_.deposit());
  const auto* fault = std::get_if<CommandError>(&tour);
  const std::string wrong =
      fault != nullptr
          ? fault->message
          : document_.run({{command("tour set", toJson(std::get<std::vector<TourStop>>(tour))), {}}});
  if (!wrong.empty()) say(wrong);
}

void WindowSession::askForTour(const std::string& way) {
  openBrowser(way == "export" ? FileTask::ExportTour : FileTask::ImportTour);
  memory_.fileName = way == "export" ? "tour.json" : std::string();
}

/// The dialog stays when the file is none, so that another one can be chosen.
void WindowSession::takeTour(const std::string& path) {
  const OrError<Command> order = importTour(path);
  if (const auto* fault = std::get_if<CommandError>(&order)) return say(fault->message);
  memory_.browser.reset();
  const std::string fault = document_.run({{std::get<Command>(order), {}}});
  say(fault.empty() ? "Tour read from " + path : fault);
}

void WindowSession::giveTour(const std::string& path) {
  if (const std::string fault = exportTour(document_.state().tour, path); !fault.empty()) return say(fault);
  memory_.browser.reset();
  say("Tour written to " + path);
}

void WindowSession::present(const std::string& number) {
  if (document_.deposit().empty()) return;
  if (document_.state().tour.empty())
    return say("There is no tour yet; " + hintOf(Action::TourAdd).key + " adds this view to one.");
  const PixelSize size = window_.framebufferSize();
  const double aspect = size.height > 0 ? static_cast<double>(size.width) / size.height : kTypicalAspect;
  const auto first = static_cast<std::size_t>(std::max(1, std::atoi(number.c_str())) - 1);
  strip_.forget();
  const auto faults =
      presentation_.start({document_.state(), document_.opened().deposit, aspect, first}, ImGui::GetTime());
  for (const std::string& fault : faults) {
    std::cerr << "adit: " << fault << "\n";
    say(fault);
  }
  if (presentation_.on() && options_.screenshot.empty()) window_.setFullScreen(true);
  quietFrames_ = 0;
}

void WindowSession::endPresentation() {
  window_.setFullScreen(false);
  drawn_.reset();
  quietFrames_ = 0;
}

void WindowSession::takeShowKeys(const std::vector<KeyChord>& keys, PanelOutput& output) {
  for (const KeyChord& chord : keys) {
    if (actionOf(chord) == Action::Quit) request(output, AppRequest::Kind::Quit);
    presentation_.take(chord, ImGui::GetTime());
    if (!presentation_.on()) return endPresentation();
  }
}

void WindowSession::drawPresentation(PanelOutput& output) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const float perUnit = ImGui::GetIO().DisplayFramebufferScale.x;
  const PixelSize pixels = window_.framebufferSize();
  const FilmLayout& layout =
      strip_.layout(document_.opened(), presentation_.tour(),
                    {pixels.width, pixels.height, static_cast<double>(scale_ * perUnit)});
  const float picture = static_cast<float>(layout.picture) / perUnit;
  const ScreenRect view{0, 0, size.x, picture}, strip{0, picture, size.x, size.y - picture};
  presentation_.setAspect(static_cast<double>(pixels.width) / std::max(1, layout.picture), ImGui::GetTime());
  fitScene(view);
  viewPane_.draw({view, perUnit, scene_, document_.deposit(), presentation_.shown(),
                  activeAsset(document_.deposit(), presentation_.shown()), pictureChanged_},
                 output);
  ImGui::SetNextWindowPos({strip.x, strip.y});
  ImGui::SetNextWindowSize({strip.width, strip.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("##strip", nullptr, kScreen);
  ImGui::PopStyleVar();
  if (const unsigned int texture = strip_.texture(document_.opened(), presentation_); texture != 0)
    ImGui::GetWindowDrawList()->AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)),
                                         {strip.x, strip.y}, {strip.x + strip.width, strip.y + strip.height});
  drawPlace(presentation_, strip);
  ImGui::End();
}

}  // namespace adit::viewer
