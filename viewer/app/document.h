// What is open and how it is seen: the deposit, the view with its history, and the record of commands.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "geology/project/open.h"
#include "viewer/app/saved_estimates.h"
#include "viewer/geometry/pit_answer.h"
#include "viewer/panels/panel.h"
#include "viewer/state/history.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {

class Document {
 public:
  /// `record` is called with each command that was applied; may be empty.
  explicit Document(std::function<void(const Command&)> record = {});

  const project::OpenResult& opened() const { return opened_; }
  const geology::Deposit& deposit() const { return *opened_.deposit; }
  const ViewState& state() const { return history_.current(); }
  bool canUndo() const { return history_.canUndo(); }
  bool canRedo() const { return history_.canRedo(); }

  /// Takes over what was opened. The view is that of the project file, else `wanted` when it is a view of
  /// this deposit (a session that is restored), else the one that suits the deposit. Returns what is wrong
  /// with a stored view, or an empty string.
  struct Look {
    Theme theme = Theme::Dark;
    double aspect = kTypicalAspect;  ///< width to height of the view, for a deposit that has no view yet
  };
  std::string open(project::OpenResult opened, const std::string& wantedJson, const Look& look);

  /// The same deposit, of which more is known now.
  void learn(std::shared_ptr<const geology::Deposit> deposit);

  /// The answer to what the view asks about a pit, in place of the last one; nullptr: none is known.
  void learnPit(std::shared_ptr<const PitAnswer> answer);

  /// Estimates that have become files are among the sources now.
  void learnSaved(const std::vector<SavedEstimate>& saved) { adoptSaved(opened_, saved); }

  /// Applies in order; stops at the first fault and returns its text.
  std::string run(const std::vector<PanelOutput::Issued>& commands);
  std::string runText(const std::string& line);
  void undo();
  void redo();
  /// A project that was saved is the one that is saved again.
  void setProjectPath(std::string path) { opened_.projectPath = std::move(path); }

 private:
  /// The deposit has the plans that the view asks for, of which that of the pit takes long to find.
  void knowPlan();

  project::OpenResult opened_;
  std::shared_ptr<const PitAnswer> pit_;
  History history_;
  std::function<void(const Command&)> record_;
};

}  // namespace adit::viewer
